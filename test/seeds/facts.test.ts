import { beforeAll, describe, expect, it } from 'vitest';
import { publicationOf } from '../../functions/record/publication/publication.ts';
import { recordPage } from '../../functions/record/page/record.page.tsx';
import type { SeedDecision } from '../../seeds/decisions/seed-decision.ts';
import { councilOf, named, toldUntil } from './remembered.ts';

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': '’' };

/** What is read on a page: no tags, no style sheets, entities as themselves and every space as one. */
const textOf = (html: string): string =>
  html
    .replaceAll(/<(style|script|head)\b[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<\/?(ins|del|strong|span|a)\b[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/\s+/g, ' ');

const pageOf = async (seed: SeedDecision): Promise<string> => {
  const publication = publicationOf(await toldUntil(seed, '2026-11-21T09:00:00Z'), councilOf(seed));
  if (!publication) throw new Error(`Nothing of ${seed.source} is public`);
  return textOf(recordPage(publication, councilOf(seed)));
};

describe.each(named)('the published page of $name', ({ seed }) => {
  let page = '';
  beforeAll(async () => {
    page = await pageOf(seed);
  });

  it.each(seed.facts.map(({ text, line }) => [text, line] as const))('says “%s”, as line %i of the original does', (fact) => {
    expect(page).toContain(fact);
  });
});

const decided = named.filter(({ seed }) => seed.history.some(({ act }) => act === 'decide'));

it.each(decided)('the record of $name says outright that no interest was declared', async ({ seed }) => {
  expect(await pageOf(seed)).toContain('Any interest declared when the decision was taken and any dispensation granted None Dates');
});

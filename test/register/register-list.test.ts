import { describe, expect, it } from 'vitest';
import { registerPage } from '../../functions/register/register-list.ts';
import { parseRegisterQuery, type RegisterQuery } from '../../functions/register/register-query.ts';
import { kent } from '../../seeds/kent/council.ts';
import { clerk } from '../decision/story.ts';
import { Told } from '../record/told.ts';
import { noticeNumbered, notices, Shelf } from './shelf.ts';

const asked = (raw: Record<string, string> = {}): RegisterQuery => {
  const parsed = parseRegisterQuery(raw);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.query;
};

const all = async (shelf: Shelf, raw: Record<string, string>): Promise<string[][]> => {
  const pages: string[][] = [];
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const { items, next } = await registerPage(shelf, kent, 'NOTICES', asked({ ...raw, ...(cursor === null ? {} : { cursor }) }));
    pages.push(items.map(({ number }) => number));
    cursor = next;
  }
  return pages;
};

describe('the list of notices', () => {
  it('has the soonest decision first, and what was withdrawn last', async () => {
    const later = new Told('2023-03-20T09:00:00Z').noticed().published;
    const withdrawn = new Told().noticed().does({ type: 'withdraw-proposal', words: 'Not needed.', by: clerk }).published;
    const shelf = new Shelf([
      { ...withdrawn, number: '23/00001' },
      { ...later, number: '23/00002' },
      noticeNumbered('23/00004'),
      noticeNumbered('23/00003'),
    ]);
    expect(await all(shelf, {})).toEqual([['23/00003', '23/00004', '23/00002', '23/00001']]);
  });

  it.each([
    [1, [1, 1, 1, 1]],
    [2, [2, 2]],
    [3, [3, 1]],
    [4, [4]],
    [100, [4]],
  ])('comes in pages of %i, with no page that is empty', async (limit, sizes) => {
    const pages = await all(new Shelf(notices(4)), { limit: String(limit) });
    expect(pages.map((page) => page.length)).toEqual(sizes);
    expect(pages.flat()).toEqual(['23/00001', '23/00002', '23/00003', '23/00004']);
  });

  it('loses and doubles nothing where a filter picks lines here and there', async () => {
    const shelf = new Shelf(notices(250, (index) => ({ department: index % 3 === 0 ? 'Public Health' : 'Highways' })));
    const pages = await all(shelf, { department: 'public health', limit: '10' });
    expect(pages.flat()).toHaveLength(84);
    expect(new Set(pages.flat()).size).toBe(84);
  });

  it('reads next to nothing of a long list for a filter that matches nothing', async () => {
    const shelf = new Shelf(notices(1500));
    const { items, next } = await registerPage(shelf, kent, 'NOTICES', asked({ text: 'playground' }));
    expect({ items, next, reads: shelf.reads }).toEqual({ items: [], next: null, reads: 1 });
  });

  it('reads ten thousand decisions by a few long strides where two filters seldom meet', async () => {
    const shelf = new Shelf(
      notices(10_000, (index) => ({
        department: index % 2 === 0 ? 'Public Health' : 'Highways',
        divisionsAffected: index % 2 === 1 || index === 9998 ? ['Dover Town'] : ['Hythe West'],
      })),
    );
    const { items, next } = await registerPage(shelf, kent, 'NOTICES', asked({ department: 'public health', division: 'dover town' }));
    expect({ found: items.map(({ number }) => number), next }).toEqual({ found: ['23/09999'], next: null });
    expect(shelf.reads).toBeLessThan(40);
  });
});

it('the list of decisions has the newest first', async () => {
  const decided = (number: string, on: string) => ({ ...new Told(`${on}T09:00:00Z`).decided().published, number });
  const shelf = new Shelf([decided('23/00001', '2023-03-07'), decided('23/00003', '2023-06-01'), decided('23/00002', '2023-06-01')]);
  const { items } = await registerPage(shelf, kent, 'DECISIONS', asked());
  expect(items.map(({ number }) => number)).toEqual(['23/00003', '23/00002', '23/00001']);
});

describe('a list is searched', () => {
  const shelf = new Shelf([noticeNumbered('23/00022', { divisionsAffected: ['Ashford Central', 'Dover Town'] })]);
  const finds = async (raw: Record<string, string>) => (await registerPage(shelf, kent, 'NOTICES', asked(raw))).items.length === 1;

  it.each([
    ['by the post of the decision maker', { decisionMaker: 'cabinet-member-adult-social-care' }],
    ['by words of the decision maker’s title', { decisionMaker: 'adult social' }],
    ['for key decisions', { key: 'true' }],
    ['by department, capitals or not', { department: 'social care, health & wellbeing' }],
    ['by division', { division: 'dover town' }],
    ['by words of the subject', { text: 'sanctuary' }],
    ['by words of the text', { text: 'domestic abuse' }],
    ['by a word in the plural', { text: 'sanctuaries' }],
    ['by number', { text: '23/00022' }],
    ['by how urgent it is', { urgency: 'ordinary' }],
    ['by where it stands', { status: 'notice-published' }],
    ['by several at once', { text: 'sanctuary', key: 'true', division: 'Ashford Central', urgency: 'ordinary' }],
    ['with fields left empty', { text: ' ', key: '', division: '' }],
    ['with words that are in every decision', { text: 'the of' }],
  ])('%s', async (_, raw) => expect(await finds(raw)).toBe(true));

  it.each([
    [{ decisionMaker: 'cabinet-member-children' }],
    [{ key: 'false' }],
    [{ division: 'Dover' }],
    [{ department: 'Social' }],
    [{ text: 'playground' }],
    [{ text: 'sanctuary playground' }],
    [{ urgency: 'special-urgency' }],
    [{ status: 'in-force' }],
  ])('and %j is not found', async (raw) => expect(await finds(raw)).toBe(false));

  it('for any division where all are affected', async () =>
    expect(
      (await registerPage(new Shelf([noticeNumbered('23/00001')]), kent, 'NOTICES', asked({ division: 'Dover Town' }))).items,
    ).toHaveLength(1));
});

describe('what cannot be asked is named', () => {
  it.each([['0'], ['101'], ['-1'], ['1e1'], ['2.5'], ['abc'], ['9999999']])('a limit of %s', (limit) => {
    expect(parseRegisterQuery({ limit })).toEqual({ ok: false, faults: [{ path: 'limit', message: 'Use a whole number from 1 to 100' }] });
  });

  it('a cursor that no list gave, and a limit, both at once', () => {
    expect(parseRegisterQuery({ cursor: 'xyz', limit: '0', key: 'maybe' })).toMatchObject({
      ok: false,
      faults: [{ path: 'cursor' }, { path: 'limit' }, { path: 'key' }],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { publicationHash } from '../../functions/proof/chain.rules.ts';
import { checkRecord } from '../../functions/proof/check-record.ts';
import type { ProofStore } from '../../functions/proof/proof-store.ts';
import type { Publication } from '../../functions/record/publication/publication.schema.ts';
import { publicationOn } from '../../functions/record/tense.ts';
import { addDays, type LocalDate } from '../../functions/rules/local-date.ts';
import { clerk } from '../decision/story.ts';
import { Told } from '../record/told.ts';

const holding = (publication: Publication): ProofStore => ({
  published: async () => ({
    publication: JSON.parse(JSON.stringify(publication)),
    chain: {
      links: [],
      versions: [
        {
          sequence: 1,
          on: '2023-03-07',
          at: '2023-03-07T09:00:00Z',
          publicationHash: publicationHash(publication),
          historyHead: publication.historyHead,
        },
      ],
    },
  }),
  chain: async () => null,
  head: async () => null,
  headFrom: async () => null,
  lastHead: async () => null,
  leaves: async () => [],
  keep: async () => undefined,
});

const everyDay: LocalDate[] = Array.from({ length: 50 }, (_, day) => addDays('2023-03-07', day));

describe('The data of a decision, fetched on any day while nothing was stored', () => {
  it.each<[string, () => Told]>([
    ['a notice that runs, and has run', () => new Told().noticed()],
    ['a decision open to call-in, and past it', () => new Told().decided()],
    ['a decision in force', () => new Told().effective()],
    [
      'a decision put off',
      () => new Told().noticed().does({ type: 'defer-proposal', words: 'More work.', until: '2023-06-01', by: clerk }),
    ],
  ])('is what was published: %s', async (_, told) => {
    const { published } = told();
    const store = holding(published);
    for (const day of everyDay) {
      const read = publicationOn(published, day);
      expect([day, (await checkRecord(store, JSON.stringify(read))).found]).toEqual([day, 'current']);
      expect([day, (await checkRecord(store, JSON.stringify({ ...read, subject: 'Another' }))).found]).toEqual([day, 'never']);
    }
  });
});

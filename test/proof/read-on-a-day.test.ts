import { describe, expect, it } from 'vitest';
import { publicationHash } from '../../functions/proof/chain.rules.ts';
import { checkRecord } from '../../functions/proof/check-record.ts';
import type { ProofStore } from '../../functions/proof/proof-store.ts';
import type { Publication } from '../../functions/record/publication/publication.schema.ts';
import { publicationOn } from '../../functions/record/tense.ts';
import { addDays, type LocalDate } from '../../functions/rules/local-date.ts';
import { clerk } from '../decision/story.ts';
import { Told } from '../record/told.ts';

const holding = (...publications: [Publication, ...Publication[]]): Pick<ProofStore, 'published'> => ({
  published: async () => ({
    publication: JSON.parse(JSON.stringify(publications.at(-1))),
    chain: {
      links: [],
      versions: publications.map((publication, nth) => ({
        sequence: nth + 1,
        on: '2023-03-07',
        at: '2023-03-07T09:00:00Z',
        publicationHash: publicationHash(publication),
        historyHead: publication.historyHead,
      })),
    },
  }),
});

const everyDay: LocalDate[] = Array.from({ length: 50 }, (_, day) => addDays('2023-03-07', day));
const isTenth = (day: LocalDate): boolean => everyDay.indexOf(day) % 10 === 0;

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
      if (isTenth(day)) expect((await checkRecord(store, JSON.stringify({ ...read, subject: 'Another' }))).found).toBe('never');
    }
  });
});

describe('The data of a decision that somebody fetched before it was published again', () => {
  const putOff = () => new Told().noticed().does({ type: 'defer-proposal', words: 'More work.', until: '2023-06-01', by: clerk });
  const checks = (story: Told) => story.on('2023-04-17').does({ type: 'run-daily-check', by: clerk });
  it.each<[string, () => Told, (story: Told) => Told]>([
    [
      'as a notice that had run',
      () => new Told().noticed(),
      (story) => story.on('2023-04-27').does({ type: 'run-daily-check', by: clerk }),
    ],
    ['as put off', putOff, (story) => story.does({ type: 'resume-proposal', by: clerk })],
    ['as past its last day for call-in', () => new Told().decided(), checks],
    [
      'as in force',
      () => new Told().effective(),
      (story) => story.does({ type: 'supersede-decision', number: '24/00002', on: '2023-06-01', by: clerk }),
    ],
  ])('is found to have been published, %s', async (_, told, goesOn) => {
    const story = told();
    const before = story.published;
    const store = holding(before, goesOn(story).published);
    const found = async (record: object) => (await checkRecord(store, JSON.stringify(record))).found;
    for (const day of everyDay) {
      const read = publicationOn(before, day);
      expect([day, await found(read)]).toEqual([day, 'earlier']);
      if (!isTenth(day)) continue;
      expect(await found({ ...read, reasons: 'Others' })).toBe('never');
      expect(await found({ ...read, status: { ...read.status, explanation: 'It was void.' } })).toBe('never');
      expect(await found({ ...read, timeline: read.timeline.map((entry) => ({ ...entry, state: 'now' })) })).toBe('never');
      expect(await found({ ...read, added: 'A word' })).toBe('never');
    }
  });
});

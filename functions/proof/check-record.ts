import * as z from 'zod/mini';
import { publicationSchema } from '../record/publication/publication.schema.ts';
import { publicationOn } from '../record/tense.ts';
import { addDays } from '../rules/local-date.ts';
import { publicationHash, proofFaults, versionsOf } from './chain.rules.ts';
import { chainLinkSchema, proofResponse, type Version } from './proof.schema.ts';
import type { ProofStore } from './proof-store.ts';

const numberSchema = z.string().check(z.regex(/^\d\d\/\d{5}$/));
const recordSchema = z.looseObject({ number: numberSchema, historyHead: z.string() });
const proofSchema = z.extend(z.pick(proofResponse, { publicationHash: true, versions: true }), {
  history: z.array(chainLinkSchema),
  publication: recordSchema,
});

/** What came of checking a record against what was published. */
export type Checked =
  | { found: 'unreadable' }
  | { found: 'unknown'; number: string; hash: string }
  | { found: 'current' | 'earlier' | 'never'; number: string; hash: string; versions: Version[]; faults: string[] };

// A record is some seven deep, and a proof of the longest history has some twelve thousand parts. Nested by the thousand, or with parts by
// the ten thousand, it is none, and would use up the stack and the memory of whoever reads it.
const mostDeep = 50;
const mostParts = 16_000;

const isReadable = (given: unknown): boolean => {
  let parts = 0;
  const within = (value: unknown, left: number): boolean => {
    parts += 1;
    if (parts > mostParts || typeof value !== 'object' || value === null) return parts <= mostParts;
    return left > 0 && Object.values(value).every((part) => within(part, left - 1));
  };
  return within(given, mostDeep);
};

const parsed = (text: string): unknown => {
  try {
    // Windows begins a file with a mark of its own.
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return isReadable(value) ? value : null;
  } catch {
    return null;
  }
};

// A proof says more than a record: its own parts can disagree. What is hashed is what was given: a schema reads it without a member that is
// called `__proto__`, and would find nothing added.
const asGiven = (text: string): { number: string; hash: string; faults: string[] } | null => {
  const given = parsed(text);
  const proof = proofSchema.safeParse(given);
  const publication = proof.success ? Object(given).publication : given;
  const record = recordSchema.safeParse(publication);
  if (!record.success) return null;
  const faults = proof.success ? proofFaults({ ...proof.data, publication }) : [];
  return { number: record.data.number, hash: publicationHash(publication), faults };
};

// What closes by itself is told as closed once its day is past, with nothing stored since: the data of a decision reads so on the day on
// which somebody fetches it, and is what was published all the same. Only about these days does a word of it turn.
const hashesAsRead = (stored: unknown): string[] => {
  const publication = publicationSchema.safeParse(stored);
  if (!publication.success) return [];
  const { timeline, timetable } = publication.data;
  const dates = [timetable.earliestDecisionDate, timetable.effectiveFrom, ...timeline.map(({ date }) => date)];
  const days = new Set(dates.flatMap((date) => (date === null ? [] : [date, addDays(date, 1)])));
  return [...days].map((day) => publicationHash(publicationOn(publication.data, day)));
};

/** Checks a record, or a whole proof, that somebody holds against every wording of it that was ever published. */
export const checkRecord = async (store: ProofStore, text: string): Promise<Checked> => {
  const given = asGiven(text);
  if (!given) return { found: 'unreadable' };
  const { number, hash, faults } = given;
  const published = await store.published(number);
  if (!published) return { found: 'unknown', number, hash };
  const { versions: all } = published.chain;
  const last = all.at(-1)?.publicationHash;
  const versions = versionsOf(all, hash);
  if (last !== undefined && versions.length === 0 && hashesAsRead(published.publication).includes(hash))
    return { found: 'current', number, hash, versions: versionsOf(all, last), faults };
  return { found: versions.length === 0 ? 'never' : last === hash ? 'current' : 'earlier', number, hash, versions, faults };
};

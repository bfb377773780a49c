import * as z from 'zod/mini';
import { publicationSchema } from '../record/publication/publication.schema.ts';
import { asStored, hashesAsRead } from './as-stored.ts';
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

const partsOf = (value: unknown, left = mostDeep): number => {
  if (typeof value !== 'object' || value === null) return 1;
  return left === 0 ? Number.POSITIVE_INFINITY : Object.values(value).reduce((sum: number, part) => sum + partsOf(part, left - 1), 1);
};

const parsed = (text: string): unknown => {
  try {
    // Windows begins a file with a mark of its own.
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return partsOf(value) <= mostParts ? value : null;
  } catch {
    return null;
  }
};

// A proof says more than a record: its own parts can disagree. What is hashed is what was given: a schema reads it without a member that is
// called `__proto__`, and would find nothing added.
const asGiven = (text: string): { number: string; publication: unknown; hash: string; faults: string[] } | null => {
  const given = parsed(text);
  const proof = proofSchema.safeParse(given);
  const publication = proof.success ? Object(given).publication : given;
  const record = recordSchema.safeParse(publication);
  if (!record.success) return null;
  const faults = proof.success ? proofFaults({ ...proof.data, publication }) : [];
  return { number: record.data.number, publication, hash: publicationHash(publication), faults };
};

// The data of a decision reads as it stands on the day on which somebody fetches it, and is what was published all the same: now, or before
// it was published again. The way back is found by going it forth again, so that nothing else in it was changed.
const hashesStored = (given: unknown, published: unknown, versions: Version[], hash: string): string[] => {
  const [read, last] = [given, published].map((each) => publicationSchema.safeParse(each).data);
  return [...(last ? [last] : []), ...(read ? asStored(read) : [])]
    .filter((stored) => versionsOf(versions, publicationHash(stored)).length > 0 && hashesAsRead(stored).includes(hash))
    .map(publicationHash);
};

/** Checks a record, or a whole proof, that somebody holds against every wording of it that was ever published. */
export const checkRecord = async (store: Pick<ProofStore, 'published'>, text: string): Promise<Checked> => {
  const given = asGiven(text);
  if (!given) return { found: 'unreadable' };
  const { number, publication, hash, faults } = given;
  const published = await store.published(number);
  if (!published) return { found: 'unknown', number, hash };
  const { versions: all } = published.chain;
  const versions = versionsOf(all, hash, ...hashesStored(publication, published.publication, all, hash));
  const last = versions.at(-1);
  return { found: last === undefined ? 'never' : last === all.at(-1) ? 'current' : 'earlier', number, hash, versions, faults };
};

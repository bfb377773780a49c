import * as z from 'zod/mini';
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

// A record is some seven deep. Nested by the thousand it is none, and would use up the stack of whoever walks it.
const mostDeep = 50;

const isShallow = (value: unknown, left = mostDeep): boolean =>
  typeof value !== 'object' || value === null || (left > 0 && Object.values(value).every((part) => isShallow(part, left - 1)));

const parsed = (text: string): unknown => {
  try {
    // Windows begins a file with a mark of its own.
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return isShallow(value) ? value : null;
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

/** Checks a record, or a whole proof, that somebody holds against every wording of it that was ever published. */
export const checkRecord = async (store: ProofStore, text: string): Promise<Checked> => {
  const given = asGiven(text);
  if (!given) return { found: 'unreadable' };
  const { number, hash, faults } = given;
  const published = await store.published(number);
  if (!published) return { found: 'unknown', number, hash };
  const versions = versionsOf(published.chain.versions, hash);
  const isCurrent = published.chain.versions.at(-1)?.publicationHash === hash;
  return { found: versions.length === 0 ? 'never' : isCurrent ? 'current' : 'earlier', number, hash, versions, faults };
};

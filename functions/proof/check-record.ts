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
    const value: unknown = JSON.parse(text);
    return isShallow(value) ? value : null;
  } catch {
    return null;
  }
};

// A proof says more than a record: its own parts can disagree.
const asGiven = (text: string): { record: z.infer<typeof recordSchema>; faults: string[] } | null => {
  const given = parsed(text);
  const proof = proofSchema.safeParse(given);
  if (proof.success) return { record: proof.data.publication, faults: proofFaults(proof.data) };
  const record = recordSchema.safeParse(given);
  return record.success ? { record: record.data, faults: [] } : null;
};

/** Checks a record, or a whole proof, that somebody holds against every wording of it that was ever published. */
export const checkRecord = async (store: ProofStore, text: string): Promise<Checked> => {
  const given = asGiven(text);
  if (!given) return { found: 'unreadable' };
  const { record, faults } = given;
  const { number } = record;
  const hash = publicationHash(record);
  const published = await store.published(number);
  if (!published) return { found: 'unknown', number, hash };
  const versions = versionsOf(published.chain.versions, hash);
  const isCurrent = published.chain.versions.at(-1)?.publicationHash === hash;
  return { found: versions.length === 0 ? 'never' : isCurrent ? 'current' : 'earlier', number, hash, versions, faults };
};

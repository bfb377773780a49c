import type { DecisionEvent } from '../decision/events.ts';
import { fingerprint } from '../decision/fingerprint.ts';
import { beginning } from '../decision/history.ts';
import type { ChainLink, Head, Leaf, Proof, Version } from './proof.schema.ts';

// A field added to the record in a later year reads as null in an older one, and must not change its hash.
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null)
      .map(([key, part]) => [key, withoutNulls(part)]),
  );
};

/** SHA-256, as hexadecimal digits, of a record as JSON with its keys in order, no spaces, and every member that is null left out. */
export const publicationHash = (publication: unknown): string => fingerprint(withoutNulls(publication));

/** What of an event a stranger may see. */
export type Linked = Pick<DecisionEvent, 'sequence' | 'at' | 'before' | 'hash'> & { happening: { type: string } };

/** An event as a stranger may see it. */
export const chainLink = ({ sequence, at, before, hash, happening }: Linked): ChainLink => ({
  sequence,
  type: happening.type,
  at,
  before,
  hash,
});

/** What is wrong with a chain of events, in words; null when each stands on the one before, from the beginning to this head. */
export const chainFault = (links: ChainLink[], head: string): string | null => {
  let before = beginning;
  for (const [index, link] of links.entries()) {
    if (link.sequence !== index + 1) return `Event ${index + 1} is missing.`;
    if (link.before !== before) return `Event ${link.sequence} does not stand on the one before it.`;
    before = link.hash;
  }
  return before === head ? null : 'The last event is not the head that the record names.';
};

const inOrder = (leaves: Leaf[]): Leaf[] =>
  [...leaves].sort((a, b) => {
    if (a.on !== b.on) return a.on < b.on ? -1 : 1;
    return a.number < b.number ? -1 : 1;
  });

/** The head of a day over these records, and over the head before. */
export const headOf = ({ date, after, before, leaves }: { date: string; after: string | null; before: string; leaves: Leaf[] }): Head => ({
  date,
  after,
  before,
  count: leaves.length,
  head: fingerprint({ date, after, before, records: inOrder(leaves) }),
});

/** Every wording of a decision that was ever published under one of these hashes, in order. */
export const versionsOf = (versions: Version[], ...hashes: string[]): Version[] =>
  versions.filter(({ publicationHash: of }) => hashes.includes(of));

/** Everything wrong with a proof that can be known from the proof alone; nothing when it holds. */
export const proofFaults = ({
  publication,
  publicationHash: stated,
  versions,
  history,
}: Pick<Proof, 'publication' | 'publicationHash' | 'versions' | 'history'>): string[] => {
  const chain = chainFault(history, String(publication.historyHead));
  const last = versions.at(-1);
  return [
    ...(publicationHash(publication) === stated ? [] : ['The record is not the one whose hash is stated.']),
    ...(last?.publicationHash === stated && last.historyHead === publication.historyHead
      ? []
      : ['The record is not the last one published.']),
    ...(chain === null ? [] : [chain]),
  ];
};

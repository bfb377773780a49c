import type { Council } from '../council/council.schema.ts';
import { addressHash } from '../email/email-item.ts';
import type { LocalDate } from '../rules/local-date.ts';
import type { Contract } from './contract.schema.ts';
import { type Digest, digestsFor } from './digest.rules.ts';
import type { KeptDigest, Raised } from './digest.schema.ts';

/** How a person is named in what is kept for a day; letters and digits, as a tag of SES and a link take them. */
export const personName = (email: string): string => addressHash(email).slice(0, 16);

const nameOf = (person: string, ordinal: number): string => `${person}-${String(ordinal).padStart(3, '0')}`;

const isOf = (person: string) => ({ name }: KeptDigest): boolean => name.startsWith(`${person}-`);

const partOf = ({ contractId, version }: { contractId: string; version: number }): string => `${contractId} ${version}`;

type Known = { contracts: ReadonlyMap<string, Contract>; council: Council; day: LocalDate };

const untold = (digest: Digest, kept: KeptDigest[], day: LocalDate): KeptDigest[] => {
  const person = personName(digest.to.email);
  const theirs = kept.filter(isOf(person));
  const told = new Set(theirs.flatMap(({ items }) => items.map(partOf)));
  const items = digest.items.filter((item) => !told.has(partOf(item)));
  return items.length === 0 ? [] : [{ day, name: nameOf(person, theirs.length + 1), to: digest.to, items }];
};

/**
 * The digests still to be kept for a day: for each person whatever was raised and is in none of theirs yet, which is one digest a
 * person. Only where a check broke off after some were told is there a second, with what the first had not.
 */
export const digestsToKeep = (raised: Raised[], kept: KeptDigest[], { contracts, council, day }: Known): KeptDigest[] => {
  const due = raised.flatMap(({ contractId, version, alerts }) => {
    const contract = contracts.get(contractId);
    return contract ? [{ contract, alerts, version }] : [];
  });
  return digestsFor(due, council, day).flatMap((digest) => untold(digest, kept, day));
};

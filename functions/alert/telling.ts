import type { Council } from '../council/council.schema.ts';
import { addressHash } from '../email/email-item.ts';
import type { LocalDate } from '../rules/local-date.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { type Digest, type DigestItem, digestsFor, pressing } from './digest.rules.ts';
import type { KeptDigest, Raised } from './digest.schema.ts';

/** How a person is named in what is kept for a day; letters and digits, as a tag of SES and a link take them. */
export const personName = (email: string): string => addressHash(email).slice(0, 16);

const nameOf = (person: string, ordinal: number): string => `${person}-${String(ordinal).padStart(3, '0')}`;

const partOf = (contractId: string, version: number): string => `${contractId} ${version}`;

// What was raised about a contract on two days, and is told together, is one entry.
const together = (items: DigestItem[]): KeptDigest['items'] =>
  [...Map.groupBy(items, ({ contractId }) => contractId).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { version: _, ...item } = first;
    return [{ ...item, alerts: same.flatMap(({ alerts }) => alerts).toSorted(pressing), versions: same.map(({ version }) => version) }];
  });

// A register imported whole can owe one person more at once than fits into an email, or into what is stored.
const mostInOne = 150;

const inParts = <T>(items: T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / mostInOne) }, (_, index) => items.slice(index * mostInOne, (index + 1) * mostInOne));

type Known = { contracts: ReadonlyMap<string, Contract>; council: Council; day: LocalDate };

const untold = (digest: Digest, kept: KeptDigest[], day: LocalDate): KeptDigest[] => {
  const person = personName(digest.to.email);
  const theirs = kept.filter(({ name }) => name.startsWith(`${person}-`));
  const told = new Set(
    theirs.flatMap(({ items }) => items.flatMap(({ contractId, versions }) => versions.map((version) => partOf(contractId, version)))),
  );
  const items = together(digest.items.filter(({ contractId, version }) => !told.has(partOf(contractId, version))));
  const today = theirs.filter((each) => each.day === day).length;
  return inParts(items).map((part, index) => ({ day, name: nameOf(person, today + index + 1), to: digest.to, items: part }));
};

/**
 * The digests still to be kept on a day: for each person whatever was raised lately and is in none of theirs yet, one digest a
 * person. So an alert whose email bounced comes to the clerk the next morning, and what a check that broke off had raised is told by
 * the next. There is a second digest on one day only where a check broke off between two people, with what the first had not, and
 * where one email cannot hold it all.
 */
export const digestsToKeep = (raised: Raised[], kept: KeptDigest[], { contracts, council, day }: Known): KeptDigest[] => {
  const due = raised.flatMap(({ contractId, version, alerts }) => {
    const contract = contracts.get(contractId);
    return contract ? [{ contract, alerts, version }] : [];
  });
  return digestsFor(due, council, day).flatMap((digest) => untold(digest, kept, day));
};

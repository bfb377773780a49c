import type { ProposedContract } from '../proposal/proposal.schema.ts';
import { latest, type LocalDate } from '../rules/local-date.ts';
import type { Contract } from './contract.schema.ts';
import { endOf, startOf } from './contract-dates.rules.ts';
import { type Continuity, continuity } from './continuity.rules.ts';

/** How one contract of a decision, or one that it replaces, is followed by another. */
export type Follows = { from: string; to: string; basis: 'stated' | 'same-decision'; continuity: Continuity };

/** A contract that a decision proposes, under the id that it has in the register, with its place in the decision. */
export type Entry = { id: string; index: number; proposed: ProposedContract };

/**
 * What the register knows of a contract that a decision names: `start` and `end` are null where nobody has said, `prolongedOn` where neither
 * an option in it nor a change has made it run longer. London dates.
 */
export type Known = Pick<Contract, 'id' | 'status' | 'reference' | 'ocid' | 'decisions' | 'updatedAt'> &
  Record<'start' | 'end' | 'prolongedOn', LocalDate | null>;

/** A contract as far as a decision that names it needs to know it. */
export const knownOf = (contract: Contract): Known => {
  const { id, status, reference, ocid, decisions, updatedAt } = contract;
  const prolonged = 'exercised' in contract ? [...contract.exercised, ...contract.changes.filter(({ prolongs }) => prolongs)] : [];
  const prolongedOn = prolonged.length > 0 ? latest(...prolonged.map(({ on }) => on)) : null;
  const start = startOf(contract) ?? null;
  return { id, status, reference, ocid, decisions, updatedAt, start, end: endOf(contract), prolongedOn };
};

// Another lot of the procurement that a contract came of begins or ends with it. Taken to follow it, it would silence that nothing does.
const isBeside = ({ outcome, start = '', end = '' }: ProposedContract, of: Known): boolean =>
  outcome === 'award' && of.decisions.some((noted) => noted.outcome === 'procure') && (start <= (of.start ?? '') || end <= (of.end ?? ''));

/** What the decision says that it follows, wherever the register knows when that ends; not what it is another award of. */
export const statedFollows = ({ id, proposed }: Entry, { known }: { known: (id: string) => Known | null }): Follows[] =>
  proposed.replaces.flatMap((before) => {
    const found = known(before);
    if (!found?.end || !proposed.start || isBeside(proposed, found)) return [];
    return found.status === 'proposed' && proposed.outcome === 'award'
      ? []
      : [{ from: before, to: id, basis: 'stated' as const, continuity: continuity(found.end, proposed.start) }];
  });

const family = ({ proposed }: Entry): string => proposed.title.split(':', 1)[0]?.trim().toLowerCase() ?? '';

/** Within one decision: what starts after this ends, of the same name up to a colon when several do. Two of them leave it to people. */
export const followedBy = (entry: Entry, all: Entry[]): Follows[] => {
  const { end, outcome, start } = entry.proposed;
  if (!end || outcome === 'bring-in-house') return [];
  const later = all.filter(
    ({ proposed }) =>
      proposed.replaces.length === 0 && proposed.start !== undefined && proposed.start > (start ?? '') && proposed.start >= end,
  );
  const own = later.filter((each) => family(each) === family(entry));
  const found = own.length > 0 ? own : later;
  const next = found.length === 1 ? found[0] : undefined;
  return next?.proposed.start
    ? [{ from: entry.id, to: next.id, basis: 'same-decision', continuity: continuity(end, next.proposed.start) }]
    : [];
};

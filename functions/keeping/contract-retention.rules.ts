import type { Contract, ContractIn } from '../contract/contract.schema.ts';
import { effectiveEnd, maximumEnd } from '../contract/contract-dates.rules.ts';
import { addDays, addMonths, dayAfterMonths, latest, type LocalDate } from '../rules/local-date.ts';
import type { MayGo } from './retention.rules.ts';

/** How a contract was made. The register does not say which are deeds: only what the council has looked up is known to be `under-hand`. */
export type Form = 'under-hand' | 'perhaps-a-deed';

const claims = {
  'under-hand': {
    months: 72,
    rule: 'contract-six-years',
    source: 'Limitation Act 1980, s 5',
    words: 'Six years have passed since it ended: nobody can sue on it any more.',
  },
  'perhaps-a-deed': {
    months: 144,
    rule: 'contract-twelve-years',
    source: 'Limitation Act 1980, s 8',
    words: 'Twelve years have passed since it ended: nobody can sue on it any more, even if it was made as a deed.',
  },
} as const;

const [procurement, closed] = [36, 72];

// A value or a notice recorded for a later day shows that the parties were still busy with it.
const lastDay = ({ ended, toDate, notices, ...contract }: ContractIn<'ended'>): LocalDate =>
  latest(ended.on, effectiveEnd(contract), ...(toDate ? [toDate.on] : []), ...notices.map(({ publishedOn }) => publishedOn));

/**
 * From which London date nobody can sue on a contract any more, as far as the register can tell: six years after its last day, or twelve
 * where it may be a deed (Limitation Act 1980, ss 5 and 8). The day on which a claim arises does not count, so it goes on the day after the
 * anniversary. Three years from its being entered into are kept too (Procurement Act 2023, s 98(4)), which are over sooner. One never
 * registered is kept six years from its closing, by the council's own rule. Null while it is proposed or runs.
 */
export const claimsOver = (contract: Contract, form: Form): MayGo | null => {
  if (contract.status === 'closed')
    return {
      from: dayAfterMonths(contract.closed.on, closed),
      rule: 'contract-never-made',
      source: 'Council retention schedule',
      words: 'Six years have passed since it was closed without being registered.',
    };
  if (contract.status !== 'ended') return null;
  const { months, rule, source, words } = claims[form];
  const entered = contract.terms.signedOn ?? contract.terms.start;
  return {
    from: latest(addDays(addMonths(lastDay(contract), months), 1), dayAfterMonths(entered, procurement)),
    rule,
    source: `${source}; Procurement Act 2023, s 98, asks for less`,
    words,
  };
};

/** Whether a contract is still to be decided on: it is proposed or runs, and neither what follows it nor its end is settled. */
export const awaitsDecision = ({ status, successor, exit }: Contract): boolean =>
  (status === 'proposed' || status === 'registered') && successor === null && exit === null;

/** What bears on a contract elsewhere: from when each record it hangs on may go, null while one may not; and how many of each name it. */
export type Bearing = { records: (LocalDate | null)[]; proceedings: string[]; neighbours: string[]; lastTold: LocalDate | null };

/**
 * Why a contract stays on a London date although nobody can sue on it any more, in words; none when it may go. A contract never goes before
 * the record of a decision that it hangs on may; nor while a decision still to be taken, a contract that is proposed or runs, or an alert
 * that is still kept names it; nor while an option could still prolong it.
 */
export const staysFor = (contract: Contract, { records, proceedings, neighbours, lastTold }: Bearing, on: LocalDate): string[] => [
  ...(records.some((from) => from === null || from > on) ? ['the record of a decision that it hangs on is still kept'] : []),
  ...(proceedings.length > 0 ? [`a decision still to be taken names it: ${proceedings.join(', ')}`] : []),
  ...(neighbours.length > 0 ? [`a contract that is proposed or runs names it: ${neighbours.join(', ')}`] : []),
  ...(lastTold !== null ? [`an alert about it of ${lastTold} is still kept`] : []),
  ...(contract.status === 'ended' && maximumEnd(contract) >= on ? [`an option in it could lead to ${maximumEnd(contract)}`] : []),
];

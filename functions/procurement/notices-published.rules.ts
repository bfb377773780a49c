import type { LocalDate } from '../rules/local-date.ts';
import type { ContractIn } from '../contract/contract.schema.ts';
import type { NoticeCode, Row } from './notice-due.rules.ts';

type Known = ContractIn<'registered' | 'ended'>;

// Each year, and each day of changes, has a notice of its own: one publication serves the first that still wants one, a change by the last
// before it. One that was out before an option was taken up is the option's, and not that of a change made later: counted for the later
// one, it would hide that what must be noticed was not.
const inTurn = ({ notices }: Known, rows: Row[], code: 'UK9' | 'UK10'): ReadonlyMap<LocalDate | null, LocalDate> => {
  const left = notices
    .filter(({ notice }) => notice === code)
    .map(({ publishedOn }) => publishedOn)
    .sort();
  const wanting = rows.filter((each) => each.notice === code).flatMap(({ from }) => from ?? []);
  const taken = new Map<LocalDate | null, LocalDate>();
  for (const from of new Set(wanting.sort())) {
    const at =
      code === 'UK9' ? left.findIndex((publishedOn) => publishedOn >= from) : left.findLastIndex((publishedOn) => publishedOn <= from);
    for (const publishedOn of at < 0 ? [] : left.splice(at, 1)) taken.set(from, publishedOn);
  }
  return taken;
};

/** On which day each notice that a contract calls for was published; null for one that was not. */
export const publishedOf = (contract: Known, rows: Row[]): ((row: Row) => LocalDate | null) => {
  const own: Partial<Record<NoticeCode, ReadonlyMap<LocalDate | null, LocalDate>>> = {
    UK9: inTurn(contract, rows, 'UK9'),
    UK10: inTurn(contract, rows, 'UK10'),
  };
  const last = new Map(
    contract.notices.toSorted((a, b) => (a.publishedOn < b.publishedOn ? -1 : 1)).map(({ notice, publishedOn }) => [notice, publishedOn]),
  );
  return ({ notice, from }) => (own[notice] ? own[notice].get(from) : last.get(notice)) ?? null;
};

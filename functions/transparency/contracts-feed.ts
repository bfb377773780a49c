import type { Entry } from '../register/atom.ts';
import type { LocalDate } from '../rules/local-date.ts';
import { contractPath } from './contract-address.ts';
import type { Release } from './ocds.schema.ts';
import { ranInWords } from './term-in-words.ts';

type Published = NonNullable<Release['contracts']>[number];

const labels: Record<Published['status'], string> = { pending: 'To begin', active: 'Runs', terminated: 'Ended', cancelled: 'Cancelled' };

const day = (moment: string | undefined): LocalDate | null => (moment ? moment.slice(0, 10) : null);

// Published once, a contract begins and runs out without being published again.
const labelOf = ({ status, period }: Published, today: LocalDate): string => {
  if (status !== 'pending' && status !== 'active') return labels[status];
  const [from, to] = [day(period?.startDate), day(period?.endDate)];
  if (to && to < today) return 'Past its end';
  return from ? labels[from > today ? 'pending' : 'active'] : labels[status];
};

const awardOf = ({ awards = [] }: Release, { awardID }: Published) => awards.find(({ id }) => id === awardID);

// One given up before it began has no beginning of its own, only that for which it was let.
const term = (release: Release, contract: Published): string => {
  const from = day(contract.period?.startDate ?? awardOf(release, contract)?.contractPeriod?.startDate);
  return from ? `${ranInWords(from, day(contract.period?.endDate))}.` : '';
};

const suppliers = (release: Release, contract: Published): string =>
  (awardOf(release, contract)?.suppliers ?? []).map(({ name }) => name).join(', ') || 'Supplier withheld';

/**
 * The contracts of these releases as entries of a feed, as they were last published, and whether they run on a day in London; decisions
 * have feeds of their own.
 */
export const contractEntries = (releases: Release[], today: LocalDate): Entry[] =>
  releases.flatMap((release) =>
    (release.contracts ?? []).map((contract) => ({
      id: contractPath(contract.id),
      path: contractPath(contract.id),
      title: `${contract.id} ${contract.title}`,
      updated: release.date,
      category: { term: contract.status, label: labelOf(contract, today) },
      summary: [`${labelOf(contract, today)}.`, term(release, contract), `${suppliers(release, contract)}.`].filter(Boolean).join(' '),
    })),
  );

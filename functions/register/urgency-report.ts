import type { Publication } from '../record/publication/publication.schema.ts';
import type { LocalDate } from '../rules/local-date.ts';
import { term } from '../search/terms.ts';
import { pathOf } from './register-entry.ts';
import type { PublicStore } from './register-list.ts';
import type { PeriodQuery } from './register-query.ts';

type Agreed = NonNullable<Publication['shortNotice']>['agreedBy'];

/** A decision taken under special urgency: its particulars, what it was about, why it could not wait, and who agreed. */
export type UrgentDecision = {
  number: string;
  path: string;
  subject: string;
  decidedOn: LocalDate;
  decisionMaker: { name: string; title: string };
  decision: string[] | null;
  reason: string | null;
  agreedBy: Agreed;
  withheld: string | null;
};

export type UrgencyReport = { from: LocalDate | null; to: LocalDate | null; source: string; items: UrgentDecision[] };

// Far more than any council takes in a year by this door.
const mostRead = 1000;

const withheldWords = ({ withheld }: Publication): string | null =>
  withheld.find(({ section }) => section === 'proposedDecision')?.words ?? null;

const urgentOf = (of: Publication): UrgentDecision[] => {
  if (of.shortNotice?.route !== 'special-urgency' || of.determination === null) return [];
  const {
    determination: { by, decidedOn },
    shortNotice,
    number,
    subject,
    decision,
  } = of;
  return [
    {
      number,
      path: pathOf(number),
      subject,
      decidedOn,
      decisionMaker: { name: by.name, title: by.title },
      decision: decision?.items ?? null,
      reason: shortNotice.reason,
      agreedBy: shortNotice.agreedBy,
      withheld: withheldWords(of),
    },
  ];
};

const isWithin = (order: string, { from, to }: PeriodQuery): boolean => {
  const day = order.slice(0, 10);
  return (from === undefined || from <= day) && (to === undefined || day <= to);
};

/**
 * The report that the leader makes to full council of every executive decision taken under special urgency, with its
 * particulars and a summary (reg 19 of SI 2012/2089); by the day of the decision, both days of the period included, the newest first.
 */
export const urgencyReport = async (
  { postings, publicationOf }: Pick<PublicStore, 'postings' | 'publicationOf'>,
  period: PeriodQuery,
): Promise<UrgencyReport> => {
  const hits = await postings.hits('DECISIONS', term.urgency('special-urgency'), { at: null, limit: mostRead });
  const numbers = hits
    .map(({ order }) => order)
    .filter((order) => isWithin(order, period))
    .map((order) => order.slice(order.indexOf('#') + 1));
  const found = await Promise.all(numbers.map((number) => publicationOf(number)));
  return {
    from: period.from ?? null,
    to: period.to ?? null,
    source: 'Regulation 19 of SI 2012/2089',
    items: found.flatMap((of) => (of ? urgentOf(of) : [])),
  };
};

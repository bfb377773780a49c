import type { Decision } from '../decision/decision.ts';
import { plainAddress } from '../rules/alike.ts';
import { dayAfterMonths, latest, type LocalDate, londonDate } from '../rules/local-date.ts';

/** Why something may go, and on whose word it was kept until then. */
export type Ground = { rule: string; source: string; words: string };

/** Something that may go from this day on. */
export type MayGo = Ground & { from: LocalDate };

const months = { record: 72, papers: 48, challenge: 3, untouched: 24 };

// What a council may settle for itself, and no law does.
const own = 'UK GDPR Art 5(1)(e); council retention schedule';

// Both periods begin on the date of the decision: the last day is the one before the same date six, or four, years on.
const inspection = { record: 'Reg 21(6) of SI 2012/2089', papers: 'Reg 21(7) of SI 2012/2089' };

/** The London date on which a decision was made, or on which it came to nothing; null while it may still be either. */
export const closedOn = (decision: Decision): LocalDate | null => {
  switch (decision.status) {
    case 'effective':
      return decision.determination.decidedOn;
    case 'declined':
      return londonDate(decision.declined.at);
    case 'withdrawn':
      return londonDate(decision.withdrawn.at);
    default:
      return null;
  }
};

/**
 * From which London date the whole record of a decision may go: six years from the decision, for which it must be kept and open to
 * inspection (reg 21(6) of SI 2012/2089); six years from whatever last happened to it; and not while either side of a contract that hangs
 * on it may still sue, which `claims` says of each (Limitation Act 1980, ss 5 and 8). What came to nothing is kept as long, by the
 * council's own rule. Null while it is still to be decided, takes effect or a contract runs.
 */
export const recordMayGo = (decision: Decision, claims: readonly (LocalDate | null)[]): MayGo | null => {
  const closed = closedOn(decision);
  const over = claims.filter((from) => from !== null);
  if (closed === null || over.length < claims.length) return null;
  const words =
    decision.status === 'effective'
      ? 'Six years have passed since the decision and since anything happened to it'
      : 'Six years have passed since it came to nothing';
  const from = latest(...[closed, londonDate(decision.updatedAt)].map((date) => dayAfterMonths(date, months.record)), ...over);
  return {
    from,
    rule: 'record-six-years',
    source: decision.status === 'effective' ? inspection.record : 'Council retention schedule',
    words: `${words}${over.length > 0 ? ', and nobody can sue any more on a contract that hangs on it' : ''}.`,
  };
};

/**
 * From which London date a draft may go that nobody submitted, withdrawn or not: two years after anybody last touched it. No law says how
 * long; what is kept no longer than it is needed is the council's own rule (UK GDPR Art 5(1)(e)), and two years outlast the longest wait
 * for a budget or a committee. Null for whatever was submitted, even if it was returned to draft since: it has a number, and its history is
 * owed to those who answered. Null too while a contract that it was begun for `awaitsDecision`.
 */
export const draftMayGo = (decision: Decision, awaitsDecision: boolean): MayGo | null => {
  if (decision.number !== null || awaitsDecision) return null;
  return {
    from: dayAfterMonths(londonDate(decision.updatedAt), months.untouched),
    rule: 'draft-two-years',
    source: own,
    words: 'It was never submitted, and nobody has touched it for two years.',
  };
};

/**
 * From which London date a day's alerts about contracts, and the emails that told them, may go: two years after the day. What was raised
 * and what was answered stays in the history of the contract; this only shows who was written to, and whatever nobody acted on was told
 * again since.
 */
export const digestMayGo = (day: LocalDate): MayGo => ({
  from: dayAfterMonths(day, months.untouched),
  rule: 'alerts-two-years',
  source: own,
  words: 'Two years have passed since they were told. The contract’s own history says what was raised and answered.',
});

/**
 * The background papers of a decision and the London date from which the council may let them go: four years from the decision
 * (reg 21(7) of SI 2012/2089). The papers lie where their links lead; the record goes on naming them.
 */
export const papersMayGo = (decision: Decision): (MayGo & { title: string; url: string })[] => {
  if (decision.status !== 'effective') return [];
  const from = dayAfterMonths(decision.determination.decidedOn, months.papers);
  return decision.content.documents.flatMap(({ kind, title, url }) =>
    kind === 'background-paper' && url !== undefined
      ? [{ from, title, url, rule: 'papers-four-years', source: inspection.papers, words: 'Four years have passed since the decision.' }]
      : [],
  );
};

/**
 * From which London date the addresses of people outside the council may go from the list of a decision's emails: three months after it
 * took effect or came to nothing, when the time to challenge it in court is over (CPR 54.5(1)), and with it the need to show who was
 * written to where. Null while it goes on.
 */
export const addressesMayGo = (decision: Decision): MayGo | null => {
  if (closedOn(decision) === null) return null;
  const from = dayAfterMonths(londonDate(decision.updatedAt), months.challenge);
  return {
    from,
    rule: 'addresses-of-the-public',
    source: 'UK GDPR Art 5(1)(e); CPR 54.5(1)',
    words: 'The decision is over and can no longer be challenged.',
  };
};

/** The addresses of those outside the council who were asked or told about a decision, in small letters. */
export const outsideAddresses = (decision: Decision): string[] => {
  const asked = decision.steps.filter(({ external }) => external).map(({ email }) => email);
  const named = (decision.content.consultees ?? []).flatMap((each) =>
    typeof each === 'object' && each.external !== false ? [each.email] : [],
  );
  return [...new Set([...asked, ...named].map(plainAddress))];
};

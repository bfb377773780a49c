import type { Decision } from '../decision/decision.ts';
import { addMonths, latest, type LocalDate, londonDate } from '../rules/local-date.ts';

/** Why something may go, and on whose word it was kept until then. */
export type Ground = { rule: string; source: string; words: string };

/** Something that may go from this day on. */
export type MayGo = Ground & { from: LocalDate };

const months = { record: 72, papers: 48, challenge: 3 };

// Regulation 21 has both periods begin on the date of the decision: the last day is the one before the same date six, or four, years on.
const inspection = 'Reg 21 of SI 2012/2089';

/** The London date on which a decision was made, or on which it came to nothing; null while it may still be either. */
export const closedOn = (decision: Decision): LocalDate | null => {
  switch (decision.status) {
    case 'effective': return decision.determination.decidedOn;
    case 'declined': return londonDate(decision.declined.at);
    case 'withdrawn': return londonDate(decision.withdrawn.at);
    default: return null;
  }
};

/**
 * From which London date the whole record of a decision may go: six years from the decision, for which it must be kept and open to
 * inspection (reg 21 of SI 2012/2089); six years from whatever last happened to it; and not before six years after the last contract that hangs on it has ended, in which either side
 * may sue on it (Limitation Act 1980, s 5). What came to nothing is kept as long, by the council's own rule. Null while it is still to be decided, takes effect or a contract runs.
 */
export const recordMayGo = (decision: Decision, contractEnds: readonly (LocalDate | null)[]): MayGo | null => {
  const closed = closedOn(decision);
  const ends = contractEnds.filter((end) => end !== null);
  if (closed === null || ends.length < contractEnds.length) return null;
  const words = decision.status === 'effective' ? 'Six years have passed since the decision and since anything happened to it' : 'Six years have passed since it came to nothing';
  const from = latest(...[closed, londonDate(decision.updatedAt), ...ends].map((date) => addMonths(date, months.record)));
  return { from, rule: 'record-six-years', source: decision.status === 'effective' ? inspection : 'Council retention schedule', words: `${words}${ends.length > 0 ? ' and since the end of every contract that hangs on it' : ''}.` };
};

/**
 * The background papers of a decision and the London date from which the council may let them go: four years from the decision
 * (reg 21 of SI 2012/2089). The papers lie where their links lead; the record goes on naming them.
 */
export const papersMayGo = (decision: Decision): (MayGo & { title: string; url: string })[] => {
  if (decision.status !== 'effective') return [];
  const from = addMonths(decision.determination.decidedOn, months.papers);
  return decision.content.documents.flatMap(({ kind, title, url }) =>
    kind === 'background-paper' && url !== undefined ? [{ from, title, url, rule: 'papers-four-years', source: inspection, words: 'Four years have passed since the decision.' }] : []);
};

/**
 * From which London date the addresses of people outside the council may go from the list of a decision's emails: three months after it
 * took effect or came to nothing, when the time to challenge it in court is over (CPR 54.5), and with it the need to show who was written to where. Null while it goes on.
 */
export const addressesMayGo = (decision: Decision): MayGo | null => {
  if (closedOn(decision) === null) return null;
  const from = addMonths(londonDate(decision.updatedAt), months.challenge);
  return { from, rule: 'addresses-of-the-public', source: 'UK GDPR Art 5(1)(e); CPR 54.5', words: 'The decision is over and can no longer be challenged.' };
};

/** The addresses of those outside the council who were asked or told about a decision, in small letters. */
export const outsideAddresses = (decision: Decision): string[] => {
  const asked = decision.steps.filter(({ external }) => external).map(({ email }) => email);
  const named = (decision.content.consultees ?? []).flatMap((each) => (typeof each === 'object' && each.external ? [each.email] : []));
  return [...new Set([...asked, ...named].map((email) => email.trim().toLowerCase()))];
};

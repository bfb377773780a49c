import type { Council } from '../council/council.schema.ts';
import type { Draft } from '../proposal/proposal.schema.ts';
import { earliestAfterClearDays, earliestAfterClearWorkingDays, nextWorkingDay, nthClearWorkingDay } from './clear-days.ts';
import { addDays, inWords, latest, type LocalDate } from './local-date.ts';

/** How a key decision is given notice of: 28 clear days (reg 9 of SI 2012/2089), or the two lawful doors to less (regs 10 and 11). */
export type Route = 'ordinary' | 'general-exception' | 'special-urgency';

/** One thing that must be over before the decision: the first day on which it no longer stands in the way, and why. */
export type Gate = { date: LocalDate; rule: string; source: string; words: string };

/** When a decision of which notice is published on a given day may be taken. Dates are Europe/London. */
export type Timetable = {
  route: Route;
  clearDaysRequired: number;
  clearDaysBasis: 'calendar' | 'working' | 'none';
  earliestDecisionDate: LocalDate;
  suggestedDecisionDate: LocalDate;
  consultationClosesOn: LocalDate | null;
  gates: Gate[];
};

export type NoticeInput = {
  isKey: boolean;
  route: Route;
  noticePublishedOn: LocalDate;
  content: Pick<Draft, 'consultees' | 'inConsultationWith' | 'consultationClosesOn' | 'targetDecisionDate' | 'cabinetCommittee'>;
  council: Pick<Council, 'noticeClearDays' | 'generalExceptionClearWorkingDays' | 'consultationClearWorkingDays'>;
};

type Notice = Pick<Timetable, 'clearDaysRequired' | 'clearDaysBasis'> & { gate: Gate };

const ordinaryNotice = ({ noticePublishedOn: published, council }: NoticeInput): Notice => {
  const days = council.noticeClearDays;
  const date = earliestAfterClearDays(published, days);
  const words = `Notice was published on ${inWords(published)}; ${days} clear days end on ${inWords(addDays(date, -1))}.`;
  return {
    clearDaysRequired: days,
    clearDaysBasis: 'calendar',
    gate: { date, rule: 'notice-period', source: 'SI 2012/2089 reg 9', words },
  };
};

const generalException = ({ noticePublishedOn: published, council }: NoticeInput): Notice => {
  const days = council.generalExceptionClearWorkingDays;
  const date = earliestAfterClearWorkingDays(published, days);
  const words = `Notice under the general exception was published on ${inWords(published)}; ${days} clear working days end on ${inWords(addDays(date, -1))}.`;
  return {
    clearDaysRequired: days,
    clearDaysBasis: 'working',
    gate: { date, rule: 'general-exception', source: 'SI 2012/2089 reg 10', words },
  };
};

const noPeriod = (gate: Gate): Notice => ({ clearDaysRequired: 0, clearDaysBasis: 'none', gate });

const noticeOf = (input: NoticeInput): Notice => {
  const date = input.noticePublishedOn;
  if (!input.isKey)
    return noPeriod({ date, rule: 'not-key', source: 'SI 2012/2089 reg 9', words: 'A decision that is not key needs no notice period.' });
  switch (input.route) {
    case 'ordinary':
      return ordinaryNotice(input);
    case 'general-exception':
      return generalException(input);
    case 'special-urgency':
      return noPeriod({
        date,
        rule: 'special-urgency',
        source: 'SI 2012/2089 reg 11',
        words: 'A decision agreed to be urgent needs no notice period; the agreement must come first.',
      });
    default:
      return input.route satisfies never;
  }
};

const isUrgent = (input: NoticeInput): boolean => input.isKey && input.route === 'special-urgency';

/** Whether anybody is asked: consultees, or a member in consultation with whom an officer decides. */
export const asksAnybody = ({ consultees, inConsultationWith }: Pick<Draft, 'consultees' | 'inConsultationWith'>): boolean =>
  (consultees?.length ?? 0) > 0 || (inConsultationWith?.length ?? 0) > 0;

const consultationCloses = (input: NoticeInput, notice: Notice): LocalDate | null => {
  // What cannot reasonably be deferred does not wait for a consultation, whatever date was hoped for.
  if (isUrgent(input)) return input.noticePublishedOn;
  if (input.content.consultationClosesOn !== undefined) return input.content.consultationClosesOn;
  if (input.isKey) return addDays(notice.gate.date, -1);
  return asksAnybody(input.content) ? nthClearWorkingDay(input.noticePublishedOn, input.council.consultationClearWorkingDays) : null;
};

const consultationGate = (closesOn: LocalDate): Gate => ({
  date: addDays(closesOn, 1),
  rule: 'consultation-open',
  source: 'R v Brent LBC ex p Gunning (1985)',
  words: `Consultation closes at the end of ${inWords(closesOn)}; the decision takes its answers into account.`,
});

const publishedDateGate = (date: LocalDate): Gate => ({
  date,
  rule: 'published-decision-date',
  source: 'SI 2012/2089 reg 9(1)(d)',
  words: `The notice tells the public that the decision will be taken on ${inWords(date)}, so it is not taken before.`,
});

const committeeGate = ({ name, date }: NonNullable<Draft['cabinetCommittee']>): Gate => ({
  date: addDays(date, 1),
  rule: 'cabinet-committee',
  source: 'Council constitution: a Cabinet Committee advises before the decision',
  words: `${name} considers it on ${inWords(date)}.`,
});

/**
 * When the decision may be taken, counted from the day on which its notice is published: the latest of every gate.
 * The day suggested is the first working day from then on; deciding on a weekend is lawful.
 * Throws `BeyondBankHolidayCover` when working days are to be counted where bank holidays are not known.
 */
export const noticeTimetable = (input: NoticeInput): Timetable => {
  const { content, noticePublishedOn, route } = input;
  const { gate, ...required } = noticeOf(input);
  const consultationClosesOn = consultationCloses(input, { gate, ...required });
  const gates = [gate];
  if (consultationClosesOn !== null && !isUrgent(input)) gates.push(consultationGate(consultationClosesOn));
  if (content.targetDecisionDate !== undefined && content.targetDecisionDate > noticePublishedOn)
    gates.push(publishedDateGate(content.targetDecisionDate));
  if (content.cabinetCommittee && content.cabinetCommittee.date >= noticePublishedOn) gates.push(committeeGate(content.cabinetCommittee));
  const earliestDecisionDate = latest(...gates.map(({ date }) => date));
  return {
    route,
    ...required,
    earliestDecisionDate,
    suggestedDecisionDate: nextWorkingDay(earliestDecisionDate),
    consultationClosesOn,
    gates,
  };
};

/** The day at the end of which call-in closes, and the next calendar day, on which the decision takes effect, weekend or not. */
export const callInTimetable = (
  recordPublishedOn: LocalDate,
  clearWorkingDays: number,
): { callInClosesOn: LocalDate; effectiveFrom: LocalDate } => {
  const callInClosesOn = nthClearWorkingDay(recordPublishedOn, clearWorkingDays);
  return { callInClosesOn, effectiveFrom: addDays(callInClosesOn, 1) };
};

import type { Decision, Maker, Notice } from '../decision/decision.ts';
import type { Proposal } from '../proposal/proposal.schema.ts';
import { earliestAfterClearDays, nextWorkingDay } from '../rules/clear-days.ts';
import { inWords, latest, type LocalDate } from '../rules/local-date.ts';
import type { Timetable } from '../rules/timetable.ts';

const reg5 = 'Reg 5 of SI 2012/2089';

type Meeting = { maker: Maker; content: Proposal; publishedOn: LocalDate; days: number };

const isPrivate = (maker: Maker, { publicAccess }: Pick<Proposal, 'publicAccess'>) => maker.kind === 'body' && publicAccess.kind !== 'open';

/**
 * The notice's statement that a body will meet in private, and why (reg 5(2)-(3)). A second notice or consent was of the meeting as noticed
 * then, so neither outlives its notice.
 */
export const privateMeetingOf = (maker: Maker, content: Proposal): Pick<Notice, 'privateMeeting'> =>
  isPrivate(maker, content)
    ? { privateMeeting: { reasons: content.publicAccess.publicInterest ?? '', paragraphs: content.publicAccess.paragraphs } }
    : {};

const second = 'private-meeting-second-notice';

/**
 * The first day on which the public was told a decision could come, leaving out the second notice of a private meeting, which comes afresh
 * with each notice.
 */
export const toldOf = ({ gates }: Timetable): LocalDate => latest(...gates.filter(({ rule }) => rule !== second).map(({ date }) => date));

/** Adds reg 5's own 28 clear days to the gates of a decision that a body will take in private, key or not. */
export const withPrivateMeeting = (timetable: Timetable, { maker, content, publishedOn, days }: Meeting): Timetable => {
  if (!isPrivate(maker, content)) return timetable;
  const date = earliestAfterClearDays(publishedOn, days);
  const words = `The meeting is to be in private, and notice of that was published on ${inWords(publishedOn)}.`;
  return regated(timetable, [...timetable.gates, { date, rule: 'private-meeting', source: reg5, words }]);
};

/** Adds the five clear days of the second notice of a private meeting to the gates. */
export const withSecondNotice = (timetable: Timetable, notBefore: LocalDate): Timetable => {
  const words = 'The second notice of a private meeting runs for five clear days.';
  return regated(timetable, [...timetable.gates, { date: notBefore, rule: second, source: reg5, words }]);
};

/** A timetable without the gates that consent to meet in private stands in for. */
export const withConsent = (timetable: Timetable, clears: readonly string[]): Timetable =>
  regated(
    timetable,
    timetable.gates.filter(({ rule }) => !clears.includes(rule)),
  );

/** A timetable with other gates: its earliest and suggested days follow from them. */
export const regated = (timetable: Timetable, gates: Timetable['gates']): Timetable => {
  const earliestDecisionDate = latest(...gates.map(({ date }) => date));
  return { ...timetable, gates, earliestDecisionDate, suggestedDecisionDate: nextWorkingDay(earliestDecisionDate) };
};

/**
 * Whether a private meeting still lacks its second notice, five clear days before, or the consent that stands in for both (reg 5(4)-(7)).
 */
export const lacksSecondNotice = (decision: Decision): boolean => {
  const meeting = decision.notice?.privateMeeting;
  return meeting !== undefined && meeting.second === undefined && meeting.consent === undefined;
};

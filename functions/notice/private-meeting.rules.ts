import { agreeingChair } from '../council/directory.rules.ts';
import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { Decision, In, Maker, Notice } from '../decision/decision.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { agreements, askEach, isOpen, isUnanswered } from '../decision/steps.ts';
import { hasLeft } from '../link/in-post.rules.ts';
import type { Proposal } from '../proposal/proposal.schema.ts';
import { earliestAfterClearDays, earliestAfterClearWorkingDays, nextWorkingDay } from '../rules/clear-days.ts';
import { clearDaysOfSecondNotice } from './counted-again.rules.ts';
import { inWords, latest, type LocalDate, londonDate } from '../rules/local-date.ts';
import type { Timetable } from '../rules/timetable.ts';
import { nobodyElse, outOfTurn, saidNo } from './whose-turn.rules.ts';

const reg5 = 'Reg 5 of SI 2012/2089';

type Meeting = { maker: Maker; content: Proposal; publishedOn: LocalDate; days: number };

const isPrivate = (maker: Maker, { publicAccess }: Pick<Proposal, 'publicAccess'>) => maker.kind === 'body' && publicAccess.kind !== 'open';

/**
 * The notice's statement that a body will meet in private, and why (reg 5(2)-(3)). A second notice or consent was of the meeting as noticed
 * then, so neither outlives its notice.
 */
export const privateMeetingOf = (maker: Maker, content: Proposal): Pick<Notice, 'privateMeeting'> =>
  isPrivate(maker, content) ? { privateMeeting: { reasons: content.publicAccess.publicInterest ?? '' } } : {};

const second = 'private-meeting-second-notice';

/**
 * The first day on which the public was told a decision could come, leaving out the second notice of a private meeting, which comes afresh
 * with each notice.
 */
export const toldOf = ({ gates }: Timetable): LocalDate => latest(...gates.filter(({ rule }) => rule !== second).map(({ date }) => date));

/** A timetable worked out again, in which nothing that the public was told comes sooner: of each gate the later day stands. */
export const withLaterGates = (next: Timetable, before: Timetable): Timetable => {
  const fresh = next.gates.filter(({ rule, date }) => !before.gates.some((gate) => gate.rule === rule && gate.date > date));
  const kept = before.gates.filter(({ rule, date }) => !next.gates.some((gate) => gate.rule === rule && gate.date >= date));
  return regated(next, [...fresh, ...kept]);
};

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

const notPrivate = (decision: { notice: Notice }): Refused | null =>
  decision.notice.privateMeeting
    ? null
    : refuse('meeting-in-public', reg5, 'This decision is not to be taken by a body meeting in private.');

/**
 * Refuses what consent has settled: it stands in for both notices, so one published after it would only put the meeting off, and is not
 * given twice. Refuses it also once the meeting may be held without: dated after the meeting, it would make unlawful what was not.
 */
export const consentSettled = (decision: In<'notice-published' | 'awaiting-decision'>): Refused | null => {
  const consent = decision.notice.privateMeeting?.consent;
  if (consent) {
    const words = `${consent.name} agreed on ${inWords(consent.on)} to a meeting in private, in the place of both its notices.`;
    return refuse('consent-given', reg5, words, { consentedOn: consent.on });
  }
  if (decision.status === 'notice-published') return null;
  return refuse('consent-not-needed', reg5, 'Both notices of this meeting were given in time, so it needs nobody’s consent.');
};

/**
 * The second notice of a private meeting: the reasons again, the representations received and the response to them, at least five
 * clear days before the meeting, counted here as working days. Refuses a meeting in public, a second one of these, and one after consent.
 */
export const publishSecondNotice = (
  decision: In<'notice-published'>,
  { representations, response }: CommandOf<'publish-private-meeting-notice'>,
  { now }: Given,
): Outcome => {
  const refused = notPrivate(decision) ?? consentSettled(decision);
  if (refused) return refused;
  if (decision.notice.privateMeeting?.second)
    return refuse(
      'second-notice-published',
      reg5,
      `The second notice was published on ${inWords(decision.notice.privateMeeting.second.publishedOn)}.`,
    );
  const publishedOn = londonDate(now);
  const notBefore = earliestAfterClearWorkingDays(publishedOn, clearDaysOfSecondNotice);
  return happened({ type: 'private-meeting-notice-published', publishedOn, notBefore, representations, response });
};

const asking = { rule: 'private-meeting-consent', source: reg5, otherwise: 'let both its notices run' };

const askedElsewhere = (decision: Decision, post: string): Refused | null => {
  const no = saidNo(decision, 'private-meeting', post);
  return no && refuse('private-meeting-consent', reg5, nobodyElse(no, 'Let both its notices run.'), { refusedBy: no.name });
};

/**
 * Where reg 5's notices are impracticable, asks the scrutiny chair, or else the council's chair or vice-chair, to agree that the meeting is
 * urgent (reg 5(6)). A chair who is named is asked in the place of one who cannot act, and whoever is asked in the place of one who has
 * left or whom no email reached: that one's link ends.
 */
export const askConsent = (
  decision: In<'notice-published'>,
  { words, agreementFrom }: CommandOf<'ask-private-meeting-consent'>,
  { now, council }: Given,
): Outcome => {
  const on = londonDate(now);
  const chair = agreeingChair(council, on, agreementFrom);
  const refused = notPrivate(decision) ?? consentSettled(decision);
  if (refused) return refused;
  if (!chair) return refuse('private-meeting-consent', reg5, 'None of those who could consent is in post.');
  const waiting = agreements(decision, 'private-meeting').filter(isUnanswered);
  const asked = waiting.filter((step) => isOpen(step) && !hasLeft(step, council, on));
  if (asked.some(({ post }) => (agreementFrom ?? post) === post))
    return refuse('already-asked', reg5, 'Consent has been asked for already.');
  const notTheirs = outOfTurn(chair.post, council, on, asking) ?? askedElsewhere(decision, chair.post);
  if (notTheirs) return notTheirs;
  const steps = askEach([{ ...chair, purpose: 'private-meeting', reason: words }], 'agreement', decision.steps, { at: now, dueOn: on });
  const instead = waiting.map(({ id }) => id);
  return happened({ type: 'private-meeting-consent-asked', words, steps, ...(instead.length > 0 ? { instead } : {}) });
};

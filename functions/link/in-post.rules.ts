import type { Council } from '../council/council.schema.ts';
import { holderOf } from '../council/directory.rules.ts';
import type { Decision, Step } from '../decision/decision.ts';
import type { Actor } from '../decision/events.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { purposeOf, type Unanswered } from '../decision/steps.ts';
import { askedAfresh, coverOver } from '../determination/cover.rules.ts';
import { inWords, type LocalDate } from '../rules/local-date.ts';

/**
 * Whether the person asked by their post no longer holds it on a Europe/London day. Told by name, since mail follows the post: whoever
 * holds it next has the same mailbox, and the link that was sent to it.
 */
export const hasLeft = ({ post, name }: Pick<Step, 'post' | 'name'>, council: Council, on: LocalDate): boolean =>
  post !== null && holderOf(council, post, on)?.name !== name;

/** On whose word a chair is asked to agree, by what for. */
export const agreeingUnder = {
  'special-urgency': 'Reg 11 of SI 2012/2089',
  'private-meeting': 'Reg 5 of SI 2012/2089',
  'call-in-waiver': 'Council scrutiny rules (urgency)',
};

// Only the power to decide is given by the Act; what a chair agrees to and an officer clears is asked for by other rules.
const powerUnder = (step: Step): string => {
  if (step.stage === 'clearance') return 'Council scheme of delegation';
  return step.stage === 'agreement' ? agreeingUnder[purposeOf(step)] : 'Local Government Act 2000, section 9E';
};

const whenVacant: Partial<Record<Step['stage'], string>> = {
  clearance: 'Nobody does: the clerk can arrange cover under the council’s scheme, or send a fresh link once somebody does.',
  agreement: 'Nobody does: the clerk can ask whoever may agree instead, or send a fresh link once somebody does.',
  determination: 'Nobody does: the clerk can send a fresh link once somebody does, or its officer can name another decision maker.',
};

const remedyFor = ({ state, stage }: Step, isVacant: boolean): string => {
  if (state === 'approved') return askedAfresh;
  return (isVacant ? whenVacant[stage] : undefined) ?? 'The clerk can send a fresh link to whoever does.';
};

/**
 * Refuses an answer for somebody who has left the post they were asked in: its powers went with it. Null while they hold it, and where
 * nobody holds it and an officer clears in their place: that is the scheme's to give, under the deputy's own name.
 */
export const inPost = (step: Step, council: Council, on: LocalDate): Refused | null => {
  if (!hasLeft(step, council, on)) return null;
  const isVacant = step.post !== null && holderOf(council, step.post, on) === null;
  if (isVacant && step.stage === 'clearance' && step.cover) return null;
  const words = `${step.name} was asked as ${step.title}, and does not hold that post on ${inWords(on)}. ${remedyFor(step, isVacant)}`;
  return refuse('no-longer-in-post', powerUnder(step), words, { asked: step.name });
};

/** As `inPost`, for an answer that somebody gives for themselves. What a clerk enters was said before, by whoever held the post then. */
export const inPostToAnswer = (step: Step, { override }: Actor, council: Council, on: LocalDate): Refused | null =>
  override === undefined ? inPost(step, council, on) : null;

/** Whether whoever is asked for this signs for a body that has met: in office or not, since the body decided. */
export const isForMeeting = (decision: Decision, { stage }: Step): boolean =>
  stage === 'determination' && 'meeting' in decision && decision.meeting !== undefined;

/**
 * Why an answer to this step would be refused on a day, whoever was asked having left the post, or covering for its holder no more; null
 * where it would not. Anybody may say what they think when consulted.
 */
export const leftOpen = (decision: Decision, step: Unanswered, council: Council, on: LocalDate): Refused | null => {
  if (step.stage === 'consultation' || isForMeeting(decision, step)) return null;
  return (step.stage === 'determination' ? coverOver(step, council, on) : null) ?? inPost(step, council, on);
};

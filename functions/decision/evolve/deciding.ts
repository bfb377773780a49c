import type { Decision, Step } from '../decision.ts';
import type { HappeningOf } from '../events.ts';
import { answer, askedOf, change, isSettled, openedAt, type Reducers, submittedOf, voidSteps, type When, within } from './reducer.ts';

type Deciding =
  | 'notice-published'
  | 'consultation-answered'
  | 'consultation-closed'
  | 'committee-outcome-recorded'
  | 'determination-opened'
  | 'meeting-recorded'
  | 'determination-countersigned'
  | 'decision-made'
  | 'decision-effective';

// A chair agreed in the light of the notice that then stood; a refusal stands whatever is published after it.
const outlastsNotice = (step: Step): boolean => isSettled(step) && !(step.stage === 'agreement' && step.state === 'approved');

const noticePublished = (
  was: Decision,
  { notice, keyDecision, steps, instead = [] }: HappeningOf<'notice-published'>,
  { at }: When,
): Decision | null => {
  const from = within(was, 'cleared', 'notice-published');
  if (!from) return null;
  const before = voidSteps(from.steps, at, 'A new notice was published', (step) => outlastsNotice(step) && !instead.includes(step.id));
  return { ...submittedOf(from), status: 'notice-published', notice, keyDecision, steps: [...before, ...steps] };
};

const consultationAnswered = (
  was: Decision,
  { stepId, response, words, late, interest }: HappeningOf<'consultation-answered'>,
  { at }: When,
): Decision | null => {
  const from = within(was, 'notice-published', 'awaiting-decision', 'deferred');
  const responded = (step: Step): Step => ({
    ...askedOf(step),
    state: 'responded',
    openedAt: openedAt(step, at),
    actedAt: at,
    response,
    words,
    late,
    ...(interest ? { interest } : {}),
  });
  return from && { ...from, steps: change(from.steps, stepId, responded) };
};

const committeeRecorded = (was: Decision, { outcome }: HappeningOf<'committee-outcome-recorded'>): Decision | null => {
  const from = within(was, 'cleared', 'notice-published', 'awaiting-decision', 'deferred');
  if (!from) return null;
  const content = outcome.proposedDecision ? { ...from.content, proposedDecision: outcome.proposedDecision } : from.content;
  return { ...from, content, committeeOutcomes: [...from.committeeOutcomes, outcome] };
};

const voidDetermination = (steps: Step[], at: string, words: string) =>
  voidSteps(steps, at, words, (step) => step.stage !== 'determination');

const determinationOpened = (was: Decision, { contentHash, steps }: HappeningOf<'determination-opened'>, { at }: When): Decision | null => {
  const from = within(was, 'notice-published', 'awaiting-decision');
  if (!from) return null;
  return {
    ...submittedOf(from),
    notice: from.notice,
    status: 'awaiting-decision',
    contentHash,
    signatures: [],
    steps: [...voidDetermination(from.steps, at, 'A fresh link was sent'), ...steps],
  };
};

const unanswered =
  (silent: string[], at: string) =>
  (step: Step): Step =>
    step.state === 'open' && silent.includes(step.id) ? { ...askedOf(step), state: 'silent', openedAt: step.openedAt, closedAt: at } : step;

const decisionMade = (
  was: Decision,
  { stepId, determination, record, silent = [] }: HappeningOf<'decision-made'>,
  { at }: When,
): Decision | null => {
  const from = within(was, 'awaiting-decision');
  if (!from) return null;
  const signed = stepId ? answer(from.steps, { stepId, words: determination.words }, 'approved', 'approve', at) : from.steps;
  const steps = voidSteps(signed.map(unanswered(silent, at)), at, 'The decision was made', isSettled);
  return {
    ...submittedOf(from),
    notice: from.notice,
    status: 'decided',
    contentHash: determination.contentHash,
    steps,
    determination,
    record,
  };
};

export const deciding: Reducers<Deciding> = {
  'notice-published': noticePublished,
  'consultation-answered': consultationAnswered,
  'consultation-closed': (was, { silent }, { at }) => {
    const from = within(was, 'notice-published');
    const quiet = (step: Step): Step =>
      silent.includes(step.id) ? { ...askedOf(step), state: 'silent', openedAt: openedAt(step, at), closedAt: at } : step;
    return from && { ...from, steps: from.steps.map(quiet) };
  },
  'committee-outcome-recorded': committeeRecorded,
  'determination-opened': determinationOpened,
  'meeting-recorded': (was, { meeting, steps }, { at }) => {
    const from = within(was, 'awaiting-decision');
    return from && { ...from, meeting, steps: [...voidDetermination(from.steps, at, 'The meeting was recorded again'), ...steps] };
  },
  'determination-countersigned': (was, happening, { at }) => {
    const from = within(was, 'awaiting-decision');
    return (
      from && {
        ...from,
        signatures: [...from.signatures, { ...happening.interest, ...(happening.on ? { on: happening.on } : {}) }],
        steps: answer(from.steps, happening, 'approved', 'approve', at),
      }
    );
  },
  'decision-made': decisionMade,
  'decision-effective': (was) => {
    const from = within(was, 'decided');
    return from && { ...from, status: 'effective' };
  },
};

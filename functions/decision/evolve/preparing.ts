import type { Decision, Notice, Step } from '../decision.ts';
import type { HappeningOf } from '../events.ts';
import { fingerprint } from '../fingerprint.ts';
import {
  answer,
  askedOf,
  change,
  identityOf,
  staysSaid,
  isSettled,
  type Reducers,
  submittedOf,
  voidSteps,
  type When,
  within,
} from './reducer.ts';

type Preparing =
  | 'draft-replaced'
  | 'proposal-submitted'
  | 'proposal-corrected'
  | 'decision-date-moved'
  | 'proposal-changed'
  | 'clearance-given'
  | 'next-clearance-opened'
  | 'proposal-cleared'
  | 'proposal-returned'
  | 'proposal-declined'
  | 'proposal-withdrawn'
  | 'proposal-deferred'
  | 'proposal-resumed';

const returned = (was: Decision, happening: HappeningOf<'proposal-returned'>, { at, by }: When): Decision | null => {
  const from = within(was, 'in-clearance', 'awaiting-decision');
  if (!from) return null;
  const steps = answer(from.steps, happening, 'returned', 'return', at);
  const stays = voidSteps(steps, at, 'The proposal was returned', (step) => step.id === happening.stepId || staysSaid(step));
  const { content, number, notice } = from;
  return { ...identityOf(from), steps: stays, content, number, notice, status: 'draft', returned: { by, at, words: happening.words } };
};

const declined = (was: Decision, happening: HappeningOf<'proposal-declined'>, { at, by }: When): Decision | null => {
  const from = within(was, 'in-clearance', 'awaiting-decision');
  if (!from) return null;
  const steps = voidSteps(answer(from.steps, happening, 'declined', 'decline', at), at, 'The proposal was declined', isSettled);
  const { words, on } = happening;
  return { ...submittedOf(from), status: 'declined', steps, declined: { by, at, words, ...(on ? { on } : {}) } };
};

const withdrawn = (was: Decision, happening: HappeningOf<'proposal-withdrawn'>, { at, by }: When): Decision | null => {
  const from = within(was, 'draft', 'in-clearance', 'cleared', 'notice-published', 'awaiting-decision', 'deferred');
  if (!from) return null;
  const { content, number, notice } = from;
  const steps = voidSteps(from.steps, at, 'The proposal was withdrawn', isSettled);
  return { ...identityOf(from), content, number, notice, steps, status: 'withdrawn', withdrawn: { by, at, words: happening.words } };
};

const changed = (was: Decision, happening: HappeningOf<'proposal-changed'>, { at }: When): Decision | null => {
  const from = within(was, 'in-clearance', 'cleared', 'notice-published', 'awaiting-decision');
  if (!from) return null;
  const steps = [...voidSteps(from.steps, at, happening.why, staysSaid), ...happening.steps];
  return { ...submittedOf(from), status: 'in-clearance', content: happening.content, keyDecision: happening.keyDecision, steps };
};

// An open consultation follows its closing day.
const closingOn = (steps: Step[], { timetable }: Notice): Step[] =>
  steps.map((step) => (step.stage === 'consultation' && step.state === 'open' ? { ...step, dueOn: timetable.consultationClosesOn } : step));

const corrected = (
  was: Decision,
  { content, keyDecision, notice, steps: late = [], on }: HappeningOf<'proposal-corrected'>,
): Decision | null => {
  const from = within(was, 'in-clearance', 'cleared', 'notice-published', 'awaiting-decision');
  if (!from) return null;
  const told = { ...(notice ? { notice } : {}), steps: [...(notice ? closingOn(from.steps, notice) : from.steps), ...late] };
  return from.status === 'awaiting-decision'
    ? { ...from, ...told, content, keyDecision, contentHash: fingerprint(content), ...(on ? { correctedOn: on } : {}) }
    : { ...from, ...told, content, keyDecision };
};

const dateMoved = (was: Decision, { notice, lapsed = [] }: HappeningOf<'decision-date-moved'>, { at }: When): Decision | null => {
  const from = within(was, 'notice-published', 'awaiting-decision');
  if (!from) return null;
  const steps = voidSteps(
    closingOn(from.steps, notice),
    at,
    'The decision was moved to a later date',
    (step) => !lapsed.includes(step.id) && (step.stage !== 'determination' || isSettled(step)),
  );
  return { ...submittedOf(from), notice, steps, status: 'notice-published' };
};

const deferred = (was: Decision, { words, until }: HappeningOf<'proposal-deferred'>, { at, by }: When): Decision | null => {
  const from = within(was, 'cleared', 'notice-published', 'awaiting-decision');
  if (!from) return null;
  const steps = voidSteps(from.steps, at, 'The decision was deferred', (step) => step.stage !== 'determination' || isSettled(step));
  return { ...submittedOf(from), status: 'deferred', steps, deferred: { by, at, words, until, from: from.status } };
};

const resumed = (was: Decision, happening: HappeningOf<'proposal-resumed'>, { at }: When): Decision | null => {
  const from = within(was, 'deferred');
  if (!from) return null;
  const { lapsed = [] } = happening;
  const steps = voidSteps(from.steps, at, 'The decision was put off to a later day', ({ id }) => !lapsed.includes(id));
  const { notice: before, ...rest } = { ...submittedOf(from), steps };
  const notice = happening.notice ?? before;
  return from.deferred.from === 'cleared' || notice === null
    ? { ...rest, notice, status: 'cleared', clearedAt: at }
    : { ...rest, notice, status: 'notice-published' };
};

export const preparing: Reducers<Preparing> = {
  'draft-replaced': (was, { content }) => {
    const from = within(was, 'draft');
    return from && { ...from, content };
  },
  'proposal-submitted': (was, { number, content, keyDecision, steps }, { at }) => {
    const from = within(was, 'draft');
    return (
      from && {
        ...identityOf(from),
        notice: from.notice,
        status: 'in-clearance',
        number,
        content,
        keyDecision,
        submittedAt: at,
        steps: [...from.steps, ...steps],
      }
    );
  },
  'proposal-corrected': corrected,
  'decision-date-moved': dateMoved,
  'proposal-changed': changed,
  'clearance-given': (was, happening, { at }) => {
    const from = within(was, 'in-clearance');
    return from && { ...from, steps: answer(from.steps, happening, 'approved', 'approve', at) };
  },
  'next-clearance-opened': (was, { stepId, dueOn }, { at }) => {
    const from = within(was, 'in-clearance');
    return from && { ...from, steps: change(from.steps, stepId, (step) => ({ ...askedOf(step), dueOn, state: 'open', openedAt: at })) };
  },
  'proposal-cleared': (was, _, { at }) => {
    const from = within(was, 'in-clearance');
    return from && { ...from, status: 'cleared', clearedAt: at };
  },
  'proposal-returned': returned,
  'proposal-declined': declined,
  'proposal-withdrawn': withdrawn,
  'proposal-deferred': deferred,
  'proposal-resumed': resumed,
};

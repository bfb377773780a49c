import type { Step } from '../decision.ts';
import { askedOf, change, openedAt, type Reducers } from './reducer.ts';

type Asking =
  | 'link-reissued'
  | 'step-delegated'
  | 'step-undeliverable'
  | 'step-reminded'
  | 'splitting-pointed-out'
  | 'proposal-handed-over';

// Cover was for the person who has left.
const succeeded = (step: Step, holder: { name: string; title: string; email: string }) => {
  const { cover: _, ...asked } = askedOf(step);
  return { ...asked, ...holder };
};

export const asking: Reducers<Asking> = {
  'link-reissued': (was, { stepId, issue, holder, succeeds, dueOn }, { at }) => ({
    ...was,
    steps: change(was.steps, stepId, (step) => ({
      ...(holder ? succeeded(step, holder) : askedOf(step)),
      ...(dueOn ? { dueOn } : {}),
      ...(succeeds ? { reminded: [], putAt: step.putAt ?? openedAt(step, at) } : {}),
      issue,
      state: 'open',
      openedAt: succeeds ? at : openedAt(step, at),
    })),
  }),
  'step-delegated': (was, { stepId, issue, cover }, { at }) => ({
    ...was,
    steps: change(was.steps, stepId, (step) => ({ ...askedOf(step), issue, cover, state: 'open', openedAt: openedAt(step, at) })),
  }),
  'step-undeliverable': (was, { stepId, words }, { at }) => ({
    ...was,
    steps: change(was.steps, stepId, (step) => ({
      ...askedOf(step),
      state: 'undeliverable',
      openedAt: openedAt(step, at),
      closedAt: at,
      words,
    })),
  }),
  'proposal-handed-over': ({ submittedBy, heldBefore = [], ...was }, { to }) => ({
    ...was,
    submittedBy: to,
    heldBefore: [...heldBefore.filter(({ sub }) => sub !== to.sub), submittedBy],
  }),
  'splitting-pointed-out': (was, { shared, sumPence, words }) => ({
    ...was,
    splittings: [...(was.splittings ?? []), { shared, sumPence, words }],
  }),
  'step-reminded': (was, { stepId, reminder }) => ({
    ...was,
    steps: change(was.steps, stepId, (step) => ({ ...step, reminded: [...(step.reminded ?? []), reminder] })),
  }),
};

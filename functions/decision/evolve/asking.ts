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

// Whoever is asked from now on has heard of no reminder before.
const opened = (step: Step, at: string, { isAnew, dueOn }: { isAnew: boolean; dueOn: string | undefined }) => ({
  ...(dueOn ? { dueOn } : {}),
  ...(isAnew ? { reminded: [], putAt: step.putAt ?? openedAt(step, at) } : {}),
  state: 'open' as const,
  openedAt: isAnew ? at : openedAt(step, at),
});

export const asking: Reducers<Asking> = {
  'link-reissued': (was, { stepId, issue, holder, succeeds, anew, dueOn }, { at }) => ({
    ...was,
    steps: change(was.steps, stepId, (step) => ({
      ...(holder ? succeeded(step, holder) : askedOf(step)),
      ...opened(step, at, { isAnew: succeeds ?? anew ?? false, dueOn }),
      issue,
    })),
  }),
  'step-delegated': (was, { stepId, issue, cover, anew = false, dueOn }, { at }) => ({
    ...was,
    steps: change(was.steps, stepId, (step) => ({ ...askedOf(step), ...opened(step, at, { isAnew: anew, dueOn }), issue, cover })),
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

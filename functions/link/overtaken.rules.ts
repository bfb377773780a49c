import type { Decision, OpenStep } from '../decision/decision.ts';
import { isOpen } from '../decision/steps.ts';

// Once the decision is with its maker both notices of a private meeting have run; once a body has met it has decided, call-in waived or
// not. What is deferred goes on from where it stood.
const isOvertaken = (decision: Decision, { purpose }: OpenStep): boolean => {
  const status = decision.status === 'deferred' ? decision.deferred.from : decision.status;
  if (purpose === 'private-meeting') return status !== 'notice-published';
  return purpose === 'call-in-waiver' && 'meeting' in decision && decision.meeting !== undefined;
};

/** The open steps of a decision, but for an agreement that comes too late: the answer would be refused, so nobody is reminded of it. */
export const notOvertaken = (decision: Decision): OpenStep[] =>
  decision.steps.filter(isOpen).filter((step) => !isOvertaken(decision, step));

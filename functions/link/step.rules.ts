import { type CommandOf, happened, type Outcome } from '../decision/commands.ts';
import type { Decision } from '../decision/decision.ts';
import { forbid, invalid, refuse } from '../decision/refusal.ts';
import { stepOf } from '../decision/steps.ts';
import { spent } from './answerable.rules.ts';

const noSuchStep = () => refuse('no-such-step', 'Council approval procedure', 'This decision has no such step.');

/** Sends a fresh link to the same mailbox; the earlier one stops counting. A step found undeliverable is open again. */
export const reissueLink = (decision: Decision, { stepId }: CommandOf<'reissue-link'>): Outcome => {
  const step = stepOf(decision, stepId);
  if (!step) return noSuchStep();
  const asked = step.state === 'open' || step.state === 'undeliverable';
  return asked ? happened({ type: 'link-reissued', stepId, issue: step.issue + 1 }) : spent(step);
};

/** Somebody covers for the person asked, under a scheme that is named; the file then reads "X for Y". Never the submitter. */
export const delegateStep = (decision: Decision, { stepId, name, email, scheme }: CommandOf<'delegate-step'>): Outcome => {
  const step = stepOf(decision, stepId);
  if (!step) return noSuchStep();
  if (step.state !== 'open' && step.state !== 'undeliverable') return spent(step);
  if (email.toLowerCase() === decision.submittedBy.email.toLowerCase()) return forbid('own-proposal', 'The officer who submitted a proposal cannot clear or decide it for somebody else.');
  if (email.toLowerCase() === step.email.toLowerCase()) return invalid([{ path: 'to', message: 'This is the person already asked' }]);
  return happened({ type: 'step-delegated', stepId, issue: step.issue + 1, cover: { name, email, scheme } });
};

/** An address refused a step's email for good: the step stops counting as asked. A step already answered stays answered. */
export const markUndeliverable = (decision: Decision, { stepId, words }: CommandOf<'mark-undeliverable'>): Outcome => {
  const step = stepOf(decision, stepId);
  if (!step) return noSuchStep();
  return step.state === 'open' ? happened({ type: 'step-undeliverable', stepId, words }) : happened();
};

import type { Command, CommandOf, Given, Outcome } from '../decision/commands.ts';
import type { Decision, Stage, Step } from '../decision/decision.ts';
import { invalid } from '../decision/refusal.ts';
import { isUnanswered, stepOf } from '../decision/steps.ts';
import { answeredBy } from '../decision/transitions.ts';
import { noSuchStep, spent } from './answerable.rules.ts';

type Recorded = CommandOf<'record-answer'>;
type Judge = (decision: Decision, command: Command, given: Given) => Outcome;

const responses: Record<Stage, string[]> = {
  clearance: ['approve', 'return', 'decline'],
  consultation: ['support', 'object', 'comment', 'amend'],
  agreement: ['agree', 'refuse'],
  determination: ['approve', 'return', 'decline'],
};

// That no email reaches somebody is no reason to refuse what they said another way.
const askedAnyway = (decision: Decision, step: Step): Decision =>
  step.state === 'undeliverable'
    ? { ...decision, steps: decision.steps.map((each) => (each.id === step.id ? { ...step, state: 'open' } : each)) }
    : decision;

/**
 * A clerk enters what somebody answered other than by their link: on paper, by telephone, at a meeting. It meets every rule that the
 * person's own answer would, but that an email has to have reached them, and stands in the history and on the record as the clerk's entry,
 * with the evidence for it.
 */
export const recordAnswer = (
  decision: Decision,
  { stepId, response, words, evidence, interest, signedOn, by }: Recorded,
  given: Given,
  judge: Judge,
): Outcome => {
  const step = stepOf(decision, stepId);
  if (!step) return noSuchStep();
  if (!isUnanswered(step) && step.state !== 'silent') return spent(step);
  const possible = responses[step.stage];
  if (!possible.includes(response)) return invalid([{ path: 'response', message: `Use one of: ${possible.join(', ')}` }]);
  if (step.stage === 'determination' && !interest) return invalid([{ path: 'interest', message: 'Say whether an interest was declared' }]);
  const answer = {
    type: answeredBy[step.stage],
    stepId,
    issue: step.issue,
    response,
    words,
    interest,
    signedOn,
    by: { ...by, override: evidence },
  };
  return judge(askedAnyway(decision, step), answer as Command, given);
};

import { asksInterest } from '../consultation/consultation.rules.ts';
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

// What is asked of nobody at this step would not be kept, so it is refused rather than lost. To have none says nothing that could be lost.
const unasked = (decision: Decision, step: Step, { interest, signedOn }: Recorded, { council }: Given) => {
  const decides = step.stage === 'determination';
  const asksOne = decides || (step.stage === 'consultation' && asksInterest(decision, step, council));
  const isSaid = interest && (interest.interest === 'declared' || interest.kind || interest.detail || interest.dispensation);
  return [
    ...(isSaid && !asksOne
      ? [{ path: 'interest', message: 'No interest is asked of them, and none would be kept. Leave it out, or put it in their words' }]
      : []),
    ...(isSaid && asksOne && interest.interest === 'none'
      ? [{ path: 'interest', message: 'You have said what an interest is. Say that it was declared, or leave that out' }]
      : []),
    ...(signedOn && !decides
      ? [{ path: 'signedOn', message: 'Only a decision has a day of signature. Say the day in “evidence”, and leave this out' }]
      : []),
  ];
};

// That no email reaches somebody is no reason to refuse what they said another way.
const askedAnyway = (decision: Decision, step: Step): Decision =>
  step.state === 'undeliverable'
    ? { ...decision, steps: decision.steps.map((each) => (each.id === step.id ? { ...step, state: 'open' } : each)) }
    : decision;

/**
 * A clerk enters what somebody answered other than by their link: on paper, by telephone, at a meeting. It meets every rule that the
 * person's own answer would, but that an email has to have reached them, and stands in the history and on the record as the clerk's entry,
 * with the evidence for it. Refuses an interest, or a day of signature, where none is asked for.
 */
export const recordAnswer = (decision: Decision, command: Recorded, given: Given, judge: Judge): Outcome => {
  const { stepId, response, words, evidence, interest, signedOn, by } = command;
  const step = stepOf(decision, stepId);
  if (!step) return noSuchStep();
  if (!isUnanswered(step) && step.state !== 'silent') return spent(step);
  const possible = responses[step.stage];
  if (!possible.includes(response)) return invalid([{ path: 'response', message: `Use one of: ${possible.join(', ')}` }]);
  if (step.stage === 'determination' && !interest) return invalid([{ path: 'interest', message: 'Say whether an interest was declared' }]);
  const faults = unasked(decision, step, command, given);
  if (faults.length > 0) return invalid(faults);
  const answer = {
    type: answeredBy[step.stage],
    stepId,
    issue: step.issue,
    response,
    words,
    interest,
    signedOn,
    by: { ...by, override: evidence },
    address: command.address,
  };
  return judge(askedAnyway(decision, step), answer as Command, given);
};

import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { CommitteeOutcome, In } from '../decision/decision.ts';
import { canonical } from '../decision/fingerprint.ts';
import { invalid } from '../decision/refusal.ts';
import { reopened } from '../determination/opening.rules.ts';

type Recorded = CommandOf<'record-committee-outcome'>;

const faults = ({ outcome, proposedDecision }: Recorded) => {
  const worded = (proposedDecision?.length ?? 0) > 0;
  if (outcome === 'amended' && !worded) return [{ path: 'proposedDecision', message: 'Give the wording as the committee amended it' }];
  return outcome !== 'amended' && worded ? [{ path: 'proposedDecision', message: 'Only an amended outcome carries a new wording' }] : [];
};

type Advised = In<'cleared' | 'notice-published' | 'awaiting-decision' | 'deferred'>;

// Whoever tells it twice would have it published twice, and its wording taken for the officer's.
const isToldAgain = ({ content, committeeOutcomes }: Advised, { before: _, ...told }: CommitteeOutcome): boolean => {
  const { before: __, ...last } = committeeOutcomes.at(-1) ?? {};
  const { proposedDecision = content.proposedDecision } = told;
  return canonical(last) === canonical(told) && canonical(proposedDecision) === canonical(content.proposedDecision);
};

/**
 * What the Cabinet Committee advised; told again in the same words, it is kept once. New wording takes the place of the officer's, which is
 * kept beside it; a decision maker who already has a link gets a fresh one, because what they would sign has changed. While it is deferred
 * nobody has one: whoever decides is asked for the new wording once it is taken up again.
 */
export const recordCommitteeOutcome = (decision: Advised, command: Recorded, given: Given): Outcome => {
  const found = faults(command);
  if (found.length > 0) return invalid(found);
  const { committee, date, words, proposedDecision } = command;
  const amended = command.outcome === 'amended' && proposedDecision ? { before: decision.content.proposedDecision, proposedDecision } : {};
  const outcome: CommitteeOutcome = { committee, date, words, outcome: command.outcome, ...amended };
  if (isToldAgain(decision, outcome)) return happened();
  const recorded = { type: 'committee-outcome-recorded' as const, outcome };
  if (decision.status !== 'awaiting-decision' || !amended.proposedDecision) return happened(recorded);
  return happened(recorded, reopened(decision, { ...decision.content, proposedDecision: amended.proposedDecision }, given));
};

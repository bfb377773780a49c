import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { CommitteeOutcome, In } from '../decision/decision.ts';
import { invalid } from '../decision/refusal.ts';
import { reopened } from '../determination/opening.rules.ts';

type Recorded = CommandOf<'record-committee-outcome'>;

const faults = ({ outcome, proposedDecision }: Recorded) => {
  const worded = (proposedDecision?.length ?? 0) > 0;
  if (outcome === 'amended' && !worded) return [{ path: 'proposedDecision', message: 'Give the wording as the committee amended it' }];
  return outcome !== 'amended' && worded ? [{ path: 'proposedDecision', message: 'Only an amended outcome carries a new wording' }] : [];
};

/**
 * What the Cabinet Committee advised. New wording takes the place of the officer's, which is kept beside it; a decision
 * maker who already has a link gets a fresh one, because what they would sign has changed. While it is deferred nobody has one: whoever
 * decides is asked for the new wording once it is taken up again.
 */
export const recordCommitteeOutcome = (
  decision: In<'cleared' | 'notice-published' | 'awaiting-decision' | 'deferred'>,
  command: Recorded,
  given: Given,
): Outcome => {
  const found = faults(command);
  if (found.length > 0) return invalid(found);
  const { committee, date, words, proposedDecision } = command;
  const amended = command.outcome === 'amended' && proposedDecision ? { before: decision.content.proposedDecision, proposedDecision } : {};
  const outcome: CommitteeOutcome = { committee, date, words, outcome: command.outcome, ...amended };
  const recorded = { type: 'committee-outcome-recorded' as const, outcome };
  if (decision.status !== 'awaiting-decision' || !amended.proposedDecision) return happened(recorded);
  return happened(recorded, reopened(decision, { ...decision.content, proposedDecision: amended.proposedDecision }, given));
};

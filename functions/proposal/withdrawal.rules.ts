import { type Command, type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { Decision, In } from '../decision/decision.ts';
import { invalid, type Refused } from '../decision/refusal.ts';
import { takenUp } from '../notice/put-off.rules.ts';
import { londonDate } from '../rules/local-date.ts';
import { notTheirs } from './proposal.rules.ts';

/** Refuses an act that nobody says the reason of; null where it is said. */
export const reasonFault = (words: string): Refused | null => (words.trim() ? null : invalid([{ path: 'reason', message: 'Say why' }]));

const notHeld = (decision: Decision, command: Command): Refused | null =>
  command.by.kind === 'clerk' ? null : notTheirs(decision, command);

/** The officer or the clerk withdraws a proposal not yet decided, with a reason. Its number is never used again. */
export const withdrawProposal = (decision: Decision, command: CommandOf<'withdraw-proposal'>): Outcome =>
  notHeld(decision, command) ?? reasonFault(command.words) ?? happened({ type: 'proposal-withdrawn', words: command.words });

/** The officer or the clerk puts a decision off, to a date or without one. Consultation goes on; the notice stays public. */
export const deferProposal = (decision: Decision, command: CommandOf<'defer-proposal'>, { now }: Given): Outcome => {
  const { words, until } = command;
  if (until !== null && until <= londonDate(now)) return invalid([{ path: 'until', message: 'Give a date to come' }]);
  return notHeld(decision, command) ?? reasonFault(words) ?? happened({ type: 'proposal-deferred', words, until });
};

/** Takes a deferred decision up again where it was. A later date needs no new notice, but what was agreed to be urgent is asked again. */
export const resumeProposal = (decision: In<'deferred'>, command: CommandOf<'resume-proposal'>, given: Given): Outcome =>
  notHeld(decision, command) ?? happened(takenUp(decision, given));

import { tooEarly } from '../determination/determination.rules.ts';
import { spent } from '../link/answerable.rules.ts';
import { londonDate } from '../rules/local-date.ts';
import type { Command, Given } from './commands.ts';
import type { Decision, Status } from './decision.ts';
import { refuse, type Refused } from './refusal.ts';
import { stepOf } from './steps.ts';

/** Each status as a clerk says it. */
export const inPlainWords: Record<Status, string> = {
  draft: 'a draft',
  'in-clearance': 'in clearance',
  cleared: 'cleared, and waits for its notice',
  'notice-published': 'under notice',
  'awaiting-decision': 'waiting for its decision maker',
  decided: 'decided',
  'called-in': 'called in',
  effective: 'in effect',
  declined: 'declined',
  withdrawn: 'withdrawn',
  deferred: 'deferred',
};

const answeredStep = (decision: Decision, command: Command): Refused | null => {
  const step = 'stepId' in command ? stepOf(decision, command.stepId) : null;
  return step && step.state !== 'open' ? spent(step) : null;
};

const notYet = (decision: Decision, command: Command, { now }: Given): Refused | null => {
  const deciding = command.type === 'determine' || command.type === 'record-meeting';
  return deciding && 'notice' in decision && decision.notice ? tooEarly({ notice: decision.notice }, londonDate(now)) : null;
};

/** Why a command is not heard in this status: who answered already, or how early it is, or simply where the proposal stands. */
export const notHeard = (decision: Decision, command: Command, given: Given): Refused =>
  answeredStep(decision, command) ??
  notYet(decision, command, given) ??
  refuse('stage', 'Council decision procedure', `This cannot be done while the proposal is ${inPlainWords[decision.status]}.`, { status: decision.status });

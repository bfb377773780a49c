import { inTime, onceOnly } from '../call-in/call-in.rules.ts';
import { tooEarly } from '../determination/lawful-day.rules.ts';
import { lacksAgreement } from '../determination/opening.rules.ts';
import { spent } from '../link/answerable.rules.ts';
import { notInformed } from '../notice/exception-told.rules.ts';
import { londonDate } from '../rules/local-date.ts';
import type { Command, Given } from './commands.ts';
import type { Decision, Status } from './decision.ts';
import { refuse, type Refused } from './refusal.ts';
import { stepOf } from './steps.ts';

/** Each status as a clerk says it. */
const inPlainWords: Record<Status, string> = {
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
  if (!deciding || decision.status !== 'notice-published') return null;
  return (
    tooEarly(decision, londonDate(now)) ??
    (lacksAgreement(decision)
      ? refuse(
          'special-urgency-agreement',
          'Reg 11 of SI 2012/2089',
          'It is not yet agreed that this is urgent, and the decision cannot come before.',
        )
      : notInformed(decision))
  );
};

const callInOver = (decision: Decision, command: Command, { now, council }: Given): Refused | null => {
  if (command.type !== 'call-in-decision' || decision.status !== 'effective') return null;
  return onceOnly(decision, command) ?? inTime(decision, londonDate(now), council);
};

/** Refuses what cannot be done where the proposal stands. */
export const wrongStage = ({ status }: Decision): Refused =>
  refuse('stage', 'Council decision procedure', `This cannot be done while the proposal is ${inPlainWords[status]}.`, { status });

/** Why a command is not heard in this status: who answered already, or how early it is, or simply where the proposal stands. */
export const notHeard = (decision: Decision, command: Command, given: Given): Refused =>
  answeredStep(decision, command) ?? notYet(decision, command, given) ?? callInOver(decision, command, given) ?? wrongStage(decision);

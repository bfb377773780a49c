import type { CommandType } from './commands.ts';
import type { Stage, Status } from './decision.ts';

type Transitions = Record<Status, Partial<Record<CommandType, readonly Status[]>>>;

/**
 * Which command is heard in which status, and the statuses that it leads to. What is not here is refused.
 * The README's picture of the process is drawn from this table and the next.
 */
export const transitions = {
  draft: {
    'amend-proposal': ['draft'],
    'submit-proposal': ['in-clearance'],
    'hand-over-proposal': ['draft'],
    'withdraw-proposal': ['withdrawn'],
  },
  'in-clearance': {
    'amend-proposal': ['in-clearance'],
    'give-clearance': ['in-clearance', 'draft', 'declined'],
    'record-answer': ['in-clearance', 'draft', 'declined'],
    'hand-over-proposal': ['in-clearance'],
    'withdraw-proposal': ['withdrawn'],
    'point-out-splitting': ['in-clearance'],
    'reissue-link': ['in-clearance'],
    'delegate-step': ['in-clearance'],
    'mark-undeliverable': ['in-clearance'],
    'mark-notice-undeliverable': ['in-clearance'],
    'run-daily-check': ['in-clearance'],
  },
  cleared: {
    'amend-proposal': ['cleared', 'in-clearance'],
    'publish-notice': ['notice-published'],
    'record-committee-outcome': ['cleared'],
    'hand-over-proposal': ['cleared'],
    'withdraw-proposal': ['withdrawn'],
    'defer-proposal': ['deferred'],
    'point-out-splitting': ['cleared'],
    'mark-notice-undeliverable': ['cleared'],
  },
  'notice-published': {
    'amend-proposal': ['notice-published', 'in-clearance'],
    'publish-notice': ['notice-published'],
    'give-agreement': ['notice-published'],
    'answer-consultation': ['notice-published'],
    'record-answer': ['notice-published'],
    'record-committee-outcome': ['notice-published'],
    'ask-call-in-waiver': ['notice-published'],
    'ask-private-meeting-consent': ['notice-published'],
    'publish-private-meeting-notice': ['notice-published'],
    'hand-over-proposal': ['notice-published'],
    'withdraw-proposal': ['withdrawn'],
    'defer-proposal': ['deferred'],
    'point-out-splitting': ['notice-published'],
    'reissue-link': ['notice-published'],
    'delegate-step': ['notice-published'],
    'mark-undeliverable': ['notice-published'],
    'mark-notice-undeliverable': ['notice-published'],
    'record-written-notice': ['notice-published'],
    'run-daily-check': ['notice-published'],
  },
  'awaiting-decision': {
    'amend-proposal': ['awaiting-decision', 'notice-published', 'in-clearance'],
    determine: ['awaiting-decision', 'decided', 'draft', 'declined'],
    'record-meeting': ['awaiting-decision'],
    'record-answer': ['awaiting-decision', 'decided', 'draft', 'declined'],
    'record-committee-outcome': ['awaiting-decision'],
    'answer-consultation': ['awaiting-decision'],
    'give-agreement': ['awaiting-decision'],
    'ask-call-in-waiver': ['awaiting-decision'],
    'hand-over-proposal': ['awaiting-decision'],
    'withdraw-proposal': ['withdrawn'],
    'defer-proposal': ['deferred'],
    'point-out-splitting': ['awaiting-decision'],
    'reissue-link': ['awaiting-decision'],
    'delegate-step': ['awaiting-decision'],
    'mark-undeliverable': ['awaiting-decision'],
    'mark-notice-undeliverable': ['awaiting-decision'],
    'record-written-notice': ['awaiting-decision', 'notice-published'],
    'run-daily-check': ['awaiting-decision'],
  },
  decided: {
    'call-in-decision': ['called-in'],
    'challenge-key-status': ['decided'],
    'report-key-status': ['decided'],
    'supersede-decision': ['decided'],
    'hand-over-proposal': ['decided'],
    'run-daily-check': ['decided'],
  },
  'called-in': {
    'call-in-decision': ['called-in'],
    'validate-call-in': ['called-in', 'decided'],
    'conclude-call-in': ['called-in', 'decided'],
    'reconsider-decision': ['decided'],
    'challenge-key-status': ['called-in'],
    'report-key-status': ['called-in'],
    'supersede-decision': ['called-in'],
    'hand-over-proposal': ['called-in'],
    'run-daily-check': ['called-in'],
  },
  effective: {
    'challenge-key-status': ['effective'],
    'report-key-status': ['effective'],
    'supersede-decision': ['effective'],
  },
  declined: {},
  withdrawn: {},
  deferred: {
    'resume-proposal': ['cleared', 'notice-published'],
    'record-committee-outcome': ['deferred'],
    'answer-consultation': ['deferred'],
    'record-answer': ['deferred'],
    'hand-over-proposal': ['deferred'],
    'withdraw-proposal': ['withdrawn'],
    'reissue-link': ['deferred'],
    'delegate-step': ['deferred'],
    'mark-undeliverable': ['deferred'],
    'mark-notice-undeliverable': ['deferred'],
    'record-written-notice': ['deferred'],
    'run-daily-check': ['deferred'],
  },
} as const satisfies Transitions;

/** What can follow of itself, after any command and at every daily check, and when. */
export const follows: Partial<Record<Status, Partial<Record<Status, string>>>> = {
  'in-clearance': { cleared: 'all have cleared it' },
  cleared: { 'notice-published': 'where the council publishes on clearance' },
  'notice-published': { 'awaiting-decision': 'the notice has run and consultation has closed' },
  decided: { effective: 'call-in has closed' },
  deferred: { cleared: 'its day has come', 'notice-published': 'its day has come' },
};

/** Whether this command is heard in this status at all. */
export const isHeard = (status: Status, command: CommandType): boolean => command in transitions[status];

/** The command by which a step of each stage is answered. */
export const answeredBy = {
  clearance: 'give-clearance',
  consultation: 'answer-consultation',
  agreement: 'give-agreement',
  determination: 'determine',
} as const;

/** Whether a step of this stage can be answered in this status, so that to ask for an answer is no empty request. */
export const isAskedIn = (status: Status, stage: Stage): boolean => isHeard(status, answeredBy[stage]);

const onwards = (status: Status): Status[] => [status, ...(Object.keys(follows[status] ?? {}) as Status[]).flatMap(onwards)];

/** Every status in which a decision can stand once a command was carried out and all that follows of itself has followed. */
export const reachable = (status: Status, command: CommandType): Status[] => {
  const table: Partial<Record<CommandType, readonly Status[]>> = transitions[status];
  return [...new Set((table[command] ?? []).flatMap(onwards))];
};

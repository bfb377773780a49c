import type { CommandType } from './commands.ts';
import type { Status } from './decision.ts';

type Transitions = Record<Status, Partial<Record<CommandType, readonly Status[]>>>;

/**
 * Which command is heard in which status, and the statuses that it can lead to. What is not here is refused.
 * The README's picture of the process is drawn from this table.
 */
export const transitions = {
  draft: {
    'amend-proposal': ['draft'],
    'submit-proposal': ['in-clearance'],
    'withdraw-proposal': ['withdrawn'],
  },
  'in-clearance': {
    'amend-proposal': ['in-clearance'],
    'give-clearance': ['in-clearance', 'cleared', 'notice-published', 'awaiting-decision', 'draft', 'declined'],
    'withdraw-proposal': ['withdrawn'],
    'point-out-splitting': ['in-clearance'],
    'reissue-link': ['in-clearance'],
    'delegate-step': ['in-clearance'],
    'record-answer': ['in-clearance', 'cleared', 'notice-published', 'awaiting-decision', 'draft', 'declined'],
    'mark-undeliverable': ['in-clearance'],
    'run-daily-check': ['in-clearance'],
  },
  cleared: {
    'amend-proposal': ['cleared', 'in-clearance', 'notice-published', 'awaiting-decision'],
    'point-out-splitting': ['cleared', 'notice-published', 'awaiting-decision'],
    'publish-notice': ['notice-published', 'awaiting-decision'],
    'record-committee-outcome': ['cleared', 'notice-published', 'awaiting-decision'],
    'withdraw-proposal': ['withdrawn'],
    'defer-proposal': ['deferred'],
  },
  'notice-published': {
    'amend-proposal': ['notice-published', 'awaiting-decision', 'in-clearance'],
    'publish-notice': ['notice-published', 'awaiting-decision'],
    'give-agreement': ['notice-published', 'awaiting-decision'],
    'answer-consultation': ['notice-published', 'awaiting-decision'],
    'record-committee-outcome': ['notice-published', 'awaiting-decision'],
    'withdraw-proposal': ['withdrawn'],
    'defer-proposal': ['deferred'],
    'point-out-splitting': ['notice-published', 'awaiting-decision'],
    'reissue-link': ['notice-published', 'awaiting-decision'],
    'delegate-step': ['notice-published', 'awaiting-decision'],
    'record-answer': ['notice-published', 'awaiting-decision'],
    'ask-call-in-waiver': ['notice-published', 'awaiting-decision'],
    'ask-private-meeting-consent': ['notice-published', 'awaiting-decision'],
    'publish-private-meeting-notice': ['notice-published', 'awaiting-decision'],
    'mark-undeliverable': ['notice-published', 'awaiting-decision'],
    'run-daily-check': ['notice-published', 'awaiting-decision'],
  },
  'awaiting-decision': {
    'amend-proposal': ['awaiting-decision', 'notice-published', 'in-clearance'],
    'record-committee-outcome': ['awaiting-decision'],
    'answer-consultation': ['awaiting-decision'],
    determine: ['awaiting-decision', 'decided', 'effective', 'draft', 'declined'],
    'record-meeting': ['awaiting-decision'],
    'withdraw-proposal': ['withdrawn'],
    'defer-proposal': ['deferred'],
    'point-out-splitting': ['awaiting-decision'],
    'reissue-link': ['awaiting-decision'],
    'delegate-step': ['awaiting-decision'],
    'give-agreement': ['awaiting-decision'],
    'ask-call-in-waiver': ['awaiting-decision'],
    'record-answer': ['awaiting-decision', 'decided', 'effective', 'draft', 'declined'],
    'mark-undeliverable': ['awaiting-decision'],
    'run-daily-check': ['awaiting-decision'],
  },
  decided: {
    'call-in-decision': ['called-in'],
    'challenge-key-status': ['decided', 'effective'],
    'report-key-status': ['decided', 'effective'],
    'run-daily-check': ['decided', 'effective'],
  },
  'called-in': {
    'validate-call-in': ['called-in', 'decided', 'effective'],
    'conclude-call-in': ['called-in', 'decided', 'effective'],
    'reconsider-decision': ['decided', 'effective'],
    'challenge-key-status': ['called-in'],
    'report-key-status': ['called-in'],
    'run-daily-check': ['called-in'],
  },
  effective: {
    'challenge-key-status': ['effective'],
    'report-key-status': ['effective'],
  },
  declined: {},
  withdrawn: {},
  deferred: {
    'answer-consultation': ['deferred', 'cleared', 'notice-published', 'awaiting-decision'],
    'resume-proposal': ['cleared', 'notice-published', 'awaiting-decision'],
    'withdraw-proposal': ['withdrawn'],
    'record-answer': ['deferred', 'cleared', 'notice-published', 'awaiting-decision'],
    'reissue-link': ['deferred', 'cleared', 'notice-published', 'awaiting-decision'],
    'delegate-step': ['deferred', 'cleared', 'notice-published', 'awaiting-decision'],
    'mark-undeliverable': ['deferred', 'cleared', 'notice-published', 'awaiting-decision'],
    'run-daily-check': ['deferred', 'cleared', 'notice-published', 'awaiting-decision'],
  },
} as const satisfies Transitions;

/** Whether this command is heard in this status at all. */
export const isHeard = (status: Status, command: CommandType): boolean => command in transitions[status];

import type { ContractCommandType } from './contract-commands.ts';
import type { ContractStatus } from './contract.schema.ts';

/** Which command is heard in which status of a contract. What is not here is refused. */
export const contractTransitions = {
  proposed: [
    'register-contract',
    'note-decision',
    'link-successor',
    'unlink-successor',
    'plan-exit',
    'acknowledge-alert',
    'snooze-alerts',
    'take-decision-in-hand',
    'give-up-decision-in-hand',
    'mark-contact-undeliverable',
    'run-daily-check',
    'close-contract',
  ],
  registered: [
    'amend-contract',
    'note-decision',
    'exercise-option',
    'record-value',
    'link-successor',
    'unlink-successor',
    'plan-exit',
    'record-notice',
    'acknowledge-alert',
    'snooze-alerts',
    'take-decision-in-hand',
    'give-up-decision-in-hand',
    'mark-contact-undeliverable',
    'run-daily-check',
    'end-contract',
  ],
  ended: ['record-notice', 'record-value', 'link-successor', 'unlink-successor', 'note-decision', 'run-daily-check'],
  closed: [],
} as const satisfies Record<ContractStatus, readonly ContractCommandType[]>;

/** Whether this command is heard in this status at all. */
export const isHeardOf = (status: ContractStatus, command: ContractCommandType): boolean =>
  (contractTransitions[status] as readonly ContractCommandType[]).includes(command);

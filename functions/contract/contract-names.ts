import type { ContractSettings } from './contract-settings.schema.ts';

/**
 * The id of the contract that a decision enters in the register as its nth: the same each time, so that hearing of it twice enters it once.
 */
export const contractIdFrom = (decisionId: string, index: number): string => `${decisionId}-contract-${index + 1}`;

/** The reference of a contract entered by a decision, until its officers give it another: `20/00017-3`. */
export const contractReferenceFrom = (number: string, index: number): string => `${number}-${index + 1}`;

/** The Open Contracting id of all that comes of one decision: notice, award and contract keep it. */
export const ocidOfDecision = (number: string, { ocidPrefix }: Pick<ContractSettings, 'ocidPrefix'>): string =>
  `${ocidPrefix}-${number.replace('/', '-')}`;

/** The Open Contracting id of a contract that no decision here led to. */
export const ocidOfContract = (reference: string, { ocidPrefix }: Pick<ContractSettings, 'ocidPrefix'>): string =>
  `${ocidPrefix}-contract-${encodeURIComponent(reference)}`;

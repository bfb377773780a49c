import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Refused } from '../decision/refusal.ts';
import { isConflict } from '../platform/conflict.ts';
import type { Answering, SavedAnswer } from '../platform/saved-answer.ts';
import type { Table, Write } from '../platform/table.ts';
import { publicWrites } from '../transparency/public-contract-items.ts';
import type { Contract } from './contract.schema.ts';
import type { ContractCommand } from './contract-commands.ts';
import type { ContractEvent } from './contract-events.ts';
import { contractItem, contractWrite, type Judged } from './contract-items.ts';
import { type ContractReader, dynamoContractReader } from './contract-reader.ts';
import { executeOnContract } from './execute-on-contract.ts';

/** Something to store in the same write as the events, such as what is to be told of them. */
export type Beside = (moved: { before: Contract | null; contract: Contract; events: ContractEvent[] }) => Write[];

/** How to execute: what to judge by, the version last seen, the idempotency key, what to store beside. */
export type ContractExecution = { given: Judged; expect?: number | undefined; answer?: Answering | undefined; beside?: Beside | undefined };

/** The contract after a command and the events stored, or what the same request was answered before; or why not. */
export type ContractExecuted = { ok: true; contract: Contract; events: ContractEvent[]; answered: SavedAnswer | null } | Refused;

/** Every contract of the council, with all that ever happened to it, and the way to make more happen. */
export type ContractStore = ContractReader & {
  execute: (id: string, command: ContractCommand, execution: ContractExecution) => Promise<ContractExecuted>;
  /** Works the index, the lists and what is public out anew, `checked` when today's check has been; nothing happens to the contract. */
  project: (contract: Contract, judged: Judged, checked?: boolean) => Promise<void>;
};

const project = async ({ client, tableName }: Table, contract: Contract, judged: Judged, checked: boolean): Promise<void> => {
  const writes = [contractWrite(tableName, contractItem(contract, judged, checked), contract.version), ...publicWrites(tableName, contract, judged)];
  await client.send(new TransactWriteCommand({ TransactItems: writes })).catch((fault: unknown) => {
    // Whoever wrote since has worked it out anew.
    if (!isConflict(fault)) throw fault;
  });
};

/** The contracts of one DynamoDB table. Refusals are values; a stored item that does not parse throws `StoredItemUnreadable`. */
export const dynamoContractStore = (table: Table): ContractStore => {
  const reader = dynamoContractReader(table);
  return {
    ...reader,
    execute: (id, command, execution) => executeOnContract(table, id, command, execution, reader.at),
    project: (contract, judged, checked = false) => project(table, contract, judged, checked),
  };
};

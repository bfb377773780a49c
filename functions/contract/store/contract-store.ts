import { isConflict } from '../../platform/table/conflict.ts';
import type { Table } from '../../platform/table/table.ts';
import { transact } from '../../platform/table/transact.ts';
import { publicWrites } from '../../transparency/public-contract-items.ts';
import type { Contract } from '../contract.schema.ts';
import type { ContractCommand } from '../contract-commands.ts';
import type { ContractExecuted, ContractExecution } from './contract-execution.ts';
import { contractItem, contractWrite, type Judged } from './contract-items.ts';
import { type ContractReader, dynamoContractReader } from './contract-reader.ts';
import { answeredAlready, executeOnContract } from './execute-on-contract.ts';

/** Every contract of the council, with all that ever happened to it, and the way to make more happen. */
export type ContractStore = ContractReader & {
  execute: (id: string, command: ContractCommand, execution: ContractExecution) => Promise<ContractExecuted>;
  /** What the same request was answered before, whatever stands in its way by now; null where it was not. */
  answered: (execution: ContractExecution) => Promise<ContractExecuted | null>;
  /** Works the index, the lists and what is public out anew, `checked` when today's check has been; nothing happens to the contract. */
  project: (contract: Contract, judged: Judged, checked?: boolean) => Promise<void>;
};

const project = async (table: Table, contract: Contract, judged: Judged, checked: boolean): Promise<void> => {
  const writes = [
    contractWrite(table.tableName, contractItem(contract, judged, checked), contract.version),
    ...publicWrites(table.tableName, contract, judged),
  ];
  await transact(table, writes).catch((fault: unknown) => {
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
    answered: (execution) => answeredAlready({ table, execution, at: reader.at }),
    project: (contract, judged, checked = false) => project(table, contract, judged, checked),
  };
};

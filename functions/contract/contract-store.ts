import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Refused } from '../decision/refusal.ts';
import { isConflict } from '../platform/conflict.ts';
import { contractIdOf, keys } from '../platform/keys.ts';
import type { Answering, SavedAnswer } from '../platform/saved-answer.ts';
import { asItem } from '../platform/stored-item.ts';
import { getAll, queryAll, type Table, type Write } from '../platform/table.ts';
import type { LocalDate } from '../rules/local-date.ts';
import type { Contract } from './contract.schema.ts';
import type { ContractCommand } from './contract-commands.ts';
import type { ContractEvent } from './contract-events.ts';
import { contractItem, contractWrite, dueKey, type Judged, readContract, readContractEvent } from './contract-items.ts';
import { type ContractListing, type ContractPage, listContracts } from './contract-list.ts';
import { evolveContract } from './evolve-contract.ts';
import { executeOnContract } from './execute-on-contract.ts';
import { publicWrites } from '../transparency/public-contract-items.ts';

/** Something to store in the same write as the events, such as what is to be told of them. */
export type Beside = (moved: { before: Contract | null; contract: Contract; events: ContractEvent[] }) => Write[];

/** How to execute: what to judge by, the version last seen, the idempotency key, what to store beside. */
export type ContractExecution = { given: Judged; expect?: number | undefined; answer?: Answering | undefined; beside?: Beside | undefined };

/** The contract after a command and the events stored, or what the same request was answered before; or why not. */
export type ContractExecuted = { ok: true; contract: Contract; events: ContractEvent[]; answered: SavedAnswer | null } | Refused;

/** Every contract of the council, with all that ever happened to it. */
export type ContractStore = {
  load: (id: string) => Promise<Contract | null>;
  loadAll: (ids: string[]) => Promise<(Contract | null)[]>;
  history: (id: string) => Promise<ContractEvent[]>;
  at: (id: string, version: number) => Promise<Contract | null>;
  list: (listing: ContractListing) => Promise<ContractPage | Refused>;
  due: (on: LocalDate) => Promise<string[]>;
  execute: (id: string, command: ContractCommand, execution: ContractExecution) => Promise<ContractExecuted>;
  /** Works the index, the lists and what is public out anew, `checked` when today's check has been; nothing happens to the contract. */
  project: (contract: Contract, judged: Judged, checked?: boolean) => Promise<void>;
};

const load = async ({ client, tableName }: Table, id: string): Promise<Contract | null> => {
  const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: keys.contract(id), ConsistentRead: true }));
  return Item ? readContract(asItem(Item)) : null;
};

// DynamoDB refuses a batch that names one key twice.
const loadAll = async (table: Table, ids: string[]): Promise<(Contract | null)[]> => {
  const each = [...new Set(ids)];
  const items = await getAll(table, each.map(keys.contract));
  const found = new Map(items.flatMap((item, index) => (item ? [[each[index], readContract(item)] as const] : [])));
  return ids.map((id) => found.get(id) ?? null);
};

const history = async (table: Table, id: string): Promise<ContractEvent[]> => {
  const { pk, sk } = keys.contractEvent(id, 1);
  const items = await queryAll(table, { KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to', ExpressionAttributeValues: { ':pk': pk, ':from': sk, ':to': keys.contractEvent(id, 999_999).sk }, ConsistentRead: true });
  return items.map(readContractEvent);
};

const due = async (table: Table, on: LocalDate): Promise<string[]> => {
  const found = await queryAll(table, { IndexName: 'due', KeyConditionExpression: 'dueOn = :on', ExpressionAttributeValues: { ':on': dueKey(on) } });
  return found.flatMap(({ pk }) => contractIdOf(pk) ?? []);
};

const project = async ({ client, tableName }: Table, contract: Contract, judged: Judged, checked: boolean): Promise<void> => {
  const writes = [contractWrite(tableName, contractItem(contract, judged, checked), contract.version), ...publicWrites(tableName, contract, judged)];
  await client.send(new TransactWriteCommand({ TransactItems: writes })).catch((fault: unknown) => {
    // Whoever wrote since has worked it out anew.
    if (!isConflict(fault)) throw fault;
  });
};

const at = async (table: Table, id: string, version: number): Promise<Contract | null> => {
  const events = (await history(table, id)).slice(0, version);
  return events.length === version ? events.reduce<Contract | null>(evolveContract, null) : null;
};

/** The contracts of one DynamoDB table. Refusals are values; a stored item that does not parse throws `StoredItemUnreadable`. */
export const dynamoContractStore = (table: Table): ContractStore => ({
  load: (id) => load(table, id),
  loadAll: (ids) => loadAll(table, ids),
  history: (id) => history(table, id),
  at: (id, version) => at(table, id, version),
  list: (listing) => listContracts(table, listing),
  due: (on) => due(table, on),
  execute: (id, command, execution) => executeOnContract(table, id, command, execution, (of, version) => at(table, of, version)),
  project: (contract, judged, checked = false) => project(table, contract, judged, checked),
});

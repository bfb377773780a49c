import type { Refused } from '../../decision/refusal.ts';
import { contractIdOf, keys } from '../../platform/table/keys.ts';
import { queryAll, type Table } from '../../platform/table/table.ts';
import type { LocalDate } from '../../rules/local-date.ts';
import type { Contract } from '../contract.schema.ts';
import type { ContractEvent } from '../contract-events.ts';
import { dueKey, readContractEvent } from './contract-items.ts';
import { type ContractListing, type ContractPage, listContracts } from './contract-list.ts';
import { loadContract, loadContracts } from './contract-loading.ts';
import { evolveContract } from '../evolve-contract.ts';

/** Every contract of the council, with all that ever happened to it, for whoever changes none. */
export type ContractReader = {
  load: (id: string) => Promise<Contract | null>;
  loadAll: (ids: string[]) => Promise<(Contract | null)[]>;
  history: (id: string) => Promise<ContractEvent[]>;
  at: (id: string, version: number) => Promise<Contract | null>;
  list: (listing: ContractListing) => Promise<ContractPage | Refused>;
  due: (on: LocalDate) => Promise<string[]>;
};

const history = async (table: Table, id: string): Promise<ContractEvent[]> => {
  const { pk, sk } = keys.contractEvent(id, 1);
  const items = await queryAll(table, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': pk, ':from': sk, ':to': keys.contractEvent(id, 999_999).sk },
    ConsistentRead: true,
  });
  return items.map(readContractEvent);
};

const due = async (table: Table, on: LocalDate): Promise<string[]> => {
  const found = await queryAll(table, {
    IndexName: 'due',
    KeyConditionExpression: 'dueOn = :on',
    ExpressionAttributeValues: { ':on': dueKey(on) },
  });
  return found.flatMap(({ pk }) => contractIdOf(pk) ?? []);
};

const at = async (table: Table, id: string, version: number): Promise<Contract | null> => {
  const events = (await history(table, id)).slice(0, version);
  return events.length === version ? events.reduce<Contract | null>(evolveContract, null) : null;
};

/** The contracts of one DynamoDB table. A stored item that does not parse throws `StoredItemUnreadable`. */
export const dynamoContractReader = (table: Table): ContractReader => ({
  load: (id) => loadContract(table, id),
  loadAll: (ids) => loadContracts(table, ids),
  history: (id) => history(table, id),
  at: (id, version) => at(table, id, version),
  list: (listing) => listContracts(table, listing),
  due: (on) => due(table, on),
});

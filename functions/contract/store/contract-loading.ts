import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { keys } from '../../platform/table/keys.ts';
import { asItem } from '../../platform/table/stored-item.ts';
import { getAll, type Table } from '../../platform/table/table.ts';
import type { Contract } from '../contract.schema.ts';
import { readContract } from './contract-items.ts';

/** A contract as it stands, for whoever asks for neither its history nor a list; null where there is none of this id. */
export const loadContract = async ({ client, tableName }: Table, id: string): Promise<Contract | null> => {
  const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: keys.contract(id), ConsistentRead: true }));
  return Item ? readContract(asItem(Item)) : null;
};

/** Several contracts, each in the place of its id. */
export const loadContracts = async (table: Table, ids: string[]): Promise<(Contract | null)[]> => {
  // DynamoDB refuses a batch that names one key twice.
  const each = [...new Set(ids)];
  const items = await getAll(table, each.map(keys.contract));
  const found = new Map(items.flatMap((item, index) => (item ? [[each[index], readContract(item)] as const] : [])));
  return ids.map((id) => found.get(id) ?? null);
};

import { paginateScan, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { asItem, type Item } from '../../functions/platform/stored-item.ts';
import { keys } from '../../functions/platform/keys.ts';
import type { Table } from '../../functions/platform/table.ts';
import type { LocalDate } from '../../functions/rules/local-date.ts';
import { verifyTable } from '../verify/verify-table.ts';
import { type Going, retentionPlan } from './retention-plan.ts';
import { removeItems } from './whole-table.ts';

/** Nothing is removed from a table that does not hold: what is wrong in it may be the only evidence of what was done to it. */
export class TableDoesNotHold extends Error {
  override readonly name = 'TableDoesNotHold';
}

/** Every item of a table, its attributes as this code reads them. */
export const itemsOf = async (table: Table): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const page of paginateScan({ client: table.client }, { TableName: table.tableName, ConsistentRead: true })) items.push(...(page.Items ?? []).map(asItem));
  return items;
};

/** All that may go from a table on a London date; nothing is changed. */
export const planFor = async (table: Table, on: LocalDate): Promise<Going[]> => retentionPlan(await itemsOf(table), on);

const forgotten = { name: 'A person outside the council', email: 'removed@invalid' };

const blank = async ({ client, tableName }: Table, key: { pk: string; sk: string }, on: LocalDate): Promise<void> => {
  await client.send(new UpdateCommand({ TableName: tableName, Key: key, UpdateExpression: 'SET #to = :to, forgottenOn = :on', ConditionExpression: 'attribute_exists(pk)', ExpressionAttributeNames: { '#to': 'to' }, ExpressionAttributeValues: { ':to': forgotten, ':on': on } }));
};

// First, so that a removal that breaks off is never taken for a record that somebody made away with.
const markGone = async ({ client, tableName }: Table, number: string, { rule }: Going, on: LocalDate): Promise<void> => {
  await client.send(new UpdateCommand({ TableName: tableName, Key: keys.number(number), UpdateExpression: 'SET goneOn = :on, goneBy = :rule', ConditionExpression: 'attribute_exists(pk)', ExpressionAttributeValues: { ':on': on, ':rule': rule } }));
};

const carryOut = async (table: Table, going: Going, on: LocalDate): Promise<void> => {
  if (going.number !== undefined) await markGone(table, going.number, going, on);
  for (const key of going.blank) await blank(table, key, on);
  await removeItems(table, going.remove);
};

/**
 * Removes what may go on a London date and answers what that was. Run again it goes on where it broke off. Throws `TableDoesNotHold`,
 * removing nothing, where `verify` finds a fault before; and where it finds one after.
 */
export const retain = async (table: Table, on: LocalDate): Promise<Going[]> => {
  const check = async (when: string) => {
    const { faults } = await verifyTable(table);
    if (faults.length > 0) throw new TableDoesNotHold(`${when}: ${faults.map(({ where, what }) => `${where}: ${what}`).join('; ')}`);
  };
  await check('Nothing was removed');
  const plan = await planFor(table, on);
  for (const going of plan) await carryOut(table, going, on);
  await check('After removing');
  return plan;
};

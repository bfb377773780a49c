import { paginateScan, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConflict } from '../../functions/platform/conflict.ts';
import { asItem, type Item } from '../../functions/platform/stored-item.ts';
import { keys } from '../../functions/platform/keys.ts';
import type { Table, Write } from '../../functions/platform/table.ts';
import type { LocalDate } from '../../functions/rules/local-date.ts';
import { verifyTable } from '../verify/verify-table.ts';
import { goingKey } from './belongings.ts';
import { type Begins, type Going, markOf } from './going.ts';
import { type Plan, retentionPlan, type UnderHand } from './retention-plan.ts';
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

/** All that may go from a table on a London date, and what stays although it is past its time; nothing is changed. */
export const planFor = async (table: Table, on: LocalDate, underHand?: UnderHand): Promise<Plan> => retentionPlan(await itemsOf(table), on, underHand);

const forgotten = { name: 'A person outside the council', email: 'removed@invalid' };

const blank = async ({ client, tableName }: Table, key: { pk: string; sk: string }, on: LocalDate): Promise<void> => {
  await client.send(new UpdateCommand({ TableName: tableName, Key: key, UpdateExpression: 'SET #to = :to, forgottenOn = :on', ConditionExpression: 'attribute_exists(pk)', ExpressionAttributeNames: { '#to': 'to' }, ExpressionAttributeValues: { ':to': forgotten, ':on': on } }));
};

const numbered = ({ tableName }: Table, number: string, { rule }: Going, on: LocalDate): Write => ({
  Update: { TableName: tableName, Key: keys.number(number), UpdateExpression: 'SET goneOn = :on, goneBy = :rule', ConditionExpression: 'attribute_exists(pk)', ExpressionAttributeValues: { ':on': on, ':rule': rule } },
});

// In one write it is gone for every reader and every command, and marked: what breaks off after that is found again, and never taken for something that somebody made away with.
const begin = async (table: Table, going: Going, { current, version, named }: Begins, on: LocalDate): Promise<boolean> => {
  const { client, tableName } = table;
  const TransactItems: Write[] = [
    { Delete: { TableName: tableName, Key: current, ConditionExpression: 'version = :judged', ExpressionAttributeValues: { ':judged': version } } },
    { Put: { TableName: tableName, Item: { ...goingKey(current.pk), ...markOf(going, named, on) }, ConditionExpression: 'attribute_not_exists(pk)' } },
    ...(going.first ?? []).map((Key): Write => ({ Delete: { TableName: tableName, Key } })),
    ...(going.number === undefined ? [] : [numbered(table, going.number, going, on)]),
  ];
  return client.send(new TransactWriteCommand({ TransactItems })).then(() => true, (fault: unknown) => {
    if (isConflict(fault)) return false;
    throw fault;
  });
};

const carryOut = async (table: Table, going: Going, on: LocalDate): Promise<boolean> => {
  if (going.begins && !(await begin(table, going, going.begins, on))) return false;
  for (const key of going.blank) await blank(table, key, on);
  await removeItems(table, [...(going.begins ? [] : (going.first ?? [])), ...going.remove]);
  for (const key of going.last ?? []) await removeItems(table, [key]);
  return true;
};

const mostTimes = 5;

// Judged anew, what has nothing to remove, such as a paper in the council's own store, is listed again.
const nameOf = ({ what, remove: [removed], blank: [blanked] }: Going): string => JSON.stringify([what, removed, blanked]);

// What was touched since it was judged can hold back something else, such as the record that a contract hangs on: everything is judged anew.
const carryOutAll = async (table: Table, on: LocalDate, underHand?: UnderHand): Promise<Going[]> => {
  const gone = new Map<string, Going>();
  for (let times = 0; times < mostTimes; times += 1) {
    const { going } = await planFor(table, on, underHand);
    let isTouched = false;
    for (const each of going) {
      isTouched = !(await carryOut(table, each, on));
      if (isTouched) break;
      gone.set(nameOf(each), each);
    }
    if (!isTouched) return [...gone.values()];
  }
  throw new Error(`The table was written to ${mostTimes} times while it was judged. ${gone.size} things were removed; run it again.`);
};

/**
 * Removes what may go on a London date and answers what that was. What somebody touches meanwhile is judged anew. Run again it goes on where it broke off. Throws `TableDoesNotHold`,
 * removing nothing, where `verify` finds a fault before; and where it finds one after.
 */
export const retain = async (table: Table, on: LocalDate, underHand?: UnderHand): Promise<Going[]> => {
  const check = async (when: string) => {
    const { faults } = await verifyTable(table);
    if (faults.length > 0) throw new TableDoesNotHold(`${when}: ${faults.map(({ where, what }) => `${where}: ${what}`).join('; ')}`);
  };
  await check('Nothing was removed');
  const gone = await carryOutAll(table, on, underHand);
  await check('After removing');
  return gone;
};

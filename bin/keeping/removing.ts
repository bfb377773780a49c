import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { isConflict } from '../../functions/platform/table/conflict.ts';
import { type Key, keys } from '../../functions/platform/table/keys.ts';
import type { Table, Write } from '../../functions/platform/table/table.ts';
import type { LocalDate } from '../../functions/rules/local-date.ts';
import { goingKey } from './belongings.ts';
import { type Begins, type Going, markOf } from './going.ts';
import { noHoldSince } from './held.ts';
import { removeItems } from './whole-table.ts';

/** When things were judged, and the last hold there was before that. */
export type Judged = { on: LocalDate; last: number };

// As many as in one batch: DynamoDB takes a hundred in one write, but no more than 4 MB.
const mostInOneWrite = 25;

const written = async ({ client, tableName }: Table, writes: Write[], { last }: Judged): Promise<boolean> => {
  const unheld: Write = { ConditionCheck: { TableName: tableName, Key: keys.lastHold, ...noHoldSince(last) } };
  return client.send(new TransactWriteCommand({ TransactItems: [unheld, ...writes] })).then(
    () => true,
    (fault: unknown) => {
      if (isConflict(fault)) return false;
      throw fault;
    },
  );
};

const forgotten = { name: 'A person outside the council', email: 'removed@invalid' };

// Why an email came back is in the words of a mail server, which often name its reader.
const blank = ({ tableName }: Table, key: Key, { on }: Judged): Write => ({
  Update: {
    TableName: tableName,
    Key: key,
    UpdateExpression: 'SET #to = :to, forgottenOn = :on REMOVE reason',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#to': 'to' },
    ExpressionAttributeValues: { ':to': forgotten, ':on': on },
  },
});

const numbered = ({ tableName }: Table, number: string, { rule }: Going, { on }: Judged): Write => ({
  Update: {
    TableName: tableName,
    Key: keys.number(number),
    UpdateExpression: 'SET goneOn = :on, goneBy = :rule',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':on': on, ':rule': rule },
  },
});

// In one write it is gone for every reader and every command, and marked: what breaks off after that is found again, and never taken for
// something that somebody made away with.
const begin = (table: Table, going: Going, { current, version, named }: Begins, judged: Judged): Promise<boolean> => {
  const { tableName } = table;
  return written(
    table,
    [
      {
        Delete: {
          TableName: tableName,
          Key: current,
          ConditionExpression: 'version = :judged',
          ExpressionAttributeValues: { ':judged': version },
        },
      },
      {
        Put: {
          TableName: tableName,
          Item: { ...goingKey(current.pk), ...markOf(going, named, judged.on) },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      ...(going.first ?? []).map((Key): Write => ({ Delete: { TableName: tableName, Key } })),
      ...(going.number === undefined ? [] : [numbered(table, going.number, going, judged)]),
    ],
    judged,
  );
};

// What does not go whole, such as addresses or the alerts of a day, has no state whose removal begins it: each of its writes asks for
// holds.
const piecemeal = async (table: Table, { first = [], remove, blank: blanked }: Going, judged: Judged): Promise<boolean> => {
  const writes = [
    ...blanked.map((key) => blank(table, key, judged)),
    ...[...first, ...remove].map((Key): Write => ({ Delete: { TableName: table.tableName, Key } })),
  ];
  for (let at = 0; at < writes.length; at += mostInOneWrite) {
    if (!(await written(table, writes.slice(at, at + mostInOneWrite), judged))) return false;
  }
  return true;
};

/** Removes one thing. False, where it was touched since it was judged, or anything at all was held since: then it must be judged anew. */
export const carryOut = async (table: Table, going: Going, judged: Judged): Promise<boolean> => {
  if (!(await (going.begins ? begin(table, going, going.begins, judged) : piecemeal(table, going, judged)))) return false;
  if (going.begins) await removeItems(table, going.remove);
  for (const key of going.last ?? []) await removeItems(table, [key]);
  return true;
};

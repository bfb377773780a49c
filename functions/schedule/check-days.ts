import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { concurrently } from '../platform/concurrently.ts';
import { isConditionFailed } from '../platform/table/conflict.ts';
import type { Key } from '../platform/table/keys.ts';
import { logFault } from '../platform/log/logger.ts';
import { asItem, readItem } from '../platform/table/stored-item.ts';
import type { Table } from '../platform/table/table.ts';
import { addDays, earliest, type LocalDate } from '../rules/local-date.ts';

const atOnce = 10;

/** The last day that a check is done for, kept under its key; null before its first. */
export const lastDone = async ({ client, tableName }: Table, key: Key): Promise<LocalDate | null> => {
  const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }));
  return Item ? readItem(asItem(Item), z.object({ last: z.iso.date() })).last : null;
};

/** Keeps that a check is done for a day, unless a later day is done already. */
export const markDone = async ({ client, tableName }: Table, key: Key, day: LocalDate): Promise<void> => {
  const put = new PutCommand({
    TableName: tableName,
    Item: { ...key, last: day },
    ConditionExpression: 'attribute_not_exists(pk) OR #last < :day',
    ExpressionAttributeNames: { '#last': 'last' },
    ExpressionAttributeValues: { ':day': day },
  });
  await client.send(put).catch((fault: unknown) => {
    // A later day is done already, by a run beside this one.
    if (!isConditionFailed(fault)) throw fault;
  });
};

// What was due on the days of a check that failed from its first on has nowhere else to be found.
const daysBeforeFirst = 7;

/** The days to check: every day since the last one done, and today, done or not. */
export const daysSince = (last: LocalDate, today: LocalDate): LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = earliest(addDays(last, 1), today); day <= today; day = addDays(day, 1)) days.push(day);
  return days;
};

/**
 * The days that a check has still to do: every day since the last one done, and today. Before its first it keeps the day a week before as
 * done, so that none since is passed over however long it fails.
 */
export const daysToCheck = async (table: Table, key: Key, today: LocalDate): Promise<LocalDate[]> => {
  const last = await lastDone(table, key);
  if (last !== null) return daysSince(last, today);
  const before = addDays(today, -daysBeforeFirst - 1);
  await markDone(table, key, before);
  return daysSince(before, today);
};

/** What a check looks at on a day, what it does with each, and the words by which a fault of one is logged. */
export type Checking = {
  due: (on: LocalDate) => Promise<string[]>;
  checkOne: (id: string) => Promise<void>;
  failing: (id: string) => string;
};

/** Checks each of these, ten at a time. Answers how many failed; one that fails keeps no other from its check. */
export const checkEach = async (ids: string[], { checkOne, failing }: Pick<Checking, 'checkOne' | 'failing'>): Promise<number> => {
  const { failed } = await concurrently(ids, atOnce, checkOne);
  for (const { item, fault } of failed) logFault(failing(item), fault);
  return failed.length;
};

/** Checks each that is due on a day, ten at a time, once. Answers how many failed; one that fails keeps no other from its check. */
export const checkDay = async (day: LocalDate, { due, checkOne, failing }: Checking): Promise<number> => {
  // What became due the day before after that day's check had run is found a day late rather than never.
  const ids = new Set((await Promise.all([due(addDays(day, -1)), due(day)])).flat());
  return checkEach([...ids], { checkOne, failing });
};

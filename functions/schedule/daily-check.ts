import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Council } from '../council/council.schema.ts';
import { nextDueOn } from '../decision/due.ts';
import { systemActor } from '../decision/system-actor.ts';
import { concurrently } from '../platform/concurrently.ts';
import { isConditionFailed } from '../platform/conflict.ts';
import type { DecisionStore } from '../platform/decision-store.ts';
import { keys } from '../platform/keys.ts';
import { logFault, logger } from '../platform/logger.ts';
import { asItem, readItem } from '../platform/stored-item.ts';
import type { Table } from '../platform/table.ts';
import { publishHeads } from '../proof/publish-heads.ts';
import { proofStore } from '../proof/proof-store.ts';
import { addDays, earliest, type Instant, type LocalDate, londonDate } from '../rules/local-date.ts';

export type DailyCheck = { table: Table; store: DecisionStore; loadCouncil: () => Promise<Council>; now: () => Instant; digests?: () => Promise<void> };

const atOnce = 10;

const lastDone = async ({ client, tableName }: Table): Promise<LocalDate | null> => {
  const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: keys.dailyCheck, ConsistentRead: true }));
  return Item ? readItem(asItem(Item), z.object({ last: z.iso.date() })).last : null;
};

const markDone = async ({ client, tableName }: Table, day: LocalDate): Promise<void> => {
  const put = new PutCommand({
    TableName: tableName,
    Item: { ...keys.dailyCheck, last: day },
    ConditionExpression: 'attribute_not_exists(pk) OR #last < :day',
    ExpressionAttributeNames: { '#last': 'last' },
    ExpressionAttributeValues: { ':day': day },
  });
  await client.send(put).catch((fault: unknown) => {
    // A later day is done already, by a run beside this one.
    if (!isConditionFailed(fault)) throw fault;
  });
};

/** The days to check: every day since the last one done, and today, done or not. */
export const daysToCheck = (last: LocalDate | null, today: LocalDate): LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = last === null ? today : earliest(addDays(last, 1), today); day <= today; day = addDays(day, 1)) days.push(day);
  return days;
};

const checkOne = async ({ store, loadCouncil, now }: DailyCheck, id: string): Promise<void> => {
  const given = { now: now(), council: await loadCouncil() };
  const executed = await store.execute(id, { type: 'run-daily-check', by: systemActor }, { given });
  if (!executed.ok) return logger.info('Nothing to check', { decisionId: id, rule: executed.refusal.rule });
  const today = londonDate(given.now);
  const due = nextDueOn(executed.decision, given.council.reminders);
  // Overdue, with nothing that could follow today: whoever or whatever it waits for, it is not to be forgotten.
  if (due !== null && due <= today) await store.lookAgain(id, executed.decision.version, addDays(today, 1));
};

const checkDay = async (check: DailyCheck, day: LocalDate): Promise<number> => {
  // What became due the day before after that day's check had run is found a day late rather than never.
  const ids = new Set((await Promise.all([check.store.due(addDays(day, -1)), check.store.due(day)])).flat());
  const { failed } = await concurrently([...ids], atOnce, (id) => checkOne(check, id));
  for (const { item, fault } of failed) logFault(`The daily check of decision ${item} failed`, fault);
  return failed.length;
};

/**
 * Looks at every decision that was due on the days since the last check, up to today in London. Doing a day again does
 * nothing again. Publishes the heads of the days gone by, and sends the digests. Throws at the end when any decision failed; its day then stays to be done, and the rest is done.
 */
export const dailyCheck = async (check: DailyCheck): Promise<{ days: LocalDate[] }> => {
  const days = daysToCheck(await lastDone(check.table), londonDate(check.now()));
  let failures = 0;
  for (const day of days) {
    failures += await checkDay(check, day);
    if (failures === 0) await markDone(check.table, day);
  }
  await publishHeads(proofStore(check.table), londonDate(check.now()));
  await check.digests?.();
  if (failures > 0) throw new Error(`The daily check failed for ${failures} decisions`);
  return { days };
};

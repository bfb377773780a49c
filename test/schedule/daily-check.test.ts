import { TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../../functions/platform/table/keys.ts';
import { getAll, type Table } from '../../functions/platform/table/table.ts';
import { addDays } from '../../functions/rules/local-date.ts';
import { daysSince, daysToCheck } from '../../functions/schedule/check-days.ts';
import { type DailyCheck, dailyCheck } from '../../functions/schedule/daily-check.ts';
import { keepDigests } from '../../functions/schedule/digests.ts';
import { openStepsStore } from '../../functions/schedule/open-steps-store.ts';
import { kent } from '../../seeds/kent/council.ts';
import { vacant } from '../decision/stories.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InTable } from '../platform/in-table.ts';
import { faultyTable } from '../reliability/faulty-client.ts';

let table: Table;
beforeEach(async () => {
  table = await freshTable();
});

const checking = (told: InTable, now: string, over: Partial<DailyCheck> = {}): DailyCheck => ({
  table,
  store: told.store,
  loadCouncil: async () => told.council,
  now: () => now,
  ...over,
});
const sixOn = (day: string) => `${day}T06:00:00.000Z`;
const lastDone = async () => (await getAll(table, [keys.dailyCheck]))[0]?.last;
const dueDay = async (told: InTable) => String((await getAll(table, [keys.current(told.id)]))[0]?.dueOn);
const statusIn = async (told: InTable) => (await told.store.load(told.id))?.status;

const noticed = async () => {
  const told = new InTable(table);
  await told.noticed();
  return told;
};

describe('The days to check', () => {
  it('are those of the week before and today when none was ever checked, and stay so until they are: the first checks may have failed', async () => {
    const days = await daysToCheck(table, keys.dailyCheck, '2023-03-08');
    expect([days.length, days[0], days.at(-1)]).toEqual([8, '2023-03-01', '2023-03-08']);
    expect((await daysToCheck(table, keys.dailyCheck, '2023-04-08'))[0]).toBe('2023-03-01');
  });

  it('are all since the last, and today again', () => {
    expect(daysSince('2023-03-25', '2023-03-27')).toEqual(['2023-03-26', '2023-03-27']);
    expect(daysSince('2023-03-27', '2023-03-27')).toEqual(['2023-03-27']);
    expect(daysSince('2023-03-28', '2023-03-27')).toEqual(['2023-03-27']);
  });
});

describe('The daily check', () => {
  it('leaves a decision alone until its day, and takes it up on that day', async () => {
    const told = await noticed();
    const day = await dueDay(told);
    await dailyCheck(checking(told, sixOn(addDays(day, -1))));
    const before = await told.store.load(told.id);
    await dailyCheck(checking(told, sixOn(day)));
    const after = await told.store.load(told.id);
    expect(before?.status).toBe('notice-published');
    expect(after?.version).toBeGreaterThan(before?.version ?? 0);
    expect(await lastDone()).toBe(day);
  });

  it('catches up on days on which it did not run', async () => {
    const told = await noticed();
    const day = await dueDay(told);
    await dailyCheck(checking(told, sixOn('2023-03-08')));
    const { days } = await dailyCheck(checking(told, sixOn(addDays(day, 3))));
    expect(days).toContain(day);
    expect((await told.store.load(told.id))?.version).toBeGreaterThan(6);
  });

  it('does nothing again on a day done already', async () => {
    const told = await noticed();
    const day = await dueDay(told);
    await dailyCheck(checking(told, sixOn(day)));
    const once = await told.store.load(told.id);
    await dailyCheck(checking(told, sixOn(day)));
    await Promise.all([dailyCheck(checking(told, sixOn(day))), dailyCheck(checking(told, sixOn(day)))]);
    expect(await told.store.load(told.id)).toEqual(once);
  });

  it('counts days by London’s calendar', async () => {
    const told = new InTable(table);
    expect((await dailyCheck(checking(told, '2023-06-30T23:30:00.000Z'))).days.at(-1)).toBe('2023-07-01');
  });

  it('does the rest when one decision fails, says so, and does that day again', async () => {
    const one = await noticed();
    const other = await noticed();
    const day = await dueDay(one);
    expect(await dueDay(other)).toBe(day);
    const failing: DailyCheck['store'] = {
      ...one.store,
      execute: (id, ...rest) => (id === one.id ? Promise.reject(new Error('Unreadable')) : one.store.execute(id, ...rest)),
    };
    await expect(dailyCheck(checking(one, sixOn(day), { store: failing }))).rejects.toThrow('failed for 1 decisions');
    expect((await other.store.load(other.id))?.version).toBeGreaterThan((await one.store.load(one.id))?.version ?? 0);
    expect(await lastDone()).toBe(addDays(day, -1));
    // Nobody is reminded at a weekend, so what failed on a Friday is made good by the Monday.
    for (const later of [1, 2, 3]) await dailyCheck(checking(one, sixOn(addDays(day, later))));
    expect((await one.store.load(one.id))?.version).toBe((await other.store.load(other.id))?.version);
  });

  it('finds what became due the day before after that day’s check had run', async () => {
    const told = await noticed();
    const day = await dueDay(told);
    const other = new InTable(table);
    await dailyCheck(checking(other, sixOn('2023-03-08'), { store: { ...told.store, due: async () => [] } }));
    await dailyCheck(checking(other, sixOn(day), { store: { ...told.store, due: async () => [] } }));
    expect(await statusIn(told)).toBe('notice-published');
    const { version } = (await told.store.load(told.id)) ?? { version: 0 };
    for (const later of [1, 2, 3]) await dailyCheck(checking(told, sixOn(addDays(day, later))));
    expect((await told.store.load(told.id))?.version).toBeGreaterThan(version);
  });

  it('tells the clerk of a post that falls vacant when no reminder is left and the decision waits for nothing but people', async () => {
    const council = { ...kent, reminders: { before: [2], after: [2, 5], escalateAfter: 9 } };
    const told = new InTable(table, { council });
    await told.submitted();
    const openSteps = openStepsStore(table);
    const check = async (day: string) => {
      const checked = checking(told, sixOn(day));
      await dailyCheck({ ...checked, digests: () => keepDigests({ ...checked, openSteps }) });
      return (await told.store.load(told.id))?.steps.map(({ reminded }) => reminded?.at(-1));
    };
    for (const day of ['2023-03-17', '2023-03-21', '2023-03-23']) await check(day);
    expect(await check('2023-03-29')).toEqual(['after-5', 'after-5', 'after-5']);
    told.council = vacant('s151-officer', '2023-03-30', council);
    expect(await check('2023-03-30')).toEqual(['after-leaving', 'after-5', 'after-5']);
    const { version } = (await told.store.load(told.id)) ?? {};
    await check('2023-03-31');
    expect((await told.store.load(told.id))?.version, 'once').toBe(version);
  });

  it('looks again the next day at what is overdue and can go no further', async () => {
    const told = await noticed();
    const { version = 0 } = (await told.store.load(told.id)) ?? {};
    await told.store.lookAgain(told.id, version, '2023-03-08');
    const stuck: DailyCheck['store'] = {
      ...told.store,
      execute: async () => {
        const decision = await told.store.load(told.id);
        return decision ? { ok: true, decision, events: [], answered: null } : Promise.reject(new Error('Nothing there'));
      },
    };
    const late = '2023-12-01';
    await told.store.lookAgain(told.id, version, late);
    await dailyCheck(checking(told, sixOn(late), { store: stuck }));
    expect(await dueDay(told)).toBe('2023-12-02');
  });

  it('leaves it to whoever is writing at that very moment to say when a decision is to be looked at, and has not failed', async () => {
    const told = await noticed();
    const what = new TransactionConflictException({ message: 'Transaction is ongoing for the item', $metadata: {} });
    const busy = faultyTable(table, (call) => (call === 'UpdateCommand' ? { when: 'before', what } : null));
    const { version = 0 } = (await told.store.load(told.id)) ?? {};
    const due = await dueDay(told);
    await new InTable(busy).store.lookAgain(told.id, version, '2023-12-02');
    expect(await dueDay(told)).toBe(due);
  });
});

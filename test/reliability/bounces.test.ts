import { beforeEach, describe, expect, it } from 'vitest';
import { clerk } from '../decision/story.ts';
import { Answering } from './answering.ts';

let told: Answering;

beforeEach(async () => {
  told = await Answering.inClearance();
});

const bounces = () => told.does({ type: 'mark-undeliverable', stepId: 'clearance-1', words: 'No such mailbox' });
const checkOn = async (day: string) => {
  told.now = `${day}T06:00:00.000Z`;
  await told.does({ type: 'run-daily-check' });
};
const escalated = async () =>
  (await told.store.history(told.id)).filter(
    ({ happening }) => happening.type === 'step-reminded' && happening.reminder.startsWith('undeliverable'),
  );
const toldOf = async (type: string): Promise<string[]> => {
  const event = (await told.store.history(told.id)).findLast(({ happening }) => happening.type === type);
  const before = told.office.sent.length;
  await told.announce(event?.sequence ?? 0);
  return told.office.sent
    .slice(before)
    .map(({ to }) => to)
    .sort();
};

describe('A bounce', () => {
  it('is told to the clerk the same day', async () => {
    await bounces();
    expect(await toldOf('step-undeliverable')).toEqual(['clerk@kent.example']);
  });

  it('on which nobody acts is told to the Monitoring Officer and the clerk on the second working day, once', async () => {
    told.now = '2023-03-10T15:00:00.000Z';
    await bounces();
    for (const day of ['2023-03-11', '2023-03-12', '2023-03-13']) await checkOn(day);
    expect(await escalated()).toHaveLength(0);
    await checkOn('2023-03-14');
    expect(await toldOf('step-reminded')).toEqual(['clerk@kent.example', 'monitoring-officer@kent.example']);
    for (const day of ['2023-03-15', '2023-03-16', '2023-03-20']) await checkOn(day);
    expect(await escalated()).toHaveLength(1);
  });

  it('on which the clerk has acted is escalated to nobody; one that comes again is', async () => {
    await bounces();
    await told.does({ type: 'reissue-link', stepId: 'clearance-1', by: clerk });
    for (const day of ['2023-03-09', '2023-03-10']) await checkOn(day);
    expect(await escalated()).toHaveLength(0);
    await bounces();
    for (const day of ['2023-03-14', '2023-03-15']) await checkOn(day);
    expect(await escalated()).toHaveLength(1);
  });
});

describe('An address that refused email for good', () => {
  const address = async () => (await told.store.load(told.id))?.steps[0]?.email ?? '';

  it('is not written to again, and is once the clerk says that it was put right, with the history saying why', async () => {
    const [to] = [await address()];
    await told.emails.suppress(to, told.now, 'bouncedAt');
    await told.announce(2);
    expect(told.office.addresses).not.toContain(to);
    expect((await told.store.load(told.id))?.steps[0]?.state).toBe('undeliverable');
    told.now = '2023-03-07T10:00:00.000Z';
    await told.does({ type: 'reissue-link', stepId: 'clearance-1', lifting: 'The mailbox was full and has been cleared', by: clerk });
    const event = (await told.store.history(told.id)).at(-1);
    expect(event).toMatchObject({
      by: { kind: 'clerk' },
      happening: { type: 'link-reissued', lifted: 'The mailbox was full and has been cleared' },
    });
    await told.announce(event?.sequence ?? 0);
    expect([told.office.addresses.includes(to), await told.emails.isSuppressed(to)]).toEqual([true, false]);
  });

  it('stays refused by a plain fresh link, by a report older than the lifting counts for nothing, and refuses anew by a later one', async () => {
    const to = await address();
    await told.emails.suppress(to, '2023-03-07T09:00:00.000Z', 'bouncedAt');
    await told.does({ type: 'reissue-link', stepId: 'clearance-1', by: clerk });
    await told.announce(3);
    expect(await told.emails.isSuppressed(to)).toBe(true);
    await told.emails.lift(to, '2023-03-07T10:00:00.000Z');
    await told.emails.suppress(to, '2023-03-07T09:30:00.000Z', 'bouncedAt');
    expect(await told.emails.isSuppressed(to)).toBe(false);
    await told.emails.suppress(to.toUpperCase(), '2023-03-07T11:00:00.000Z', 'complainedAt');
    await told.emails.lift(to, '2023-03-07T10:30:00.000Z');
    expect(await told.emails.isSuppressed(to)).toBe(true);
  });
});

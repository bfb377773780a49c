import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { emailStore } from '../../functions/email/email-store.ts';
import { sendLetters } from '../../functions/email/send-letters.ts';
import { firstBreak } from '../../functions/decision/history.ts';
import { dynamoDecisionStore } from '../../functions/platform/store/decision-store.ts';
import { publishing } from '../../functions/platform/deployed.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { officer, somebody } from '../decision/story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { Answering } from './answering.ts';
import { Dying, faultySender, faultyTable } from './faulty-client.ts';

let table: Table;
beforeAll(async () => {
  table = await freshTable();
});

const moments = (most: number) =>
  Array.from({ length: most }, (_, at) => at + 1).flatMap(
    (at) =>
      [
        [at, 'before'],
        [at, 'after'],
      ] as const,
  );

/** What sends a letter, over a table and an SES that die together. */
const dyingSending = (told: Answering, dying: Dying) => {
  const own = faultyTable(table, dying.faults);
  const store = dynamoDecisionStore({ ...own, publication: publishing });
  return {
    ...told.sending,
    emails: emailStore(own),
    store,
    undelivered: told.undeliveredIn(store),
    send: faultySender(told.office.send, dying.faults),
  };
};

const waitsOut = (told: Answering) => {
  told.sending.pause = async (milliseconds) => {
    told.now = new Date(Date.parse(told.now) + milliseconds).toISOString();
  };
};

describe('A sender that dies between any two of its steps', () => {
  // A read of the event, and for each of three letters a claim, a look at the address, SES and the mark, and one to tell the officer.
  it.each(moments(14))(
    'at call %i, %s it is carried out, loses no email, and says of each that went twice that it was tried twice',
    async (at, when) => {
      const told = new Answering(table);
      await told.submitted();
      waitsOut(told);
      const dying = new Dying(at, when);
      const died = await sendLetters(dyingSending(told, dying), told.id, 2).then(
        () => false,
        () => true,
      );
      await told.announce(2);
      const keys = told.office.sent.map(({ key }) => key);
      const list = await told.list();
      expect([...new Set(keys)].length).toBe(list.length);
      expect(list.every(({ status }) => status === 'sent')).toBe(true);
      expect(list.length).toBeGreaterThanOrEqual(3);
      const twice = keys.filter((key, nth) => keys.indexOf(key) !== nth);
      for (const key of twice) expect((await told.stored(key))?.attempts).toBe(2);
      if (!died) expect(twice).toEqual([]);
    },
  );

  it('has died at every call that it makes in one of these', async () => {
    const told = new Answering(table);
    await told.submitted();
    const alive = new Dying(1000, 'before');
    await sendLetters(dyingSending(told, alive), told.id, 2);
    expect(alive.calls).toBeLessThanOrEqual(14);
  });
});

describe('A command whose process dies between any two of its steps', () => {
  it.each(moments(3))('at call %i, %s it is carried out, and is sent again under its key, has happened once', async (at, when) => {
    const told = new Answering(table);
    await told.noticed();
    told.now = '2023-04-05T09:00:00.000Z';
    await told.does({ type: 'run-daily-check' });
    const [step] = await told.open('determination');
    const dying = new Dying(at, when);
    const own = faultyTable(table, dying.faults);
    const command = {
      type: 'determine' as const,
      response: 'approve' as const,
      interest: { interest: 'none' as const },
      by: somebody,
      ...(step ?? { stepId: '', issue: 0, words: '' }),
    };
    const execution = {
      given: { now: told.now, council: told.council },
      answer: { sub: 'x', key: randomUUID(), bodyHash: 'h', status: 200 },
    };
    const first = await dynamoDecisionStore({ ...own, publication: publishing })
      .execute(told.id, command, execution)
      .catch(() => null);
    const again = await told.store.execute(told.id, command, execution);
    expect([
      again.ok,
      (await told.types()).filter((type) => type === 'decision-made').length,
      firstBreak(await told.store.history(told.id)),
    ]).toEqual([true, 1, null]);
    if (first?.ok && again.ok) expect(again.decision).toEqual(first.decision);
  });

  it('gives a number once and leaves no gap, whether it dies before the write or after', async () => {
    const numbers: string[] = [];
    for (const [at, when] of moments(2)) {
      const told = new Answering(table);
      await told.drafted();
      const own = faultyTable(table, new Dying(at, when).faults);
      const execution = { given: { now: told.now, council: told.council } };
      await dynamoDecisionStore({ ...own, publication: publishing })
        .execute(told.id, { type: 'submit-proposal', by: officer }, execution)
        .catch(() => null);
      await told.store.execute(told.id, { type: 'submit-proposal', by: officer }, execution);
      numbers.push((await told.store.load(told.id))?.number ?? '');
    }
    const counted = numbers.map((number) => Number(number.slice(3))).sort((a, b) => a - b);
    expect(counted).toEqual(counted.map((_, nth) => (counted[0] ?? 0) + nth));
  });
});

describe('A clock that steps back', () => {
  it('by an hour breaks no history and sends nothing twice', async () => {
    const told = new Answering(table);
    await told.submitted();
    await told.announce(2);
    const before = told.office.sent.length;
    told.now = '2023-03-07T08:00:00.000Z';
    await told.announce(2);
    for (const step of await told.open('clearance'))
      await told.does({ type: 'give-clearance', by: somebody, response: 'approve', ...step });
    expect([told.office.sent.length, firstBreak(await told.store.history(told.id))]).toEqual([before, null]);
  });
});

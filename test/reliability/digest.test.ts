import { beforeAll, describe, expect, it } from 'vitest';
import { addressHash } from '../../functions/email/email-item.ts';
import { readLink } from '../../functions/link/links.ts';
import { correlated } from '../../functions/platform/log/correlation.ts';
import { keys, openStepsNamed } from '../../functions/platform/table/keys.ts';
import { asItem } from '../../functions/platform/table/stored-item.ts';
import { queryAll, type Table } from '../../functions/platform/table/table.ts';
import { keepDigests } from '../../functions/schedule/digests.ts';
import { openStepsStore } from '../../functions/schedule/open-steps-store.ts';
import { sendOpenSteps } from '../../functions/schedule/send-open-steps.ts';
import { somebody } from '../decision/story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { Answering } from './answering.ts';
import { kent } from '../../seeds/kent/council.ts';

let table: Table;
let all: Answering[];
const first = () => all[0] as Answering;
const sent = () => first().letters('open-steps-digest');
const checks = (now: string) => keepDigests({ table, openSteps: openStepsStore(table), loadCouncil: async () => kent, now: () => now });
const kept = async (day: string) =>
  (await queryAll(table, { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': keys.openSteps(day, '').pk } })).map(
    asItem,
  );

/** Announces what was kept for a day, as the stream would, and mails it. */
const announced = async (day: string) => {
  for (const item of await kept(day))
    await sendOpenSteps({ ...first().sending, openSteps: openStepsStore(table) }, day, openStepsNamed(item)?.who ?? '');
};

beforeAll(async () => {
  table = await freshTable();
  all = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const told = new Answering(table);
      await told.submitted();
      return told;
    }),
  );
});

describe('Somebody with more than three open steps', () => {
  it('gets one list a working day with the link of each, however often the check runs and the stream announces it', async () => {
    await correlated('check-2023-03-08', () => checks('2023-03-08T06:00:00.000Z'));
    expect(sent()).toEqual([]);
    await announced('2023-03-08');
    await checks('2023-03-08T06:10:00.000Z');
    await announced('2023-03-08');
    const { office } = first();
    expect(office.addresses).toEqual([
      'corporate-director-adult-social-care@kent.example',
      'monitoring-officer@kent.example',
      's151-officer@kent.example',
    ]);
    const text = (sent()[0] ?? '').replaceAll('=\r\n', '').split('Content-Type: text/html')[0] ?? '';
    const links = [...text.matchAll(/\/respond\/([\w.-]+)/g)].map(([, token = '']) => readLink(token, first().secrets));
    expect(new Set(links.map((link) => link?.decisionId))).toEqual(new Set(all.map(({ id }) => id)));
  });

  it('has no link in what is kept of it, which goes after a week and names the check that it came of', async () => {
    const items = await kept('2023-03-08');
    expect(items.map(({ correlationId, expiresAt }) => [correlationId, expiresAt])).toEqual(
      items.map(() => ['check-2023-03-08', Date.parse('2023-03-15T06:00:00Z') / 1000]),
    );
    expect([items.length, JSON.stringify(items).match(/respond|\.[A-Za-z0-9_-]{43}/)]).toEqual([3, null]);
  });

  it('is told nothing more that day, though more has come to wait for them', async () => {
    const before = await kept('2023-03-08');
    const fifth = new Answering(table);
    await fifth.submitted();
    await checks('2023-03-08T06:20:00.000Z');
    expect(await kept('2023-03-08')).toEqual(before);
    for (const step of await fifth.open('clearance'))
      await fifth.does({ type: 'give-clearance', by: somebody, response: 'approve', ...step });
  });

  it('gets it again on the next working day, and none at a weekend', async () => {
    await checks('2023-03-11T06:00:00.000Z');
    expect(await kept('2023-03-11')).toEqual([]);
    await checks('2023-03-13T06:00:00.000Z');
    await announced('2023-03-13');
    expect(sent()).toHaveLength(6);
  });

  it('gets it although the check died between two people: run again, it keeps the lists that are missing and no other', async () => {
    const store = openStepsStore(table);
    const [missed] = (await kept('2023-03-13')).map((item) => openStepsNamed(item)?.who);
    const dies = {
      keep: async (...[list, at]: Parameters<typeof store.keep>) =>
        addressHash(list.to.email).startsWith(missed ?? '-') ? Promise.reject(new Error('The process died')) : store.keep(list, at),
    };
    await expect(
      keepDigests({ table, openSteps: dies, loadCouncil: async () => kent, now: () => '2023-03-14T06:00:00.000Z' }),
    ).rejects.toThrow('1 digests were not kept');
    const before = await kept('2023-03-14');
    await checks('2023-03-14T06:05:00.000Z');
    const after = await kept('2023-03-14');
    expect([before.length, after.length]).toEqual([2, 3]);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  it('gets it a moment later where SES takes nothing at first', async () => {
    first().office.next = () => Promise.reject(new Error('Throttling'));
    await expect(announced('2023-03-14')).rejects.toThrow(/^The open steps of [0-9a-f]{16} on 2023-03-14 were not sent$/);
    first().office.next = () => ({ accepted: true, messageId: 'm' });
    await announced('2023-03-14');
    expect(sent()).toHaveLength(9);
  });

  it('gets none once three or fewer wait', async () => {
    for (const step of await first().open('clearance'))
      await first().does({ type: 'give-clearance', by: somebody, response: 'approve', ...step });
    await checks('2023-03-15T06:00:00.000Z');
    expect(await kept('2023-03-15')).toEqual([]);
  });
});

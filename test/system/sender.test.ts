import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryLine } from './chain.ts';
import { systemOf } from './law/settings-of.ts';
import { linkIn, type Mail, type System } from './system.ts';
import { linksOf, noticed, submitted, type Walked } from './walk.ts';

// With nothing between asking and the mailbox but what is deployed: the announcement, the stream’s filter, the one sender.
describe('a running council that has decisions above £500,000 signed with a code', () => {
  let running: Awaited<ReturnType<typeof systemOf>>;
  let system: System;
  let walked: Walked;
  let link: string;
  beforeAll(async () => {
    running = await systemOf((council) => ({ ...council, codeOverPence: 50_000_000 }), '--empty', '--now', '2023-03-07T09:00:00Z');
    ({ system } = running);
    walked = await noticed(system);
    for (let more = 0; more < 4; more += 1) await submitted(system);
  }, 180_000);
  afterAll(() => running?.stop());

  const ofKind =
    (kind: string) =>
    (mail: Mail): boolean =>
      mail.kind === kind;
  const codeIn = ({ text }: Mail): string => (/Your code is (\d{3}) (\d{3})/.exec(text) ?? []).slice(1).join('');

  it('mails everybody with more than three open steps one list of them at six, with links that open', async () => {
    await system.clock('2023-03-08T07:00:00Z');
    const lists = await system.waitFor(ofKind('open-steps-digest'), 3);
    expect(lists.map(({ to }) => to).sort()).toEqual([
      'corporate-director-adult-social-care@kent.example',
      'monitoring-officer@kent.example',
      's151-officer@kent.example',
    ]);
    for (const list of lists)
      expect([list.text.match(/\/respond\//g)?.length, (await system.call('GET', linkIn(list) ?? '/none')).status]).toEqual([4, 200]);
    expect((await system.call('POST', '/_local/schedules/daily-check')).status).toBe(200);
    expect((await system.mail()).filter(ofKind('open-steps-digest'))).toHaveLength(3);
  }, 60_000);

  it('mails a code within seconds of its being asked for, to the post alone, and lists it without its digits', async () => {
    await system.clock('2023-04-05T09:00:00Z');
    const [[to, path] = ['', '']] = await linksOf(system, walked.number, 'determination-asked');
    link = path;
    const page = await system.answer(link, { send: 'code' });
    expect([page.status, page.text.includes('A code is on its way to the mailbox that has your link')]).toEqual([200, true]);
    const [mail, ...others] = await system.waitFor(ofKind('signing-code'));
    expect([
      mail?.to,
      codeIn(mail as Mail).length,
      mail?.links.filter((each) => JSON.stringify(each).includes('/respond/')),
      others,
    ]).toEqual([to, 6, [], []]);
    const { json, text } = await system.as('clerk')<{ items: { kind: string; to: string; status: string; subject: string }[] }>(
      'GET',
      `/api/proposals/${walked.id}/emails`,
    );
    expect(json.items.filter(({ kind }) => kind === 'signing-code')).toMatchObject([
      { to, status: expect.stringMatching(/^(sent|delivered)$/), subject: mail?.subject },
    ]);
    expect(text).not.toContain(codeIn(mail as Mail));
  }, 60_000);

  it('says that it is too soon for another within the minute, and mails none', async () => {
    const page = await system.answer(link, { send: 'code' });
    expect([page.status, page.text.includes('A code was asked for a moment ago')]).toEqual([200, true]);
    expect((await system.mail()).filter(ofKind('signing-code'))).toHaveLength(1);
  });

  it('lets a second code end the first, and the decision be signed with the second alone', async () => {
    const [first] = (await system.mail()).filter(ofKind('signing-code'));
    await system.clock('2023-04-05T09:02:00Z');
    await system.answer(link, { send: 'code' });
    const second = (await system.waitFor(ofKind('signing-code'), 2)).find(
      (mail) => mail !== first && codeIn(mail) !== codeIn(first as Mail),
    );
    expect((await system.answer(link, { response: 'approve', interest: 'none', code: codeIn(first as Mail) })).status).toBe(422);
    expect((await system.answer(link, { response: 'approve', interest: 'none', code: codeIn(second as Mail) })).status).toBe(200);
    const { json } = await system.as('clerk')<{ items: HistoryLine[] }>('GET', `/api/proposals/${walked.id}/history`);
    expect([(await walked.get()).status, json.items.some(({ type }) => type === 'decision-made')]).toEqual(['decided', true]);
  }, 60_000);

  it('leaves none of it parked', async () => {
    const { json } = await system.call<{ items: { function: string }[] }>('GET', '/_local/dead-letters');
    expect(json.items.filter((parked) => ['send-emails', 'follow-up', 'daily-check'].includes(parked.function))).toEqual([]);
  });
});

import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditExport } from '../../bin/keeping/audit-export.ts';
import { planFor, retain, TableDoesNotHold } from '../../bin/keeping/retain.ts';
import { subjectAccess } from '../../bin/keeping/subject-access.ts';
import { digestOf, exportTable, itemsOf } from '../../bin/keeping/whole-table.ts';
import { verifyTable } from '../../bin/verify/verify-table.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { emailStore } from '../../functions/email/email-store.ts';
import { getAll, type Table } from '../../functions/platform/table/table.ts';
import { subscriptionStore } from '../../functions/subscription/subscription-store.ts';
import { kent1900073 } from '../../seeds/decisions/kent-19-00073.ts';
import { seedId } from '../../seeds/retell.ts';
import { Posted } from '../email/sending-table.ts';
import { clerk } from '../decision/story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { keptTable, when } from './kept.ts';

const today = '2026-11-21';
const gone = '19/00073';
let table: Table;

beforeAll(async () => {
  table = await keptTable();
});

const count = async (of: Table) => digestOf(await exportTable(of));
const whatOf = (plan: { going: { what: string }[] }) => plan.going.map(({ what }) => what);

describe('What may go by rule', () => {
  it('is listed with its ground and source, and nothing is changed by asking', async () => {
    const before = await count(table);
    const { going } = await planFor(table, today);
    expect(going.filter(({ rule }) => rule === 'record-six-years').map(({ what, source }) => [what, source])).toEqual([
      [`the record of decision ${gone}`, 'Reg 21(6) of SI 2012/2089'],
    ]);
    expect(await count(table)).toBe(before);
  });

  it('is not a record whose six years end tomorrow', async () => {
    const from = (await planFor(table, today)).going.find(({ number }) => number === gone)?.from ?? '';
    const dayBefore = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
    expect(whatOf(await planFor(table, from))).toContain(`the record of decision ${gone}`);
    expect(whatOf(await planFor(table, dayBefore))).not.toContain(`the record of decision ${gone}`);
  });

  it('is not removed from a table that does not hold', async () => {
    const { Item } = await table.client.send(new GetCommand({ TableName: table.tableName, Key: keys.event(seedId(kent1900073), 2) }));
    await table.client.send(
      new PutCommand({ TableName: table.tableName, Item: { ...Item, event: String(Item?.event).replace('{', '{"note":1,') } }),
    );
    const before = await count(table);
    await expect(retain(table, today)).rejects.toThrow(TableDoesNotHold);
    expect(await count(table)).toBe(before);
    await table.client.send(new PutCommand({ TableName: table.tableName, Item }));
  });
});

describe('A record that has gone', () => {
  beforeAll(async () => {
    await retain(table, today);
  });

  it('leaves its number, which is never used twice, and the two hashes that the daily heads stand on; no word of it', async () => {
    const left = (await itemsOf(table)).filter(
      (item) => JSON.stringify(item).includes(gone) || JSON.stringify(item).includes(seedId(kent1900073)),
    );
    expect(new Set(left.map(({ pk }) => pk))).toEqual(new Set([keys.number(gone).pk, keys.leaf('', '').pk]));
    for (const leaf of left.filter(({ pk }) => pk === keys.leaf('', '').pk))
      expect(Object.keys(leaf).sort()).toEqual(['historyHead', 'number', 'on', 'pk', 'publicationHash', 'sk']);
    expect(left.find(({ pk }) => pk === 'NUMBERS')).toMatchObject({ goneOn: today, goneBy: 'record-six-years' });
  });

  it('leaves every other chain and every daily head whole', async () => {
    expect(await verifyTable(table)).toMatchObject({ decisions: 3, heads: 1, faults: [] });
  });

  it('is not removed a second time', async () => {
    const before = await count(table);
    expect(await retain(table, today)).toEqual([]);
    expect(await count(table)).toBe(before);
  });

  it('cannot be feigned of one whose six years are not over', async () => {
    const item = (await getAll(table, [keys.number('23/00022')]))[0];
    await table.client.send(new PutCommand({ TableName: table.tableName, Item: { ...item, goneOn: today, goneBy: 'record-six-years' } }));
    expect((await verifyTable(table)).faults).toEqual([
      { where: 'Decision 23/00022', what: `It is said to have gone by rule on ${today}, and its six years were not over.` },
      { where: 'Publication 23/00022', what: 'It is public, and no decision of the table has that number.' },
    ]);
    await table.client.send(new PutCommand({ TableName: table.tableName, Item: item as Record<string, unknown> }));
  });
});

describe('The addresses of the public', () => {
  const outside = 'Parish.Clerk@Example.org';
  let told: Posted;

  beforeAll(async () => {
    told = new Posted(await freshTable());
    await told.noticed({ consultees: [{ name: 'A Parish', email: outside, external: true }] });
    for (const { sequence } of await told.store.history(told.id)) await told.announce(sequence);
    const [step] = await told.open('consultation');
    if (!step) throw new Error('Nobody was consulted');
    await told.does({ type: 'answer-consultation', response: 'object', ...step, words: 'We object to the route.' });
    await told.does({ type: 'withdraw-proposal', words: 'Not now.', by: clerk });
  });

  const addresses = async () => (await told.list()).map(({ to }) => to.toLowerCase());

  it('are all found for whoever asks what is held about them, with what they wrote', async () => {
    const found = subjectAccess(await itemsOf(told.table), ' parish.clerk@example.ORG ');
    expect(new Set(found.mentions.map(({ sk }) => sk.split('#')[0]))).toEqual(new Set(['CURRENT', 'EVENT', 'EMAIL']));
    expect(JSON.stringify(found.wrote)).toContain('We object to the route.');
    expect(found.mentions.find(({ sk }) => sk.startsWith('EMAIL'))?.among).toMatchObject({ name: 'A Parish' });
  });

  it('are found where only a hash of them is kept, and not found for anybody else', async () => {
    await told.emails.suppress('other@example.org', when, 'bouncedAt');
    expect(subjectAccess(await itemsOf(told.table), 'OTHER@example.org')).toMatchObject({ mentions: [], hashed: [{ sk: 'SUPPRESSED' }] });
    expect(subjectAccess(await itemsOf(told.table), 'nobody@example.org')).toMatchObject({ mentions: [], wrote: [], hashed: [] });
  });

  it('are found as what they asked for emails under, whose hash is of the mailbox and not of the name that it was called by', async () => {
    await subscriptionStore(told.table).mayAsk('Jo.Reader+council@example.org', when);
    for (const name of ['jo.reader+council@example.org', 'jo.reader@example.org'])
      expect(subjectAccess(await itemsOf(told.table), name)).toMatchObject({ hashed: [{ sk: 'ASKED' }] });
  });

  it('are not taken for those of somebody whose longer address has theirs within it', async () => {
    for (const within of ['clerk@example.org', 'rish.clerk@example.org', 'parish.clerk@example.or'])
      expect(subjectAccess(await itemsOf(told.table), within)).toMatchObject({ mentions: [], wrote: [] });
    const words =
      'Write to <o.k@example.org>, or to o.brien@example.org. Or -a@example.org; _b@example.org_; c@example.org- by day; ...d@example.org';
    for (const whole of ['o.k', 'o.brien', 'a', 'b', 'c', 'd'])
      expect(subjectAccess([{ pk: 'DECISION#1', sk: 'EVENT#000001', words }], `${whole}@example.org`).mentions, whole).toHaveLength(1);
  });

  it('stay on its emails until three months after the decision is over', async () => {
    expect(whatOf(await planFor(told.table, '2023-06-06'))).toEqual([]);
    expect(await addresses()).toContain(outside.toLowerCase());
  });

  it('then go from its emails, which still say that they were sent, and touch no history', async () => {
    const sent = (await itemsOf(told.table)).find(({ sk, kind }) => sk.startsWith('EMAIL') && kind === 'consultation-asked');
    const reason = `smtp; 550 5.1.1 <${outside}>: no such mailbox`;
    await told.emails.record({ decisionId: told.id, key: String(sent?.key) }, 'bouncedAt', when, { reason });
    const before = await told.list();
    await retain(told.table, '2023-06-07');
    expect(await addresses()).not.toContain(outside.toLowerCase());
    const still = subjectAccess(await itemsOf(told.table), outside).mentions.filter(({ sk }) => sk.startsWith('EMAIL'));
    expect(still).toEqual([]);
    expect((await told.list()).map(({ kind, status, sentAt }) => [kind, status, sentAt])).toEqual(
      before.map(({ kind, status, sentAt }) => [kind, status, sentAt]),
    );
    expect((await verifyTable(told.table)).faults).toEqual([]);
    expect(await retain(told.table, '2023-06-08')).toEqual([]);
  });

  it('do not come back with what a mail server says of such an email later', async () => {
    const blanked = (await itemsOf(told.table)).find(({ sk, kind }) => sk.startsWith('EMAIL') && kind === 'consultation-asked');
    const key = String(blanked?.key);
    const reason = `smtp; 550 5.1.1 <${outside}>: no such mailbox`;
    const email = await told.emails.record({ decisionId: told.id, key }, 'complainedAt', when, { reason, messageId: 'later' });
    expect(email).toMatchObject({ complainedAt: when, messageId: 'later' });
    expect(email).not.toHaveProperty('reason');
  });

  it('of a subscription go when its owner ends it, or when nothing can be sent there any more', async () => {
    const store = subscriptionStore(told.table);
    for (const id of ['kept', 'ended', 'ended-too', 'refused'])
      await store.confirm(id, { email: `${id}@example.org`, interests: {}, cursor: 0, since: when }, when);
    for (const id of ['ended', 'ended-too']) await store.forget(id, when);
    await emailStore(told.table).suppress('refused@example.org', when, 'complainedAt');
    expect(
      (await planFor(told.table, today)).going
        .map(({ rule }) => rule)
        .filter((rule) => rule.startsWith('subscription'))
        .sort(),
    ).toEqual(['subscription-ended', 'subscription-ended', 'subscription-refused']);
    expect((await retain(told.table, today)).filter(({ rule }) => rule.startsWith('subscription')).length).toBe(3);
    expect((await store.all()).map(({ email }) => email)).toEqual(['kept@example.org']);
  });
});

describe('The file of a decision for an auditor', () => {
  it('holds its whole history, every email and what became of it, what is published, and the daily head over it', async () => {
    const file = await auditExport(table, '23/00022');
    expect(file).toMatchObject({
      number: '23/00022',
      chain: { whole: true },
      faults: [],
      published: { publication: { number: '23/00022' } },
      dailyHead: { date: '2026-11-20' },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(file?.events.length).toBe(file?.decision.version);
  });

  it('says so when its history does not hold', async () => {
    const [item] = await getAll(table, [keys.number('23/00022')]);
    const key = keys.event(String(item?.decisionId), 2);
    const [event] = await getAll(table, [key]);
    await table.client.send(
      new UpdateCommand({
        TableName: table.tableName,
        Key: key,
        UpdateExpression: 'SET event = :event',
        ExpressionAttributeValues: { ':event': String(event?.event).replace(/"hash":"./, '"hash":"x') },
      }),
    );
    const file = await auditExport(table, '23/00022');
    expect([file?.chain.whole, file?.faults.length]).toEqual([false, 1]);
  });

  it('is none for a number that nobody has', async () => {
    expect(await auditExport(table, '23/99999')).toBeNull();
  });
});

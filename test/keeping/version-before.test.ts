import { readFileSync } from 'node:fs';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { itemsOf } from '../../bin/keeping/whole-table.ts';
import { importTable } from '../../bin/keeping/whole-table.ts';
import { verifyTable } from '../../bin/verify/verify-table.ts';
import { digestStore } from '../../functions/alert/digest-store.ts';
import { dailyCheck } from '../../functions/schedule/daily-check.ts';
import { type EmailItem, emailItemSchema, statusOf } from '../../functions/email/email-item.ts';
import { readLink } from '../../functions/link/links.ts';
import { councilStore } from '../../functions/platform/store/council-store.ts';
import { readEvent } from '../../functions/platform/store/decision-items.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { dynamoPublicStore } from '../../functions/register/public-store.ts';
import { subscriptionStore } from '../../functions/subscription/subscription-store.ts';
import { somebody } from '../decision/story.ts';
import { Posted } from '../email/sending-table.ts';
import { freshTable } from '../platform/fresh-table.ts';

// A whole table as version 0.1.0 stored it. It is never made anew: it stands for what lies in the tables of councils.
const stored = readFileSync(new URL('../fixtures/stored-by-0.1.0.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const id = (last: number): string => `11111111-0000-4000-8000-00000000000${last}`;
const [draft, inClearance, noticed, awaiting, decided, effective] = [1, 2, 3, 4, 5, 6].map(id);
// As it stands in an email that version 0.1.0 sent.
const link = '11111111-0000-4000-8000-000000000004_determination-1_1.np1LBDCYCvdKPZzNcAiFr0ie8FBVTZwG4-jZPNNw3W4';
const key = { current: 'a'.repeat(64), previous: null };

const day = '2023-04-07';

let table: Table;
const at = (which = '', now = '2023-04-21T09:00:00.000Z'): Posted => Object.assign(new Posted(table), { id: which, now });

beforeAll(async () => {
  table = await freshTable();
  await importTable(table, stored);
});

describe('What the version before stored', () => {
  it('is read item by item: every event, email, setting, publication and subscription', async () => {
    const items = await itemsOf(table);
    expect(items.filter(({ event, pk }) => event !== undefined && pk.startsWith('DECISION#')).map(readEvent).length).toBe(40);
    expect(items.filter(({ sk }) => sk.startsWith('EMAIL#')).map((item) => emailItemSchema.parse(item)).length).toBeGreaterThan(15);
    expect((await councilStore(table).loadCouncil()).id).toBe('kent');
    expect(await subscriptionStore(table).all()).toMatchObject([{ email: 'reader@example.org', interests: { text: 'road' } }]);
    for (const { register, document, pk } of items.filter(({ sk }) => sk === 'PUBLICATION'))
      expect([register, await dynamoPublicStore(table).publicationOf(pk.slice('PUBLIC#'.length)), document !== undefined]).toEqual([
        expect.any(String),
        expect.objectContaining({ number: pk.slice('PUBLIC#'.length) }),
        true,
      ]);
  });

  it('comes to the same states by its events, under the same hashes, publications and heads', async () => {
    expect(await verifyTable(table)).toEqual({ decisions: 6, heads: 1, faults: [] });
  });

  it('stands where it stood', async () => {
    const statuses = await Promise.all(
      [draft, inClearance, noticed, awaiting, decided, effective].map(async (each) => (await at(each).store.load(each ?? ''))?.status),
    );
    expect(statuses).toEqual(['draft', 'in-clearance', 'notice-published', 'awaiting-decision', 'decided', 'effective']);
  });
});

describe('A link that the version before sent', () => {
  it('names the same step, and still does when its key was rotated once', () => {
    const read = readLink(link, key);
    expect(read).toMatchObject({ decisionId: awaiting, stepId: 'determination-1', issue: 1 });
    expect(readLink(link, { current: 'b'.repeat(64), previous: key.current })).toEqual(read);
  });
});

describe('Mail that was in flight when the version changed', () => {
  const unsettled = (email: EmailItem) => statusOf(email) !== 'sent';

  it('goes out by this version where the version before had not come to it', async () => {
    const told = at(effective);
    const { length } = await told.store.history(told.id);
    await told.announce(length);
    expect(told.office.sent.length).toBeGreaterThan(0);
    expect(
      (await itemsOf(table))
        .filter(({ pk, sk }) => pk.endsWith(told.id) && sk.startsWith('EMAIL#'))
        .map((item) => emailItemSchema.parse(item))
        .filter(unsettled),
    ).toEqual([]);
  });

  it('is not sent a second time where it had', async () => {
    const told = at(noticed);
    const before = (await told.list()).length;
    for (const { sequence } of await told.store.history(told.id)) await told.announce(sequence);
    expect([told.office.sent, (await told.list()).length]).toEqual([[], before]);
  });
});

describe('What was to be told of a contract when the version changed', () => {
  it('is read though it names the one version of the contract that raised it, as was kept before several were told as one', async () => {
    const alert = { id: 'end@1', code: 'end', family: 'end', date: day, anchor: day, to: ['owner'], words: 'It ends.', covers: [] };
    const item = { contractId: 'c', version: 8, reference: 'A/1', title: 'A service', endsOn: day, alerts: [alert], drafts: ['vary'] };
    const digest = { day, name: 'somebody-001', to: { name: 'An Owner', email: 'owner@kent.example' }, items: [item] };
    await table.client.send(
      new PutCommand({ TableName: table.tableName, Item: { ...keys.digest(day, 'somebody-001'), digest: JSON.stringify(digest) } }),
    );
    const kept = await digestStore(table).digest(day, 'somebody-001');
    expect(kept?.items).toMatchObject([{ versions: [8], reference: 'A/1' }]);
    expect(await digestStore(table).digestsOf(day, 'somebody')).toEqual([kept]);
  });
});

describe('What the version before began', () => {
  it('is gone on with: submitted, cleared, decided and in effect, with every chain whole', async () => {
    await at(draft).does({ type: 'submit-proposal' });
    const clearing = at(inClearance);
    for (const step of await clearing.open('clearance'))
      await clearing.does({ type: 'give-clearance', by: somebody, response: 'approve', ...step });
    const deciding = at(awaiting);
    for (const step of await deciding.open('determination'))
      await deciding.does({ type: 'determine', by: somebody, response: 'approve', interest: { interest: 'none' }, ...step });
    const told = at(decided, '2023-05-05T09:00:00.000Z');
    await dailyCheck({ table, store: told.store, loadCouncil: async () => told.council, now: () => told.now });
    for (const each of [noticed, decided]) await at(each, told.now).does({ type: 'run-daily-check' });
    const statuses = await Promise.all(
      [draft, inClearance, noticed, awaiting, decided].map(async (each) => (await told.store.load(each ?? ''))?.status),
    );
    expect(statuses).toEqual(['in-clearance', 'cleared', 'awaiting-decision', 'effective', 'effective']);
    expect((await verifyTable(table)).faults).toEqual([]);
  });
});

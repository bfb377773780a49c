import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Listing, listDecisions } from '../../functions/platform/store/decision-list.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { getAll, type Table } from '../../functions/platform/table/table.ts';
import { submittedBy } from '../decision/story.ts';
import { freshTable } from './fresh-table.ts';
import { InTable } from './in-table.ts';

let table: Table;
const ids: string[] = [];
const minute = (at: number) => `2023-03-07T09:${String(at).padStart(2, '0')}:00.000Z`;

beforeAll(async () => {
  table = await freshTable();
  for (let at = 0; at < 12; at += 1) {
    const told = new InTable(table, { now: minute(at) });
    ids.unshift(told.id);
    await told.does({
      type: 'draft-proposal',
      content: {},
      submittedBy: { ...submittedBy, sub: at % 2 === 0 ? 'even' : 'odd' },
      by: { kind: 'officer', id: at % 2 === 0 ? 'even' : 'odd', name: 'An Officer', capacity: 'Officer' },
    });
    if (at % 3 === 0)
      await told.does({
        type: 'withdraw-proposal',
        words: 'Not needed.',
        by: { kind: 'clerk', id: 'clerk', name: 'A Clerk', capacity: 'Clerk' },
      });
  }
});

const pages = async (listing: Listing): Promise<string[][]> => {
  const found: string[][] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await listDecisions(table, { ...listing, cursor });
    if (!page.ok) throw new Error(page.refusal.words);
    found.push(page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
    more = page.next !== null;
  }
  return found;
};

describe('The list of proposals', () => {
  it('has every proposal once, the newest change first, over any pages', async () => {
    for (const limit of [1, 5, 6, 12, 100]) expect((await pages({ limit })).flat()).toEqual(ids);
  });

  it('has a proposal once, and as it came to be, that changes status while the list is read', async () => {
    const own = await freshTable();
    const told = new InTable(own, { now: minute(1) });
    await told.does({ type: 'draft-proposal', content: {}, submittedBy });
    const send = own.client.send.bind(own.client) as (command: unknown) => Promise<unknown>;
    const withdrawn = () => new InTable(own, { id: told.id, now: minute(2) }).does({ type: 'withdraw-proposal', words: 'Not needed.' });
    // The drafts are read before it is withdrawn, and whatever else was asked is read after.
    let drafts: Promise<unknown> | undefined;
    const client = {
      send: async (command: { input: { ExpressionAttributeValues?: Record<string, unknown> } }) => {
        if (command.input.ExpressionAttributeValues?.[':partition'] === undefined) return send(command);
        drafts ??= send(command).then(async (read) => {
          await withdrawn();
          return read;
        });
        return command.input.ExpressionAttributeValues[':partition'] === 'draft' ? drafts : drafts.then(() => send(command));
      },
    };
    const page = await listDecisions({ ...own, client: Object.assign(Object.create(own.client), client) }, { limit: 10 });
    expect(page.ok && page.items.map(({ id, status }) => [id, status])).toEqual([[told.id, 'withdrawn']]);
  });

  it('of whatever is asked for twice is read once, and answered twice', async () => {
    const [one = '', other = ''] = ids;
    const read = await getAll(table, [one, other, one, 'nobody'].map(keys.current));
    expect(read.map((item) => item?.pk ?? null)).toEqual([keys.current(one).pk, keys.current(other).pk, keys.current(one).pk, null]);
  });

  it('ends with its last page, and gives no empty one', async () => {
    expect((await pages({ limit: 6 })).map((page) => page.length)).toEqual([6, 6]);
  });

  it('can be of one status', async () => {
    expect((await pages({ status: 'withdrawn', limit: 3 })).flat()).toEqual(ids.filter((_, index) => (11 - index) % 3 === 0));
    expect((await pages({ status: 'effective', limit: 3 })).flat()).toEqual([]);
  });

  it('can be of one officer, and of one status of theirs', async () => {
    expect((await pages({ officer: 'odd', limit: 4 })).flat()).toEqual(ids.filter((_, index) => (11 - index) % 2 === 1));
    expect((await pages({ officer: 'odd', status: 'withdrawn', limit: 1 })).flat()).toEqual(
      ids.filter((_, index) => (11 - index) % 2 === 1 && (11 - index) % 3 === 0),
    );
  });

  it('loses none of those changed in the same millisecond', async () => {
    const other = await freshTable();
    for (let at = 0; at < 7; at += 1)
      await new InTable(other, { now: minute(0) }).does({ type: 'draft-proposal', content: {}, submittedBy });
    const found: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listDecisions(other, { limit: 2, cursor });
      if (!page.ok) throw new Error(page.refusal.words);
      found.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(new Set(found).size).toBe(7);
  });

  const forged = [
    ['', ''],
    ['', 'DECISION#x'],
    ['2023-03-07T09:00:00.000Z', ''],
    ['\ud800', 'DECISION#x'],
    ['yesterday', 'DECISION#x'],
    ['2023-03-07T09:00:00.000Z', 'CONTRACT#x'],
  ].map((position) => Buffer.from(JSON.stringify(position)).toString('base64url'));

  it.each(['x', 'bnVsbA', '{}', 'WyJhIl0', ...forged])('refuses the cursor "%s" that no page gave', async (cursor) => {
    expect(await listDecisions(table, { cursor, limit: 2 })).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', errors: [{ path: 'cursor' }] },
    });
  });

  it('shows every other proposal while one cannot be read', async () => {
    const key = keys.current(ids[3] ?? '');
    const [item] = await getAll(table, [key]);
    const put = (over: object) => table.client.send(new PutCommand({ TableName: table.tableName, Item: { ...item, ...over } }));
    await put({ state: '{"status":"of a later version"}' });
    const [found, page] = await Promise.all([pages({ limit: 5 }), listDecisions(table, { limit: 100 })]).finally(() => put({}));
    expect(found.flat()).toEqual(ids.filter((id) => id !== ids[3]));
    expect([page, await listDecisions(table, { limit: 100 })]).toMatchObject([{ unreadable: 1 }, { unreadable: 0 }]);
  });
});

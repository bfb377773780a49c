import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyTable } from '../../bin/verify/verify-table.ts';
import { type Key, keys } from '../../functions/platform/table/keys.ts';
import { pack, unpack } from '../../functions/platform/table/packed-json.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { dailyCheck } from '../../functions/schedule/daily-check.ts';
import { clerk } from '../decision/story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InTable } from '../platform/in-table.ts';

let table: Table;
let told: InTable;
const number = '23/00001';

beforeAll(async () => {
  table = await freshTable();
  told = new InTable(table);
  await told.noticed();
  const other = new InTable(table);
  await other.drafted();
  told.now = '2023-03-08T09:00:00.000Z';
  await dailyCheck({ table, store: told.store, loadCouncil: async () => told.council, now: () => told.now });
});

const stored = async ({ pk, sk }: Key): Promise<Record<string, unknown>> =>
  (await table.client.send(new GetCommand({ TableName: table.tableName, Key: { pk, sk }, ConsistentRead: true }))).Item ?? {};
const put = (item: Record<string, unknown>) => table.client.send(new PutCommand({ TableName: table.tableName, Item: item }));
const remove = ({ pk, sk }: Record<string, unknown>) =>
  table.client.send(new DeleteCommand({ TableName: table.tableName, Key: { pk, sk } }));

// What is kept compressed is read alike as plain text, and changed as such: a changed byte of the compressed form cannot even be opened.
const legible = (value: unknown): unknown => (value instanceof Uint8Array ? JSON.stringify(unpack(new Uint8Array(value))) : value);

/** Changes one character of the longest text of an item, finds what verify says, and puts the item back. */
const tampered = async (key: Key, at: (text: string) => number, attribute?: string): Promise<string[]> => {
  const item = await stored(key);
  const [name, text] = Object.entries(item)
    .map(([each, value]): [string, unknown] => [each, legible(value)])
    .filter(
      ([each, value]) => typeof value === 'string' && each !== 'pk' && each !== 'sk' && (attribute === undefined || each === attribute),
    )
    .sort(([, a], [, b]) => String(b).length - String(a).length)[0] as [string, string];
  const place = at(text);
  await put({ ...item, [name]: `${text.slice(0, place)}${text[place] === 'x' ? 'y' : 'x'}${text.slice(place + 1)}` });
  const { faults } = await verifyTable(table).finally(() => put(item));
  return faults.map(({ where, what }) => `${where}: ${what}`);
};

describe('Verifying a table', () => {
  it('finds that everything holds when nobody has touched it', async () => {
    expect(await verifyTable(table)).toEqual({ decisions: 2, heads: 1, faults: [] });
  });

  it.each([0.03, 0.2, 0.41, 0.6, 0.83, 0.99])(
    'finds one changed character of an event, wherever it is (at %f of its length)',
    async (share) => {
      expect(await tampered(keys.event(told.id, 2), (text) => Math.floor(text.length * share))).not.toEqual([]);
    },
  );

  it.each([0.05, 0.33, 0.5, 0.77, 0.97])('finds one changed character of a state (at %f of its length)', async (share) => {
    expect(await tampered(keys.current(told.id), (text) => Math.floor(text.length * share), 'state')).not.toEqual([]);
  });

  it.each([0.05, 0.33, 0.5, 0.77, 0.97])('finds one changed character of a published record (at %f of its length)', async (share) => {
    expect(await tampered(keys.publication(number), (text) => Math.floor(text.length * share), 'document')).not.toEqual([]);
  });

  it.each([
    ['a daily head', keys.head('2023-03-07'), 'head'],
    ['what a head covers', keys.leaf('2023-03-07', number), 'publicationHash'],
    ['the label of an event', keys.event('', 3), 'type'],
    ['who a decision is listed under', keys.current(''), 'officerKey'],
    ['where a record is listed', keys.publication(number), 'registerOrder'],
  ])('finds one changed character of %s', async (_, key, attribute) => {
    const own = { ...key, pk: key.pk === 'DECISION#' ? keys.current(told.id).pk : key.pk };
    expect(await tampered(own, () => 0, attribute)).not.toEqual([]);
  });

  it.each([0.1, 0.5, 0.9])('finds one changed byte of a record that is kept compressed (at %f of its length)', async (share) => {
    const item = await stored(keys.publication(number));
    const bytes = new Uint8Array(pack(JSON.parse(String(legible(item.document))), 0) as Uint8Array);
    bytes[Math.floor(bytes.length * share)] = (bytes[Math.floor(bytes.length * share)] ?? 0) ^ 1;
    await put({ ...item, document: bytes });
    const { faults } = await verifyTable(table).finally(() => put(item));
    expect(faults).not.toEqual([]);
  });

  it('finds a character of a link in a chain changed', async () => {
    const item = await stored(keys.chain(number));
    const links = item.links as { hash: string }[];
    await put({
      ...item,
      links: links.map((link, at) =>
        at === 1 ? { ...link, hash: `f${link.hash.slice(1)}`.replace(link.hash, `0${link.hash.slice(1)}`) } : link,
      ),
    });
    const { faults } = await verifyTable(table);
    await put(item);
    expect(faults).toEqual([{ where: `Publication ${number}`, what: 'Its chain is not the history of its decision.' }]);
  });

  it('finds something put into an event that no reader would see', async () => {
    const item = await stored(keys.event(told.id, 2));
    await put({ ...item, event: String(item.event).replace('{', '{"note":1,') });
    const { faults } = await verifyTable(table);
    await put(item);
    expect(faults).toEqual([{ where: `Decision ${told.id}`, what: 'Its history does not hold from event 2 on.' }]);
  });

  it('finds an event that somebody wrote by hand after the last, and says which', async () => {
    const last = (await told.store.history(told.id)).length;
    const extra = { ...(await stored(keys.event(told.id, last))), ...keys.event(told.id, last + 1), event: '{"by":"hand"}' };
    await put(extra);
    const { faults } = await verifyTable(table);
    await remove(extra);
    expect(faults).toEqual([{ where: `Decision ${told.id}`, what: `Its history does not hold from event ${last + 1} on.` }]);
  });

  it('finds a page put before the public under a number that no decision has', async () => {
    const forged = { ...(await stored(keys.publication(number))), ...keys.publication('23/00099') };
    await put(forged);
    const { faults } = await verifyTable(table);
    await remove(forged);
    expect(faults).toEqual([{ where: 'Publication 23/00099', what: 'It is public, and no decision of the table has that number.' }]);
  });

  it('finds the history of a draft whose state was made away with, which is in no list and has no number', async () => {
    const lost = new InTable(table);
    await lost.drafted();
    const state = await stored(keys.current(lost.id));
    await remove(state);
    const { decisions, faults } = await verifyTable(table);
    await put(state);
    expect([decisions, faults]).toEqual([3, [{ where: `Decision ${lost.id}`, what: 'Its state is missing.' }]]);
  });

  it('finds a whole history rewritten with its hashes worked out anew, by the heads published before', async () => {
    const before = await verifyTable(table);
    await told.does({ type: 'withdraw-proposal', words: 'Gone.', by: clerk });
    const leaf = await stored(keys.leaf('2023-03-07', number));
    await put({ ...leaf, publicationHash: 'a'.repeat(64) });
    const { faults } = await verifyTable(table);
    await put(leaf);
    expect([before.faults, faults.map(({ where }) => where)]).toEqual([[], ['Head of 2023-03-07']]);
  });
});

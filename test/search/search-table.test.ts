import { describe, expect, it } from 'vitest';
import { keys } from '../../functions/platform/table/keys.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { dynamoPublicStore } from '../../functions/register/public-store.ts';
import { indexAll } from '../../functions/search/index-all.ts';
import { indexPublication } from '../../functions/search/index-publication.ts';
import { search } from '../../functions/search/search.ts';
import { term } from '../../functions/search/terms.ts';
import { noticeNumbered } from '../register/shelf.ts';
import { generated, itemAt, shelve } from './generated.ts';
import { Meter } from './metered.ts';
import { emptyTable, listed, now, publish } from './published.ts';

const found = async (table: Table, ...words: string[]) =>
  (
    await search(
      dynamoPublicStore(table).postings,
      words.map((word) => [term.word(word)]),
      { from: 0, limit: 25 },
    )
  ).items.map(({ number }) => number);
const changes = async (table: Table) =>
  (await dynamoPublicStore(table).postings.changes({ after: 0, limit: 100 })).map(({ sequence, number }) => `${sequence} ${number}`);

describe('what is published is found', () => {
  it('by its words as they now stand, and no longer by those that were taken out', async () => {
    const table = await emptyTable();
    await publish(table, noticeNumbered('23/00001', { subject: 'A new library', historyHead: 'a' }));
    await publish(table, noticeNumbered('23/00001', { subject: 'A new museum', historyHead: 'b' }));
    expect([await found(table, 'library'), await found(table, 'museum')]).toEqual([[], ['23/00001']]);
    expect(await itemAt(table, keys.posting('NOTICES', term.word('library'), '2023-04-05#23/00001'))).toMatchObject({
      gone: true,
      expiresAt: expect.any(Number),
    });
  });

  it('in the list where it now is, once it was decided', async () => {
    const table = await emptyTable();
    const decided = { ...generated(11), number: '23/00001', historyHead: 'b' };
    await publish(table, noticeNumbered('23/00001', { historyHead: 'a' }));
    await publish(table, decided);
    expect([await listed(table, 'NOTICES', { key: 'true' }), await listed(table, 'DECISIONS', { key: 'true' })]).toEqual([
      [],
      ['23/00001'],
    ]);
  });

  it('and a word that becomes exempt is found by nobody, though it was published before', async () => {
    const table = await emptyTable();
    await publish(table, noticeNumbered('23/00001', { reasons: 'The supplier Acme is failing', historyHead: 'a' }));
    expect(await found(table, 'acme')).toEqual(['23/00001']);
    await publish(
      table,
      noticeNumbered('23/00001', { reasons: null, withheld: [{ section: 'reasons', words: 'Not published' }], historyHead: 'b' }),
    );
    expect(await found(table, 'acme')).toEqual([]);
  });

  it('with the one whose subject has the word before the one that only mentions it', async () => {
    const table = await emptyTable();
    await publish(table, noticeNumbered('23/00001', { subject: 'Roads', reasons: 'The library is near' }));
    await publish(table, noticeNumbered('23/00002', { subject: 'The library', reasons: 'It is old' }));
    expect(await found(table, 'library')).toEqual(['23/00002', '23/00001']);
  });
});

describe('the index is brought up', () => {
  it('by nothing written where nothing has changed', async () => {
    const table = await emptyTable();
    await publish(table, noticeNumbered('23/00001'));
    const meter = new Meter(table);
    const { calls } = await meter.of(() => indexPublication(table, '23/00001', now));
    expect({ calls, changes: await changes(table) }).toEqual({ calls: 1, changes: ['1 23/00001'] });
  });

  it('by a few writes where one thing has changed', async () => {
    const table = await emptyTable();
    await publish(table, generated(11));
    await shelve(table, { ...generated(11), historyHead: 'other', status: { code: 'called-in', words: 'Called in', explanation: '' } });
    const meter = new Meter(table);
    const { units } = await meter.of(() => indexPublication(table, generated(11).number, now));
    expect(units).toBeLessThan(40);
    expect([await listed(table, 'DECISIONS', { status: 'in-force' }), await listed(table, 'DECISIONS', { status: 'called-in' })]).toEqual([
      [],
      [generated(11).number],
    ]);
  });

  it('to the same end after a run that broke off in the middle', async () => {
    const table = await emptyTable();
    await publish(table, noticeNumbered('23/00001', { subject: 'A new library', historyHead: 'a' }));
    await shelve(table, noticeNumbered('23/00001', { subject: 'A new museum', historyHead: 'b' }));
    let calls = 0;
    table.client.middlewareStack.add(
      (next) => async (args) => {
        calls += 1;
        // The reading and what it is found by get through, and what says that this was all does not.
        if (calls === 3) throw new Error('The line went dead');
        return next(args);
      },
      { step: 'initialize', name: 'breaks' },
    );
    await expect(indexPublication(table, '23/00001', now)).rejects.toThrow('The line went dead');
    table.client.middlewareStack.remove('breaks');
    await indexPublication(table, '23/00001', now);
    expect([await found(table, 'library'), await found(table, 'museum')]).toEqual([[], ['23/00001']]);
  });

  it('by two at once to the same end, each change with a number of its own', async () => {
    const table = await emptyTable();
    const numbers = ['23/00001', '23/00002'];
    for (const number of numbers) await shelve(table, noticeNumbered(number));
    await Promise.all([...numbers, ...numbers].map((number) => indexPublication(table, number, now)));
    expect(await listed(table, 'NOTICES', { text: 'sanctuary' })).toEqual(numbers);
    const told = await changes(table);
    expect(new Set(told.map((change) => change.split(' ')[1])).size).toBe(2);
    expect(told).toHaveLength(2);
  });

  it('for a table that was filled by other means, the oldest change first', async () => {
    const table = await emptyTable();
    await shelve(table, noticeNumbered('23/00002', { updatedAt: '2023-03-07T09:00:00Z' }));
    await shelve(table, noticeNumbered('23/00001', { updatedAt: '2023-03-08T09:00:00Z' }));
    expect([await indexAll(table, now), await indexAll(table, now)]).toEqual([2, 2]);
    expect(await changes(table)).toEqual(['1 23/00002', '2 23/00001']);
  });
});

it('the feed of changes tells a decision that changed again at its later place only', async () => {
  const table = await emptyTable();
  await publish(table, noticeNumbered('23/00001', { historyHead: 'a' }));
  await publish(table, noticeNumbered('23/00002'));
  await publish(table, noticeNumbered('23/00001', { historyHead: 'b' }));
  expect(await changes(table)).toEqual(['2 23/00002', '3 23/00001']);
});

import { describe, expect, it } from 'vitest';
import type { Table } from '../../functions/platform/table/table.ts';
import { dynamoPublicStore } from '../../functions/register/public-store.ts';
import { indexContract } from '../../functions/search/index-contract.ts';
import { indexPublication } from '../../functions/search/index-publication.ts';
import { search, searchContracts } from '../../functions/search/search.ts';
import { term } from '../../functions/search/terms.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { noticeNumbered } from '../register/shelf.ts';
import { InRegister } from '../spreadsheet/in-register.ts';
import { shelve } from './generated.ts';
import { emptyTable, now, publish } from './published.ts';

/** Lets something happen just before the nth transaction of whoever works with this table. */
const beforeItsNth = ({ client, tableName }: Table, nth: number, happens: () => Promise<void>): Table => {
  let calls = 0;
  const send = async (command: { constructor: { name: string } }) => {
    calls += command.constructor.name === 'TransactWriteCommand' ? 1 : 0;
    if (calls === nth && command.constructor.name === 'TransactWriteCommand') await happens();
    return client.send(command as never);
  };
  return { tableName, client: Object.create(client, { send: { value: send } }) as Table['client'] };
};

// So many that they do not go into one transaction.
const many = Array.from({ length: 120 }, (_, at) => `word${at}`).join(' ');
const clauses = (words: string[]) => words.map((word) => [term.word(word)]);
const page = { from: 0, limit: 25 };

describe('A run of the index that another overtakes, of what was published since', () => {
  it.each([1, 2, 3])('before its transaction %i, leaves nothing to be found by a word that is exempt by now', async (nth) => {
    const table = await emptyTable();
    const found = async (...words: string[]) =>
      (await search(dynamoPublicStore(table).postings, clauses(words), page)).items.map(({ number }) => number);
    await publish(table, noticeNumbered('23/00001', { subject: 'Refuge', historyHead: 'a' }));
    await shelve(table, noticeNumbered('23/00001', { subject: 'Refuge', reasons: `Acme ${many} failing`, historyHead: 'b' }));
    let overtook = false;
    const slow = beforeItsNth(table, nth, async () => {
      overtook = true;
      await publish(table, noticeNumbered('23/00001', { subject: 'Refuge', reasons: null, historyHead: 'c' }));
    });
    await indexPublication(slow, '23/00001', now);
    expect([overtook, await found('acme'), await found('failing'), await found('refuge')]).toEqual([true, [], [], ['23/00001']]);
  });

  it.each([1, 2, 3])('and so does one of a contract, before its transaction %i', async (nth) => {
    const table = await freshTable();
    const register = new InRegister(table);
    const found = async (...words: string[]) =>
      (await searchContracts(dynamoPublicStore(table).postings, clauses(words), page)).items.map(({ reference }) => reference);
    const id = await register.registers({ reference: 'C1', title: 'Refuge', description: `Acme ${many} failing` });
    const contract = await register.contracts.load(id);
    let overtook = false;
    const slow = beforeItsNth(table, nth, async () => {
      overtook = true;
      const terms = contract && 'terms' in contract ? { ...contract.terms, description: 'A place of safety' } : null;
      await register.does(id, { type: 'amend-contract', terms: terms!, words: 'Withheld' });
      await indexContract(table, 'C1', now);
    });
    await indexContract(slow, 'C1', now);
    expect([overtook, await found('acme'), await found('failing'), await found('safety')]).toEqual([true, [], [], ['C1']]);
  });
});

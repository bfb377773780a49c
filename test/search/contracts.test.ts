import { describe, expect, it } from 'vitest';
import type { Terms } from '../../functions/contract/contract.schema.ts';
import { publicContractOf } from '../../functions/contract/public-contract.ts';
import { dynamoPublicStore } from '../../functions/register/public-store.ts';
import { publicAnswer } from '../../functions/register/public-routes.ts';
import { indexAll } from '../../functions/search/index-all.ts';
import { indexContract } from '../../functions/search/index-contract.ts';
import { searchContracts } from '../../functions/search/search.ts';
import { term } from '../../functions/search/terms.ts';
import { wordsOf } from '../../functions/search/words.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory } from '../contract/contract-story.ts';
import { given } from '../contract/daily-checks.ts';
import { InRegister } from '../contract/in-register.ts';
import { faultsIn } from '../gallery/valid-html.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { notices, Shelf } from '../register/shelf.ts';

const now = () => '2026-01-05T10:00:00Z';

describe('a contract that is registered', () => {
  const told = async (over: Partial<Terms> = {}) => {
    const table = await freshTable();
    const register = new InRegister(table);
    const id = await register.registers(over);
    const find = async (words: string) => (await searchContracts(dynamoPublicStore(table).postings, wordsOf(words).map((word) => [term.word(word)]), { from: 0, limit: 25 })).items.map(({ reference }) => reference);
    return { table, register, id, find };
  };

  it('is found by its reference, its title, its supplier and the words of its description, once the stream has told of it', async () => {
    const { table, find } = await told();
    expect(await find('SAFER')).toEqual([]);
    await indexContract(table, 'A/1', now);
    for (const words of ['A/1', 'safer property', 'Security Company', 'domestic abuse', '01234567']) expect(await find(words), words).toEqual(['A/1']);
    expect(await find('safer library')).toEqual([]);
  });

  it('is found by no word that is withheld', async () => {
    const { table, find } = await told({ withheld: { parts: ['supplier'], paragraph: 3, publicInterest: 'A second lot is open.' } });
    await indexContract(table, 'A/1', now);
    expect([await find('Security Company'), await find('safer')]).toEqual([[], ['A/1']]);
  });

  it('keeps its place when its end moves, told twice or told by a run over everything', async () => {
    const { table, register, id, find } = await told();
    await indexContract(table, 'A/1', now);
    await register.on('2026-06-01').does(id, { type: 'end-contract', on: '2026-05-31', how: 'terminated', words: 'By agreement.' } as never);
    for (const _ of ['once', 'again']) await indexContract(table, 'A/1', now);
    expect(await find('safer')).toEqual(['A/1']);
    expect(await indexAll(table, now)).toBe(1);
    expect((await dynamoPublicStore(table).postings.contractLines(['A/1']))[0]).toMatchObject({ status: 'ended', end: '2026-05-31' });
  });
});

describe('the search page', () => {
  const contracts = Array.from({ length: 30 }, (_, index) => {
    const contract = publicContractOf(new ContractStory().registers().registered, given('2024-01-02'));
    return { ...contract, reference: `SC${index + 100}`, path: `/contracts/SC${index + 100}`, title: index === 3 ? 'A library van' : contract.title };
  });
  const ask = async (query: Record<string, string>, accept = 'application/json') => {
    const { body } = await publicAnswer({ method: 'GET', rawPath: '/search', headers: { accept }, queryStringParameters: query }, { store: new Shelf(notices(3), contracts), council: async () => kent, origin: 'https://decisions.kent.example', now });
    return body;
  };

  it('shows the best few beside the decisions, and all of them by one more link, a page at a time', async () => {
    const { items, contracts: beside } = JSON.parse(await ask({ q: 'security' }));
    expect([items.length > 0, beside.items.length, beside.found]).toEqual([true, 5, 30]);
    const first = JSON.parse(await ask({ q: 'security', in: 'contracts' })).contracts;
    const second = JSON.parse(await ask({ q: 'security', in: 'contracts', from: String(first.next) })).contracts;
    expect([first.items.length, second.items.length, second.next]).toEqual([25, 5, null]);
    expect(await ask({ q: 'security' }, 'text/html')).toContain('href="/search?q=security&amp;in=contracts">All 30 contracts</a>');
  });

  it('finds one contract by a word of its title', async () => expect(JSON.parse(await ask({ q: 'library' })).contracts.items).toMatchObject([{ reference: 'SC103' }]));

  it.each<Record<string, string>>([{ q: 'security' }, { q: 'security', in: 'contracts' }, { q: 'nothing', in: 'contracts' }])('is valid HTML for %j', async (query) => expect(await faultsIn(await ask(query, 'text/html'))).toEqual([]));

  it('takes no other list than contracts', async () => expect(JSON.parse(await ask({ q: 'a', in: 'secrets' })).errors).toEqual([{ path: 'in', message: 'Use: contracts' }]));
});

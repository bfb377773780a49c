import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { publicContractOf } from '../../functions/transparency/public-contract.ts';
import { publicContractsAnswer } from '../../functions/transparency/public-contract-routes.ts';
import { dynamoPublicContracts } from '../../functions/transparency/public-contract-store.ts';
import { publicContract } from '../../functions/transparency/public-contract.schema.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { pack } from '../../functions/platform/table/packed-json.ts';
import { asItem, readPacked } from '../../functions/platform/table/stored-item.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { dynamoPublicStore } from '../../functions/register/public-store.ts';
import { publicAnswer } from '../../functions/register/public-routes.ts';
import { clausesOf } from '../../functions/search/asked-terms.ts';
import { indexAll } from '../../functions/search/index-all.ts';
import { indexContract } from '../../functions/search/index-contract.ts';
import { searchContracts } from '../../functions/search/search.ts';
import { term } from '../../functions/search/terms.ts';
import { wordsOf } from '../../functions/search/words.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory } from '../contract/contract-story.ts';
import { given } from '../alert/daily-checks.ts';
import { InRegister } from '../spreadsheet/in-register.ts';
import { faultsIn } from '../gallery/valid-html.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { notices, Shelf } from '../register/shelf.ts';
import { itemAt } from './generated.ts';
import { Meter } from './metered.ts';

const now = () => '2026-01-05T10:00:00Z';

describe('a contract that is registered', () => {
  const told = async (over: Partial<Terms> = {}) => {
    const table = await freshTable();
    const register = new InRegister(table);
    register.council = { ...kent, divisions: [...kent.divisions, { name: 'St Paul’s', members: [] }] };
    const id = await register.registers(over);
    const find = async (words: string) =>
      (
        await searchContracts(
          dynamoPublicStore(table).postings,
          wordsOf(words).map((word) => [term.word(word)]),
          { from: 0, limit: 25 },
        )
      ).items.map(({ reference }) => reference);
    return { table, register, id, find };
  };

  it('is found by its reference, its title, its supplier and the words of its description, once the stream has told of it', async () => {
    const { table, find } = await told();
    expect(await find('SAFER')).toEqual([]);
    await indexContract(table, 'A/1', now);
    for (const words of ['A/1', 'safer property', 'Security Company', 'domestic abuse', '01234567'])
      expect(await find(words), words).toEqual(['A/1']);
    expect(await find('safer library')).toEqual([]);
  });

  it('is found by no word that is withheld', async () => {
    const { table, find } = await told({ withheld: { parts: ['supplier'], paragraph: 3, publicInterest: 'A second lot is open.' } });
    await indexContract(table, 'A/1', now);
    expect([await find('Security Company'), await find('safer')]).toEqual([[], ['A/1']]);
  });

  it('is found by the division that it affects, or by affecting all of them, and by no other', async () => {
    const { table, register } = await told({ divisionsAffected: ['Dover Town', 'St Paul’s'] });
    await register.registers({ reference: 'B/2', divisionsAffected: 'all' });
    await register.registers({ reference: 'C/3', divisionsAffected: undefined });
    await indexAll(table, now);
    const within = async (division: string) =>
      (await searchContracts(dynamoPublicStore(table).postings, clausesOf({ division }, kent), { from: 0, limit: 25 })).items
        .map(({ reference }) => reference)
        .sort();
    expect([await within('dover town'), await within("St Paul's"), await within('Tenterden')]).toEqual([
      ['A/1', 'B/2'],
      ['A/1', 'B/2'],
      ['B/2'],
    ]);
  });

  it('that was published before where it serves was told is found by that once it is published anew', async () => {
    const { table, register, id } = await told({ divisionsAffected: ['Dover Town'] });
    const stored = await itemAt(table, keys.publicContract('A/1'));
    const { divisionsAffected: _, ...before } = readPacked(asItem(stored ?? {}), 'document', publicContract);
    await table.client.send(new PutCommand({ TableName: table.tableName, Item: { ...stored, document: pack(before) } }));
    const found = async () =>
      (await dynamoPublicContracts(table).narrowed({ on: '2026-01-05', ended: false, after: null, limit: 25, division: 'Dover Town' }))
        .items.length;
    await indexContract(table, 'A/1', now);
    expect([(await dynamoPublicContracts(table).contract('A/1'))?.divisionsAffected, await found()]).toEqual([null, 0]);
    const contract = await register.contracts.load(id);
    await register.contracts.project(contract!, register.given);
    await indexContract(table, 'A/1', now);
    expect([(await dynamoPublicContracts(table).contract('A/1'))?.divisionsAffected, await found()]).toEqual([['Dover Town'], 1]);
  });

  it('keeps its place when its end moves, told twice or told by a run over everything', async () => {
    const { table, register, id, find } = await told();
    await indexContract(table, 'A/1', now);
    await register
      .on('2026-06-01')
      .does(id, { type: 'end-contract', on: '2026-05-31', how: 'terminated', words: 'By agreement.' } as never);
    for (const _ of ['once', 'again']) await indexContract(table, 'A/1', now);
    expect(await find('safer')).toEqual(['A/1']);
    expect(await indexAll(table, now)).toBe(1);
    expect((await dynamoPublicStore(table).postings.contractLines(['A/1']))[0]).toMatchObject({ status: 'ended', end: '2026-05-31' });
  });
});

describe('the register narrowed to a division', () => {
  const asked =
    (table: Table) =>
    async (query: Record<string, string>, accept = 'application/json') => {
      const request = { method: 'GET', rawPath: '/contracts', headers: { accept }, queryStringParameters: query };
      return publicContractsAnswer(request, {
        store: dynamoPublicContracts(table),
        council: async () => kent,
        origin: 'https://decisions.kent.example',
        now,
      });
    };
  const kept = async (register: InRegister, reference: string, end: string, divisionsAffected: Terms['divisionsAffected']) => {
    await register.registers({ reference, end, divisionsAffected });
    await indexContract(register.table, reference, now);
  };
  const pagesOf = async (ask: ReturnType<typeof asked>, query: Record<string, string>) => {
    const pages: string[][] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { items, next }: { items: { reference: string }[]; next: string | null } = JSON.parse(
        (await ask({ ...query, ...(cursor ? { cursor } : {}) })).body,
      );
      pages.push(items.map(({ reference }) => reference));
      cursor = next;
    }
    return pages;
  };

  it('has what affects it, the first to end first and what is over the last first, page after page', async () => {
    const register = new InRegister(await freshTable());
    const ends = [
      ['R1', '2026-01-05', 'all'],
      ['R2', '2027-12-31', ['Dover Town']],
      ['R3', '2028-12-31', ['Dover Town', 'Tenterden']],
      ['R4', '2027-06-30', ['Tenterden']],
      ['R5', '2029-12-31', undefined],
      ['E1', '2026-01-04', ['Dover Town']],
      ['E2', '2024-12-31', 'all'],
      ['E3', '2025-12-31', ['Tenterden']],
    ] as const;
    for (const [reference, end, divisions] of ends) await kept(register, reference, end, divisions as Terms['divisionsAffected']);
    const ask = asked(register.table);
    expect(await pagesOf(ask, { division: 'Dover Town', limit: '2' })).toEqual([['R1', 'R2'], ['R3']]);
    expect(await pagesOf(ask, { division: 'Dover Town', limit: '1', ended: 'true' })).toEqual([['E1'], ['E2']]);
    expect(await pagesOf(ask, { division: 'Sheppey' })).toEqual([['R1']]);
    expect(await pagesOf(ask, { division: '' })).toEqual([['R1', 'R4', 'R2', 'R3', 'R5']]);
    expect(JSON.parse((await ask({ division: 'x'.repeat(101) })).body).errors).toEqual([
      { path: 'division', message: 'Use 100 characters or fewer' },
    ]);
  });

  it('reads its own contracts and none of the others', async () => {
    const register = new InRegister(await freshTable());
    const measured = async () =>
      (
        await new Meter(register.table).of(() =>
          dynamoPublicContracts(register.table).narrowed({
            on: '2026-01-05',
            ended: false,
            after: null,
            limit: 25,
            division: 'Dover Town',
          }),
        )
      ).units;
    await kept(register, 'D1', '2027-12-31', ['Dover Town']);
    const alone = await measured();
    for (const index of Array.from({ length: 40 }, (_, index) => index)) await kept(register, `T${index}`, '2026-12-31', ['Tenterden']);
    expect(await measured()).toBe(alone);
  });

  it('is a page that keeps the division from one page to the next, and is valid HTML', async () => {
    const register = new InRegister(await freshTable());
    for (const reference of ['A', 'B']) await kept(register, reference, '2027-12-31', ['Dover Town']);
    const { body } = await asked(register.table)({ division: 'Dover Town', limit: '1' }, 'text/html');
    expect(body).toMatch(/<option(?=[^>]* selected)[^>]*>Dover Town</);
    expect(body).toContain('href="/contracts?division=Dover+Town&amp;ended=true&amp;limit=1"');
    expect(body).toMatch(/href="\/contracts\?division=Dover\+Town&amp;limit=1&amp;cursor=[\w-]+" rel="next"/);
    expect(await faultsIn(body)).toEqual([]);
    expect((await asked(register.table)({ division: 'Sheppey' }, 'text/html')).body).toContain(
      'No contract in the register that affects Sheppey runs today or later.',
    );
  });
});

describe('the search page', () => {
  const contracts = Array.from({ length: 30 }, (_, index) => {
    const contract = publicContractOf(new ContractStory().registers().registered, given('2024-01-02'));
    return {
      ...contract,
      reference: `SC${index + 100}`,
      path: `/contracts/SC${index + 100}`,
      title: index === 3 ? 'A library van' : contract.title,
    };
  });
  const ask = async (query: Record<string, string>, accept = 'application/json') => {
    const { body } = await publicAnswer(
      { method: 'GET', rawPath: '/search', headers: { accept }, queryStringParameters: query },
      { store: new Shelf(notices(3), contracts), council: async () => kent, origin: 'https://decisions.kent.example', now },
    );
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

  it('finds one contract by a word of its title', async () =>
    expect(JSON.parse(await ask({ q: 'library' })).contracts.items).toMatchObject([{ reference: 'SC103' }]));

  it.each<Record<string, string>>([{ q: 'security' }, { q: 'security', in: 'contracts' }, { q: 'nothing', in: 'contracts' }])(
    'is valid HTML for %j',
    async (query) => expect(await faultsIn(await ask(query, 'text/html'))).toEqual([]),
  );

  it('takes no other list than contracts', async () =>
    expect(JSON.parse(await ask({ q: 'a', in: 'secrets' })).errors).toEqual([{ path: 'in', message: 'Use: contracts' }]));
});

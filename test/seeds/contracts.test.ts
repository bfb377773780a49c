import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoContractStore } from '../../functions/contract/store/contract-store.ts';
import { effectiveEnd, maximumEnd } from '../../functions/contract/contract-dates.rules.ts';
import { continuity } from '../../functions/contract/continuity.rules.ts';
import { dynamoPublicContracts, type PublicContractStore } from '../../functions/transparency/public-contract-store.ts';
import type { Contract } from '../../functions/contract/contract.schema.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { loadSeeds } from '../../seeds/load.ts';
import { freshTable } from '../platform/fresh-table.ts';

const now = '2026-11-21T09:00:00Z';
let table: Table;
let all: Contract[];
let published: PublicContractStore;

const load = () => loadSeeds({ council: 'kent', empty: false, table, now });

beforeAll(async () => {
  table = await freshTable();
  await load();
  const store = dynamoContractStore(table);
  const [live, over] = [await store.list({ list: 'LIVE', limit: 100 }), await store.list({ list: 'OVER', limit: 100 })];
  all = [...(live.ok ? live.items : []), ...(over.ok ? over.items : [])];
  published = dynamoPublicContracts(table);
}, 120_000);

const of = (reference: string) => all.find((contract) => contract.reference === reference);

describe('the contracts of 20/00017', () => {
  it('are Imago, CXK Ltd, Porchlight and Project Salus, all ending on 30 September 2020', () => {
    const found = all.flatMap((contract) =>
      contract.status === 'ended' && contract.reference.startsWith('20/00017')
        ? [[contract.terms.supplier.name, effectiveEnd(contract), contract.ended.how]]
        : [],
    );
    expect(found.sort()).toEqual([
      ['CXK Ltd', '2020-09-30', 'expired'],
      ['Imago', '2020-09-30', 'expired'],
      ['Porchlight', '2020-09-30', 'brought-in-house'],
      ['Project Salus', '2020-09-30', 'brought-in-house'],
    ]);
  });

  it('say to the public that what follows starts the next day', async () => {
    expect((await published.contract('20/00017-1'))?.follows).toEqual({
      start: '2020-10-01',
      words: 'The next contract starts on 1 October 2020, the day after this one ends.',
    });
    expect((await published.contract('20/00017-5'))?.follows).toBeNull();
  });
});

describe('the contracts of 17/00102', () => {
  const chain = [
    ['HRS-YP-2017', '2018-03-31', '2018-04-01'],
    ['HRS-YP-2018', '2018-09-30', '2018-10-01'],
  ] as const;

  it.each(chain)('%s ends on %s and is followed on %s, without a gap', (reference, end, start) => {
    const contract = of(reference);
    if (contract?.status !== 'ended') throw new Error(`${reference} is ${contract?.status}`);
    expect([effectiveEnd(contract), contract.successor?.start]).toEqual([end, start]);
    expect(continuity(end, contract.successor?.start ?? '').kind).toBe('continuous');
  });

  it('would show a gap of a month, had the new service started on 1 November 2018', () => {
    expect(continuity('2018-09-30', '2018-11-01')).toMatchObject({ kind: 'gap', days: 31, from: '2018-10-01', to: '2018-10-31' });
  });
});

describe('the chain of 23/00022', () => {
  it('keeps both ends: the dates proposed, and those of the contract that 23/00074 awarded', async () => {
    const contract = of('23/00022-1');
    if (contract?.status !== 'registered') throw new Error(`It is ${contract?.status}`);
    expect(contract.decisions.map(({ number, outcome }) => [number, outcome])).toEqual([
      ['23/00022', 'procure'],
      ['23/00074', 'award'],
    ]);
    expect([contract.terms.start, effectiveEnd(contract), maximumEnd(contract)]).toEqual(['2023-12-01', '2025-11-30', '2027-11-30']);
    expect(contract.ocid).toBe('ocds-000000-23-00022');
    const history = await dynamoContractStore(table).history(contract.id);
    expect(history[0]?.happening).toMatchObject({ type: 'contract-proposed', proposed: { start: '2023-08-01', end: '2025-07-31' } });
  });
});

describe('all of them', () => {
  it('are loaded once, however often they are loaded', async () => {
    await load();
    const store = dynamoContractStore(table);
    expect(await store.loadAll(all.map(({ id }) => id))).toEqual(all);
  });

  it('are published as Open Contracting data with the decisions they come of', async () => {
    const ocids = new Set((await published.releases({ after: null, limit: 100 })).map(({ release }) => release.ocid));
    expect([...ocids]).toEqual(expect.arrayContaining(['ocds-000000-20-00017', 'ocds-000000-17-00102', 'ocds-000000-23-00022']));
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { In } from '../../functions/decision/decision.ts';
import { firstBreak } from '../../functions/decision/history.ts';
import { councilStore } from '../../functions/platform/store/council-store.ts';
import { dynamoDecisionStore } from '../../functions/platform/store/decision-store.ts';
import { publishing } from '../../functions/platform/deployed.ts';
import { dynamoPublicStore } from '../../functions/register/public-store.ts';
import { kent1700102 } from '../../seeds/decisions/kent-17-00102.ts';
import { kent1900073 } from '../../seeds/decisions/kent-19-00073.ts';
import { kent2000017 } from '../../seeds/decisions/kent-20-00017.ts';
import { kent2300022 } from '../../seeds/decisions/kent-23-00022.ts';
import { plymouth20230710 } from '../../seeds/decisions/plymouth-2023-07-10.ts';
import type { SeedDecision } from '../../seeds/decisions/seed-decision.ts';
import { kent } from '../../seeds/kent/council.ts';
import { type Loading, loadSeeds } from '../../seeds/load.ts';
import { seedId } from '../../seeds/retell.ts';
import { Database } from './own-table.ts';
import { named } from './remembered.ts';

let database: Database;

const loaded = async (options: Partial<Loading> = {}) => {
  const table = options.table ?? (await database.newTable());
  const { summary } = await loadSeeds({ council: 'kent', empty: false, ...options, table });
  const store = dynamoDecisionStore({ ...table, publication: publishing });
  return { table, summary, store, of: (seed: SeedDecision) => store.load(seedId(seed)), published: dynamoPublicStore(table) };
};

type Loaded = Awaited<ReturnType<typeof loaded>>;
let its: { kent: Loaded; plymouth: Loaded };

beforeAll(async () => {
  database = await Database.start();
  its = { kent: await loaded(), plymouth: await loaded({ council: 'plymouth' }) };
});
afterAll(() => database.end());

const effective = async (seed: SeedDecision): Promise<In<'effective'>> => {
  const decision = await its[seed.council].of(seed);
  if (decision?.status !== 'effective') throw new Error(`${seed.source} is ${decision?.status}`);
  return decision;
};

describe('the five decisions', () => {
  it.each(named)('$name has a history without a break', async ({ seed }) => {
    const history = await its[seed.council].store.history(seedId(seed));
    expect(history.length).toBeGreaterThan(8);
    expect(firstBreak(history)).toBeNull();
  });

  it.each(named)('$name tells nothing before its time', async ({ seed }) => {
    const times = (await its[seed.council].store.history(seedId(seed))).map(({ at }) => Date.parse(at));
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it.each(named)('$name keeps its id on every machine', ({ seed }) => {
    expect(seedId(seed)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('are told in a line', () => {
    expect(its.kent.summary).toBe(
      'Kent County Council: 21 posts, 72 divisions and decisions 17/00102 (awaiting-decision), 19/00073 (effective), 20/00017 (effective) and 23/00022 (effective), with 10 contracts',
    );
    expect(its.plymouth.summary).toBe('Plymouth City Council: 18 posts, 20 wards and decision 23/00001 (effective)');
  });
});

describe('17/00102', () => {
  it('is asked of Roger Gough from 23 November 2017, and waits', async () => {
    const decision = await its.kent.of(kent1700102);
    expect(decision).toMatchObject({ status: 'awaiting-decision', number: '17/00102' });
    expect(decision?.steps.filter(({ state }) => state === 'open')).toMatchObject([
      {
        stage: 'determination',
        post: 'cabinet-member-children',
        name: 'Roger Gough',
        openedAt: '2017-11-23T06:00:00Z',
        reminded: ['before-2', 'due', 'after-2', 'after-5'],
      },
    ]);
  });

  it('is public as a notice', async () => {
    expect(await its.kent.published.publicationOf('17/00102')).toMatchObject({ kind: 'notice', status: { code: 'awaiting-decision' } });
  });
});

describe('19/00073', () => {
  it('was signed on 16 October 2019, published on the 17th and took effect on the 25th', async () => {
    const { record, determination } = await effective(kent1900073);
    expect(record).toMatchObject({ publishedOn: '2019-10-17', callInClosesOn: '2019-10-24', effectiveFrom: '2019-10-25' });
    expect(determination).toMatchObject({
      decidedOn: '2019-10-16',
      signedBy: 'Roger Gough',
      override: 'Signed on paper on 16 October 2019',
    });
  });

  it('holds the committee’s wording beside the officer’s', async () => {
    const { content, committeeOutcomes } = await effective(kent1900073);
    expect(committeeOutcomes).toMatchObject([
      { outcome: 'amended', date: '2019-10-01', before: kent1900073.proposal.proposedDecision, proposedDecision: content.proposedDecision },
    ]);
    expect(content.proposedDecision[1]).toContain('in consultation with the Cabinet Member');
  });
});

describe('20/00017', () => {
  it('was decided and published on 29 May 2020, with call-in open to 5 June', async () => {
    const { record, determination, number } = await effective(kent2000017);
    expect(number).toBe('20/00017');
    expect(record).toMatchObject({ publishedOn: '2020-05-29', callInClosesOn: '2020-06-05' });
    expect(determination).toMatchObject({ decidedOn: '2020-05-29', signedBy: 'Sue Chandler' });
  });

  it('was called in, confirmed on 29 June 2020 and took effect that day', async () => {
    const { record, callIn } = await effective(kent2000017);
    expect(callIn).toMatchObject({
      requestedOn: '2020-06-04',
      validated: true,
      outcome: 'reconsider',
      outcomeOn: '2020-06-23',
      reconsidered: { outcome: 'confirmed', on: '2020-06-29' },
    });
    expect(record.effectiveFrom).toBe('2020-06-29');
  });
});

describe('23/00022', () => {
  it('was noticed for 28 clear days exactly, and took effect over Easter', async () => {
    const { record, determination, notice } = await effective(kent2300022);
    expect(notice).toMatchObject({ publishedOn: '2023-03-07', timetable: { earliestDecisionDate: '2023-04-05' } });
    expect(determination.decidedOn).toBe('2023-04-05');
    expect(record).toMatchObject({ publishedOn: '2023-04-05', callInClosesOn: '2023-04-14', effectiveFrom: '2023-04-15' });
  });
});

describe('Plymouth’s decision of 10 July 2023', () => {
  it('was made by Cabinet at its meeting, and took effect on 19 July', async () => {
    const { record, determination } = await effective(plymouth20230710);
    expect(determination).toMatchObject({
      decidedOn: '2023-07-10',
      by: { kind: 'body', title: 'Cabinet' },
      signedBy: 'The Leader of the Council',
    });
    expect(record).toMatchObject({ publishedOn: '2023-07-11', callInClosesOn: '2023-07-18', effectiveFrom: '2023-07-19' });
  });

  it('names those present, and keeps its condition', async () => {
    const {
      determination: { meeting },
    } = await effective(plymouth20230710);
    expect(meeting?.present).toHaveLength(8);
    expect(meeting?.present).toContain('Councillor Chris Penberthy');
    expect(meeting?.conditions).toMatchObject([{ resolution: 2 }]);
  });

  it('was given a number by the counter, having none', async () => {
    expect((await effective(plymouth20230710)).number).toBe('23/00001');
  });
});

describe('loading', () => {
  it('adds nothing the second time', async () => {
    const before = await database.itemsIn(its.kent.table);
    await loaded({ table: its.kent.table });
    expect(await database.itemsIn(its.kent.table)).toEqual(before);
  });

  it('holds the world as it was when told a moment in the past', async () => {
    const then = await loaded({ now: '2023-03-07T09:00:00Z' });
    expect(await then.of(kent2300022)).toMatchObject({ status: 'notice-published', committeeOutcomes: [] });
    expect(await then.of(kent2000017)).toMatchObject({ status: 'effective' });
    expect(then.summary).toContain('23/00022 (notice-published)');
  });

  it('leaves out what had not begun', async () => {
    const then = await loaded({ now: '2019-10-16T20:00:00Z' });
    expect(await then.of(kent1900073)).toMatchObject({ status: 'awaiting-decision' });
    expect([await then.of(kent2000017), await then.of(kent2300022)]).toEqual([null, null]);
  });

  it('runs the daily checks between the last act and now', async () => {
    const then = await loaded({ now: '2019-10-24T22:59:59Z' });
    expect(await then.of(kent1900073)).toMatchObject({ status: 'decided' });
    await loaded({ table: then.table, now: '2019-10-25T05:00:00Z' });
    expect(await then.of(kent1900073)).toMatchObject({ status: 'effective', updatedAt: '2019-10-25T05:00:00Z' });
  });

  it('goes on from a past moment to the very same histories', async () => {
    const { table } = await loaded({ now: '2020-06-10T09:00:00Z' });
    const onwards = await loaded({ table });
    const stored = await Promise.all([onwards, its.kent].map(({ store }) => store.history(seedId(kent2000017))));
    expect(stored[0]).toEqual(stored[1]);
  });

  it('loads settings alone when it is to be empty', async () => {
    const { table, summary } = await loaded({ empty: true });
    expect(await database.itemsIn(table)).toHaveLength(1);
    expect(await councilStore(table).loadCouncil()).toEqual(kent);
    expect(summary).toBe('Kent County Council: 21 posts, 72 divisions and no decisions');
  });
});

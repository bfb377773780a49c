import { type Handler, openPlace, type Place } from '../place.ts';
import { type BareSdk, bareSdkFor } from '../floors.ts';
import { type Overheard, overhear } from '../overheard.ts';
import { context, type Got, httpEvent, type Sent } from '../requests.ts';
import { median, quantile } from '../statistics.ts';
import { type Act, acts, draft } from '../story.ts';
import { Twin } from '../twin.ts';

/** One command against its floor: milliseconds through the whole handler and through the bare SDK, turn about. */
export type Measured = {
  name: string;
  samples: number;
  median: number;
  floorMedian: number;
  p99: number;
  floorP99: number;
  reads: number;
  transactions: number;
  others: number;
};

type Timings = { product: number[]; bare: number[]; requests: Overheard[] };
type Life = { id: string; twin: Twin };

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await act();
  return performance.now() - began;
};

const send = async (handler: Handler, sent: Sent): Promise<Got> => {
  const event = httpEvent(sent);
  const got = (await handler(event, context)) as Got;
  if (got.statusCode >= 400) throw new Error(`${sent.route} was answered ${got.statusCode}: ${got.body?.slice(0, 500)}`);
  return got;
};

const reads = new Set(['GetItem', 'BatchGetItem', 'Query']);

const result = (name: string, { product, bare, requests }: Timings): Measured => {
  // What one command needs at once, it asks for at once: a query beside a read is no second wait. test/platform counts the waits.
  const asked = requests.filter(({ operation }) => reads.has(operation)).length;
  const transactions = requests.filter(({ operation }) => operation === 'TransactWriteItems').length;
  return {
    name,
    samples: product.length,
    median: median(product),
    floorMedian: median(bare),
    p99: quantile(product, 0.99),
    floorP99: quantile(bare, 0.99),
    reads: asked,
    transactions,
    others: requests.length - asked - transactions,
  };
};

/** A function’s handler, and the bare SDK that is measured beside it. */
type Pair = { handler: Handler; bareSdk: BareSdk };

const pairs = new Map<string, Pair>();
const pairOf = async (place: Place, by: string): Promise<Pair> => {
  const pair = pairs.get(by) ?? { handler: await place.handler(by), bareSdk: await bareSdkFor(by) };
  pairs.set(by, pair);
  return pair;
};

/** The product first and the twin after it; what either leaves behind for the collector falls on both. */
const turn = async ({ handler, bareSdk }: Pair, sent: Sent, { id, twin }: Life, timings: Timings): Promise<void> => {
  const { result: took, requests } = await overhear(() => timed(() => send(handler, sent)));
  const bare = twin.bare(requests, id);
  timings.product.push(took);
  timings.bare.push(await timed(() => twin.send(bare, bareSdk)));
  timings.requests = requests;
};

const drafts = async (place: Place, count: number, timings: Timings): Promise<Life[]> => {
  const { handler, bareSdk } = await pairOf(place, 'draft-proposal');
  const lives: Life[] = [];
  for (let index = 0; index < count; index += 1) {
    const { result, requests } = await overhear(async () => {
      const began = performance.now();
      const got = await send(handler, draft);
      return { took: performance.now() - began, id: JSON.parse(got.body ?? '{}').id as string };
    });
    const life = { id: result.id, twin: new Twin(place.table, result.id) };
    const bare = life.twin.bare(requests, life.id);
    timings.product.push(result.took);
    timings.bare.push(await timed(() => life.twin.send(bare, bareSdk)));
    timings.requests = requests;
    lives.push(life);
  }
  return lives;
};

const nothing = (): Timings => ({ product: [], bare: [], requests: [] });

// What runs between the commands is not measured: the checks that bring a decision to its maker.
const mature = async (place: Place, lives: Life[]): Promise<void> => {
  await (await place.handler('daily-check'))({}, context);
  for (const { id, twin } of lives) await twin.follow(id);
};

const through = async (place: Place, act: Act, lives: Life[]): Promise<Measured> => {
  const timings = nothing();
  const pair = await pairOf(place, act.by);
  for (const life of lives) for (const sent of await act.requests(place, life.id)) await turn(pair, sent, life, timings);
  return result(act.name, timings);
};

// The engine learns a bundle, and the bare SDK’s copy beside it, over some hundreds of calls: as many again as are measured.
const warming = 1;

/**
 * Every command of a decision’s life, `count` decisions side by side. As many more warm the handlers and the bare SDK up and are thrown
 * away.
 */
const commands = async (count: number): Promise<Measured[]> => {
  const place = await openPlace({ counted: false });
  place.clockTo('2023-03-07T08:50:00Z');
  const warm = await drafts(place, Math.ceil(count * warming), nothing());
  const timings = nothing();
  const lives = await drafts(place, count, timings);
  const measured = [result('draft', timings)];
  for (const act of acts.filter(({ name }) => !name.startsWith('open '))) {
    place.clockTo(act.at);
    if (act.name === 'determine by link') await mature(place, [...warm, ...lives]);
    await through(place, act, warm);
    measured.push(await through(place, act, lives));
  }
  await place.stop();
  return measured;
};

if (import.meta.main) {
  console.log(JSON.stringify(await commands(Number(process.argv[2] ?? 100))));
  process.exit(0);
}

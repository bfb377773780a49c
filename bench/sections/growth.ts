import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { dueKey } from '../../functions/contract/store/contract-items.ts';
import { dynamoContractStore } from '../../functions/contract/store/contract-store.ts';
import { dynamoDecisionStore } from '../../functions/platform/store/decision-store.ts';
import { publishing } from '../../functions/platform/deployed.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { documentClient } from '../../functions/platform/table/table.ts';
import { localCredentials } from '../../bin/local/dynamodb.ts';
import { addDays } from '../../functions/rules/local-date.ts';
import { registerEntry } from '../../functions/register/register-entry.ts';
import { generated } from '../../test/search/generated.ts';
import { openPlace, type Place } from '../place.ts';
import { context, type Got, httpEvent } from '../requests.ts';
import { median } from '../statistics.ts';
import { tally } from '../wire.ts';

/** One page or one check, with so much stored: its read units and its milliseconds. */
export type Grown = { stored: number; what: string; units: number; milliseconds: number };

const today = '2026-10-01';
const dueToday = 25;
const warming = 10;
const line = registerEntry(generated(1)).summary;
const summary = (number: string, day: string) => ({
  ...line,
  number,
  path: `/decisions/${number}`,
  publishedOn: day,
  earliestDecisionDate: day,
  decidedOn: day,
  updatedAt: `${day}T09:00:00Z`,
});

const dayOf = (index: number): string => addDays('2010-01-01', index % 6000);

/** What the indexes hold of a decision and of a contract, and nothing more: a million whole ones would measure the emulator. */
const rowsOf = (index: number): Record<string, unknown>[] => {
  const number = `${String(10 + (index % 80)).padStart(2, '0')}/${String(index % 100_000).padStart(5, '0')}`;
  const register = index % 20 === 0 ? 'NOTICES' : 'DECISIONS';
  const dueOn = index < dueToday ? today : index % 10 === 0 ? addDays('2027-01-01', index % 3000) : undefined;
  return [
    {
      ...keys.current(`d-${index}`),
      register,
      registerOrder: `${dayOf(index)}#${number}-${index}`,
      summary: summary(number, dayOf(index)),
      ...(dueOn ? { dueOn, dueOrder: `d-${index}` } : {}),
    },
    {
      ...keys.contract(`c-${index}`),
      contractList: 'LIVE',
      contractOrder: `${dayOf(index)}#c-${index}`,
      dueOn: dueKey(index < dueToday ? today : addDays('2027-01-01', index % 3000)),
      dueOrder: `c-${index}`,
    },
  ];
};

const fill = async ({ table: { client, tableName } }: Place, to: number): Promise<void> => {
  let next = 0;
  const write = async () => {
    while (next < to) {
      const first = next;
      next = Math.min(to, next + 12);
      const items = Array.from({ length: next - first }, (_, index) => rowsOf(first + index)).flat();
      await client.send(new BatchWriteCommand({ RequestItems: { [tableName]: items.map((Item) => ({ PutRequest: { Item } })) } }));
    }
  };
  await Promise.all(Array.from({ length: 4 }, write));
};

/** A table of this size, and what is asked of it. */
type Stored = { size: number; place: Place; asked: [what: string, act: () => Promise<void>][] };

const stored = async (size: number): Promise<Stored> => {
  const place = await openPlace({ counted: true });
  place.clockTo(`${today}T09:00:00Z`);
  const counted = {
    tableName: place.table.tableName,
    client: documentClient({
      endpoint: process.env.AWS_ENDPOINT_URL_DYNAMODB,
      region: 'eu-west-2',
      credentials: localCredentials,
      requestHandler: { requestTimeout: 60_000 },
    }),
  };
  const [register, decisions, contracts] = [
    await place.handler('read-register'),
    dynamoDecisionStore({ ...counted, publication: publishing }),
    dynamoContractStore(counted),
  ];
  const page = (route: string) => async () => {
    const got = (await register(httpEvent({ route, headers: { accept: 'application/json' } }), context)) as Got;
    if (got.statusCode !== 200) throw new Error(`${route} was answered ${got.statusCode}: ${got.body?.slice(0, 300)}`);
  };
  const found = (what: string, find: () => Promise<string[]>) => async () => {
    const { length } = await find();
    if (length !== dueToday) throw new Error(`${length} ${what} were found due, not ${dueToday}`);
  };
  await fill(place, size);
  console.error(`${size} decisions and ${size} contracts stored`);
  const asked: Stored['asked'] = [
    ['page of /decisions', page('GET /decisions')],
    ['page of /notices', page('GET /notices')],
    ['decisions due on a day', found('decisions', () => decisions.due(today))],
    ['contracts due on a day', found('contracts', () => contracts.due(today))],
  ];
  // The SDK looks for its endpoint when it is first asked, and the next table's environment will be another.
  for (const [, act] of asked) await act();
  return { size, place, asked };
};

/** The pages and checks of tables of each of these sizes, turn about, so that whatever else the machine does falls on all of them. */
const growth = async (sizes: number[], rounds: number): Promise<Grown[]> => {
  const tables: Stored[] = [];
  for (const size of sizes) tables.push(await stored(size));
  const kept = tables.flatMap(({ size, place: { wire }, asked }) =>
    asked.map(([what, act]) => ({ stored: size, what, act, wire, took: [] as number[], units: 0 })),
  );
  for (let round = -warming; round < rounds; round += 1) {
    for (const each of round % 2 === 0 ? kept : kept.toReversed()) {
      const [since, began] = [each.wire.calls.length, performance.now()];
      await each.act();
      if (round >= 0) each.took.push(performance.now() - began);
      each.units = tally(each.wire.calls.slice(since)).readUnits;
    }
  }
  for (const { place } of tables) await place.stop();
  return kept.map(({ stored, what, units, took }) => ({ stored, what, units, milliseconds: median(took) }));
};

if (import.meta.main) {
  const [sizes = '1000,10000,100000', rounds = '41'] = process.argv.slice(2);
  console.log(JSON.stringify(await growth(sizes.split(',').map(Number), Number(rounds))));
  process.exit(0);
}

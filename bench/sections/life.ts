import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { addDays } from '../../functions/rules/local-date.ts';
import { functions, openPlace, type Place } from '../place.ts';
import { acts, draft } from '../story.ts';
import { Town } from '../town.ts';
import { tally, type Tally, type WireCall } from '../wire.ts';

/** What one command did: the requests it was made of, and what they cost together. */
type Counted = Tally & { name: string; by: string; requests: number };
type Account = Record<string, Tally & { invocations: number }>;

const checks = functions.filter(({ trigger }) => trigger?.kind === 'daily').map(({ name }) => name);

const byFunction = (calls: WireCall[], invocations: { by: string }[]): Account =>
  Object.fromEntries(
    [...new Set(invocations.map(({ by }) => by))]
      .sort()
      .map((name) => [
        name,
        { invocations: invocations.filter(({ by }) => by === name).length, ...tally(calls.filter(({ by }) => by === name)) },
      ]),
  );

/** A day’s checks, as the schedules run them at six in the morning. */
const morning = async (town: Town, day: string): Promise<void> => {
  const at = `${day}T06:00:00Z`;
  town.place.clockTo(at);
  town.doing = 'a day’s checks';
  for (const check of checks) await town.call(check, { schedule: check, scheduledTime: at });
  town.doing = 'what the checks led to';
  await town.settle(at);
};

const storedBytes = async ({ table }: Place): Promise<number> => {
  let bytes = 0;
  for (let from: Record<string, unknown> | undefined; ; ) {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new ScanCommand({ TableName: table.tableName, ExclusiveStartKey: from }),
    );
    bytes += Items.filter(({ pk }) => pk !== 'COUNCIL').reduce((sum, item) => sum + Buffer.byteLength(JSON.stringify(item)), 0);
    if (!LastEvaluatedKey) return bytes;
    from = LastEvaluatedKey;
  }
};

/** What one public page and one list cost somebody who reads them, settings in hand or not as a function that sleeps between finds them. */
const viewed = async (town: Town, number: string) => {
  const since = town.place.wire.calls.length;
  const params = { year: number.slice(0, 2), number: number.slice(3) };
  for (const sent of [{ route: 'GET /decisions/{year}/{number}', params }, { route: 'GET /decisions' }])
    await town.send('read-register', { ...sent, headers: { accept: 'text/html' } });
  const own = town.invocations.filter(({ by }) => by === 'read-register');
  return {
    pages: own.length,
    cpu: own.reduce((sum, { cpu }) => sum + cpu, 0),
    beginning: town.beginnings.get('read-register') ?? 0,
    ...tally(town.place.wire.calls.slice(since)),
  };
};

/** Lives one decision through the bundles, from its draft to the day it takes effect, and counts everything. */
const life = async (counted: boolean) => {
  const place = await openPlace({ counted, isStreamed: true });
  const town = await Town.in(place);
  const commands: Counted[] = [];
  // A day on which nothing is due and nothing is stored: what the checks cost whatever the council does.
  await morning(town, '2023-03-06');
  const idle = byFunction(place.wire.calls, town.invocations);
  const [firstCall, firstInvocation] = [place.wire.calls.length, town.invocations.length];
  place.clockTo('2023-03-07T08:50:00Z');
  town.doing = 'draft';
  const id = JSON.parse((await town.send('draft-proposal', draft)).body ?? '{}').id as string;
  let day = '2023-03-07';
  for (const act of acts.filter(({ name }) => name !== 'call in')) {
    for (; day < act.at.slice(0, 10); day = addDays(day, 1)) await morning(town, addDays(day, 1));
    place.clockTo(act.at);
    const requests = await act.requests(place, id);
    if (requests.length === 0) throw new Error(`Nothing to do: ${act.name}`);
    for (const [index, sent] of requests.entries()) {
      town.doing = act.name;
      const since = place.wire.calls.length;
      await town.send(act.by, sent);
      if (index === requests.length - 1)
        commands.push({ name: act.name, by: act.by, requests: requests.length, ...tally(place.wire.calls.slice(since)) });
      town.doing = `what followed: ${act.name}`;
      await town.settle(act.at);
    }
  }
  for (; day < '2023-04-20'; day = addDays(day, 1)) await morning(town, addDays(day, 1));
  const status = (await place.store.load(id))?.status;
  if (status !== 'effective') throw new Error(`The decision is ${status}`);
  const account = byFunction(place.wire.calls.slice(firstCall), town.invocations.slice(firstInvocation));
  const views = await viewed(town, (await place.store.load(id))?.number ?? '');
  const milliseconds = Object.fromEntries(
    Object.keys(account).map((name) => {
      const own = town.invocations
        .filter(({ by }) => by === name)
        .map(({ cpu }) => cpu)
        .sort((a, b) => a - b);
      return [
        name,
        {
          beginning: town.beginnings.get(name) ?? 0,
          median: own[Math.floor(own.length / 2)] ?? 0,
          mean: own.reduce((sum, each) => sum + each, 0) / own.length,
        },
      ];
    }),
  );
  const emails = place.mail.posted.length;
  const result = {
    days: 44,
    commands,
    idle,
    account,
    views,
    milliseconds,
    emails,
    emailBytes: Math.round(place.mail.posted.reduce((sum, { raw }) => sum + raw.length * 0.75, 0) / Math.max(1, emails)),
    storedBytes: await storedBytes(place),
    memoryMegabytes: Object.fromEntries(functions.map(({ name, memoryMegabytes }) => [name, memoryMegabytes])),
  };
  await place.stop();
  return result;
};

if (import.meta.main) {
  const result = await life(!process.argv.includes('--direct'));
  console.log(JSON.stringify(result));
  process.exit(0);
}

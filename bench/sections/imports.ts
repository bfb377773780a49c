import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BundleFiles, bundleFiles, bytesOf } from '../../lib/bundle-files.ts';
import { clientNames, floorOf } from '../floors.ts';
import { eventsFor } from '../events.ts';
import { lived } from '../lived.ts';
import { buildBundles, bundleOf, functions, openPlace, root } from '../place.ts';
import { median } from '../statistics.ts';

/**
 * One function: its bundle as it starts, the files that it loads later, what its import takes of the processor, the SDK’s clients alone,
 * and its peak memory over one event.
 */
export type Imported = {
  name: string;
  bytes: number;
  later: { name: string; bytes: number }[];
  cpu: number;
  wall: number;
  floorCpu: number;
  floorWall: number;
  peakMegabytes: number;
  memoryMegabytes: number;
  status: number | string;
};

type Ran = { wall: number; cpu: number; status: number | string; peakMegabytes: number };

const run = promisify(execFile);
const alone = async (file: string, event?: unknown): Promise<Ran> => {
  const { stdout } = await run(process.execPath, [join(root, 'bench/alone.ts'), file, ...(event ? [JSON.stringify(event)] : [])], {
    env: process.env,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
};

const sizesOf = ({ start, later }: BundleFiles = { start: [], later: [] }) => ({
  bytes: bytesOf(start),
  later: later.map(({ name, bytes }) => ({ name: name.replace(/\.mjs$/, ''), bytes })),
});

/** Every function and every floor, one process after another, round after round. */
const imports = async (rounds: number): Promise<Imported[]> => {
  const built = await buildBundles();
  const files = new Map(functions.map(({ name }) => [name, bundleFiles(built, name)] as const));
  const place = await openPlace({ counted: false, isStreamed: true });
  const id = await lived(place);
  const events = await eventsFor(place, id, []);
  const clientsOf = (name: string) => {
    const inputs = files.get(name)?.start.flatMap((file) => file.inputs) ?? [];
    return clientNames.filter((client) =>
      inputs.some((input) =>
        input.includes(`@aws-sdk/${client}/dist-es/${client === 'client-dynamodb' ? 'DynamoDBClient' : 'runtimeConfig'}`),
      ),
    );
  };
  const floors = new Map(
    functions
      .map(({ name }) => [name, clientsOf(name)] as const)
      .filter(([, clients]) => clients.length > 0)
      .map(([name, clients]) => [name, floorOf(clients)]),
  );
  const ran = new Map<string, Ran[]>();
  const add = (key: string, took: Ran) => ran.set(key, [...(ran.get(key) ?? []), took]);
  for (let round = 0; round < rounds; round += 1) {
    for (const floor of new Set(floors.values())) add(floor, await alone(floor));
    for (const { name } of functions) add(name, await alone(bundleOf(name), events.get(name)));
  }
  await place.stop();
  const of = (key: string | undefined, what: 'cpu' | 'wall') => (key ? median((ran.get(key) ?? []).map((each) => each[what])) : Number.NaN);
  return functions.map(({ name, memoryMegabytes }) => ({
    name,
    memoryMegabytes,
    ...sizesOf(files.get(name)),
    cpu: of(name, 'cpu'),
    wall: of(name, 'wall'),
    floorCpu: of(floors.get(name), 'cpu'),
    floorWall: of(floors.get(name), 'wall'),
    peakMegabytes: Math.max(...(ran.get(name) ?? []).map(({ peakMegabytes }) => peakMegabytes)),
    status: ran.get(name)?.[0]?.status ?? 'not called',
  }));
};

if (import.meta.main) {
  console.log(JSON.stringify(await imports(Number(process.argv[2] ?? 5))));
  process.exit(0);
}

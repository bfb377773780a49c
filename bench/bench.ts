import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reportOf } from './figures.ts';
import { buildBundles, database, root } from './place.ts';
import { type Baseline, baselineOf, type Figure, type Report, tableOf, worseThan } from './report.ts';

const usage =
  'Usage: node bench/bench.ts [--only commands,imports,reads,growth,sender,life] [--quick] [--million] [--check] [--keep] [--write]';
const baselineFile = join(root, 'bench/baseline.json');
const countedFile = join(root, 'bench/counted.json');

type Size = 'quick' | 'whole' | 'million';
const sizes = {
  commands: { quick: ['30'], whole: ['150'], million: ['300'] },
  imports: { quick: ['2'], whole: ['9'], million: ['9'] },
  reads: { quick: [], whole: [], million: [] },
  growth: { quick: ['1000,3000', '41'], whole: ['1000,10000,100000', '101'], million: ['1000,100000,1000000', '101'] },
  sender: { quick: ['14,100', '3'], whole: ['14,100', '10'], million: ['14,100', '10'] },
  life: { quick: [], whole: [], million: [] },
} satisfies Record<string, Record<Size, string[]>>;
type Section = keyof typeof sizes;
const sections = Object.keys(sizes) as Section[];

const toldBy = (section: Section, args: string[], endpoint: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'bench/sections', `${section}.ts`), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, DYNAMODB_ENDPOINT: endpoint },
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += String(chunk)));
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(said.trim().split('\n').at(-1) ?? 'null')) : reject(new Error(`${section} ended with ${code}`)),
    );
  });

/**
 * One section in a process of its own, so that no clock and no bundle of one is another's, and on a DynamoDB Local of its own, which grows
 * slower with all that was ever put into it.
 */
const run = async (section: Section, args: string[]): Promise<unknown> => {
  const { endpoint, stop } = await database();
  return toldBy(section, args, endpoint).finally(stop);
};

/** What a life counts, kept for the cost model: its units from a wire that counts, its times from a run without one. */
const keepLife = async (): Promise<void> => {
  const counted = (await run('life', [])) as Record<string, unknown>;
  const { milliseconds } = (await run('life', ['--direct'])) as Record<string, unknown>;
  writeFileSync(countedFile, `${JSON.stringify({ ...counted, milliseconds }, null, 1)}\n`);
};

/** One section after another, each told as soon as it is known: what fails later takes nothing of it away. */
const measure = async (only: Section[], size: Size): Promise<Report[]> => {
  const reports: Report[] = [];
  for (const section of only) {
    const began = performance.now();
    if (section === 'life') await keepLife();
    else {
      const report = reportOf[section]((await run(section, sizes[section][size])) as never);
      reports.push(report);
      console.log(`${tableOf(report)}\n`);
    }
    console.error(`${section}: ${Math.round((performance.now() - began) / 1000)} s`);
  }
  return reports;
};

const compare = (figures: Figure[]): void => {
  if (!existsSync(baselineFile)) throw new Error('There is no baseline to compare with: node bench/bench.ts --keep writes one');
  const worse = worseThan(JSON.parse(readFileSync(baselineFile, 'utf8')) as Baseline, figures);
  console.log(
    worse.length === 0
      ? '\nNothing is more than a tenth worse than the baseline.'
      : `\nMore than a tenth worse than the baseline:\n${worse.map((line) => `- ${line}`).join('\n')}`,
  );
  process.exitCode = worse.length === 0 ? 0 : 1;
};

/** Puts the tables between the marks of a page. */
const putInto = (file: string, text: string): void =>
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/<!-- figures -->[\s\S]*<!-- \/figures -->/, () => `<!-- figures -->\n${text}\n<!-- /figures -->`),
  );

const asked = (): { only: Section[]; size: Size; check: boolean; keep: boolean; write: boolean } => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean' },
      million: { type: 'boolean' },
      check: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const only = values.only?.split(',').map((name) => sections.find((section) => section === name));
  if (only?.includes(undefined)) throw new Error(usage);
  return {
    only: (only as Section[] | undefined) ?? sections,
    size: values.million ? 'million' : values.quick ? 'quick' : 'whole',
    check: values.check,
    keep: values.keep,
    write: values.write,
  };
};

const { only, size, check, keep, write } = asked();
const load = () =>
  loadavg()
    .map((each) => each.toFixed(1))
    .join(' ');
const [machine, before] = [
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}, Node ${process.version}, DynamoDB Local in memory`,
  load(),
];
await buildBundles();
const reports = await measure(only, size);
const figures = reports.flatMap((report) => report.figures);
const missed = figures.filter(({ met }) => met === false).length;
const circumstances = `${machine}; load ${before} before and ${load()} after; ${new Date().toISOString().slice(0, 10)}; ${process.argv.slice(2).join(' ') || 'the whole of it'}`;
const count = `${figures.filter(({ met }) => met).length} goals met, ${missed} missed.`;
console.log(`${circumstances}\n\n${count}`);
if (write) putInto(join(root, 'docs/performance.md'), [circumstances, ...reports.map(tableOf), count].join('\n\n'));
if (keep)
  writeFileSync(
    baselineFile,
    `${JSON.stringify({ ...(existsSync(baselineFile) ? JSON.parse(readFileSync(baselineFile, 'utf8')) : {}), ...baselineOf(figures) }, null, 1)}\n`,
  );
if (check) compare(figures);
process.exit(process.exitCode ?? 0);

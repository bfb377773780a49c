import { join } from 'node:path';
import { readArguments, UsageError } from './local/arguments.ts';
import { Children, whenToldToStop } from './local/children.ts';

// Lambda runs in UTC, so whatever reads this machine's zone by mistake is wrong here as it would be there.
process.env.TZ = 'UTC';
const children = new Children();
const say = (line: string) => process.stdout.write(`${line}\n`);

let stopping = false;

async function stop(code: number): Promise<never> {
  stopping = true;
  await children.end();
  process.exit(code);
}

async function fail(problem: unknown): Promise<never> {
  const words =
    problem instanceof UsageError ? problem.message : problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  // What fails because it is being stopped is no news.
  if (!stopping) process.stderr.write(`${words}\n`);
  return stop(1);
}

whenToldToStop(() => void stop(0));
process.on('uncaughtException', (problem) => void fail(problem));
try {
  const given = readArguments(process.argv.slice(2), process.env.PORT);
  // CDK takes a second or more to load; a wrong flag is told of before that.
  const { start } = await import('./local/start.ts');
  const base = await start(join(import.meta.dirname, '..'), given, children, say);
  for (const line of welcome(base, given.council)) say(line);
} catch (problem) {
  await fail(problem);
}

function welcome(base: string, council: string): string[] {
  const clerk = `{"sub":"clerk","name":"A Clerk","email":"clerk@${council}.example","roles":["clerk","officer"]}`;
  return [
    '',
    `The public register  ${base}/`,
    `For officers, clerks ${base}/desk`,
    `The API              ${base}/docs`,
    `The inbox            ${base}/_local/inbox`,
    '',
    'To try it from another terminal:',
    `  curl -s ${base}/notices`,
    `  TOKEN=$(curl -s ${base}/_local/token -d '${clerk}' | sed 's/.*:"\\(.*\\)".*/\\1/')`,
    `  curl -s ${base}/api/council -H "authorization: Bearer $TOKEN"`,
    '',
    `Clear Days is ready at ${base}`,
  ];
}

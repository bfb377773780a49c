import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** The AWS command line in one region: what it answered, read. Ends the process with 1, in one line, where it is missing or refuses. */
export type Aws = (asked: string[], standardInput?: number) => unknown;

const gaveUp = (words: string): never => {
  console.error(words);
  process.exit(1);
};

export const awsIn =
  (region: string): Aws =>
  (asked, standardInput) => {
    const most = 256 * 1024 * 1024;
    const { status, stdout, stderr, error } = spawnSync('aws', [...asked, '--region', region, '--output', 'json'], {
      encoding: 'utf8',
      maxBuffer: most,
      stdio: [standardInput ?? 'ignore', 'pipe', 'pipe'],
    });
    if (error && 'code' in error && error.code === 'ENOENT') gaveUp('There is no AWS command line here: install it, and sign in.');
    if (error) gaveUp(`aws ${asked[0]} ${asked[1]}: ${error.message}`);
    if (status !== 0) gaveUp(`aws ${asked[0]} ${asked[1]}: ${stderr.trim()}`);
    return stdout.trim() === '' ? {} : JSON.parse(stdout);
  };

/** How many seconds a function is waited for: it has at most 300. Left to itself the command line gives up after 60, and calls again. */
export const mostWaited = 330;

let folder: string | undefined;

const ownFolder = (): string => {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'parked-'));
    process.once('exit', () => rmSync(made, { recursive: true }));
    folder = made;
  }
  return folder;
};

// What was parked names people. Its file has no name any more while the function does it, so none is left however that ends: the command
// line reads it from its standard input.
const unnamed = (text: string): number => {
  const file = join(ownFolder(), 'asked');
  writeFileSync(file, text);
  const open = openSync(file, 'r');
  rmSync(file);
  return open;
};

const invokedSchema = z.object({ FunctionError: z.optional(z.string()) });
const answerSchema = z.nullish(z.looseObject({ batchItemFailures: z._default(z.array(z.unknown()), []) }));

/** Calls a function and waits for it: what went wrong in words, or null when it did all of what it was called with. */
export const called = (aws: Aws, name: string, payload: string): string | null => {
  const [asked, said] = [unnamed(payload), join(ownFolder(), 'said')];
  const flags = ['--cli-read-timeout', `${mostWaited}`, '--payload', 'fileb:///dev/stdin'];
  const { FunctionError } = invokedSchema.parse(aws(['lambda', 'invoke', '--function-name', `${name}:live`, ...flags, said], asked));
  closeSync(asked);
  const answer = readFileSync(said, 'utf8');
  if (FunctionError !== undefined) return `${FunctionError}: ${answer}`;
  const left = answerSchema.safeParse(JSON.parse(answer)).data?.batchItemFailures ?? [];
  return left.length === 0 ? null : 'It was not done; the function’s log says why';
};

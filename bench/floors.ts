import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BatchGetCommand, DynamoDBDocumentClient, GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { buildSync } from 'esbuild';
import { bundles, root } from './place.ts';

const clients = {
  'client-dynamodb': `import { DynamoDBClient } from '@aws-sdk/client-dynamodb'; import { BatchGetCommand, DynamoDBDocumentClient, GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'; export const table = [DynamoDBDocumentClient.from(new DynamoDBClient({})), BatchGetCommand, GetCommand, QueryCommand, TransactWriteCommand];`,
  'client-ses': `import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses'; export const mail = [new SESClient({}), SendRawEmailCommand];`,
  'client-secrets-manager': `import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'; export const secrets = [new SecretsManagerClient({}), GetSecretValueCommand];`,
} as const;

export type Client = keyof typeof clients;
export const clientNames = Object.keys(clients) as Client[];

/**
 * The SDK’s own clients alone, bundled with no alias of ours and nothing of ours: what a function with these clients cannot import faster
 * than. Answers its file.
 */
export const floorOf = (used: Client[]): string => {
  const outfile = join(bundles, `floor-${used.join('-')}.mjs`);
  const banner = { js: `import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);` };
  const built = buildSync({
    stdin: { contents: used.map((name) => clients[name]).join('\n'), resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner,
    minify: true,
    write: false,
  });
  writeFileSync(outfile, built.outputFiles[0]?.contents ?? '');
  return outfile;
};

/** A client of the table with nothing of ours, and its commands. */
export type BareSdk = {
  client: DynamoDBDocumentClient;
  BatchGet: typeof BatchGetCommand;
  Get: typeof GetCommand;
  Query: typeof QueryCommand;
  TransactWrite: typeof TransactWriteCommand;
};

type Bundled = {
  table: [DynamoDBDocumentClient, typeof BatchGetCommand, typeof GetCommand, typeof QueryCommand, typeof TransactWriteCommand];
};

/** The bare SDK, in a copy of its own for each function: each bundle has one too, and the engine has as much to learn of either. */
export const bareSdkFor = async (name: string): Promise<BareSdk> => {
  const { table } = (await import(`${pathToFileURL(floorOf(['client-dynamodb'])).href}?${name}`)) as Bundled;
  const [client, BatchGet, Get, Query, TransactWrite] = table;
  return { client, BatchGet, Get, Query, TransactWrite };
};

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Arguments } from './arguments.ts';
import { indexAll } from '../../functions/search/index-all.ts';
import { localDynamoDb } from './dynamodb.ts';

interface SeedOptions {
  council: Arguments['council'];
  empty: boolean;
  table: { tableName: string; client: DynamoDBDocumentClient };
  linkSecret: string;
  /** The stand-in clock's now: what happened later is not told. */
  now: string;
}
const seedsSchema = z.looseObject({
  loadSeeds: z.custom<(options: SeedOptions) => Promise<{ summary: string }>>((value) => typeof value === 'function'),
});

/** Loads the council into a new table; answers what was loaded, in words. */
export async function loadCouncil(
  root: string,
  endpoint: string,
  into: { tableName: string; linkSecret: string },
  given: Arguments,
  now: Date,
): Promise<string> {
  const file = join(root, 'seeds', 'load.ts');
  if (!existsSync(file)) return 'nothing: there is no seeds/load.ts';
  const { loadSeeds } = seedsSchema.parse(await import(pathToFileURL(file).href));
  const client = DynamoDBDocumentClient.from(localDynamoDb(endpoint), { marshallOptions: { removeUndefinedValues: true } });
  const { tableName, linkSecret } = into;
  const { summary } = await loadSeeds({
    council: given.council,
    empty: given.empty,
    table: { tableName, client },
    linkSecret,
    now: now.toISOString(),
  });
  client.destroy();
  return summary;
}

/**
 * Indexes what the seeds published: nobody is emailed about what happened long ago, so the stream that the index follows is not read from
 * its beginning.
 */
export async function indexSeeds(endpoint: string, tableName: string, now: () => Date): Promise<void> {
  const client = DynamoDBDocumentClient.from(localDynamoDb(endpoint), { marshallOptions: { removeUndefinedValues: true } });
  await indexAll({ tableName, client }, () => now().toISOString());
  client.destroy();
}

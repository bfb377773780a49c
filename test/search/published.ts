import { randomUUID } from 'node:crypto';
import { createTable, localCredentials, localDynamoDb } from '../../bin/local/dynamodb.ts';
import { documentClient, type Table } from '../../functions/platform/table/table.ts';
import { tableDefinition } from '../../functions/platform/table/table-definition.ts';
import type { Publication } from '../../functions/record/publication/publication.schema.ts';
import { dynamoPublicStore } from '../../functions/register/public-store.ts';
import { registerPage } from '../../functions/register/register-list.ts';
import { parseRegisterQuery } from '../../functions/register/register-query.ts';
import { indexPublication } from '../../functions/search/index-publication.ts';
import { kent } from '../../seeds/kent/council.ts';
import { sharedDynamoDb } from '../platform/fresh-table.ts';
import { shelve } from './generated.ts';

/** The moment at which everything here is indexed. */
export const now = () => '2023-03-08T09:00:00Z';

/** A table with nothing in it, and no stream. */
export const emptyTable = async (): Promise<Table> => {
  const endpoint = await sharedDynamoDb();
  const tableName = `search-${randomUUID()}`;
  await createTable(localDynamoDb(endpoint), tableName, { ...tableDefinition, StreamSpecification: undefined } as never);
  return { client: documentClient({ endpoint, region: 'eu-west-2', credentials: localCredentials }), tableName };
};

/** Publishes and indexes, as the two functions do one after the other. */
export const publish = async (table: Table, publication: Publication): Promise<void> => {
  await shelve(table, publication);
  await indexPublication(table, publication.number, now);
};

/** The numbers on the first page of a list, narrowed as an address narrows it. */
export const listed = async (table: Table, register: 'NOTICES' | 'DECISIONS', raw: Record<string, string>): Promise<string[]> => {
  const parsed = parseRegisterQuery({ limit: '100', ...raw });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return (await registerPage(dynamoPublicStore(table), kent, register, parsed.query)).items.map(({ number }) => number);
};

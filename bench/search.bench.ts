import { mkdtempSync } from 'node:fs';
import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { it } from 'vitest';
import { createTable, localCredentials, localDynamoDb, startDynamoDb } from '../bin/local/dynamodb.ts';
import { concurrently } from '../functions/platform/concurrently.ts';
import { keys } from '../functions/platform/table/keys.ts';
import { pack } from '../functions/platform/table/packed-json.ts';
import { documentClient } from '../functions/platform/table/table.ts';
import { tableDefinition } from '../functions/platform/table/table-definition.ts';
import { dynamoPublicStore } from '../functions/register/public-store.ts';
import { registerEntry } from '../functions/register/register-entry.ts';
import { registerPage } from '../functions/register/register-list.ts';
import { parseRegisterQuery } from '../functions/register/register-query.ts';
import { indexPublication } from '../functions/search/index-publication.ts';
import { search } from '../functions/search/search.ts';
import { term, termsOf } from '../functions/search/terms.ts';
import { kent } from '../seeds/kent/council.ts';
import { generated, shelve } from '../test/search/generated.ts';
import { Meter } from '../test/search/metered.ts';

const count = Number(process.env.DECISIONS ?? 10_000);
const name = `bench-${process.pid}`;
const now = () => '2026-11-01T09:00:00Z';

// The index as indexing leaves it, written a batch at a time: the emulator takes half an hour over ten thousand transactions.
const itemsOf = (index: number): Record<string, unknown>[] => {
  const publication = generated(index, 25);
  const { register, registerOrder, summary } = registerEntry(publication);
  const { number, kind, status, updatedAt } = publication;
  return [
    { ...keys.publication(number), decisionId: number, register, registerOrder, summary, document: pack(publication) },
    { ...keys.line(number), summary },
    { ...keys.change(index + 1000), number, kind, status: status.code, updatedAt },
    ...[...termsOf(publication)].map(([name, weight]) => ({ ...keys.posting(register, name, registerOrder), weight })),
  ];
};

const fill = async (client: DynamoDBDocumentClient, decisions: number): Promise<void> => {
  const { failed } = await concurrently(
    Array.from({ length: decisions }, (_, index) => index),
    6,
    async (index) => {
      const items = itemsOf(index);
      for (let from = 0; from < items.length; from += 25)
        await client.send(
          new BatchWriteCommand({ RequestItems: { [name]: items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } })) } }),
        );
      if (index % 1000 === 0) console.log(`${index} decisions`);
    },
  );
  if (failed.length > 0) throw new AggregateError(failed.map(({ fault }) => fault));
};

it(`${count} decisions`, async () => {
  const endpoint =
    process.env.DYNAMODB_ENDPOINT ?? (await startDynamoDb(mkdtempSync('/tmp/bench-'), (child) => process.once('exit', () => child.kill())));
  await createTable(localDynamoDb(endpoint), name, { ...tableDefinition, StreamSpecification: undefined } as never);
  const table = {
    client: documentClient({ endpoint, region: 'eu-west-2', credentials: localCredentials, requestHandler: { requestTimeout: 60_000 } }),
    tableName: name,
  };
  const meter = new Meter(table);
  const indexing = await meter.of(async () => {
    for (let index = count; index < count + 20; index += 1) {
      await shelve(table, generated(index, 250));
      await indexPublication(table, generated(index).number, now);
    }
  });
  console.log('indexing one decision for the first time, with some 180 words of its own:', Math.round(indexing.units / 20), 'units');
  await fill(table.client, count);
  const store = dynamoPublicStore(table);
  const list = (register: 'NOTICES' | 'DECISIONS', raw: Record<string, string>) => async () => {
    const parsed = parseRegisterQuery(raw);
    if (!parsed.ok) throw new Error('query');
    const page = await registerPage(store, kent, register, parsed.query);
    return `${page.items.length} lines${page.next ? ', more' : ''}`;
  };
  const find =
    (...words: string[]) =>
    async () =>
      `${
        (
          await search(
            store.postings,
            words.map((word) => [term.word(word)]),
            { from: 0, limit: 25 },
          )
        ).found
      } found`;
  const asked: [string, () => Promise<string>][] = [
    ['/decisions', list('DECISIONS', {})],
    ['/decisions?key=true', list('DECISIONS', { key: 'true' })],
    ['/decisions?decisionMaker=cabinet-member-children', list('DECISIONS', { decisionMaker: 'cabinet-member-children' })],
    [
      '/decisions?department&division&key',
      list('DECISIONS', { department: kent.departments[0] ?? '', division: kent.divisions[5]?.name ?? '', key: 'true' }),
    ],
    ['/decisions?urgency=special-urgency', list('DECISIONS', { urgency: 'special-urgency' })],
    [
      '/decisions?urgency=special-urgency&key=true&division',
      list('DECISIONS', { urgency: 'special-urgency', key: 'true', division: kent.divisions[5]?.name ?? '' }),
    ],
    ['/notices?text=a rare word', list('NOTICES', { text: 'word3500q' })],
    ['/decisions?text=the commonest word', list('DECISIONS', { text: 'word0q' })],
    ['/decisions?text=two common words', list('DECISIONS', { text: 'word0q word1q' })],
    ['/search?q=a rare word', find('word3500q')],
    ['/search?q=a common word', find('word0q')],
    ['/search?q=a word that is in every decision', find('contract')],
    ['/search?q=three words, one in every decision', find('contract', 'word0q', 'word40q')],
    ['/search?q=a number', find('15/00042')],
    ['/changes', async () => `${(await store.postings.changes({ after: count + 950, limit: 100 })).length} changes`],
    ['/sitemap.xml', async () => `${(await store.postings.changes({ after: 0, limit: 40_000 })).length} pages`],
  ];
  for (const [name, act] of asked) {
    await act();
    const from = performance.now();
    const { units, calls, result } = await meter.of(act);
    console.log(`| ${name} | ${result} | ${units} | ${calls} | ${Math.round(performance.now() - from)} ms |`);
  }
}, 3_000_000);

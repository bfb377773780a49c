import * as z from 'zod/mini';
import { contractRegister } from '../transparency/public-contract-items.ts';
import { publishedContractOf } from '../platform/table/keys.ts';
import { readItem } from '../platform/table/stored-item.ts';
import { queryAll, type Table } from '../platform/table/table.ts';
import { registers } from '../register/register-entry.ts';
import { summarySchema } from '../register/summary.schema.ts';
import type { Instant } from '../rules/local-date.ts';
import { indexContract } from './index-contract.ts';
import { indexPublication } from './index-publication.ts';

const lineSchema = z.object({ summary: summarySchema });

/**
 * Indexes every publication and contract there is that is not indexed already, the oldest change first: for a table filled by other means
 * than the stream, or after the words are read differently. Answers how many it looked at.
 */
export const indexAll = async (table: Table, now: () => Instant): Promise<number> => {
  const lists = await Promise.all(
    registers.map((register) =>
      queryAll(table, {
        IndexName: 'register',
        KeyConditionExpression: 'register = :register',
        ExpressionAttributeValues: { ':register': register },
        ProjectionExpression: 'pk, sk, summary',
      }),
    ),
  );
  const lines = lists
    .flat()
    .map((item) => readItem(item, lineSchema).summary)
    .sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1));
  // One by one, so that the feed of changes tells them in the order in which they happened.
  for (const { number } of lines) await indexPublication(table, number, now);
  const contracts = await queryAll(table, {
    IndexName: 'register',
    KeyConditionExpression: 'register = :register',
    ExpressionAttributeValues: { ':register': contractRegister },
    ProjectionExpression: 'pk, sk',
  });
  for (const key of contracts) await indexContract(table, publishedContractOf(key) ?? '', now);
  return lines.length + contracts.length;
};

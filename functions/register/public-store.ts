import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { keys } from '../platform/table/keys.ts';
import { asItem, readItem, readPacked } from '../platform/table/stored-item.ts';
import { type Query, queryFirst, type Table } from '../platform/table/table.ts';
import { publicationSchema } from '../record/publication/publication.schema.ts';
import type { RegisterName } from './register-entry.ts';
import { summarySchema } from './summary.schema.ts';
import { dynamoPostings } from '../search/postings.ts';
import type { PublicStore } from './register-list.ts';

const lineSchema = z.object({ registerOrder: z.string(), summary: summarySchema });

// A decision's number is part of its place, so no two share one and a place alone says where to go on.
const linesFrom = (register: RegisterName, after: string | null): Query => {
  const isForwards = register === 'NOTICES';
  return {
    IndexName: 'register',
    KeyConditionExpression: `register = :register${after === null ? '' : ` AND registerOrder ${isForwards ? '>' : '<'} :after`}`,
    ExpressionAttributeValues: { ':register': register, ...(after === null ? {} : { ':after': after }) },
    ProjectionExpression: 'pk, sk, registerOrder, summary',
    ScanIndexForward: isForwards,
  };
};

/** What is published in one DynamoDB table: one read a decision, one query a page. It can name no key of a proposal. */
export const dynamoPublicStore = (table: Table): PublicStore => ({
  publicationOf: async (number) => {
    const { Item } = await table.client.send(new GetCommand({ TableName: table.tableName, Key: keys.publication(number) }));
    return Item ? readPacked(asItem(Item), 'document', publicationSchema) : null;
  },
  postings: dynamoPostings(table),
  linesOf: async (register, { after, limit }) =>
    (await queryFirst(table, linesFrom(register, after), limit)).map((item) => readItem(item, lineSchema)),
});

import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { keys } from '../platform/table/keys.ts';
import { asItem, readItem, readPacked } from '../platform/table/stored-item.ts';
import { getAll, type Query, queryFirst, type Table } from '../platform/table/table.ts';
import type { LocalDate } from '../rules/local-date.ts';
import { divisionClause } from '../search/asked-terms.ts';
import { placesWhere } from '../search/leapfrog.ts';
import { dynamoPostings, nameAt, type Postings } from '../search/postings.ts';
import { type Release, releaseSchema } from './ocds.schema.ts';
import { contractRegister, releaseRegister } from './public-contract-items.ts';
import {
  type KeptContractLine,
  keptContractLine,
  type PublicContract,
  publicContract,
  type PublicContractLine,
} from './public-contract.schema.ts';

export type PlacedLine = { order: string; line: KeptContractLine };
export type PlacedRelease = { order: string; release: Release };

/** Which lines: those that end on a day or later, the first to end first; or those that ended before it, the last first. */
export type LinesAsked = { on: LocalDate; ended: boolean; after: string | null; limit: number };

/** Which lines of those that affect a division or ward, by its name. */
export type NarrowedAsked = LinesAsked & { division: string };

/** What is published of contracts. */
export type PublicContractStore = {
  contract: (reference: string) => Promise<PublicContract | null>;
  lines: (asked: LinesAsked) => Promise<PlacedLine[]>;
  /**
   * A page of the lines that affect a division or ward, which the index says, and the place that the next begins after; null after the
   * last.
   */
  narrowed: (asked: NarrowedAsked) => Promise<{ items: PublicContractLine[]; next: string | null }>;
  releases: (asked: { after: string | null; limit: number }) => Promise<PlacedRelease[]>;
};

const lineSchema = z.object({ registerOrder: z.string(), summary: keptContractLine });

const linesQuery = ({ on, ended, after }: LinesAsked): Query => ({
  IndexName: 'register',
  KeyConditionExpression: `register = :register AND registerOrder ${ended ? '<' : '>'} :from`,
  ExpressionAttributeValues: { ':register': contractRegister, ':from': after ?? on },
  ProjectionExpression: 'pk, sk, registerOrder, summary',
  ScanIndexForward: !ended,
});

const releasesQuery = (after: string | null): Query => ({
  IndexName: 'register',
  KeyConditionExpression: `register = :register${after === null ? '' : ' AND registerOrder < :after'}`,
  ExpressionAttributeValues: { ':register': releaseRegister, ...(after === null ? {} : { ':after': after }) },
  ProjectionExpression: 'pk, sk, registerOrder',
  ScanIndexForward: false,
});

const releasesFrom = async (table: Table, { after, limit }: { after: string | null; limit: number }): Promise<PlacedRelease[]> => {
  const found = (await queryFirst(table, releasesQuery(after), limit)).map(({ pk, sk, registerOrder }) => ({
    pk,
    sk,
    order: z.string().parse(registerOrder),
  }));
  if (found.length === 0) return [];
  const items = await getAll(
    table,
    found.map(({ pk, sk }) => ({ pk, sk })),
  );
  return items.flatMap((item, index) =>
    item ? [{ order: found[index]?.order ?? '', release: readPacked(item, 'document', releaseSchema) }] : [],
  );
};

const narrowedLines = async (postings: Postings, { division, on, ended, after, limit }: NarrowedAsked) => {
  const { orders, next } = await placesWhere({ postings, register: 'CONTRACTS', forwards: !ended }, [divisionClause(division)], {
    after: after ?? on,
    limit,
  });
  return { items: await postings.contractLines(orders.map(nameAt)), next };
};

/** What is published of contracts in one DynamoDB table. It can name no key of a contract itself. */
export const dynamoPublicContracts = (table: Table): PublicContractStore => ({
  contract: async (reference) => {
    const { Item } = await table.client.send(new GetCommand({ TableName: table.tableName, Key: keys.publicContract(reference) }));
    return Item ? readPacked(asItem(Item), 'document', publicContract) : null;
  },
  lines: async (asked) =>
    (await queryFirst(table, linesQuery(asked), asked.limit))
      .map((item) => readItem(item, lineSchema))
      .map(({ registerOrder: order, summary: line }) => ({ order, line })),
  narrowed: (asked) => narrowedLines(dynamoPostings(table), asked),
  releases: (asked) => releasesFrom(table, asked),
});

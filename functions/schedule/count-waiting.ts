import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { count, type Sink } from '../platform/log/metrics.ts';
import type { Table } from '../platform/table/table.ts';
import { waiting } from './waiting.ts';

/**
 * Counts the decisions in each status that waits, for the dashboard. Reads keys only and at most one page (1 MB, several thousand
 * decisions) of each, so that its cost has a ceiling: a council with more than that waiting sees the ceiling.
 */
export const countWaiting = async ({ client, tableName }: Table, sink?: Sink): Promise<Record<string, number>> => {
  const counted = await Promise.all(
    waiting.map(async (status) => {
      const { Count } = await client.send(
        new QueryCommand({
          TableName: tableName,
          IndexName: 'byStatus',
          Select: 'COUNT',
          KeyConditionExpression: 'statusKey = :status',
          ExpressionAttributeValues: { ':status': status },
        }),
      );
      return [status, Count ?? 0] as const;
    }),
  );
  for (const [status, number] of counted) count('DecisionsWaiting', number, { status }, sink);
  return Object.fromEntries(counted);
};

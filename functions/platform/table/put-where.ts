import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { PutCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Item } from './stored-item.ts';
import type { Table } from './table.ts';
import { transact } from './transact.ts';

const heldBack = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

const isHeldBack = (fault: unknown): boolean =>
  fault instanceof TransactionCanceledException && heldBack.has(fault.CancellationReasons?.[0]?.Code ?? '');

type Condition = Pick<PutCommandInput, 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'>;

/**
 * Stores one item; false where its condition does not hold, or somebody else is writing it. A transaction of one, since DynamoDB knows that
 * again when the client sends it a second time for want of an answer: a plain write would find itself there, and take that for somebody
 * else's.
 */
export const putWhere = (table: Table, item: Item, condition: Condition): Promise<boolean> =>
  transact(table, [{ Put: { TableName: table.tableName, Item: item, ...condition } }]).then(
    () => true,
    (fault: unknown) => {
      if (isHeldBack(fault)) return false;
      throw fault;
    },
  );

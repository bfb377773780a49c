import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { isConflict } from './conflict.ts';
import type { Item } from './stored-item.ts';
import type { Table } from './table.ts';
import { transact } from './transact.ts';
import { untilDone } from './until-done.ts';

type Condition = Pick<PutCommandInput, 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'>;

const isUnmet = (fault: unknown): boolean =>
  fault instanceof TransactionCanceledException && fault.CancellationReasons?.[0]?.Code === 'ConditionalCheckFailed';

/**
 * Stores one item; false where its condition does not hold. Somebody else who is writing it this moment is waited for: what they write may
 * leave the condition as it was, or come to nothing. A transaction of one, since DynamoDB knows that again when the client sends it a second
 * time for want of an answer: a plain write would find itself there, and take that for somebody else's.
 */
export const putWhere = (table: Table, item: Item, condition: Condition): Promise<boolean> =>
  untilDone('A write', () =>
    transact(table, [{ Put: { TableName: table.tableName, Item: item, ...condition } }]).then(
      () => true,
      (fault: unknown) => {
        if (isUnmet(fault)) return false;
        if (isConflict(fault)) return null;
        throw fault;
      },
    ),
  );

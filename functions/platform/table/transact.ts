import { randomUUID } from 'node:crypto';
import { TransactionInProgressException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Table, Write } from './table.ts';
import { untilDone } from './until-done.ts';

/**
 * Stores all of it or nothing, once: sent again for want of an answer it is known by its token, and where DynamoDB is still at it, it is
 * waited for. Decided anew instead, it could happen twice, or be refused for having happened.
 */
export const transact = async ({ client }: Table, TransactItems: Write[]): Promise<void> => {
  const input = { TransactItems, ClientRequestToken: randomUUID() };
  await untilDone('A transaction', () =>
    client.send(new TransactWriteCommand(input)).then(
      () => true,
      (fault: unknown) => {
        if (fault instanceof TransactionInProgressException) return null;
        throw fault;
      },
    ),
  );
};

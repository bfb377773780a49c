import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { addressHash } from '../email/email-item.ts';
import { isConditionFailed } from '../platform/table/conflict.ts';
import { expiry, type Key, keys } from '../platform/table/keys.ts';
import { putWhere } from '../platform/table/put-where.ts';
import { getAll, type Table } from '../platform/table/table.ts';
import type { Instant } from '../rules/local-date.ts';
import type { AskedFrom } from './asked-from.ts';

/** How often addresses that have not said yes may be written to. */
export type AskingTurns = {
  /** Whether in this hour there is room for one more of them, asked for from here. */
  hasRoom: (now: Instant, from: AskedFrom[]) => Promise<boolean>;
  /** Takes that room; false where others have just taken the last of it. */
  takeRoom: (now: Instant, from: AskedFrom[]) => Promise<boolean>;
  /** Whether the mailbox may be written to: once in a day, under however many names, so that nobody can flood it. */
  mayAsk: (email: string, now: Instant) => Promise<boolean>;
  /** The mailbox was not written to after all, and may be. */
  wasNotAsked: (email: string, now: Instant) => Promise<void>;
};

/**
 * How many who have not said yes are written to in an hour. Anybody may name any address: without an end to it, they could have the
 * council's sending stopped for mail that comes back, and every notice and every link with it.
 */
export const mostAnHour = 60;

const hourOf = (now: Instant): string => now.slice(0, 'YYYY-MM-DDThh'.length);

// The network first: whoever has had its share takes nothing of what is everybody's.
const roomsOf = (now: Instant, from: AskedFrom[]): { key: Key; most: number }[] => {
  const hour = hourOf(now);
  const shares = from.map(({ countedAs, most }) => ({ key: keys.askedInHour(`${hour}#${countedAs(hour)}`), most }));
  return [...shares, { key: keys.askedInHour(hour), most: mostAnHour }];
};

// What follows a plus sign, and dots, are the same mailbox at most providers. Two readers whom this takes for one wait a day at worst.
const mailboxOf = (email: string): string => {
  const at = email.lastIndexOf('@');
  const [name = ''] = email.slice(0, at).split('+');
  return `${name.replaceAll('.', '')}${email.slice(at)}`;
};

/** Where it stands that a mailbox was written to: under a hash of it, whatever name of its it was asked for by. */
export const askedKey = (email: string): Key => keys.askedAddress(addressHash(mailboxOf(email)));

/** Those turns, kept in the table, so that asking from many places at once gains nobody more. */
export const askingTurns = (table: Table): AskingTurns => {
  const { client, tableName: TableName } = table;
  const take = ({ key, most }: { key: Key; most: number }, now: Instant): Promise<boolean> => {
    const update = new UpdateCommand({
      TableName,
      Key: key,
      UpdateExpression: 'SET expiresAt = :end ADD asked :one',
      ConditionExpression: 'attribute_not_exists(asked) OR asked < :most',
      ExpressionAttributeValues: { ':end': expiry(now, 1), ':one': 1, ':most': most },
    });
    return client.send(update).then(
      () => true,
      (fault: unknown) => {
        if (isConditionFailed(fault)) return false;
        throw fault;
      },
    );
  };
  return {
    hasRoom: async (now, from) => {
      const rooms = roomsOf(now, from);
      const taken = await getAll(
        table,
        rooms.map(({ key }) => key),
      );
      return rooms.every(({ most }, at) => Number(taken[at]?.asked ?? 0) < most);
    },
    takeRoom: async (now, from) => {
      for (const room of roomsOf(now, from)) if (!(await take(room, now))) return false;
      return true;
    },
    mayAsk: (email, now) =>
      putWhere(
        table,
        { ...askedKey(email), expiresAt: expiry(now, 1) },
        {
          ConditionExpression: 'attribute_not_exists(pk) OR expiresAt < :now',
          ExpressionAttributeValues: { ':now': expiry(now, 0) },
        },
      ),
    // Yesterday, and not the beginning of time: DynamoDB never removes what expired more than five years ago.
    wasNotAsked: async (email, now) =>
      void (await client.send(new PutCommand({ TableName, Item: { ...askedKey(email), expiresAt: expiry(now, -1) } }))),
  };
};

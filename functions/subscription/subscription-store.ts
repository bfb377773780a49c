import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { secondsAfter } from '../platform/clock.ts';
import { expiry, type Key, keys } from '../platform/table/keys.ts';
import { putWhere } from '../platform/table/put-where.ts';
import { readable } from '../platform/table/readable.ts';
import { type Item, readItem } from '../platform/table/stored-item.ts';
import { getAll, queryAll, type Table } from '../platform/table/table.ts';
import { transact } from '../platform/table/transact.ts';
import { untilStored } from '../platform/table/until-done.ts';
import type { Instant } from '../rules/local-date.ts';
import { type AskingTurns, askingTurns } from './asking-turns.ts';
import { type Pending, pendingSchema, type Subscriber, subscriberSchema } from './subscription.schema.ts';

/** Who is told of decisions by email, and who has yet to say that they want it. */
export type SubscriptionStore = AskingTurns & {
  addPending: (id: string, pending: Pending, now: Instant) => Promise<void>;
  /** An address that may still say yes: two days after it was written to, it may not. */
  pending: (id: string, now: Instant) => Promise<Pending | null>;
  subscriber: (id: string) => Promise<Subscriber | null>;
  confirm: (id: string, subscriber: Omit<Subscriber, 'id'>, now: Instant) => Promise<void>;
  /** Forgets the address. What is left says only that there was one. */
  forget: (id: string, now: Instant) => Promise<void>;
  /** All but those that cannot be read, which are logged. */
  all: () => Promise<Subscriber[]>;
  /** Takes the telling of a subscriber for less than half a minute; false where a run beside this one has it, or has told them. */
  claim: (subscriber: Subscriber, now: Instant) => Promise<boolean>;
  /** Moves on to a change and gives the claim up; false where they were told of more, or are told no longer. */
  moveOn: (subscriber: Subscriber, cursor: number) => Promise<boolean>;
};

const daysToConfirm = 2;

// Longer than SES can keep us waiting, twice over; and over before a run that died is run again.
const claimSeconds = 20;

// Nothing may delete: what was there is written over with nothing, and DynamoDB removes the rest.
const blank = (key: Key, now: Instant): Item => ({ ...key, gone: true, expiresAt: expiry(now, 1) });

const isThere = (item: Item | null | undefined): item is Item => item !== null && item !== undefined && item.gone !== true;
const subscriberIn = (item: Item): Subscriber => ({ ...readItem(item, subscriberSchema), id: item.sk });

/** Subscriptions in one DynamoDB table. */
export const subscriptionStore = (table: Table): SubscriptionStore => {
  const put = (Item: Item) => table.client.send(new PutCommand({ TableName: table.tableName, Item }));
  const one = async (key: Key) => (await getAll(table, [key]))[0];
  return {
    ...askingTurns(table),
    addPending: async (id, pending, now) =>
      void (await put({ ...keys.pendingSubscription(id), ...pending, expiresAt: expiry(now, daysToConfirm) })),
    pending: async (id, now) => {
      const item = await one(keys.pendingSubscription(id));
      // DynamoDB removes what has expired in its own time, which can be days.
      return isThere(item) && Number(item.expiresAt) >= expiry(now, 0) ? readItem(item, pendingSchema) : null;
    },
    subscriber: async (id) => {
      const item = await one(keys.subscriber(id));
      return isThere(item) ? subscriberIn(item) : null;
    },
    confirm: async (id, subscriber, now) => {
      await putWhere(table, { ...keys.subscriber(id), ...subscriber }, { ConditionExpression: 'attribute_not_exists(pk)' });
      await put(blank(keys.pendingSubscription(id), now));
    },
    forget: async (id, now) => {
      const items = [keys.subscriber(id), keys.pendingSubscription(id)].map((key) => blank(key, now));
      const writes = items.map((Item) => ({ Put: { TableName: table.tableName, Item } }));
      // An email may go out to them this moment: whoever stops them by one click clicks once.
      await untilStored('Forgetting a subscriber', () => transact(table, writes));
    },
    all: async () => {
      const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': keys.subscriber('').pk } };
      return readable((await queryAll(table, query)).filter(isThere), subscriberIn).items;
    },
    claim: ({ id, ...subscriber }, now) =>
      putWhere(
        table,
        { ...keys.subscriber(id), ...subscriber, claimedUntil: secondsAfter(now, claimSeconds) },
        {
          ConditionExpression: '#cursor = :was AND (attribute_not_exists(claimedUntil) OR claimedUntil <= :now)',
          ExpressionAttributeNames: { '#cursor': 'cursor' },
          ExpressionAttributeValues: { ':was': subscriber.cursor, ':now': now },
        },
      ),
    moveOn: ({ id, ...subscriber }, cursor) =>
      putWhere(
        table,
        { ...keys.subscriber(id), ...subscriber, cursor },
        {
          ConditionExpression: '#cursor = :was',
          ExpressionAttributeNames: { '#cursor': 'cursor' },
          ExpressionAttributeValues: { ':was': subscriber.cursor },
        },
      ),
  };
};

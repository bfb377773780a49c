import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { correlationId } from '../platform/log/correlation.ts';
import { isConditionFailed } from '../platform/table/conflict.ts';
import { keys } from '../platform/table/keys.ts';
import { asItem, readItem } from '../platform/table/stored-item.ts';
import { queryAll, type Table } from '../platform/table/table.ts';
import type { Instant } from '../rules/local-date.ts';
import { addressHash, type EmailItem, emailItemSchema, type EmailView, viewEmail } from './email-item.ts';

/** Which email of which decision. */
export type EmailId = Pick<EmailItem, 'decisionId' | 'key'>;
export type NewEmail = Pick<EmailItem, 'decisionId' | 'key' | 'to' | 'kind' | 'subject' | 'stepId' | 'issue' | 'sequence'>;

/** Ours to send, dealt with already, or being sent by somebody else until then. */
export type Claim = 'ours' | 'done' | { heldUntil: Instant };

/** A thing that became of an email, and when. */
export type EmailFact = 'sentAt' | 'deliveredAt' | 'delayedAt' | 'transientAt' | 'bouncedAt' | 'complainedAt' | 'failedAt';

export type EmailStore = {
  claim: (email: NewEmail, at: Instant, leaseUntil: Instant) => Promise<Claim>;
  release: (id: EmailId, reason: string) => Promise<void>;
  record: (
    id: EmailId,
    fact: EmailFact,
    at: Instant,
    more?: { reason?: string | undefined; messageId?: string | undefined },
  ) => Promise<EmailItem | null>;
  list: (decisionId: string) => Promise<EmailView[]>;
  suppress: (email: string, at: Instant, why: string) => Promise<void>;
  isSuppressed: (email: string) => Promise<boolean>;
  /** The address may be written to again, unless it refuses email after this. */
  lift: (email: string, at: Instant) => Promise<void>;
};

const settling: EmailFact[] = ['sentAt', 'deliveredAt', 'bouncedAt', 'complainedAt', 'failedAt'];
const unsettled = settling.map((fact) => `attribute_not_exists(${fact})`).join(' AND ');

const claim = async ({ client, tableName }: Table, email: NewEmail, at: Instant, leaseUntil: Instant): Promise<Claim> => {
  const stated = Object.entries({ ...email, correlationId: correlationId() }).filter(([, value]) => value !== undefined);
  const update = new UpdateCommand({
    TableName: tableName,
    Key: keys.email(email.decisionId, email.key),
    UpdateExpression: `SET ${stated.map(([name]) => `#${name} = :${name}`).join(', ')}, leaseUntil = :until, queuedAt = if_not_exists(queuedAt, :at) ADD attempts :one`,
    ConditionExpression: `${unsettled} AND (attribute_not_exists(leaseUntil) OR leaseUntil <= :at)`,
    ExpressionAttributeNames: Object.fromEntries(stated.map(([name]) => [`#${name}`, name])),
    ExpressionAttributeValues: {
      ...Object.fromEntries(stated.map(([name, value]) => [`:${name}`, value])),
      ':until': leaseUntil,
      ':at': at,
      ':one': 1,
    },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  try {
    await client.send(update);
    return 'ours';
  } catch (fault) {
    if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
    return heldOrDone(fault);
  }
};

const heldOrDone = ({ Item: item }: ConditionalCheckFailedException): Claim =>
  settling.some((fact) => item?.[fact] !== undefined) ? 'done' : { heldUntil: item?.leaseUntil?.S ?? '' };

const update = async (
  { client, tableName }: Table,
  id: EmailId,
  UpdateExpression: string,
  values: Record<string, unknown>,
  where = '',
): Promise<EmailItem | null> => {
  const sent = new UpdateCommand({
    TableName: tableName,
    Key: keys.email(id.decisionId, id.key),
    UpdateExpression,
    ConditionExpression: `attribute_exists(pk)${where}`,
    ExpressionAttributeValues: values,
    ReturnValues: 'ALL_NEW',
  });
  try {
    const { Attributes } = await client.send(sent);
    return readItem(asItem(Attributes ?? {}), emailItemSchema);
  } catch (fault) {
    if (isConditionFailed(fault)) return null;
    throw fault;
  }
};

// An email whose reader is forgotten takes on no more words of a mail server, which often name that reader.
const record: (table: Table) => EmailStore['record'] =
  (table) =>
  async (id, fact, at, { reason, messageId } = {}) => {
    const set = `SET ${fact} = if_not_exists(${fact}, :at)${messageId ? ', messageId = :messageId' : ''}`;
    const values = { ':at': at, ':messageId': messageId };
    const explained = { ...values, ':reason': reason };
    return (
      (reason && (await update(table, id, `${set}, reason = :reason`, explained, ' AND attribute_not_exists(forgottenOn)'))) ||
      update(table, id, set, values)
    );
  };

const list = async (table: Table, decisionId: string): Promise<EmailView[]> => {
  const { pk } = keys.email(decisionId, '');
  const items = await queryAll(table, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :email)',
    ExpressionAttributeValues: { ':pk': pk, ':email': keys.prefixes.email },
  });
  return items.map((item) => viewEmail(readItem(item, emailItemSchema)));
};

const addressSchema = z.object({ at: z.optional(z.string()), liftedAt: z.optional(z.string()) });

// Reports come late and twice: an older one must not undo what was said since.
const markAddress = async (
  { client, tableName }: Table,
  email: string,
  update: Omit<UpdateCommandInput, 'TableName' | 'Key'>,
): Promise<void> => {
  await client
    .send(new UpdateCommand({ TableName: tableName, Key: keys.address(addressHash(email)), ...update }))
    .catch((fault: unknown) => {
      if (!isConditionFailed(fault)) throw fault;
    });
};

/** Every email about every decision, and the addresses that are not to be written to again. */
export const emailStore = (table: Table): EmailStore => ({
  claim: (email, at, leaseUntil) => claim(table, email, at, leaseUntil),
  release: async (id, reason) => {
    await update(table, id, 'SET reason = :reason REMOVE leaseUntil', { ':reason': reason });
  },
  record: record(table),
  list: (decisionId) => list(table, decisionId),
  suppress: (email, at, why) =>
    markAddress(table, email, {
      UpdateExpression: 'SET #at = :at, why = :why',
      ConditionExpression: 'attribute_not_exists(pk) OR attribute_not_exists(#at) OR #at < :at',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':at': at, ':why': why },
    }),
  isSuppressed: async (email) => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.tableName, Key: keys.address(addressHash(email)), ConsistentRead: true }),
    );
    const { at, liftedAt } = addressSchema.parse(Item ?? {});
    return at !== undefined && (liftedAt === undefined || Date.parse(at) > Date.parse(liftedAt));
  },
  lift: (email, at) =>
    markAddress(table, email, {
      UpdateExpression: 'SET liftedAt = :at',
      ConditionExpression: 'attribute_not_exists(liftedAt) OR liftedAt < :at',
      ExpressionAttributeValues: { ':at': at },
    }),
});

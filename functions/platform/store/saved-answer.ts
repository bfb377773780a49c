import * as z from 'zod/mini';
import { fingerprint } from '../../decision/fingerprint.ts';
import { refuse, type Refused } from '../../decision/refusal.ts';
import type { Instant } from '../../rules/local-date.ts';
import { expiry, keys } from '../table/keys.ts';
import type { Request } from '../http/request.ts';
import { type Item, readItem } from '../table/stored-item.ts';
import { getAll, type Table, type Write } from '../table/table.ts';

const daysKept = 7;

const savedSchema = z.object({
  bodyHash: z.string(),
  status: z.int(),
  location: z.optional(z.string()),
  decisionId: z.string(),
  version: z.int(),
  expiresAt: z.int(),
});

/** What a write with an `Idempotency-Key` was answered; the body is rebuilt from the decision as it stood at `version`. */
export type SavedAnswer = z.infer<typeof savedSchema>;

/** A write that may be sent again: who sent it, its key, a hash of what was sent, and what it will be answered. */
export type Answering = { sub: string; key: string; bodyHash: string; status: number; location?: string | undefined };

const seconds = (now: Instant): number => Math.floor(Date.parse(now) / 1000);

/** The answer saved under a key; null when there is none or it has expired, even if DynamoDB has not yet removed it. */
export const readAnswer = (item: Item | null, now: Instant): SavedAnswer | null => {
  const saved = item && readItem(item, savedSchema);
  return saved && saved.expiresAt >= seconds(now) ? saved : null;
};

/**
 * The answer saved under the key of a request that is about to be refused. What was read for it was not read at one moment, so what
 * stands in its way may be the request itself, sent before, whose answer was not there yet to be read. Null where it is not.
 */
export const savedMeanwhile = async (
  table: Table,
  { answer, given: { now } }: { answer?: Answering | undefined; given: { now: Instant } },
): Promise<SavedAnswer | null> => {
  const [item = null] = answer ? await getAll(table, [keys.answer(answer.sub, answer.key)]) : [];
  return readAnswer(item, now);
};

/** Refuses a key used before for something else; null when it was this very request. */
export const reused = (saved: SavedAnswer, { bodyHash }: Answering): Refused | null =>
  saved.bodyHash === bodyHash
    ? null
    : refuse('idempotency-key-reuse', 'API', 'This Idempotency-Key was used for another request. Use a new key for a new request.');

/** How a command is to be answered when it is sent again; undefined where it has no key to be known by. */
export const answeringOf = <B>(
  { who, idempotencyKey: key, method, path, body }: Request<B, unknown>,
  answered: { status: number; location?: string | undefined },
): Answering | undefined =>
  key === null ? undefined : { sub: who.sub, key, bodyHash: fingerprint({ method, path, body: body ?? null }), ...answered };

/** The write that saves an answer, once: of two requests with one key only one is decided. */
export const answerWrite = (
  tableName: string,
  { sub, key, ...rest }: Answering,
  reached: { decisionId: string; version: number; now: Instant },
): Write => {
  const { now, ...reach } = reached;
  return {
    Put: {
      TableName: tableName,
      Item: { ...keys.answer(sub, key), ...rest, ...reach, expiresAt: expiry(now, daysKept) },
      ConditionExpression: 'attribute_not_exists(pk) OR expiresAt < :now',
      ExpressionAttributeValues: { ':now': seconds(now) },
    },
  };
};

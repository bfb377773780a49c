import { randomBytes, randomInt, scryptSync, timingSafeEqual } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { secondsAfter } from '../platform/clock.ts';
import { expiry, keys } from '../platform/keys.ts';
import { asItem, readItem } from '../platform/stored-item.ts';
import type { Table } from '../platform/table.ts';
import type { Instant } from '../rules/local-date.ts';
import { codeMinutes, codeTries } from './code.rules.ts';

/** Which issue of which step a code is for: a cover's code is not the code of the person covered. */
export type CodeFor = { decisionId: string; stepId: string; issue: number };

/** What came of a code that somebody typed. `left` says how often another may be typed before a new one is needed. */
export type CodeTried = { right: true } | { right: false; why: 'wrong'; left: number } | { right: false; why: 'none' };

export type CodeStore = {
  /** A new six-digit code, which ends any earlier one. Only its salted hash is kept. */
  give: (to: CodeFor, at: Instant) => Promise<string>;
  /** Whether this is the code, at the cost of one try. */
  tries: (to: CodeFor, code: string, at: Instant) => Promise<CodeTried>;
};

const storedSchema = z.object({ salt: z.string(), hash: z.string(), tries: z.int() });

// Slow on purpose: a million codes are soon tried by whoever has the table, but not within ten minutes.
const hashOf = (code: string, salt: string): Buffer => scryptSync(code, Buffer.from(salt, 'base64url'), 32, { N: 2 ** 14, r: 8, p: 1 });

const give = async ({ client, tableName }: Table, { decisionId, stepId, issue }: CodeFor, at: Instant): Promise<string> => {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const salt = randomBytes(16).toString('base64url');
  const Item = { ...keys.code(decisionId, stepId), issue, salt, hash: hashOf(code, salt).toString('base64url'), tries: codeTries, until: secondsAfter(at, codeMinutes * 60), expiresAt: expiry(at, 1) };
  await client.send(new PutCommand({ TableName: tableName, Item }));
  return code;
};

const tries = async ({ client, tableName }: Table, { decisionId, stepId, issue }: CodeFor, code: string, at: Instant): Promise<CodeTried> => {
  const key = keys.code(decisionId, stepId);
  const update = new UpdateCommand({
    TableName: tableName,
    Key: key,
    // The try is spent before the code is looked at, so that typing a thousand at once gains nothing.
    UpdateExpression: 'SET tries = tries - :one',
    ConditionExpression: 'issue = :issue AND tries > :none AND #until > :at',
    ExpressionAttributeNames: { '#until': 'until' },
    ExpressionAttributeValues: { ':one': 1, ':none': 0, ':issue': issue, ':at': at },
    ReturnValues: 'ALL_NEW',
  });
  try {
    const { Attributes } = await client.send(update);
    const { salt, hash, tries: left } = readItem(asItem(Attributes ?? {}), storedSchema);
    if (timingSafeEqual(hashOf(code, salt), Buffer.from(hash, 'base64url'))) return { right: true };
    return left > 0 ? { right: false, why: 'wrong', left } : { right: false, why: 'none' };
  } catch (fault) {
    if (fault instanceof ConditionalCheckFailedException) return { right: false, why: 'none' };
    throw fault;
  }
};

/** The codes of one table, each on an item of its own step's decision. */
export const codeStore = (table: Table): CodeStore => ({ give: (to, at) => give(table, to, at), tries: (to, code, at) => tries(table, to, code, at) });

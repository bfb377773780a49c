import { randomBytes } from 'node:crypto';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { LinkKeys } from '../link/link-secrets.ts';
import { secondsAfter } from '../platform/clock.ts';
import { isOvertaken } from '../platform/table/conflict.ts';
import { correlationId } from '../platform/log/correlation.ts';
import { expiry, keys } from '../platform/table/keys.ts';
import { asItem, readItem } from '../platform/table/stored-item.ts';
import type { Table } from '../platform/table/table.ts';
import { transact } from '../platform/table/transact.ts';
import { untilStored } from '../platform/table/until-done.ts';
import type { Instant } from '../rules/local-date.ts';
import { codeMinutes, codeTries } from './code.rules.ts';
import { type CodeFor, derivedCode, isDerivedCode, keyName, keyNamed, type OneCode } from './derived-code.ts';

/**
 * A code as it is kept: all that it is derived from but the key, and how long and how often it counts. `sequence` is the decision's version
 * when it was asked for.
 */
export type CodeGiven = OneCode & { key: string; tries: number; until: Instant; sequence: number };

/** What came of a code that somebody typed. `left` says how often another may be typed before a new one is needed. */
export type CodeTried = { right: true } | { right: false; why: 'wrong'; left: number } | { right: false; why: 'none' };

export type CodeStore = {
  /** Gives a step a new code, which ends any earlier one, and announces it to the sender. The code itself is kept nowhere. */
  give: (to: CodeFor, at: Instant, sequence: number) => Promise<void>;
  /** Whether this is the code, at the cost of one try. */
  tries: (to: CodeFor, code: string, at: Instant) => Promise<CodeTried>;
  /** The newest code of a step, whether or not it still counts. */
  newest: (decisionId: string, stepId: string) => Promise<CodeGiven | null>;
  /** Its six digits; null where the key that it was given under is not known here. */
  digits: (given: CodeGiven) => Promise<string | null>;
};

type Kept = { table: Table; links: Pick<LinkKeys, 'loadLinkSecrets' | 'openBy'> };

const givenSchema = z.object({
  decisionId: z.string(),
  stepId: z.string(),
  issue: z.int(),
  nonce: z.string(),
  key: z.string(),
  tries: z.int(),
  until: z.string(),
  sequence: z.int(),
});

const daysKept = 1;

const giveOnce = async ({ table, links }: Kept, to: CodeFor, at: Instant, sequence: number): Promise<void> => {
  const nonce = randomBytes(16).toString('hex');
  const given: CodeGiven = {
    ...to,
    nonce,
    key: keyName((await links.loadLinkSecrets()).current),
    tries: codeTries,
    until: secondsAfter(at, codeMinutes * 60),
    sequence,
  };
  const expiresAt = expiry(at, daysKept);
  const items = [
    { ...keys.code(to.decisionId, to.stepId), ...given, expiresAt },
    { ...keys.codeAsked(to.decisionId, to.stepId, nonce), correlationId: correlationId(), expiresAt },
  ];
  await transact(
    table,
    items.map((Item) => ({ Put: { TableName: table.tableName, Item } })),
  );
};

const spendTry = async (
  { table: { client, tableName } }: Kept,
  { decisionId, stepId, issue }: CodeFor,
  at: Instant,
): Promise<CodeGiven | null> => {
  const update = new UpdateCommand({
    TableName: tableName,
    Key: keys.code(decisionId, stepId),
    // The try is spent before the code is looked at, so that typing a thousand at once gains nothing.
    UpdateExpression: 'SET tries = tries - :one',
    ConditionExpression: 'issue = :issue AND tries > :none AND #until > :at',
    ExpressionAttributeNames: { '#until': 'until' },
    ExpressionAttributeValues: { ':one': 1, ':none': 0, ':issue': issue, ':at': at },
    ReturnValues: 'ALL_NEW',
  });
  try {
    const { Attributes } = await client.send(update);
    return readItem(asItem(Attributes ?? {}), givenSchema);
  } catch (fault) {
    // In conflict with a new code that is being given this very moment, it is ended.
    if (isOvertaken(fault)) return null;
    throw fault;
  }
};

const secretOf = ({ links }: Kept, { key }: CodeGiven): Promise<string | null> => links.openBy((secrets) => keyNamed(key, secrets));

const tries = async (kept: Kept, to: CodeFor, code: string, at: Instant): Promise<CodeTried> => {
  const given = await spendTry(kept, to, at);
  const secret = given && (await secretOf(kept, given));
  if (!given || secret === null) return { right: false, why: 'none' };
  if (isDerivedCode(code, given, secret)) return { right: true };
  return given.tries > 0 ? { right: false, why: 'wrong', left: given.tries } : { right: false, why: 'none' };
};

const newest = async ({ table: { client, tableName } }: Kept, decisionId: string, stepId: string): Promise<CodeGiven | null> => {
  const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: keys.code(decisionId, stepId), ConsistentRead: true }));
  return Item ? readItem(asItem(Item), givenSchema) : null;
};

/** The codes of one table, each on an item of its own step's decision, derived with the key of the council's links. */
export const codeStore = (table: Table, links: Pick<LinkKeys, 'loadLinkSecrets' | 'openBy'>): CodeStore => {
  const kept = { table, links };
  return {
    give: (to, at, sequence) => untilStored(`A code for ${to.stepId}`, () => giveOnce(kept, to, at, sequence)),
    tries: (to, code, at) => tries(kept, to, code, at),
    newest: (decisionId, stepId) => newest(kept, decisionId, stepId),
    digits: async (given) => {
      const secret = await secretOf(kept, given);
      return secret === null ? null : derivedCode(given, secret);
    },
  };
};

import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { expiry, keys } from '../platform/table/keys.ts';
import { putWhere } from '../platform/table/put-where.ts';
import { asItem, readItem } from '../platform/table/stored-item.ts';
import type { Table } from '../platform/table/table.ts';
import { type Instant, londonDate } from '../rules/local-date.ts';

/** What somebody may ask for by a link only so often: of a step, of one issue of it, or of all steps together (`every`, the id of none). */
export type Turn = { decisionId: string; stepId: string; issue?: number; what: 'code' | 'link' };

/** How often: so many seconds apart, so many times a day. */
export type Often = { secondsApart: number; aDay: number };

/** Takes a turn when one is left at this moment; false when it is too soon or has been enough for today. */
export type TakeTurn = (turn: Turn, at: Instant, often: Often) => Promise<boolean>;

const takenSchema = z.object({ day: z.string(), count: z.int(), lastAt: z.string() });
const daysKept = 2;

const isTooSoon = (lastAt: Instant, at: Instant, { secondsApart }: Often): boolean =>
  Date.parse(at) - Date.parse(lastAt) < secondsApart * 1000;

/** Turns kept in the table beside the step that they are about, so that asking from many places at once gains nobody more. */
export const takeTurn =
  (table: Table): TakeTurn =>
  async ({ decisionId, stepId, issue, what }, at, often) => {
    const key = keys.turns(decisionId, what, issue === undefined ? stepId : `${stepId}#${issue}`);
    const { Item } = await table.client.send(new GetCommand({ TableName: table.tableName, Key: key, ConsistentRead: true }));
    const taken = Item ? readItem(asItem(Item), takenSchema) : null;
    const day = londonDate(at);
    const count = taken?.day === day ? taken.count : 0;
    if (taken && (isTooSoon(taken.lastAt, at, often) || count >= often.aDay)) return false;
    // Somebody who asked at the same moment has the turn.
    return putWhere(
      table,
      { ...key, day, count: count + 1, lastAt: at, expiresAt: expiry(at, daysKept) },
      taken
        ? { ConditionExpression: 'lastAt = :lastAt', ExpressionAttributeValues: { ':lastAt': taken.lastAt } }
        : { ConditionExpression: 'attribute_not_exists(pk)' },
    );
  };

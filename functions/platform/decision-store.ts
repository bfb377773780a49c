import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Council } from '../council/council.schema.ts';
import type { Command } from '../decision/commands.ts';
import type { Decision } from '../decision/decision.ts';
import type { DecisionEvent } from '../decision/events.ts';
import type { Refused } from '../decision/refusal.ts';
import type { Instant, LocalDate } from '../rules/local-date.ts';
import { isConditionFailed } from './conflict.ts';
import type { Published } from './decision-items.ts';
import { type DecisionReader, dynamoDecisionReader } from './decision-reader.ts';
import { execute } from './execute.ts';
import { keys } from './keys.ts';
import type { Answering, SavedAnswer } from './saved-answer.ts';
import type { Table } from './table.ts';

/** How to execute: the moment and settings to judge by, the version the caller last saw, its idempotency key, a number wanted by name, the decision where the caller has just read it, and what may be made of the new one while it is being stored. */
export type Execution = {
  given: { now: Instant; council: Council };
  expect?: number | undefined;
  answer?: Answering | undefined;
  number?: string | undefined;
  read?: Decision | undefined;
  meanwhile?: ((decision: Decision) => unknown) | undefined;
};

/** The decision after a command with the events that were stored, or what the same request was answered before; or why not. */
export type Executed = { ok: true; decision: Decision; events: DecisionEvent[]; answered: SavedAnswer | null } | Refused;

/** What the public may read of a decision; null while it may read nothing. */
export type Publishing = (decision: Decision, council: Council) => Published | null;

/** Every decision of the council, with all that ever happened to it. */
export type DecisionStore = DecisionReader & {
  lookAgain: (id: string, version: number, on: LocalDate) => Promise<void>;
  execute: (id: string, command: Command, execution: Execution) => Promise<Executed>;
};

const lookAgain = async ({ client, tableName }: Table, id: string, version: number, on: LocalDate): Promise<void> => {
  const update = new UpdateCommand({
    TableName: tableName,
    Key: keys.current(id),
    UpdateExpression: 'SET dueOn = :on, dueOrder = :id',
    ConditionExpression: 'version = :version',
    ExpressionAttributeValues: { ':on': on, ':id': id, ':version': version },
  });
  await client.send(update).catch((fault: unknown) => {
    // Whoever wrote since has set the day anew.
    if (!isConditionFailed(fault)) throw fault;
  });
};

/** The decisions of one DynamoDB table. Refusals are values; a stored item that does not parse throws `StoredItemUnreadable`. */
export const dynamoDecisionStore = ({ publication, ...table }: Table & { publication: Publishing }): DecisionStore => ({
  ...dynamoDecisionReader(table),
  lookAgain: (id, version, on) => lookAgain(table, id, version, on),
  execute: (id, command, execution) => execute(table, publication, id, command, execution),
});

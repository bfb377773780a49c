import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Council } from '../council/council.schema.ts';
import type { Command } from '../decision/commands.ts';
import type { Decision } from '../decision/decision.ts';
import type { DecisionEvent } from '../decision/events.ts';
import type { Refused } from '../decision/refusal.ts';
import type { Instant, LocalDate } from '../rules/local-date.ts';
import { isConditionFailed } from './conflict.ts';
import { historyOf, type Moment, momentOf } from './decision-history.ts';
import { type Published, readDecision } from './decision-items.ts';
import { type Listing, listDecisions, type Page } from './decision-list.ts';
import { execute } from './execute.ts';
import { decisionIdOf, keys } from './keys.ts';
import type { Answering, SavedAnswer } from './saved-answer.ts';
import { asItem } from './stored-item.ts';
import { queryAll, type Table } from './table.ts';

/** How to execute: the moment and settings to judge by, the version the caller last saw, its idempotency key, a number wanted by name, and the decision where the caller has just read it. */
export type Execution = { given: { now: Instant; council: Council }; expect?: number | undefined; answer?: Answering | undefined; number?: string | undefined; read?: Decision | undefined };

/** The decision after a command with the events that were stored, or what the same request was answered before; or why not. */
export type Executed = { ok: true; decision: Decision; events: DecisionEvent[]; answered: SavedAnswer | null } | Refused;

/** What the public may read of a decision; null while it may read nothing. */
export type Publishing = (decision: Decision, council: Council) => Published | null;

/** Every decision of the council, with all that ever happened to it. */
export type DecisionStore = {
  load: (id: string) => Promise<Decision | null>;
  history: (id: string, upTo?: number) => Promise<DecisionEvent[]>;
  at: (id: string, sequence: number) => Promise<Decision | null>;
  moment: (id: string, sequence: number) => Promise<Moment | null>;
  list: (listing: Listing) => Promise<Page | Refused>;
  due: (on: LocalDate) => Promise<string[]>;
  lookAgain: (id: string, version: number, on: LocalDate) => Promise<void>;
  execute: (id: string, command: Command, execution: Execution) => Promise<Executed>;
};

const load = async ({ client, tableName }: Table, id: string): Promise<Decision | null> => {
  const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: keys.current(id), ConsistentRead: true }));
  return Item ? readDecision(asItem(Item)) : null;
};

const due = async (table: Table, on: LocalDate): Promise<string[]> => {
  const found = await queryAll(table, { IndexName: 'due', KeyConditionExpression: 'dueOn = :on', ExpressionAttributeValues: { ':on': on } });
  return found.flatMap(({ pk }) => decisionIdOf(pk) ?? []);
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
  load: (id) => load(table, id),
  history: (id, upTo) => historyOf(table, id, upTo),
  at: async (id, sequence) => (await momentOf(table, id, sequence))?.decision ?? null,
  moment: (id, sequence) => momentOf(table, id, sequence),
  list: (listing) => listDecisions(table, listing),
  due: (on) => due(table, on),
  lookAgain: (id, version, on) => lookAgain(table, id, version, on),
  execute: (id, command, execution) => execute(table, publication, id, command, execution),
});

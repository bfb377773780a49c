import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Decision } from '../../decision/decision.ts';
import type { DecisionEvent } from '../../decision/events.ts';
import type { LocalDate } from '../../rules/local-date.ts';
import { historyOf, type Moment, momentOf } from './decision-history.ts';
import { readDecision } from './decision-items.ts';
import { decisionIdOf, keys } from '../table/keys.ts';
import { asItem } from '../table/stored-item.ts';
import { queryAll, type Table } from '../table/table.ts';

/** Every decision of the council, with all that ever happened to it, for whoever changes none. */
export type DecisionReader = {
  load: (id: string) => Promise<Decision | null>;
  history: (id: string, upTo?: number) => Promise<DecisionEvent[]>;
  at: (id: string, sequence: number) => Promise<Decision | null>;
  moment: (id: string, sequence: number) => Promise<Moment | null>;
  due: (on: LocalDate) => Promise<string[]>;
};

const load = async ({ client, tableName }: Table, id: string): Promise<Decision | null> => {
  const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: keys.current(id), ConsistentRead: true }));
  return Item ? readDecision(asItem(Item)) : null;
};

const due = async (table: Table, on: LocalDate): Promise<string[]> => {
  const found = await queryAll(table, {
    IndexName: 'due',
    KeyConditionExpression: 'dueOn = :on',
    ExpressionAttributeValues: { ':on': on },
  });
  return found.flatMap(({ pk }) => decisionIdOf(pk) ?? []);
};

/** The decisions of one DynamoDB table. A stored item that does not parse throws `StoredItemUnreadable`. */
export const dynamoDecisionReader = (table: Table): DecisionReader => ({
  load: (id) => load(table, id),
  history: (id, upTo) => historyOf(table, id, upTo),
  at: async (id, sequence) => (await momentOf(table, id, sequence))?.decision ?? null,
  moment: (id, sequence) => momentOf(table, id, sequence),
  due: (on) => due(table, on),
});

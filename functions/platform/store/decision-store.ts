import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Command } from '../../decision/commands.ts';
import type { LocalDate } from '../../rules/local-date.ts';
import { isOvertaken } from '../table/conflict.ts';
import { type DecisionReader, dynamoDecisionReader } from './decision-reader.ts';
import { execute } from './execute.ts';
import type { Executed, Execution, Publishing } from './execution.ts';
import { keys } from '../table/keys.ts';
import type { Table } from '../table/table.ts';

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
    // Whoever wrote since, or is writing, sets the day anew.
    if (!isOvertaken(fault)) throw fault;
  });
};

/** The decisions of one DynamoDB table. Refusals are values; a stored item that does not parse throws `StoredItemUnreadable`. */
export const dynamoDecisionStore = ({ publication, ...table }: Table & { publication: Publishing }): DecisionStore => ({
  ...dynamoDecisionReader(table),
  lookAgain: (id, version, on) => lookAgain(table, id, version, on),
  execute: (id, command, execution) => execute(table, publication, id, command, execution),
});

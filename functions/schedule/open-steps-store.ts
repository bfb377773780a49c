import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { addressHash } from '../email/email-item.ts';
import { isConditionFailed } from '../platform/table/conflict.ts';
import { correlationId } from '../platform/log/correlation.ts';
import { expiry, keys } from '../platform/table/keys.ts';
import { pack } from '../platform/table/packed-json.ts';
import { asItem, readPacked } from '../platform/table/stored-item.ts';
import type { Table } from '../platform/table/table.ts';
import type { Instant, LocalDate } from '../rules/local-date.ts';
import { type OpenStepsKept, openStepsSchema } from './open-steps.schema.ts';

/** The lists of open steps that people are mailed, one a person and day. */
export type OpenStepsStore = {
  /** Keeps a list once a day and person, and so has it mailed. Kept already, it stays as it was. */
  keep: (list: OpenStepsKept, at: Instant) => Promise<void>;
  list: (day: LocalDate, who: string) => Promise<OpenStepsKept | null>;
};

// As long as anybody would look for why an email was not sent; then the name and the address go.
const daysKept = 7;

const whoIs = (email: string): string => addressHash(email).slice(0, 16);

const keep = async ({ client, tableName }: Table, list: OpenStepsKept, at: Instant): Promise<void> => {
  const Item = {
    ...keys.openSteps(list.day, whoIs(list.to.email)),
    list: pack(openStepsSchema.parse(list)),
    correlationId: correlationId(),
    expiresAt: expiry(at, daysKept),
  };
  await client
    .send(new PutCommand({ TableName: tableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }))
    .catch((fault: unknown) => {
      if (!isConditionFailed(fault)) throw fault;
    });
};

/** The lists of one DynamoDB table. */
export const openStepsStore = (table: Table): OpenStepsStore => ({
  keep: (list, at) => keep(table, list, at),
  list: async (day, who) => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.tableName, Key: keys.openSteps(day, who), ConsistentRead: true }),
    );
    return Item ? readPacked(asItem(Item), 'list', openStepsSchema) : null;
  },
});

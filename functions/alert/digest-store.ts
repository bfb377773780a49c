import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailed } from '../platform/table/conflict.ts';
import { keys } from '../platform/table/keys.ts';
import { pack } from '../platform/table/packed-json.ts';
import { asItem, readPacked } from '../platform/table/stored-item.ts';
import { queryAll, type Table, type Write } from '../platform/table/table.ts';
import type { LocalDate } from '../rules/local-date.ts';
import { besideWrite } from '../contract/store/beside-write.ts';
import { digestSchema, type KeptDigest, type Raised, raisedSchema } from './digest.schema.ts';

/** What is to be told about contracts, day by day: the alerts raised, and what each person is told of them. */
export type DigestStore = {
  raised: (day: LocalDate) => Promise<Raised[]>;
  digests: (day: LocalDate) => Promise<KeptDigest[]>;
  digest: (day: LocalDate, name: string) => Promise<KeptDigest | null>;
  digestsOf: (day: LocalDate, person: string) => Promise<KeptDigest[]>;
  /** Keeps a digest once, and so has it sent; false where another of that name is kept already. */
  keep: (digest: KeptDigest) => Promise<boolean>;
};

/** The write that keeps alerts to be told, in one transaction with the event that raised them. */
export const raisedWrite = ({ tableName }: Table, day: LocalDate, raised: Raised): Write =>
  besideWrite(tableName, keys.alerts(day, raised.contractId, raised.version), { raised: pack(raised) });

const within = async (table: Table, day: LocalDate, prefix: string) =>
  queryAll(table, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': keys.digest(day, '').pk, ':prefix': prefix },
    ConsistentRead: true,
  });

const digestsOf = async (table: Table, day: LocalDate, person: string): Promise<KeptDigest[]> =>
  (await within(table, day, person === '' ? keys.prefixes.event : keys.digest(day, `${person}-`).sk)).map((item) =>
    readPacked(item, 'digest', digestSchema),
  );

const keep = async ({ client, tableName }: Table, digest: KeptDigest): Promise<boolean> => {
  const put = new PutCommand({
    TableName: tableName,
    Item: { ...keys.digest(digest.day, digest.name), digest: pack(digestSchema.parse(digest)) },
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  try {
    await client.send(put);
    return true;
  } catch (fault) {
    if (isConditionFailed(fault)) return false;
    throw fault;
  }
};

/** The digests of one DynamoDB table. */
export const digestStore = (table: Table): DigestStore => ({
  raised: async (day) => (await within(table, day, keys.prefixes.alerts)).map((item) => readPacked(item, 'raised', raisedSchema)),
  digests: (day) => digestsOf(table, day, ''),
  digestsOf: (day, person) => digestsOf(table, day, person),
  digest: async (day, name) => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.tableName, Key: keys.digest(day, name), ConsistentRead: true }),
    );
    return Item ? readPacked(asItem(Item), 'digest', digestSchema) : null;
  },
  keep: (digest) => keep(table, digest),
});

import { type Contract, contractSchema } from '../../functions/contract/contract.schema.ts';
import { type ContractEvent, contractEventSchema } from '../../functions/contract/contract-events.ts';
import { evolveContract } from '../../functions/contract/evolve-contract.ts';
import { canonical, fingerprint } from '../../functions/decision/fingerprint.ts';
import { beginning } from '../../functions/decision/history.ts';
import { contractIdOf, keys, sequenceOf } from '../../functions/platform/keys.ts';
import { packedSchema, unpack } from '../../functions/platform/packed-json.ts';
import { queryAll, type Table } from '../../functions/platform/table.ts';
import type { Fault } from './fault.ts';

// As stored and unparsed: parsing leaves out what it does not know, and something put in would go unseen.
const raw = (packed: unknown): unknown => unpack(packedSchema.parse(packed));

const firstBreak = (events: ContractEvent[]): number | null => {
  let before = beginning;
  for (const [index, { hash, ...body }] of events.entries()) {
    if (body.sequence !== index + 1 || body.before !== before || fingerprint(body) !== hash) return index + 1;
    before = hash;
  }
  return null;
};

const plain = (contract: Contract | null): string => canonical(JSON.parse(JSON.stringify(contract)));

// A state stored before it said when it was last published, and told of nothing public since, does not say it, or has whatever came last by
// then.
const mayBePublished = ({ published }: Contract, worked: Contract, events: ContractEvent[]): boolean =>
  published === undefined || (published.version >= (worked.published?.version ?? 0) && events[published.version - 1]?.at === published.at);

/** Every contract of a table, whether it can still need something or is over. */
export const contractIds = async (table: Table): Promise<string[]> => {
  const lists = await Promise.all(
    ['LIVE', 'OVER'].map((list) =>
      queryAll(table, {
        IndexName: 'contracts',
        KeyConditionExpression: 'contractList = :list',
        ExpressionAttributeValues: { ':list': list },
        ProjectionExpression: 'pk, sk',
      }),
    ),
  );
  return lists.flat().flatMap(({ pk }) => contractIdOf(pk) ?? []);
};

/** Everything stored of one contract that is not what was written: its history, and its state from that. */
export const contractFaults = async (table: Table, id: string): Promise<Fault[]> => {
  const { pk } = keys.contract(id);
  const items = await queryAll(table, {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk },
    ConsistentRead: true,
  });
  const events = items.filter(({ sk }) => sequenceOf(sk) !== null).map(({ event }) => raw(event) as ContractEvent);
  const where = `Contract ${id}`;
  const broken = firstBreak(events);
  if (broken !== null) return [{ where, what: `Its history does not hold from event ${broken} on.` }];
  const current = items.find(({ sk }) => sk === 'CURRENT');
  const worked = events.reduce<Contract | null>((was, event) => evolveContract(was, contractEventSchema.parse(event)), null);
  const stored = current === undefined ? null : contractSchema.parse(raw(current.state));
  const expected = worked && stored && mayBePublished(stored, worked, events) ? { ...worked, published: stored.published } : worked;
  const isSame = current !== undefined && current.version === events.length && plain(stored) === plain(expected);
  return isSame ? [] : [{ where, what: 'Its state is not what its events come to.' }];
};

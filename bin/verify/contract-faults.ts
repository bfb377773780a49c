import { type Contract, contractSchema } from '../../functions/contract/contract.schema.ts';
import { type ContractEvent, contractEventSchema } from '../../functions/contract/contract-events.ts';
import { evolveContract } from '../../functions/contract/evolve-contract.ts';
import { canonical, fingerprint } from '../../functions/decision/fingerprint.ts';
import { beginning } from '../../functions/decision/history.ts';
import { contractIdOf, keys, sequenceOf } from '../../functions/platform/table/keys.ts';
import { packedSchema, unpack } from '../../functions/platform/table/packed-json.ts';
import { queryAll, type Table } from '../../functions/platform/table/table.ts';
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

const answers = new Set<string>(['alert-acknowledged', 'alert-snoozed', 'decision-in-hand']);

// A state stored before it said when it was last published, and told of nothing public since, does not say it, or has whatever came last by
// then.
const mayBePublished = ({ published }: Contract, worked: Contract, events: ContractEvent[]): boolean =>
  published === undefined || (published.version >= (worked.published?.version ?? 0) && events[published.version - 1]?.at === published.at);

// Stored before all that officers do about a contract ended a silence, a state has the day on which its alerts were last answered.
const mayHaveActed = ({ actedOn }: Contract, events: ContractEvent[]): boolean =>
  actedOn ===
  events.reduce<string | null>((was, { happening }) => ('on' in happening && answers.has(happening.type) ? happening.on : was), null);

// What a state stored by an earlier version may have otherwise than its events come to now.
const asItMayStand = (stored: Contract, worked: Contract, events: ContractEvent[]): Contract => ({
  ...worked,
  ...(mayBePublished(stored, worked, events) ? { published: stored.published } : {}),
  ...(mayHaveActed(stored, events) ? { actedOn: stored.actedOn } : {}),
});

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
  const expected = worked && stored && asItMayStand(stored, worked, events);
  const isSame = current !== undefined && current.version === events.length && plain(stored) === plain(expected);
  return isSame ? [] : [{ where, what: 'Its state is not what its events come to.' }];
};

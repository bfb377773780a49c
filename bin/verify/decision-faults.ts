import type { Decision } from '../../functions/decision/decision.ts';
import { type DecisionEvent, eventSchema } from '../../functions/decision/events.ts';
import { evolve } from '../../functions/decision/evolve.ts';
import { canonical } from '../../functions/decision/fingerprint.ts';
import { firstBreak } from '../../functions/decision/history.ts';
import { keys, sequenceOf } from '../../functions/platform/table/keys.ts';
import { packedSchema, unpack } from '../../functions/platform/table/packed-json.ts';
import type { Item } from '../../functions/platform/table/stored-item.ts';
import { queryAll, type Table } from '../../functions/platform/table/table.ts';
import { publicationFaults } from './publication-faults.ts';
import type { Fault } from './fault.ts';

// As stored and unparsed: parsing leaves out what it does not know, and something put in would go unseen.
const rawEvent = (item: Item): DecisionEvent => unpack(packedSchema.parse(item.event)) as DecisionEvent;

const isLabelled = (item: Item, event: DecisionEvent): boolean =>
  item.type === event.happening.type &&
  item.at === event.at &&
  sequenceOf(item.sk) === event.sequence &&
  keys.event(event.decisionId, 1).pk === item.pk;

const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(JSON.parse(JSON.stringify(other)));

const stateFault = (current: Item | undefined, events: DecisionEvent[]): string | null => {
  if (!current) return 'Its state is missing.';
  const decision = events.reduce<Decision | null>((was, event) => evolve(was, eventSchema.parse(event)), null);
  if (!decision || !same(unpack(packedSchema.parse(current.state)), decision)) return 'Its state is not what its events come to.';
  const { version, status, updatedAt, submittedBy } = decision;
  return same([current.version, current.statusKey, current.updatedAt, current.officerKey], [version, status, updatedAt, submittedBy.sub])
    ? null
    : 'It is listed otherwise than its state is.';
};

/** Everything stored of one decision that is not what was written. */
export const decisionFaults = async (table: Table, id: string): Promise<Fault[]> => {
  const { pk } = keys.current(id);
  const items = await queryAll(table, {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk },
    ConsistentRead: true,
  });
  const stored = items.filter(({ sk }) => sequenceOf(sk) !== null);
  const events = stored.map(rawEvent);
  const where = `Decision ${id}`;
  const broken = firstBreak(events);
  if (broken) return [{ where, what: `Its history does not hold from event ${sequenceOf(stored[events.indexOf(broken)]?.sk ?? '')} on.` }];
  const mislabelled = stored.find((item, at) => !isLabelled(item, events[at] as DecisionEvent));
  const state = stateFault(
    items.find(({ sk }) => sk === 'CURRENT'),
    events,
  );
  return [
    ...(mislabelled ? [{ where, what: `${mislabelled.sk} is labelled otherwise than its event is.` }] : []),
    ...(state ? [{ where, what: state }] : []),
    ...(await publicationFaults(table, events, state === null)),
  ];
};

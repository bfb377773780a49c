import * as z from 'zod/mini';
import type { Decision } from '../../decision/decision.ts';
import type { DecisionEvent } from '../../decision/events.ts';
import { evolve } from '../../decision/evolve.ts';
import { readDecision, readEvent } from './decision-items.ts';
import { chainLink } from '../../proof/chain.rules.ts';
import type { ChainLink } from '../../proof/proof.schema.ts';
import { keys } from '../table/keys.ts';
import { type Item, readPacked } from '../table/stored-item.ts';
import { getAll, queryAll, type Table } from '../table/table.ts';

/** One event, the decision as it stood just after it, and as it stands now. */
export type Moment = { event: DecisionEvent; decision: Decision; now: Decision };

const mostEvents = 999_999;

const eventItems = (table: Table, id: string, upTo = mostEvents): Promise<Item[]> => {
  const { pk, sk: from } = keys.event(id, 1);
  const { sk: to } = keys.event(id, Math.min(upTo, mostEvents));
  return queryAll(table, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
    ConsistentRead: true,
  });
};

/** The events of a decision in order, all of them or up to one; none when there is no such decision. */
export const historyOf = async (table: Table, id: string, upTo?: number): Promise<DecisionEvent[]> =>
  (await eventItems(table, id, upTo)).map(readEvent);

const linkedSchema = z.object({
  sequence: z.int(),
  at: z.string(),
  before: z.string(),
  hash: z.string(),
  happening: z.object({ type: z.string() }),
});

/** The events of a decision in order as a stranger may see them, which is all that is read of each. */
export const linksOf = async (table: Table, id: string, upTo?: number): Promise<ChainLink[]> =>
  (await eventItems(table, id, upTo)).map((item) => chainLink(readPacked(item, 'event', linkedSchema)));

const replay = (events: DecisionEvent[]): Decision | null => events.reduce<Decision | null>(evolve, null);

/** The moment of an event that was announced. Throws where it is not there, for nothing is announced but what was stored. */
export const announcedMoment = async (
  store: { moment: (id: string, sequence: number) => Promise<Moment | null> },
  id: string,
  sequence: number,
): Promise<Moment> => {
  const moment = await store.moment(id, sequence);
  if (!moment) throw new Error(`Event ${sequence} of decision ${id} was announced and is not there`);
  return moment;
};

/** An event and the decision just after it, replayed only when the decision has moved on since; null when there is no such event. */
export const momentOf = async (table: Table, id: string, sequence: number): Promise<Moment | null> => {
  const [current, stored] = await getAll(table, [keys.current(id), keys.event(id, sequence)]);
  if (!current || !stored) return null;
  const event = readEvent(stored);
  const now = readDecision(current);
  const decision = now.version === sequence ? now : replay(await historyOf(table, id, sequence));
  return decision && { event, decision, now };
};

import { type Decision, decisionSchema } from '../../decision/decision.ts';
import { type DecisionEvent, eventSchema } from '../../decision/events.ts';
import { type Item, readPacked, readState } from '../table/stored-item.ts';

/** The decision of a CURRENT item; throws `StoredItemUnreadable` where it does not parse whole. */
export const readDecision = (item: Item): Decision => readState(item, decisionSchema);

/** The event of an EVENT item; throws `StoredItemUnreadable` where it does not parse. */
export const readEvent = (item: Item): DecisionEvent => readPacked(item, 'event', eventSchema);

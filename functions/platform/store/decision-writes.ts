import type { Council } from '../../council/council.schema.ts';
import { type Decision, decisionSchema } from '../../decision/decision.ts';
import { nextDueOn } from '../../decision/due.ts';
import { type DecisionEvent, eventSchema } from '../../decision/events.ts';
import { latest, type LocalDate } from '../../rules/local-date.ts';
import { correlationId } from '../log/correlation.ts';
import { keys } from '../table/keys.ts';
import { oftenRead, pack, packReadable } from '../table/packed-json.ts';
import type { Item } from '../table/stored-item.ts';
import type { Write } from '../table/table.ts';

/** What the public may read of a decision, where it stands in the public lists, and its line there. */
export type Published = { number: string; register: string; registerOrder: string; summary: unknown; document: unknown };

/** The item of a decision as it stands. What is overdue already is due today, since yesterday is never looked at twice. */
const currentItem = (decision: Decision, today: LocalDate, reminders?: Council['reminders']): Item => {
  const due = nextDueOn(decision, reminders);
  return {
    ...keys.current(decision.id),
    state: packReadable(decisionSchema, decision),
    version: decision.version,
    statusKey: decision.status,
    updatedAt: decision.updatedAt,
    officerKey: decision.submittedBy.sub,
    ...(due === null ? {} : { dueOn: latest(due, today), dueOrder: decision.id }),
  };
};

// Beside the event and not in it: what is hashed is what happened, and not how we came to be told.
const beside = () => {
  const id = correlationId();
  return id === undefined ? {} : { correlationId: id };
};

/** The write of a new event: nothing stored is ever written over. */
export const eventWrite = (tableName: string, event: DecisionEvent): Write => ({
  Put: {
    TableName: tableName,
    Item: {
      ...keys.event(event.decisionId, event.sequence),
      event: packReadable(eventSchema, event),
      type: event.happening.type,
      at: event.at,
      ...beside(),
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** The write of a decision as it now stands: only over the version that was read. */
export const currentWrite = (
  tableName: string,
  decision: Decision,
  read: Decision | null,
  { today, reminders }: { today: LocalDate; reminders?: Council['reminders'] },
): Write => ({
  Put: {
    TableName: tableName,
    Item: currentItem(decision, today, reminders),
    ...(read === null
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :read', ExpressionAttributeValues: { ':read': read.version } }),
  },
});

/** The write of what the public may read: never over another decision's. */
export const publicationWrite = (
  tableName: string,
  { number, register, registerOrder, summary, document }: Published,
  decisionId: string,
): Write => ({
  Put: {
    TableName: tableName,
    Item: { ...keys.publication(number), decisionId, register, registerOrder, summary, document: pack(document, oftenRead) },
    ConditionExpression: 'attribute_not_exists(pk) OR decisionId = :id',
    ExpressionAttributeValues: { ':id': decisionId },
  },
});

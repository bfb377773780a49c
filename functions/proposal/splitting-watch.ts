import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Decision } from '../decision/decision.ts';
import { systemActor } from '../decision/system-actor.ts';
import type { Moment } from '../platform/store/decision-history.ts';
import type { Surroundings } from '../platform/deployed.ts';
import { keys } from '../platform/table/keys.ts';
import { queryAll, type Table } from '../platform/table/table.ts';
import { highestExpenditure } from '../rules/highest-total.ts';
import { addMonths, londonDate } from '../rules/local-date.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { type Kindred, sharedKeys, splittingOf } from './splitting.rules.ts';

const kindredSchema = z.object({
  id: z.string(),
  number: z.string(),
  subject: z.string(),
  submittedOn: z.iso.date(),
  expenditurePence: z.union([z.number(), z.literal('unbounded')]),
  isKey: z.boolean(),
});

const watched = new Set(['proposal-submitted', 'proposal-changed', 'proposal-corrected']);

const kindredOf = (decision: Decision): Kindred | null =>
  'submittedAt' in decision
    ? {
        id: decision.id,
        number: decision.number,
        subject: decision.content.subject,
        submittedOn: londonDate(decision.submittedAt),
        expenditurePence: highestExpenditure(decision.content),
        isKey: decision.keyDecision.isKey,
      }
    : null;

const remember = ({ client, tableName }: Table, what: string, kindred: Kindred) =>
  client.send(new PutCommand({ TableName: tableName, Item: { ...keys.shared(what, `${kindred.submittedOn}#${kindred.id}`), kindred } }));

const othersWith = async (table: Table, what: string, { id, submittedOn }: Kindred): Promise<Kindred[]> => {
  const { pk } = keys.shared(what, '');
  const items = await queryAll(table, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': pk, ':from': addMonths(submittedOn, -12), ':to': `${addMonths(submittedOn, 12)}~` },
    // Each of two submitted at once is remembered before it looks: one of them finds the other, and not neither.
    ConsistentRead: true,
  });
  return items.map(({ kindred }) => kindredSchema.parse(kindred)).filter((other) => other.id !== id);
};

/**
 * After a proposal was submitted or changed, looks for others of the twelve months around it that share its supplier, contract or subject
 * and pass the council's threshold with it, and points them out in its file. Reads only what is shared. Doing it again adds nothing.
 */
export const watchSplitting = async (
  { table, store, loadCouncil, now }: Surroundings,
  // As it stands now: an announcement that comes late, or again, must not bring back what it cost then.
  { event: { happening }, now: decision }: Moment,
): Promise<void> => {
  const kindred = watched.has(happening.type) ? kindredOf(decision) : null;
  if (!kindred) return;
  const council = await loadCouncil();
  for (const what of sharedKeys(decision.content)) {
    await remember(table, what, kindred);
    const splitting = splittingOf(
      decision.content,
      kindred.submittedOn,
      what,
      await othersWith(table, what, kindred),
      rulesInForce(council.keyRules, kindred.submittedOn),
    );
    if (splitting)
      await store.execute(decision.id, { type: 'point-out-splitting', splitting, by: systemActor }, { given: { now: now(), council } });
  }
};

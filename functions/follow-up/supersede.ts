import * as z from 'zod/mini';
import { systemActor } from '../decision/system-actor.ts';
import type { Moment } from '../platform/store/decision-history.ts';
import type { Surroundings } from '../platform/deployed.ts';
import { keys } from '../platform/table/keys.ts';
import { readItem } from '../platform/table/stored-item.ts';
import { getAll } from '../platform/table/table.ts';
import { takenEffect } from './takes-effect.ts';

const claimSchema = z.object({ decisionId: z.string() });

/**
 * Once a decision is in effect, says in the file of each that it replaces that it did. A number that is nobody's is passed over; done
 * again, it adds nothing.
 */
export const supersedeReplaced = async ({ table, store, loadCouncil, now }: Surroundings, moment: Moment): Promise<void> => {
  const decision = takenEffect(moment);
  if (!decision) return;
  const { replaces = [] } = decision.content;
  if (replaces.length === 0) return;
  const given = { now: now(), council: await loadCouncil() };
  for (const claim of await getAll(table, replaces.map(keys.number))) {
    if (!claim) continue;
    const { decisionId: replaced } = readItem(claim, claimSchema);
    await store.execute(
      replaced,
      { type: 'supersede-decision', number: decision.number, on: decision.record.effectiveFrom, by: systemActor },
      { given },
    );
  }
};

import { systemActor } from '../decision/system-actor.ts';
import type { Moment } from '../platform/store/decision-history.ts';
import type { Surroundings } from '../platform/deployed.ts';
import { keys } from '../platform/table/keys.ts';
import { numberHeldBy } from '../platform/store/numbers.ts';
import { getAll } from '../platform/table/table.ts';
import { takenEffect } from './takes-effect.ts';

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
  for (const item of await getAll(table, replaces.map(keys.number))) {
    const replaced = numberHeldBy(item);
    if (replaced === null) continue;
    await store.execute(
      replaced,
      { type: 'supersede-decision', number: decision.number, on: decision.record.effectiveFrom, by: systemActor },
      { given },
    );
  }
};

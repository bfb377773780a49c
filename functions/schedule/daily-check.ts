import type { Council } from '../council/council.schema.ts';
import { nextDueOn } from '../decision/due.ts';
import { systemActor } from '../decision/system-actor.ts';
import type { DecisionStore } from '../platform/store/decision-store.ts';
import { keys } from '../platform/table/keys.ts';
import { logger } from '../platform/log/logger.ts';
import type { Table } from '../platform/table/table.ts';
import { publishHeads } from '../proof/publish-heads.ts';
import { proofStore } from '../proof/proof-store.ts';
import { addDays, type Instant, type LocalDate, londonDate } from '../rules/local-date.ts';
import { checkDay, checkEach, daysToCheck, markDone } from './check-days.ts';

export type DailyCheck = {
  table: Table;
  store: DecisionStore;
  loadCouncil: () => Promise<Council>;
  now: () => Instant;
  digests?: () => Promise<string[]>;
};

const checkOne = async ({ store, loadCouncil, now }: DailyCheck, id: string): Promise<void> => {
  const given = { now: now(), council: await loadCouncil() };
  const executed = await store.execute(id, { type: 'run-daily-check', by: systemActor }, { given });
  if (!executed.ok) return logger.info('Nothing to check', { decisionId: id, rule: executed.refusal.rule });
  const today = londonDate(given.now);
  const due = nextDueOn(executed.decision, given.council.reminders);
  // Overdue, with nothing that could follow today: whoever or whatever it waits for, it is not to be forgotten.
  if (due !== null && due <= today) await store.lookAgain(id, executed.decision.version, addDays(today, 1));
};

/**
 * Looks at every decision that was due on the days since the last check, up to today in London. Doing a day again does
 * nothing again. Publishes the heads of the days gone by, and keeps the digests, which sends them; looks at whatever they find that has no
 * day of its own. Throws at the end when any decision failed; its day then stays to be done, and the rest is done.
 */
export const dailyCheck = async (check: DailyCheck): Promise<{ days: LocalDate[] }> => {
  const days = await daysToCheck(check.table, keys.dailyCheck, londonDate(check.now()));
  const each = { checkOne: (id: string) => checkOne(check, id), failing: (id: string) => `The daily check of decision ${id} failed` };
  let failures = 0;
  for (const day of days) {
    failures += await checkDay(day, { due: check.store.due, ...each });
    if (failures === 0) await markDone(check.table, keys.dailyCheck, day);
  }
  await publishHeads(proofStore(check.table), londonDate(check.now()));
  failures += await checkEach((await check.digests?.()) ?? [], each);
  if (failures > 0) throw new Error(`The daily check failed for ${failures} decisions`);
  return { days };
};

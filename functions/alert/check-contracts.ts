import { systemActor } from '../decision/system-actor.ts';
import { keys } from '../platform/table/keys.ts';
import { logger } from '../platform/log/logger.ts';
import type { Table } from '../platform/table/table.ts';
import { addDays, type LocalDate, londonDate } from '../rules/local-date.ts';
import { checkDay, daysToCheck, markDone } from '../schedule/check-days.ts';
import { alertsDue, type DueAlert, neverHeld, putOffOn } from './alerts-due.rules.ts';
import { anchorsOf } from './alert-anchors.rules.ts';
import { rungsOf } from './alert-ladder.rules.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { type ContractSurroundings, judgedNow } from '../contract/store/contract-deployed.ts';
import { type Judged, planGiven } from '../contract/store/contract-items.ts';
import type { Beside } from '../contract/store/contract-execution.ts';
import type { Raised } from './digest.schema.ts';
import { digestStore, raisedWrite } from './digest-store.ts';
import { digestsToKeep } from './telling.ts';

const dueNow = (contract: Contract, judged: Judged): DueAlert[] => {
  const given = planGiven(judged);
  return alertsDue(contract, anchorsOf(contract, given), given.on);
};

// An alert is worded by the contract as it was before: afterwards it counts as told.
const raisedBeside =
  (table: Table, judged: Judged): Beside =>
  ({ before, contract, events }) => {
    const alerts = before && events.some(({ happening }) => happening.type === 'alerts-raised') ? dueNow(before, judged) : [];
    return alerts.length === 0
      ? []
      : [raisedWrite(table, londonDate(judged.now), { contractId: contract.id, version: contract.version, alerts })];
  };

const checkOne = async ({ contracts, table }: ContractSurroundings, id: string, judged: Judged): Promise<void> => {
  const executed = await contracts.execute(
    id,
    { type: 'run-daily-check', by: systemActor },
    { given: judged, beside: raisedBeside(table, judged) },
  );
  if (!executed.ok) return logger.info('Nothing to check', { contractId: id, rule: executed.refusal.rule });
  // Nothing was stored, so the index still has today: it is to name the day on which there will be something.
  if (executed.events.length === 0) await contracts.project(executed.contract, judged, true);
};

// What happened to a contract since it was raised may have ended it, moved its dates, answered what was asked or put it off.
const soStill = (contract: Contract, { version, alerts }: Raised, judged: Judged): DueAlert[] => {
  if (contract.version === version) return alerts;
  const given = planGiven(judged);
  const rungs = new Set(rungsOf(contract, anchorsOf(contract, given), given.on).map(({ id }) => id));
  const isHeard = putOffOn(contract, given.on) ? neverHeld : () => true;
  return alerts.filter((alert) => rungs.has(alert.id) && isHeard(alert));
};

type Untold = { days: LocalDate[]; today: LocalDate; judged: Judged };

/**
 * Keeps what is to be told today of all that was raised on some days and is so still, which sends it. Done again, it keeps only what nobody
 * was told yet.
 */
const tell = async (around: ContractSurroundings, untold: Untold): Promise<number> => {
  const { days, today, judged } = untold;
  const store = digestStore(around.table);
  const ofAll = async <Found>(read: (day: LocalDate) => Promise<Found[]>) => (await Promise.all(days.map(read))).flat();
  const [raised, kept] = await Promise.all([ofAll(store.raised), ofAll(store.digests)]);
  if (raised.length === 0) return 0;
  const found = (await around.contracts.loadAll(raised.map(({ contractId }) => contractId))).filter((contract) => contract !== null);
  const contracts = new Map(found.map((contract) => [contract.id, contract]));
  const still = raised.flatMap((each) => {
    const contract = contracts.get(each.contractId);
    return contract ? [{ ...each, alerts: soStill(contract, each, judged) }] : [];
  });
  const digests = digestsToKeep(still, kept, { contracts, council: judged.council, day: today });
  let taken = 0;
  for (const digest of digests) taken += (await store.keep(digest)) ? 0 : 1;
  // A run beside this one has kept a digest of that name: what is not in it is still to be told.
  return taken > 0 ? digests.length - taken + (await tell(around, untold)) : digests.length;
};

/**
 * Looks at every contract that was due on the days since the last check, up to today in London, and tells each person once what is
 * due about theirs. It reads what is due and nothing else. A missed day is made good, a day done again says nothing again. Throws
 * at the end when any contract failed; its day then stays to be done, and the rest is done and told.
 */
export const checkContracts = async (around: ContractSurroundings): Promise<{ days: LocalDate[]; told: number }> => {
  const judged = await judgedNow(around);
  const today = londonDate(judged.now);
  const days = await daysToCheck(around.table, keys.contractCheck, today);
  let failures = 0;
  for (const day of days)
    failures += await checkDay(day, {
      due: around.contracts.due,
      checkOne: (id) => checkOne(around, id, judged),
      failing: (id) => `The check of contract ${id} failed`,
    });
  // And what was raised the day before: by a check that broke off, or told to an address that has bounced since.
  const told = await tell(around, { days: [addDays(days[0] ?? today, -1), ...days], today, judged });
  if (failures > 0) throw new Error(`The check failed for ${failures} contracts`);
  await markDone(around.table, keys.contractCheck, today);
  return { days, told };
};

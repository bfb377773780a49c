import type { Council } from '../../council/council.schema.ts';
import { correlationId } from '../../platform/log/correlation.ts';
import { keys } from '../../platform/table/keys.ts';
import { packReadable } from '../../platform/table/packed-json.ts';
import { type Item, readPacked, readState } from '../../platform/table/stored-item.ts';
import type { Write } from '../../platform/table/table.ts';
import { addDays, daysBetween, earliest, type Instant, latest, type LocalDate, londonDate } from '../../rules/local-date.ts';
import { anchorsOf } from '../../alert/alert-anchors.rules.ts';
import { isFollowed } from '../../alert/alert-ladder.rules.ts';
import { nextAlertOn } from '../../alert/alerts-due.rules.ts';
import { type Contract, contractSchema } from '../contract.schema.ts';
import { type ContractEvent, contractEventSchema } from '../contract-events.ts';
import { endOf } from '../contract-dates.rules.ts';
import { contractSettingsOf } from '../contract-settings.ts';
import { type PlanGiven, safeStartFor } from '../../procurement/next-path.rules.ts';
import { plainAddress } from '../../rules/alike.ts';
import { particularsOf } from '../particulars.rules.ts';

/** What a contract is judged by: the moment and the council as it is set. */
export type Judged = { now: Instant; council: Council };

/** As the rules about dates take it: the day in London and the settings of contracts. */
export const planGiven = ({ now, council }: Judged): PlanGiven => ({ on: londonDate(now), council, settings: contractSettingsOf(council) });

/** The partition of the due index that holds the contracts of a day; decisions have the days themselves. */
export const dueKey = (day: LocalDate): string => `CONTRACT#${day}`;

/** The lists of contracts: those that can still need something, and those that are over. */
export type ContractList = 'LIVE' | 'OVER';

const listOf = ({ status }: Contract): ContractList => (status === 'proposed' || status === 'registered' ? 'LIVE' : 'OVER');

/**
 * Where a contract stands in its list: by the last day to begin what follows, where that is still to be begun, or else by its end. Without
 * either it comes last.
 */
const neededBy = (contract: Contract, given: PlanGiven): LocalDate =>
  (isFollowed(contract, endOf(contract)) ? undefined : safeStartFor(contract, given)?.date) ??
  endOf(contract) ??
  (contract.status === 'proposed' ? contract.proposed.start : undefined) ??
  '9999-12-31';

/** How an owner's list is named: addresses are one whatever their capitals. */
export const ownerKey = (list: ContractList, email: string): string => `${list}#${plainAddress(email)}`;

// The times of stages, what is key and the bank holidays known change, or come into force, without anything happening to a contract.
const mostDaysUnseen = 31;

// Of a register brought in on one day each contract has a day of its own, by its id: looked at all at once, they outlast the check.
const nextLook = (id: string, on: LocalDate): LocalDate => {
  const its = [...id].reduce((total, letter) => total + letter.charCodeAt(0), daysBetween('1970-01-01', on));
  return addDays(on, mostDaysUnseen - (its % mostDaysUnseen));
};

/**
 * The day on which the index finds a contract: when it next has something to say, and within a month as long as it ever will. Never one
 * whose check has been, since nobody looks at it twice. Null leaves the index.
 */
const dueOn = (contract: Contract, given: PlanGiven, notBefore: LocalDate): LocalDate | null => {
  const next = nextAlertOn(contract, anchorsOf(contract, given));
  return next === null ? null : latest(earliest(next, nextLook(contract.id, given.on)), notBefore);
};

/** The item of a contract as it stands. `checked` when today's check has just looked at it: what is still due waits for tomorrow. */
export const contractItem = (contract: Contract, judged: Judged, checked: boolean): Item => {
  const given = planGiven(judged);
  const due = dueOn(contract, given, checked ? addDays(given.on, 1) : given.on);
  const list = listOf(contract);
  return {
    ...keys.contract(contract.id),
    state: packReadable(contractSchema, contract),
    version: contract.version,
    contractList: list,
    contractOwner: ownerKey(list, particularsOf(contract).owner.email),
    contractOrder: `${neededBy(contract, given)}#${contract.id}`,
    ...(due === null ? {} : { dueOn: dueKey(due), dueOrder: contract.id }),
  };
};

/** The contract of a CURRENT item; throws `StoredItemUnreadable` where it does not parse whole. */
export const readContract = (item: Item): Contract => readState(item, contractSchema);

/** The event of an EVENT item; throws `StoredItemUnreadable` where it does not parse. */
export const readContractEvent = (item: Item): ContractEvent => readPacked(item, 'event', contractEventSchema);

/** The write of a new event: nothing stored is ever written over. */
export const contractEventWrite = (TableName: string, event: ContractEvent): Write => ({
  Put: {
    TableName,
    Item: {
      ...keys.contractEvent(event.contractId, event.sequence),
      event: packReadable(contractEventSchema, event),
      type: event.happening.type,
      at: event.at,
      correlationId: correlationId(),
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** The write of a contract as it now stands: only over the version that was read, 0 for none. */
export const contractWrite = (TableName: string, item: Item, readVersion: number): Write => ({
  Put: {
    TableName,
    Item: item,
    ...(readVersion === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :read', ExpressionAttributeValues: { ':read': readVersion } }),
  },
});

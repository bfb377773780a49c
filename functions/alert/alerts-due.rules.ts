import { addDays, earliest, latest, type LocalDate, londonDate } from '../rules/local-date.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { endOf, optionsAhead } from '../contract/contract-dates.rules.ts';
import type { Anchors } from './alert-anchors.rules.ts';
import { rungsOf } from './alert-ladder.rules.ts';
import { type AlertFamily, atOnce, type Rung } from './rung.rules.ts';

/** An alert to send today, and the ids of those that it makes needless. */
export type DueAlert = Rung & { covers: string[] };

const notYet = (contract: Contract) => {
  const told = new Set(contract.alerted.map(({ id }) => id));
  return ({ id }: Rung): boolean => !told.has(id);
};

// Whoever put alerts off knew of none of these: each is told once, when it is found.
const found = new Set<AlertFamily>(['address', 'notice', 'gap', 'value']);
/** Whether no snooze holds an alert: nobody knew of it then. */
export const neverHeld = ({ family }: Pick<Rung, 'family'>): boolean => found.has(family);

/** The days past which nothing about a contract can wait: its end, and the last day to take up its next option. */
export const lastDaysOf = (contract: Contract): LocalDate[] =>
  [endOf(contract), contract.status === 'registered' ? optionsAhead(contract)[0]?.noticeBy : null].filter((date) => date != null);

/**
 * The day on which alerts that were put off come back; null when none are. Where the contract has been made to end sooner since, or its
 * option to be taken up sooner, that is the day.
 */
const heldUntil = (contract: Contract): LocalDate | null => {
  const { snooze, actedOn } = contract;
  return snooze && earliest(snooze.until, ...lastDaysOf(contract).filter((date) => actedOn === null || date >= actedOn));
};

/** The day still to come, on a London date, until which alerts are put off; null when none are. */
export const putOffOn = (contract: Contract, today: LocalDate): LocalDate | null => {
  const until = heldUntil(contract);
  return until !== null && until > today ? until : null;
};

// Past the end, a start that came too late and an option that is gone are no longer to be acted on: the end says it.
const speaksFor = (family: AlertFamily, past: boolean): AlertFamily =>
  past && (family === 'start' || family === 'option') ? 'end' : family;

/**
 * The alerts to send on a day: every rung reached and not yet told, one for each family and each notice, the latest. A missed day is made
 * good by the next; asked again on the same day once they are recorded, there are none. A snooze holds all but what nobody knew of then: a
 * notice that the law asks for, a gap, a value over what was approved, a bounced address.
 */
export const alertsDue = (contract: Contract, anchors: Anchors, today: LocalDate): DueAlert[] => {
  const reached = rungsOf(contract, anchors, today)
    .filter(({ date }) => date <= today)
    .filter(notYet(contract));
  const heard = putOffOn(contract, today) ? reached.filter(neverHeld) : reached;
  const past = anchors.end !== null && today > anchors.end;
  const families = Map.groupBy(heard, ({ id, code, family, anchor }) =>
    family === 'address' ? id : family === 'notice' ? `${code.split('-', 1)[0]}@${anchor}` : speaksFor(family, past),
  );
  return [...families.values()].flatMap((rungs) => {
    const last = rungs
      .filter(({ family }) => family === speaksFor(family, past))
      .reduce<Rung | null>((a, b) => (a === null || b.date >= a.date ? b : a), null);
    return last
      ? [{ ...last, date: last.date === atOnce ? today : last.date, covers: rungs.filter(({ id }) => id !== last.id).map(({ id }) => id) }]
      : [];
  });
};

/**
 * The next day on which a contract has an alert to send, which may be past; null when it has none for good. The due-date index holds this.
 */
export const nextAlertOn = (contract: Contract, anchors: Anchors): LocalDate | null => {
  const known = [anchors.end, ...contract.alerted.map(({ on }) => on)].filter((date) => date !== null);
  const horizon = known.length > 0 ? addDays(latest(...known), anchors.settings.lateEveryDays) : atOnce;
  const untold = rungsOf(contract, anchors, horizon).filter(notYet(contract));
  // What the end speaks for is said with the end, and never once that has said all that it says.
  const past = anchors.end !== null && londonDate(contract.updatedAt) > anchors.end;
  const endHasSpoken = !untold.some(({ family }) => family === 'end');
  const ahead = untold.filter(({ family }) => speaksFor(family, past || endHasSpoken) === family);
  if (ahead.length === 0) return null;
  const until = heldUntil(contract);
  return earliest(...ahead.map(({ date, family }) => (until && !neverHeld({ family }) && until > date ? until : date)));
};

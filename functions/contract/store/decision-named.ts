import type { Decision } from '../../decision/decision.ts';
import { refuse, type Refused } from '../../decision/refusal.ts';
import { numberHeldBy } from '../../platform/store/numbers.ts';
import { keys } from '../../platform/table/keys.ts';
import { getAll } from '../../platform/table/table.ts';
import type { BesideDecisions } from './contract-deployed.ts';

export type AmongDecisions = Pick<BesideDecisions, 'table' | 'store'>;

/** The decision of a number; null where there is none here. */
export const decisionOf = async ({ table, store }: AmongDecisions, number: string): Promise<Decision | null> => {
  const [item = null] = await getAll(table, [keys.number(number)]);
  const id = numberHeldBy(item);
  return id === null ? null : store.load(id);
};

/** That a decision will not be taken, in words; null where it may yet be, or was. */
export const notTaken = ({ number, status }: Decision): string | null =>
  status === 'withdrawn' || status === 'declined' ? `Decision ${number} will not be taken: it was ${status}.` : null;

/** Refuses what waits for, or rests on, a decision that will not be taken. Null where it may yet be, or was. */
export const notProceeding = (decision: Decision): Refused | null => {
  const words = notTaken(decision);
  return words === null ? null : refuse('decision-not-proceeding', 'Council contract procedure', words);
};

/**
 * Why a number cannot be named as the decision that lets a contract go on or cost more: it was never taken, or is not in effect, so that
 * it can still be called in. Null where it can, and where it is not a decision of this system.
 */
export const notInEffect = async (around: AmongDecisions, number: string | undefined): Promise<Refused | null> => {
  const decision = number === undefined ? null : await decisionOf(around, number);
  if (!decision || decision.status === 'effective') return null;
  return (
    notProceeding(decision) ??
    refuse(
      'decision-not-in-effect',
      'Local Government Act 2000, s 9F; Council constitution',
      `Decision ${number} is not in effect, and nothing is done on its strength before that.`,
    )
  );
};

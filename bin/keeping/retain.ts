import { TooMuchContention } from '../../functions/platform/table/conflict.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import type { LocalDate } from '../../functions/rules/local-date.ts';
import { verifyTable } from '../verify/verify-table.ts';
import type { Going } from './going.ts';
import { lastHold } from './held.ts';
import { carryOut } from './removing.ts';
import { type Plan, retentionPlan, type UnderHand } from './retention-plan.ts';
import { itemsOf } from './whole-table.ts';

/** Nothing is removed from a table that does not hold: what is wrong in it may be the only evidence of what was done to it. */
export class TableDoesNotHold extends Error {
  override readonly name = 'TableDoesNotHold';
}

/** All that may go from a table on a London date, and what stays although it is past its time; nothing is changed. */
export const planFor = async (table: Table, on: LocalDate, underHand?: UnderHand): Promise<Plan> =>
  retentionPlan(await itemsOf(table), on, underHand);

const mostTimes = 5;

// Judged anew, what has nothing to remove, such as a paper in the council's own store, is listed again, or no more where it is held by now.
const nameOf = ({ what, remove: [removed], blank: [blanked] }: Going): string => JSON.stringify([what, removed, blanked]);

const isOnlyListed = ({ begins, remove, blank }: Going): boolean => begins === undefined && remove.length === 0 && blank.length === 0;

const withoutListed = (gone: ReadonlyMap<string, Going>): Map<string, Going> =>
  new Map([...gone].filter(([, each]) => !isOnlyListed(each)));

// What was touched or held since it was judged can hold back something else, such as the record that a contract hangs on: everything is
// judged anew. The last hold is asked for before the table is read, so that one set meanwhile is either seen or stops the first write.
const carryOutAll = async (table: Table, on: LocalDate, underHand?: UnderHand): Promise<Going[]> => {
  let gone = new Map<string, Going>();
  for (let times = 0; times < mostTimes; times += 1) {
    const judged = { on, last: await lastHold(table) };
    const { going } = await planFor(table, on, underHand);
    let isTouched = false;
    gone = withoutListed(gone);
    for (const each of going) {
      isTouched = !(await carryOut(table, each, judged));
      if (isTouched) break;
      gone.set(nameOf(each), each);
    }
    if (!isTouched) return [...gone.values()];
  }
  throw new TooMuchContention(
    `The table was written to ${mostTimes} times while it was judged. ${gone.size} things were removed; run it again.`,
  );
};

/**
 * Removes what may go on a London date and answers what that was. What somebody touches or holds meanwhile is judged anew. Run again it
 * goes on where it broke off. Throws `TableDoesNotHold`, removing nothing, where `verify` finds a fault before; and where it finds one
 * after.
 */
export const retain = async (table: Table, on: LocalDate, underHand?: UnderHand): Promise<Going[]> => {
  const check = async (when: string) => {
    const { faults } = await verifyTable(table);
    if (faults.length > 0)
      throw new TableDoesNotHold(`The table does not hold. ${when}: ${faults.map(({ where, what }) => `${where}: ${what}`).join('; ')}`);
  };
  await check('Nothing was removed');
  const gone = await carryOutAll(table, on, underHand);
  await check('After removing');
  return gone;
};

import { pause } from '../platform/clock.ts';
import { backoff, isConflict, TooMuchContention } from '../platform/table/conflict.ts';
import type { Table } from '../platform/table/table.ts';
import { untilStored } from '../platform/table/until-done.ts';
import type { Instant } from '../rules/local-date.ts';
import { type Generation, planOf } from './index-plan.ts';
import { type Finished, finishIndexing, type Indexed, type Listed, readForIndex, writePostings } from './index-store.ts';
import { termsOf } from './terms.ts';

// Raised when words are read differently, so that indexing again writes what is indexed already.
const wordsVersion = 1;

const mostAttempts = 30;

const generationOf = ({ register, registerOrder, document }: Listed): Generation => ({
  register,
  registerOrder,
  terms: Object.fromEntries(termsOf(document)),
});

const headOf = ({ document }: Listed): string => `${wordsVersion} ${document.historyHead}`;

// Two decisions indexed at once want the same next number of a change: the later one takes the one after. The same one
// indexed by somebody else meanwhile is another matter, and is read again from the beginning.
const finish = async (table: Table, finished: Finished): Promise<void> => {
  let { changes } = finished;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const fault = await finishIndexing(table, { ...finished, changes }).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (fault === null) return;
    if (!isConflict(fault)) throw fault;
    await pause(backoff(attempt));
    const found = await readForIndex(table, finished.number);
    if (found?.indexed.turn !== finished.indexed.turn - 1) throw fault;
    ({ changes } = found);
  }
  throw new TooMuchContention(`The changes of ${finished.number} never got their number`);
};

const bring = async (
  table: Table,
  number: string,
  { listed, indexed, changes }: { listed: Listed; indexed: Indexed; changes: number },
  now: Instant,
): Promise<void> => {
  const wanted = generationOf(listed);
  const plan = planOf(indexed.held, indexed.isWhole, wanted);
  const turn = await writePostings(table, number, { indexed: { ...indexed, held: [...indexed.held, wanted] }, plan }, now);
  await finish(table, {
    number,
    changes,
    now,
    summary: listed.summary,
    indexed: { ...indexed, turn: turn + 1, isWhole: true, head: headOf(listed), held: [wanted] },
  });
};

/**
 * Brings the index to what is published of a decision now. Asked again, or after a run that broke off, it ends the same;
 * asked when nothing has changed it writes nothing. Made from the publication alone, so it knows no exempt word.
 */
export const indexPublication = (table: Table, number: string, now: () => Instant): Promise<void> =>
  untilStored(`The index of decision ${number}`, async () => {
    const found = await readForIndex(table, number);
    if (found && !(found.indexed.isWhole && found.indexed.head === headOf(found.listed))) await bring(table, number, found, now());
  });

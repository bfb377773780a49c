import { counted } from '../rules/counted.ts';
import { addDays, addMonths, daysBetween, inWordsWithDay, type LocalDate } from '../rules/local-date.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { optionsAhead } from '../contract/contract-dates.rules.ts';
import type { Anchors } from './alert-anchors.rules.ts';
import { type Rung, rung } from './rung.rules.ts';

const months = (count: number) => counted(count, 'month');

/** Up to the last day to begin what follows, on it, and once in so many days after it until the contract ends. */
export const startRungs = ({ settings, safeStart, end }: Anchors): Rung[] => {
  if (safeStart === null || end === null) return [];
  const day = inWordsWithDay(safeStart);
  const before = settings.beforeStartMonths.map((count) =>
    rung('start', `start-${count}m`, addMonths(safeStart, -count), safeStart, `A proposal for what follows must be submitted by ${day}.`),
  );
  // What is told on a day itself is in no tense: found late, it is told after it.
  const onIt = rung(
    'start',
    'start',
    safeStart,
    safeStart,
    `Last day on which a proposal for what follows can be submitted in time: ${day}.`,
  );
  const weeks = Math.max(0, Math.floor((daysBetween(safeStart, end) - 1) / settings.lateEveryDays));
  const late = Array.from({ length: weeks }, (_, week) =>
    rung(
      'start',
      `late-${week + 1}`,
      addDays(safeStart, (week + 1) * settings.lateEveryDays),
      safeStart,
      `Late: the last safe day to submit a proposal was ${day}. The contract ends on ${inWordsWithDay(end)}.`,
    ),
  );
  return [...before, onIt, ...late];
};

// By then its people have been told twelve times over, and the director once; an imported contract that ended years ago is not counted up
// week by week.
const weeksAfterExpiry = 12;

/** Up to the end of the contract, on it, and for a while after it, until somebody records what became of it. */
export const endRungs = ({ settings, end }: Anchors, horizon: LocalDate): Rung[] => {
  if (end === null) return [];
  const before = settings.beforeEndMonths.map((count) =>
    rung('end', `end-${count}m`, addMonths(end, -count), end, `The contract ends on ${inWordsWithDay(end)}.`),
  );
  const expiry = rung(
    'end',
    'expiry',
    end,
    end,
    `Last day of the contract, after which no option can be exercised: ${inWordsWithDay(end)}.`,
  );
  const weeks = Math.min(weeksAfterExpiry, Math.max(0, Math.floor(daysBetween(end, horizon) / settings.lateEveryDays)));
  const after = Array.from({ length: weeks }, (_, week) =>
    rung(
      'end',
      `expired-${week + 1}`,
      addDays(end, (week + 1) * settings.lateEveryDays),
      end,
      `The contract ended on ${inWordsWithDay(end)}. Record its end, or what has followed it.`,
    ),
  );
  return [...before, expiry, ...after];
};

/** Up to the last day to take up the next extension option. None once it is settled that the contract is to end. */
export const optionRungs = (contract: Contract, { settings }: Anchors): Rung[] => {
  if (contract.status !== 'registered' || contract.exit) return [];
  const next = optionsAhead(contract)[0];
  if (!next) return [];
  const by = inWordsWithDay(next.noticeBy);
  const before = settings.beforeOptionMonths.map((count) =>
    rung(
      'option',
      `option-${next.option}-${count}m`,
      addMonths(next.noticeBy, -count),
      next.noticeBy,
      `Extension option ${next.option}, of ${months(next.months)}, must be taken up by ${by}.`,
    ),
  );
  return [
    ...before,
    rung(
      'option',
      `option-${next.option}`,
      next.noticeBy,
      next.noticeBy,
      `Last day on which extension option ${next.option} can be taken up: ${by}.`,
    ),
  ];
};

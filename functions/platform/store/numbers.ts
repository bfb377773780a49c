import * as z from 'zod/mini';
import type { Command } from '../../decision/commands.ts';
import { invalid, refuse, type Refused } from '../../decision/refusal.ts';
import { type Instant, londonDate } from '../../rules/local-date.ts';
import { type Key, keys, yearOf } from '../table/keys.ts';
import { type Item, readItem } from '../table/stored-item.ts';
import type { Write } from '../table/table.ts';

const counterSchema = z.object({ last: z.int() });
const claimSchema = z.object({ decisionId: z.string() });
const numberPattern = /^(\d{2})\/(\d{5})$/;
const mostInAYear = 99_999;
// A number given by name moves the counter past itself, for good: the last of a year would leave no later proposal one of its own.
const mostByName = 90_000;

/** Which number a command may need: one wanted by name, or the next of a year. */
export type NumberWanted = { year: string; number: string | null };

/** A number ready to give; `last` is the counter as read, null before the year's first. */
export type NumberOffered = { number: string; year: string; last: number | null; counted: number; claimedBy: string | null };

/**
 * The number that a command may give: an import and the loader name theirs, a submission takes the next of the London year. Null when none.
 */
export const numberWanted = (command: Command, now: Instant, named?: string): NumberWanted | Refused | null => {
  const number = named ?? (command.type === 'import-decision' ? command.number : null);
  if (number !== null) {
    const [, year, counted] = numberPattern.exec(number) ?? [];
    if (Number(counted) > mostByName)
      return invalid([{ path: 'number', message: 'Check this number: it would leave its year too few to give' }]);
    return year ? { year, number } : invalid([{ path: 'number', message: 'Give the number as YY/NNNNN, such as 23/00022' }]);
  }
  return command.type === 'submit-proposal' ? { year: yearOf(londonDate(now)), number: null } : null;
};

/** The decision that has a number, by the item of that number; null where none has. */
export const numberHeldBy = (item: Item | null): string | null => item && readItem(item, claimSchema).decisionId;

/** What to read before a number can be offered. */
export const numberKeys = ({ year, number }: NumberWanted): Key[] => [keys.counter(year), ...(number ? [keys.number(number)] : [])];

/** The number on offer, from what was read for it. Throws when a year has no numbers left. */
export const offer = ({ year, number }: NumberWanted, [counter, claim = null]: (Item | null)[]): NumberOffered => {
  const last = counter ? readItem(counter, counterSchema).last : null;
  const next = (last ?? 0) + 1;
  if (next > mostInAYear && !number) throw new RangeError(`The year ${year} has no numbers left`);
  const counted = number ? Math.max(last ?? 0, Number(number.slice(3))) : next;
  return {
    number: number ?? `${year}/${String(next).padStart(5, '0')}`,
    year,
    last,
    counted,
    claimedBy: numberHeldBy(claim),
  };
};

/** Refuses a number that another decision has; null when it is free. */
export const taken = ({ number, claimedBy }: NumberOffered): Refused | null =>
  claimedBy === null
    ? null
    : refuse(
        'number-in-use',
        'Council records procedure',
        `The number ${number} belongs to another decision. A number is never used twice.`,
        { number },
      );

/**
 * The writes that give a number for good: the counter moves from exactly the value read, and the number is claimed.
 * A number given by name moves the counter past itself, so that no later decision can be given it again.
 */
export const numberWrites = (tableName: string, { number, year, last, counted }: NumberOffered, decisionId: string): Write[] => [
  {
    Put: {
      TableName: tableName,
      Item: { ...keys.counter(year), last: counted },
      ...(last === null
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#last = :last',
            ExpressionAttributeNames: { '#last': 'last' },
            ExpressionAttributeValues: { ':last': last },
          }),
    },
  },
  { Put: { TableName: tableName, Item: { ...keys.number(number), decisionId }, ConditionExpression: 'attribute_not_exists(pk)' } },
];

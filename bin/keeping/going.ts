import * as z from 'zod/mini';
import type { Ground } from '../../functions/keeping/retention.rules.ts';
import { contractIdOf, decisionIdOf, type Key } from '../../functions/platform/table/keys.ts';
import type { Item } from '../../functions/platform/table/stored-item.ts';
import type { LocalDate } from '../../functions/rules/local-date.ts';
import { type Belongings, goingKey, ofAContract, ofADecision } from './belongings.ts';
import type { Shelves } from './shelves.ts';

/**
 * The state by which something stands in the lists, at the version that was judged; and how the rest of it is found once the state is gone.
 */
export type Begins = { current: Key; version: number; named: Named };
type Named = { number?: string | undefined; reference?: string | undefined };

/**
 * One thing that may go: what it is, from when and why, which items are removed, which of them first and last, and which only lose an
 * address. `begins` where something goes whole; `number` where a record does.
 */
export type Going = Ground & {
  what: string;
  from?: LocalDate;
  remove: Key[];
  blank: Key[];
  first?: Key[];
  last?: Key[];
  begins?: Begins;
  number?: string;
};

/** Something that stays although its time is over, and why. */
export type Staying = { what: string; because: string[] };

const markSchema = z.object({
  goneOn: z.string(),
  rule: z.string(),
  source: z.string(),
  words: z.string(),
  what: z.string(),
  number: z.optional(z.string()),
  reference: z.optional(z.string()),
});

/** The mark that something is being removed: on whose word, and how the rest of it is found. */
export const markOf = (
  { rule, source, words, what }: Going,
  { number, reference }: Named,
  goneOn: LocalDate,
): z.infer<typeof markSchema> => ({ goneOn, rule, source, words, what, number, reference });

const restOf = (
  shelves: Shelves,
  { pk }: Item,
  { number = null, reference = '' }: { number?: string | null | undefined; reference?: string | undefined },
): Belongings => {
  // A contract entered again under the same reference has the same id, and is none of what was being removed.
  if (shelves.at({ pk, sk: 'CURRENT' }) !== null) return { first: [], remove: [], last: [goingKey(pk)] };
  const [decision, contract] = [decisionIdOf(pk), contractIdOf(pk)];
  if (decision !== null) return ofADecision(shelves, { id: decision, number });
  if (contract !== null) return ofAContract(shelves, { id: contract, reference });
  throw new Error(`${pk} is marked as being removed, and is neither a decision nor a contract`);
};

/** What is left of everything whose removal broke off, with the ground that it was begun on. */
export const leftovers = (shelves: Shelves): Going[] =>
  shelves.all
    .filter(({ sk }) => sk === 'GOING')
    .map((item) => {
      const mark = markSchema.parse(item);
      const { rule, source, words, what, goneOn } = mark;
      return {
        rule,
        source,
        words,
        from: goneOn,
        what: `what is left of ${what}, whose removal broke off`,
        blank: [],
        ...restOf(shelves, item, mark),
      };
    });

import type * as z from 'zod/mini';
import { digestSchema, raisedSchema } from '../../functions/alert/digest.schema.ts';
import { digestMayGo } from '../../functions/keeping/retention.rules.ts';
import { digestDayOf, keys } from '../../functions/platform/table/keys.ts';
import { packedSchema, unpack } from '../../functions/platform/table/packed-json.ts';
import type { Item } from '../../functions/platform/table/stored-item.ts';
import type { LocalDate } from '../../functions/rules/local-date.ts';
import type { Kept } from './decisions-kept.ts';
import type { Going, Staying } from './going.ts';
import { heldWords } from './held.ts';
import { keyOf, type Shelves } from './shelves.ts';

const dayOf = ({ pk }: Item): LocalDate | null => digestDayOf(pk.replace(keys.digest('', '').pk, 'digest-'));

const read = <T>(schema: z.ZodMiniType<T>, packed: unknown): T => schema.parse(unpack(packedSchema.parse(packed)));

const toldIn = (item: Item): string[] => {
  if (item.sk.startsWith(keys.prefixes.alerts)) return [read(raisedSchema, item.raised).contractId];
  return item.sk.startsWith(keys.prefixes.event) ? read(digestSchema, item.digest).items.map(({ contractId }) => contractId) : [];
};

const heldContracts = (shelves: Shelves, { contracts }: Kept): ReadonlyMap<string, string[]> =>
  new Map(
    contracts.flatMap(({ contract: { id, reference } }) => {
      const words = heldWords(shelves, keys.contract(id).pk, `contract ${reference}, that they tell of,`);
      return words.length === 0 ? [] : [[id, words] as const];
    }),
  );

/**
 * The alerts of every day that are past their time on a London date, with the emails that told them: those that may go, and those that stay
 * since they tell of a contract that is held.
 */
export const digestsGoing = (shelves: Shelves, kept: Kept, on: LocalDate): { going: Going[]; staying: Staying[] } => {
  const held = heldContracts(shelves, kept);
  const byDay = [...Map.groupBy(shelves.all, dayOf)].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1));
  const past = byDay.flatMap(([day, items]) => {
    const ground = day === null ? null : digestMayGo(day);
    if (!ground || ground.from > on) return [];
    const because = held.size === 0 ? [] : [...new Set(items.flatMap(toldIn))].flatMap((id) => held.get(id) ?? []);
    return [
      {
        ...ground,
        what: `the alerts about contracts of ${String(day)}, and the emails that told them`,
        remove: items.map(keyOf),
        blank: [],
        because,
      },
    ];
  });
  return {
    going: past.filter(({ because }) => because.length === 0).map(({ because: _, ...going }) => going),
    staying: past.filter(({ because }) => because.length > 0).map(({ what, because }) => ({ what, because })),
  };
};

/** The last day on which each contract was told of, of the days whose time is not over. */
export const lastTold = ({ all }: Shelves, on: LocalDate): ReadonlyMap<string, LocalDate> => {
  const told = all.flatMap((item) => {
    const day = dayOf(item);
    return day === null || digestMayGo(day).from <= on ? [] : toldIn(item).map((id) => [id, day] as const);
  });
  return new Map(told.toSorted(([, a], [, b]) => (a < b ? -1 : 1)));
};

import type * as z from 'zod/mini';
import { digestSchema, raisedSchema } from '../../functions/alert/digest.schema.ts';
import { type Bearing, staysFor } from '../../functions/keeping/contract-retention.rules.ts';
import { closedOn, digestMayGo } from '../../functions/keeping/retention.rules.ts';
import { digestDayOf, keys } from '../../functions/platform/keys.ts';
import { packedSchema, unpack } from '../../functions/platform/packed-json.ts';
import type { Item } from '../../functions/platform/stored-item.ts';
import type { LocalDate } from '../../functions/rules/local-date.ts';
import { ofAContract } from './belongings.ts';
import type { Kept, KeptContract } from './decisions-kept.ts';
import type { Going } from './going.ts';
import { keyOf, type Shelves } from './shelves.ts';
import { naming } from './stored-state.ts';

/** A contract that stays although nobody can sue on it any more, and why. */
export type Staying = { what: string; because: string[] };

const dayOf = ({ pk }: Item): LocalDate | null => digestDayOf(pk.replace(keys.digest('', '').pk, 'digest-'));

/** The alerts of every day that may go on a London date, with the emails that told them. */
export const digestsGoing = ({ all }: Shelves, on: LocalDate): Going[] =>
  [...Map.groupBy(all, dayOf)].flatMap(([day, items]) => {
    const ground = day === null ? null : digestMayGo(day);
    if (!ground || ground.from > on) return [];
    return [{ ...ground, what: `the alerts about contracts of ${String(day)}, and the emails that told them`, remove: items.map(keyOf), blank: [] }];
  });

const read = <T>(schema: z.ZodMiniType<T>, packed: unknown): T => schema.parse(unpack(packedSchema.parse(packed)));

const toldIn = (item: Item): string[] => {
  if (item.sk.startsWith(keys.prefixes.alerts)) return [read(raisedSchema, item.raised).contractId];
  return item.sk.startsWith(keys.prefixes.event) ? read(digestSchema, item.digest).items.map(({ contractId }) => contractId) : [];
};

/** The last day on which each contract was told of, of the days that stay. */
const lastTold = ({ all }: Shelves, on: LocalDate): ReadonlyMap<string, LocalDate> => {
  const told = all.flatMap((item) => {
    const day = dayOf(item);
    return day === null || digestMayGo(day).from <= on ? [] : toldIn(item).map((id) => [id, day] as const);
  });
  return new Map(told.toSorted(([, a], [, b]) => (a < b ? -1 : 1)));
};

const isLive = ({ contract }: KeptContract): boolean => contract.status === 'proposed' || contract.status === 'registered';

const titleOf = ({ contract }: KeptContract): string => ('terms' in contract ? contract.terms.title : contract.particulars.title);

/** The contracts that may go on a London date, and those past their time that stay. */
export const contractsGoing = (shelves: Shelves, { decisions, contracts }: Kept, on: LocalDate): { going: Going[]; staying: Staying[] } => {
  const [told, live] = [lastTold(shelves, on), contracts.filter(isLive)];
  const mayGo = new Map(decisions.map(({ decision, mayGo: ground }) => [decision.id, ground?.from ?? null]));
  const open = decisions.filter(({ decision, mayGo: ground }) => closedOn(decision) === null && (ground === null || ground.from > on)).map(({ decision }) => ({ decision, names: naming(decision) }));
  const bearing = ({ contract, hangsOn }: KeptContract): Bearing => ({
    records: hangsOn.map(({ id }) => mayGo.get(id) ?? null),
    proceedings: open.filter(({ names }) => names(contract)).map(({ decision: { id, number } }) => number ?? id),
    neighbours: live.filter(({ texts }) => texts.has(contract.id)).map((each) => each.contract.reference),
    lastTold: told.get(contract.id) ?? null,
  });
  const judged = contracts.flatMap((kept) => (kept.over && kept.over.from <= on ? [{ kept, ground: kept.over, because: staysFor(kept.contract, bearing(kept), on) }] : []));
  const nameOf = (kept: KeptContract): string => `contract ${kept.contract.reference}, ${titleOf(kept)}`;
  return {
    going: judged.filter(({ because }) => because.length === 0).map(({ kept, ground }) => {
      const { id, reference, version } = kept.contract;
      return { ...ground, what: nameOf(kept), blank: [], ...ofAContract(shelves, { id, reference }), begins: { current: keys.contract(id), version, named: { reference } } };
    }),
    staying: judged.filter(({ because }) => because.length > 0).map(({ kept, because }) => ({ what: nameOf(kept), because })),
  };
};

import { type Bearing, staysFor } from '../../functions/keeping/contract-retention.rules.ts';
import { endedUnrecorded } from '../../functions/keeping/unrecorded-end.rules.ts';
import { closedOn } from '../../functions/keeping/retention.rules.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import type { LocalDate } from '../../functions/rules/local-date.ts';
import { ofAContract } from './belongings.ts';
import type { Kept, KeptContract } from './decisions-kept.ts';
import { lastTold } from './digests-going.ts';
import type { Going, Staying } from './going.ts';
import type { Shelves } from './shelves.ts';
import { naming } from './stored-state.ts';
import { particularsOf } from '../../functions/contract/particulars.rules.ts';

/** A contract that ran out by its own terms, and stands in the register as if it ran. */
export type ToRecord = { what: string; endedOn: LocalDate };

const isLive = ({ contract }: KeptContract): boolean => contract.status === 'proposed' || contract.status === 'registered';

const nameOf = ({ contract }: KeptContract): string => `contract ${contract.reference}, ${particularsOf(contract).title}`;

/**
 * The contracts whose time by their own terms has been over for more than a year on a London date, that nobody recorded as ended: until
 * somebody does they are never judged.
 */
export const endsToRecord = ({ contracts }: Kept, on: LocalDate): ToRecord[] =>
  contracts.flatMap((kept) => {
    const endedOn = endedUnrecorded(kept.contract, on);
    return endedOn === null ? [] : [{ what: nameOf(kept), endedOn }];
  });

/** The contracts that may go on a London date, and those past their time that stay. */
export const contractsGoing = (shelves: Shelves, { decisions, contracts }: Kept, on: LocalDate): { going: Going[]; staying: Staying[] } => {
  const [told, live] = [lastTold(shelves, on), contracts.filter(isLive)];
  const mayGo = new Map(decisions.map(({ decision, mayGo: ground }) => [decision.id, ground?.from ?? null]));
  const open = decisions
    .filter(({ decision, mayGo: ground }) => closedOn(decision) === null && (ground === null || ground.from > on))
    .map(({ decision }) => ({ decision, names: naming(decision) }));
  const bearing = ({ contract, hangsOn }: KeptContract): Bearing => ({
    records: hangsOn.map(({ id }) => mayGo.get(id) ?? null),
    proceedings: open.filter(({ names }) => names(contract)).map(({ decision: { id, number } }) => number ?? id),
    neighbours: live.filter(({ texts }) => texts.has(contract.id)).map((each) => each.contract.reference),
    lastTold: told.get(contract.id) ?? null,
  });
  const judged = contracts.flatMap((kept) =>
    kept.over && kept.over.from <= on
      ? [{ kept, ground: kept.over, because: [...kept.held, ...staysFor(kept.contract, bearing(kept), on)] }]
      : [],
  );
  return {
    going: judged
      .filter(({ because }) => because.length === 0)
      .map(({ kept, ground }) => {
        const { id, reference, version } = kept.contract;
        return {
          ...ground,
          what: nameOf(kept),
          blank: [],
          ...ofAContract(shelves, { id, reference }),
          begins: { current: keys.contract(id), version, named: { reference } },
        };
      }),
    staying: judged.filter(({ because }) => because.length > 0).map(({ kept, because }) => ({ what: nameOf(kept), because })),
  };
};

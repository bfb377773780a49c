import type { Decision } from '../../functions/decision/decision.ts';
import { nextOf } from '../../functions/decision/next.ts';
import { decisions } from '../../seeds/decisions/index.ts';
import type { SeedDecision } from '../../seeds/decisions/seed-decision.ts';
import { kent } from '../../seeds/kent/council.ts';
import { plymouth } from '../../seeds/plymouth/council.ts';
import { retell, type Told } from '../../seeds/retell.ts';

/** The council that took a decision. */
export const councilOf = ({ council }: SeedDecision) => (council === 'kent' ? kent : plymouth);

const byItself = '23/00001';

const remembering = (): Told => {
  let decision: Decision | null = null;
  return {
    load: async () => decision,
    execute: async (id, command, { given, number = byItself }) => {
      const next = nextOf(id, decision, command, { ...given, number });
      if (!next.ok) return next;
      decision = next.decision;
      return { ...next, answered: null };
    },
  };
};

/** A decision as it stands at a moment, brought there through its whole history and kept in no table. */
export const toldUntil = async (seed: SeedDecision, until: string): Promise<Decision> => {
  const decision = await retell(remembering(), councilOf(seed), seed, until);
  if (!decision) throw new Error(`${seed.source} had not begun by ${until}`);
  return decision;
};

/** Every decision held, with the name that a test gives it. */
export const named = decisions.map((seed) => ({ seed, name: seed.number ?? seed.source }));

import { type CommandOf, happened, type Outcome } from '../decision/commands.ts';
import type { In } from '../decision/decision.ts';
import type { Draft } from '../proposal/proposal.schema.ts';
import type { Fault } from '../rules/fault.ts';

/**
 * The faults of the decisions that a proposal says it takes the place of: each must be one that was taken here and still stands.
 * `standing` is what was found of them, in the register and nowhere else.
 */
export const replacementFaults = ({ replaces = [] }: Draft, standing: readonly string[] = []): Fault[] =>
  replaces.flatMap((number, index) => {
    const path = `replaces.${index}`;
    if (replaces.indexOf(number) < index) return [{ path, message: `${number} is named twice` }];
    return standing.includes(number) ? [] : [{ path, message: `There is no decision ${number} here that was taken and still stands` }];
  });

/**
 * A later decision that took effect took the place of this one, which stays as it was taken. Said twice, by a second successor, or of a
 * decision that was taken after the other took effect, it adds nothing: what was decided later cannot have been ended earlier.
 */
export const supersedeDecision = (
  decision: In<'decided' | 'called-in' | 'effective'>,
  { number, on }: CommandOf<'supersede-decision'>,
): Outcome =>
  decision.superseded || decision.number === number || on < decision.determination.decidedOn
    ? happened()
    : happened({ type: 'decision-superseded', number, on });

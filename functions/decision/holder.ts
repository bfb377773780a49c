import { isSameAddress, plainAddress } from '../rules/alike.ts';
import type { Command } from './commands.ts';
import type { Decision, Officer } from './decision.ts';

/**
 * By what an officer's proposals are known to be theirs: their sign-in, and its address where a clerk handed one over to them, who knows no
 * more of anybody's sign-in.
 */
export const knownAs = (signIn: string, address = ''): string[] =>
  [...new Set([signIn, plainAddress(address)])].filter((each) => each !== '');

/** Whether whoever acts is this officer. */
export const isHolder = ({ sub }: Officer, { by, address }: Pick<Command, 'by' | 'address'>): boolean =>
  knownAs(by.id, address).includes(sub);

// Whoever wrote it does not clear or decide it for having handed it over.
const holdersEver = ({ submittedBy, heldBefore = [] }: Pick<Decision, 'submittedBy' | 'heldBefore'>): Officer[] => [
  submittedBy,
  ...heldBefore,
];

/** Whether whoever acts under their own name, and not by somebody's link, acts on what is or was their own. */
export const actsOnOwn = (decision: Decision, { by, address = '' }: Pick<Command, 'by' | 'address'>): boolean =>
  by.link === undefined && (isOrWasTheirs(decision, address) || holdersEver(decision).some(({ sub }) => sub === by.id));

/** Whether a proposal is or was that of somebody at this address. */
export const isOrWasTheirs = (decision: Pick<Decision, 'submittedBy' | 'heldBefore'>, email: string): boolean =>
  holdersEver(decision).some((officer) => isSameAddress(officer.email, email));

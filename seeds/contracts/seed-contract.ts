import type { ContractCommand } from '../../functions/contract/contract-commands.ts';
import type { Actor } from '../../functions/decision/events.ts';
import type { Instant } from '../../functions/rules/local-date.ts';

type Unsigned = ContractCommand extends infer C ? (C extends ContractCommand ? Omit<C, 'by'> : never) : never;

/** One thing done to a contract, oldest first; each stands for one command. */
export type ContractAct = {
  /** ISO 8601, UTC. */
  at: Instant;
  contract: string;
  command: Unsigned;
  /** True where no source gives the date, or gives the date and not the act. */
  assumed?: true;
  note?: string;
};

/** A family of real contracts: the council whose they are, where they are written of, and what was done to them. */
export type SeedContracts = { council: 'kent' | 'plymouth'; source: string; acts: ContractAct[] };

/** Whoever keeps the register. */
export const registrar: Actor = { kind: 'contracts', id: 'contracts-register', name: 'The contracts register', capacity: 'Contracts' };

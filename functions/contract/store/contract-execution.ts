import type { Refused } from '../../decision/refusal.ts';
import type { Answering, SavedAnswer } from '../../platform/store/saved-answer.ts';
import type { Write } from '../../platform/table/table.ts';
import type { Contract } from '../contract.schema.ts';
import type { ContractEvent } from '../contract-events.ts';
import type { Judged } from './contract-items.ts';

/** Something to store in the same write as the events, such as what is to be told of them. */
export type Beside = (moved: { before: Contract | null; contract: Contract; events: ContractEvent[] }) => Write[];

/** How to execute: what to judge by, the version last seen, the idempotency key, what to store beside. */
export type ContractExecution = { given: Judged; expect?: number | undefined; answer?: Answering | undefined; beside?: Beside | undefined };

/** The contract after a command and the events stored, or what the same request was answered before; or why not. */
export type ContractExecuted = { ok: true; contract: Contract; events: ContractEvent[]; answered: SavedAnswer | null } | Refused;

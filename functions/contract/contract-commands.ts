import type { Council } from '../council/council.schema.ts';
import type { Actor } from '../decision/events.ts';
import type { Refused } from '../decision/refusal.ts';
import type { Instant, LocalDate } from '../rules/local-date.ts';
import type { ContractIn } from './contract.schema.ts';
import type { NotedDecision, Particulars, ProposedTerms, SuccessorLink } from './contract-noted.schema.ts';
import type { Terms } from './contract-terms.schema.ts';
import type { ContractHappening } from './contract-events.ts';
import type { ContractSettings } from './contract-settings.schema.ts';

type Named = { reference: string; ocid: string };

/** What somebody can ask of a contract. `reference` and `ocid` are given by whoever keeps the register. */
export type ContractCommand = { by: Actor } & (
  | ({ type: 'propose-contract'; particulars: Particulars; proposed: ProposedTerms; decision: NotedDecision } & Named)
  | ({ type: 'register-contract'; terms: Terms } & Named)
  | { type: 'amend-contract'; terms: Terms; words: string; decision?: string | undefined }
  | {
      type: 'note-decision';
      decision: NotedDecision;
      proposed?: ProposedTerms | undefined;
      approvedPence?: number | undefined;
      /** The numbers of the decisions whose place this one takes. */
      inPlaceOf?: string[] | undefined;
    }
  /** `isSeen`: whoever sends it knows which options were taken up before. */
  | {
      type: 'exercise-option';
      on: LocalDate;
      decision?: string | undefined;
      approvedPence?: number | undefined;
      late?: string | undefined;
      isSeen?: boolean;
    }
  | { type: 'record-value'; toDatePence: number; on: LocalDate }
  | { type: 'link-successor'; successor: SuccessorLink }
  | { type: 'unlink-successor'; id: string }
  | { type: 'plan-exit'; how: 'lapse' | 'bring-in-house'; decision?: string | undefined; words: string }
  | { type: 'record-notice'; notice: string; publishedOn: LocalDate; reference?: string | undefined }
  | { type: 'acknowledge-alert'; alert: string; words: string }
  | { type: 'snooze-alerts'; until: LocalDate; words: string }
  | { type: 'take-decision-in-hand'; number: string }
  /** With a number, that decision and no other. */
  | { type: 'give-up-decision-in-hand'; words: string; number?: string }
  | { type: 'mark-contact-undeliverable'; email: string }
  | { type: 'run-daily-check' }
  | { type: 'end-contract'; on: LocalDate; how: ContractIn<'ended'>['ended']['how']; words: string }
  | { type: 'close-contract'; words: string }
);

export type ContractCommandType = ContractCommand['type'];
export type ContractCommandOf<T extends ContractCommandType> = Extract<ContractCommand, { type: T }>;

/** A command for one contract, existing or new. */
export type ContractTask = { contractId: string; command: ContractCommand };

/** What a contract is judged by besides itself. */
export type ContractGiven = { now: Instant; council: Council; settings: ContractSettings };

/** What happened, in order; or why not. */
export type ContractOutcome = { ok: true; happenings: ContractHappening[] } | Refused;

/** The outcome in which these things happened; none is lawful, when there is nothing new to say. */
export const contractHappened = (...happenings: ContractHappening[]): ContractOutcome => ({ ok: true, happenings });

import type { Council } from '../council/council.schema.ts';
import type { Draft, Proposal } from '../proposal/proposal.schema.ts';
import type { Instant, LocalDate } from '../rules/local-date.ts';
import type { Route } from '../rules/timetable.ts';
import type { CallIn, Decision, Interest, Meeting, Officer, Splitting } from './decision.ts';
import type { Actor, Happening } from './events.ts';
import type { Refused } from './refusal.ts';

type Answer = { stepId: string; issue: number; words: string };

/**
 * What somebody can ask of a decision. Each is an imperative; what then happened is an event. `address` is that of whoever signed in, where
 * they did.
 */
export type Command = { by: Actor; address?: string | undefined } & (
  | { type: 'draft-proposal'; content: Draft; submittedBy: Officer; standing?: readonly string[] }
  | { type: 'amend-proposal'; content: Draft; standing?: readonly string[] }
  | { type: 'submit-proposal' }
  | ({ type: 'give-clearance'; response: 'approve' | 'return' | 'decline' } & Answer)
  | { type: 'publish-notice'; route: Route; reason?: string | undefined; agreementFrom?: string | undefined }
  | ({ type: 'give-agreement'; response: 'agree' | 'refuse' } & Answer)
  | ({
      type: 'answer-consultation';
      response: 'support' | 'object' | 'comment' | 'amend';
      interest?: Interest | undefined;
    } & Answer)
  | {
      type: 'record-committee-outcome';
      committee: string;
      date: LocalDate;
      outcome: 'endorsed' | 'amended' | 'not-endorsed' | 'noted';
      proposedDecision?: string[] | undefined;
      words: string;
    }
  | ({
      type: 'determine';
      response: 'approve' | 'return' | 'decline';
      interest: Interest;
      fingerprint?: string | undefined;
      signedOn?: LocalDate | undefined;
    } & Answer)
  | { type: 'record-meeting'; meeting: Meeting }
  | { type: 'withdraw-proposal'; words: string }
  | { type: 'defer-proposal'; words: string; until: LocalDate | null }
  | { type: 'resume-proposal' }
  | { type: 'hand-over-proposal'; to: { name: string; email: string }; words: string }
  | { type: 'call-in-decision'; requestedBy: CallIn['requestedBy']; grounds: string[]; words: string; byCommittee?: boolean | undefined }
  | { type: 'validate-call-in'; valid: boolean; words: string }
  | { type: 'conclude-call-in'; outcome: 'no-comment' | 'comments' | 'reconsider' | 'refer-to-council'; words: string }
  | {
      type: 'reconsider-decision';
      outcome: 'confirmed' | 'changed';
      proposedDecision?: string[] | undefined;
      words: string;
      decidedOn?: LocalDate | undefined;
    }
  | { type: 'challenge-key-status'; words: string; reportBy?: LocalDate | undefined }
  | { type: 'report-key-status'; words: string }
  | { type: 'supersede-decision'; number: string; on: LocalDate }
  | { type: 'ask-call-in-waiver'; words: string }
  | { type: 'ask-private-meeting-consent'; words: string; agreementFrom?: string | undefined }
  | { type: 'publish-private-meeting-notice'; representations: string; response: string }
  | {
      type: 'record-answer';
      stepId: string;
      response: string;
      words: string;
      evidence: string;
      interest?: Interest | undefined;
      signedOn?: LocalDate | undefined;
    }
  | { type: 'point-out-splitting'; splitting: Splitting }
  | { type: 'reissue-link'; stepId: string; lifting?: string | undefined; keepsLink?: true }
  | { type: 'delegate-step'; stepId: string; to: string | { name: string; email: string }; scheme: string }
  | { type: 'mark-undeliverable'; stepId: string; ofIssue?: number | undefined; words: string }
  | { type: 'mark-notice-undeliverable'; name: string; email: string; words: string }
  | { type: 'record-written-notice'; name: string; givenOn: LocalDate; words: string }
  | { type: 'run-daily-check' }
  | {
      type: 'import-decision';
      content: Proposal;
      submittedBy: Officer;
      number: string;
      noticePublishedOn: LocalDate;
      decidedOn: LocalDate;
      keyStatus: 'key' | 'not-key' | 'unknown';
      interest: string;
    }
);

export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/**
 * What a decision is judged by besides itself: the moment, the council's settings, a number ready to give, and the steps that would be said
 * to have had no answer although no email of theirs arrived.
 */
export type Given = { now: Instant; council: Council; number?: string; unreached?: readonly string[] };

/** What happened, in order; or why not. */
export type Outcome = { ok: true; happenings: Happening[] } | Refused;

/** A stage's rule for one command: pure, total, never throwing for a "no" that the law foresees. */
export type Rule<T extends CommandType, D extends Decision | null = Decision> = (
  decision: D,
  command: CommandOf<T>,
  given: Given,
) => Outcome;

/** The outcome in which these things happened. */
export const happened = (...happenings: Happening[]): Outcome => ({ ok: true, happenings });

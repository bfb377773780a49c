import type { CommitteeOutcome, Officer } from '../../functions/decision/decision.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';

/** A figure, date, name or statute as it is printed, and the line of the published original that has it. */
export type Fact = { text: string; line: number };

type When = {
  /** ISO 8601, UTC. */
  at: string;
  /** True where no source gives the date, or gives the date and not the act. */
  assumed?: true;
  note?: string;
};

type Interest = { name: string; interest: 'none' | 'declared'; detail?: string; dispensation?: string };

type Meeting = {
  date: string;
  /** Posts, whose holders on the day were there. */
  present: string[];
  introducedBy: string;
  points: string[];
  conditions: { resolution: number; words: string }[];
};

/** One thing that happened to a decision, oldest first in a history; each stands for one command. */
export type Act = When &
  (
    | { act: 'draft'; by: Officer }
    | { act: 'submit' }
    | { act: 'approve-clearance'; post: string; words: string }
    | { act: 'publish-notice'; route: 'ordinary' }
    | ({ act: 'record-committee-outcome' } & Omit<CommitteeOutcome, 'before'>)
    | { act: 'decide'; post: string; interests: Interest[]; words: string; meeting?: Meeting }
    | { act: 'publish-record' }
    | { act: 'call-in'; requestedBy: { name: string; group: string }[]; grounds: string[]; words: string }
    | { act: 'validate-call-in'; words: string }
    | { act: 'conclude-call-in'; outcome: 'no-comment' | 'comments' | 'reconsider' | 'refer-to-council'; words: string }
    | { act: 'reconsider'; outcome: 'confirmed' | 'changed'; words: string }
    | { act: 'take-effect' }
  );

/** A real decision, retold: what was proposed, what a reader must find printed, and what happened when. */
export type SeedDecision = {
  council: 'kent' | 'plymouth';
  /** As the council numbered it; null where it gave no number. */
  number: string | null;
  source: string;
  proposal: Proposal;
  facts: Fact[];
  history: Act[];
};

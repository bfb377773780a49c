import { callInDecision, concludeCallIn, reconsiderDecision, validateCallIn } from '../call-in/call-in.rules.ts';
import { askWaiver } from '../call-in/waiver.rules.ts';
import { challengeKeyStatus, reportKeyStatus } from '../call-in/key-challenge.rules.ts';
import { giveClearance } from '../clearance/clearance.rules.ts';
import { recordCommitteeOutcome } from '../consultation/committee.rules.ts';
import { answerConsultation } from '../consultation/consultation.rules.ts';
import { determine } from '../determination/determination.rules.ts';
import { recordMeeting } from '../determination/meeting.rules.ts';
import { recordAnswer } from '../link/recorded-answer.rules.ts';
import { delegateStep, markUndeliverable, reissueLink } from '../link/step.rules.ts';
import { markNoticeUndeliverable, recordWrittenNotice } from '../notice/exception-told.rules.ts';
import { giveAgreement } from '../notice/agreement.rules.ts';
import { publishNotice } from '../notice/notice.rules.ts';
import { askConsent, publishSecondNotice } from '../notice/private-meeting.rules.ts';
import { handOverProposal } from '../proposal/handing-over.rules.ts';
import { importDecision } from '../proposal/import.rules.ts';
import { amendSubmitted } from '../proposal/material-change.rules.ts';
import { draftProposal, replaceDraft, submitProposal } from '../proposal/proposal.rules.ts';
import { pointOutSplitting } from '../proposal/splitting.rules.ts';
import { deferProposal, resumeProposal, withdrawProposal } from '../proposal/withdrawal.rules.ts';
import { supersedeDecision } from '../record/superseding.rules.ts';
import { type Command, type CommandType, type Given, happened, type Outcome } from './commands.ts';
import { nextConsequence } from './consequences.ts';
import type { Decision, In } from './decision.ts';
import type { Happening } from './events.ts';
import { apply } from './evolve.ts';
import { longHistory } from './long-history.ts';
import { notHeard } from './not-heard.ts';
import { refuse } from './refusal.ts';
import { isHeard, type transitions } from './transitions.ts';
import { withinCover } from './within-cover.ts';

/** The statuses in which the transition table hears a command: what its rule is given. */
type Hearing<T extends CommandType> = {
  [S in keyof typeof transitions]: T extends keyof (typeof transitions)[S] ? S : never;
}[keyof typeof transitions];
type Existing = Exclude<CommandType, 'draft-proposal' | 'import-decision'>;
type Rules = { [T in Existing]: (decision: In<Hearing<T>>, command: Extract<Command, { type: T }>, given: Given) => Outcome };

const rules: Rules = {
  'amend-proposal': (decision, command, given) =>
    decision.status === 'draft' ? replaceDraft(decision, command, given) : amendSubmitted(decision, command, given),
  'submit-proposal': submitProposal,
  'give-clearance': giveClearance,
  'publish-notice': publishNotice,
  'give-agreement': giveAgreement,
  'answer-consultation': answerConsultation,
  'record-committee-outcome': recordCommitteeOutcome,
  determine,
  'record-meeting': recordMeeting,
  'withdraw-proposal': withdrawProposal,
  'defer-proposal': deferProposal,
  'resume-proposal': resumeProposal,
  'hand-over-proposal': handOverProposal,
  'call-in-decision': callInDecision,
  'validate-call-in': validateCallIn,
  'conclude-call-in': concludeCallIn,
  'reconsider-decision': reconsiderDecision,
  'challenge-key-status': challengeKeyStatus,
  'report-key-status': reportKeyStatus,
  'supersede-decision': supersedeDecision,
  'ask-call-in-waiver': askWaiver,
  'ask-private-meeting-consent': askConsent,
  'publish-private-meeting-notice': publishSecondNotice,
  'record-answer': (decision, command, given) => recordAnswer(decision, command, given, judge),
  'point-out-splitting': pointOutSplitting,
  'reissue-link': reissueLink,
  'delegate-step': delegateStep,
  'mark-undeliverable': markUndeliverable,
  'mark-notice-undeliverable': markNoticeUndeliverable,
  'record-written-notice': recordWrittenNotice,
  'run-daily-check': () => happened(),
};

const begin = (command: Command, given: Given): Outcome => {
  if (command.type === 'draft-proposal') return draftProposal(null, command, given);
  if (command.type === 'import-decision') return importDecision(null, command, given);
  return refuse('no-such-decision', 'API', 'There is no such proposal.');
};

const judge = (decision: Decision, command: Command, given: Given): Outcome => {
  if (command.type === 'draft-proposal' || command.type === 'import-decision')
    return refuse('already-exists', 'API', 'This proposal exists already.');
  if (!isHeard(decision.status, command.type)) return notHeard(decision, command, given);
  const long = longHistory(decision, command);
  if (long) return long;
  const rule = rules[command.type] as (decision: Decision, command: Command, given: Given) => Outcome;
  return rule(decision, command, given);
};

const withConsequences = (decision: Decision | null, happenings: Happening[], given: Given): Happening[] => {
  const when = { at: given.now, by: '' };
  const all = [...happenings];
  const asking = happenings.flatMap((it) => (it.type === 'link-reissued' || it.type === 'step-delegated' ? [it.stepId] : []));
  let now = happenings.reduce<Decision | null>((was, happening) => apply(was, happening, when, ''), decision);
  for (let next = now && nextConsequence(now, given, asking); now && next; next = nextConsequence(now, given, asking)) {
    all.push(next);
    now = apply(now, next, when, '');
  }
  return all;
};

/**
 * What a command does to a decision at a moment: the events that then happened, with all that follows from them, or a refusal
 * naming the rule, its source and what would change the answer. Pure and total; a day beyond the bank holidays known is refused.
 */
export const decide = (decision: Decision | null, command: Command, given: Given): Outcome =>
  withinCover((): Outcome => {
    const outcome = decision === null ? begin(command, given) : judge(decision, command, given);
    return outcome.ok ? happened(...withConsequences(decision, outcome.happenings, given)) : outcome;
  });

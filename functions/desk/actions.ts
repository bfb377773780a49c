import type { CouncilResponse } from '../council/council-response.schema.ts';
import type { CommandType } from '../decision/commands.ts';
import { isHeard } from '../decision/transitions.ts';
import type { Role } from '../platform/caller.ts';
import * as forms from './action-fields.ts';
import type { Proposal } from './desk-api.ts';
import type { Field } from './field.ts';
import type { Session } from './session.ts';

type Who = Session['who'];

/** Something that may be done to a proposal by one form: a page of the desk, a command of the API. */
export type Action = {
  name: string;
  title: string;
  button: string;
  /** What it does, in a sentence or two. */
  does: string;
  done: string;
  command: CommandType;
  /** Only the officer whose proposal it is may do it as an officer. */
  roles: readonly Role[];
  when?: (proposal: Proposal, council: CouncilResponse) => boolean;
  /** `step` is the person asked, where the action is about one. */
  fields: (council: CouncilResponse, proposal: Proposal, step: Proposal['steps'][number] | null) => Field[];
  /** What the form begins with. */
  from?: (proposal: Proposal) => object;
  /** What is sent, where not all that the form holds. */
  sends?: (value: Record<string, unknown>, proposal: Proposal) => Record<string, unknown>;
  grave?: boolean;
};

const none = (): Field[] => [];
const wording = ({ proposedDecision = [] }: Proposal) => ({ proposedDecision });

// A form that shows the wording sends it back; unchanged, it is no new wording.
const onlyIfChanged = (changes: string) => (value: Record<string, unknown>, proposal: Proposal): Record<string, unknown> => {
  const { proposedDecision, ...rest } = value;
  const same = JSON.stringify(proposedDecision) === JSON.stringify(proposal.proposedDecision ?? []);
  return value.outcome !== changes && same ? rest : value;
};

const asked = ({ callIn }: Proposal): boolean => callIn?.outcome === 'reconsider' || callIn?.outcome === 'refer-to-council';
const isBody = ({ decisionMaker }: Proposal, { posts }: CouncilResponse): boolean => posts.some(({ id, kind }) => id === decisionMaker && kind === 'body');

const asksFor = (purpose: string) => ({ steps }: Proposal): boolean => steps.some((step) => step.purpose === purpose && step.state !== 'void');
const meetsInPrivate = ({ notice }: Proposal): boolean => notice?.privateMeeting !== undefined;

const preparing: Action[] = [
  { name: 'submit', title: 'Submit for clearance', button: 'Submit', does: 'It is given its number, and finance, legal and the lead director are each emailed a link to clear it.', done: 'Submitted. Everyone who must clear it has been emailed.', command: 'submit-proposal', roles: ['officer'], fields: none },
  { name: 'notice', title: 'Publish the notice', button: 'Publish', does: 'The notice goes on the public list at once, and consultees, the scrutiny chair and the members affected are emailed.', done: 'The notice is published.', command: 'publish-notice', roles: ['clerk'], fields: forms.noticeFields },
  { name: 'private-meeting-notice', title: 'Publish the second notice of the private meeting', button: 'Publish', does: 'It is published at once, and the meeting can be held five clear working days later (regulation 5).', done: 'The second notice is published.', command: 'publish-private-meeting-notice', roles: ['clerk'], when: (proposal) => meetsInPrivate(proposal) && !proposal.notice?.privateMeeting?.second, fields: forms.secondNoticeFields },
  { name: 'private-meeting-consent', title: 'Ask for agreement to meet in private sooner', button: 'Ask', does: 'The scrutiny chair, or else the council’s chair or vice-chair, is emailed a link (regulation 5).', done: 'The chair has been asked.', command: 'ask-private-meeting-consent', roles: ['clerk'], when: (proposal) => meetsInPrivate(proposal) && !asksFor('private-meeting')(proposal), fields: forms.consentFields },
  { name: 'call-in-waiver', title: 'Ask for call-in to be waived', button: 'Ask', does: 'The scrutiny chair, or else the council’s chair or vice-chair, is emailed a link. Without a yes before the decision, call-in runs.', done: 'The chair has been asked.', command: 'ask-call-in-waiver', roles: ['clerk'], when: (proposal) => !asksFor('call-in-waiver')(proposal), fields: forms.consentFields },
  { name: 'committee-outcome', title: 'Record a committee’s outcome', button: 'Record', does: 'It is put before the decision maker. New wording takes the place of the officer’s, which is kept beside it.', done: 'The committee’s outcome is recorded.', command: 'record-committee-outcome', roles: ['clerk'], fields: forms.committeeFields, from: ({ cabinetCommittee, ...proposal }) => ({ ...wording(proposal as Proposal), committee: cabinetCommittee?.name, date: cabinetCommittee?.date }), sends: onlyIfChanged('amended') },
  { name: 'determination', title: 'Record the meeting', button: 'Record', does: 'The chair is then emailed a link to sign the record.', done: 'The meeting is recorded.', command: 'record-meeting', roles: ['clerk'], when: isBody, fields: forms.meetingFields, from: () => ({ points: [], conditions: [] }) },
];

const afterwards: Action[] = [
  { name: 'call-in', title: 'Call it in', button: 'Call in', does: 'The decision is held from this moment until scrutiny’s outcome. It can be called in once only.', done: 'The decision is called in and held.', command: 'call-in-decision', roles: ['clerk', 'scrutiny'], fields: forms.callInFields, sends: ({ byCommittee, ...value }) => (byCommittee ? { ...value, byCommittee } : value) },
  { name: 'call-in-validation', title: 'Judge the call-in', button: 'Record', does: 'A call-in that is not valid lets the decision go on.', done: 'Recorded.', command: 'validate-call-in', roles: ['clerk'], when: ({ callIn }) => callIn !== undefined && !callIn.validated && !callIn.outcome, fields: forms.validationFields },
  { name: 'call-in-outcome', title: 'Record scrutiny’s outcome', button: 'Record', does: 'No comment or comments let the decision take effect; the other two hold it until it is decided again.', done: 'Scrutiny’s outcome is recorded.', command: 'conclude-call-in', roles: ['clerk', 'scrutiny'], when: ({ callIn }) => callIn !== undefined && !callIn.outcome, fields: forms.outcomeFields },
  { name: 'reconsideration', title: 'Record the decision taken again', button: 'Record', does: 'The decision stands as confirmed or as changed, and cannot be called in again.', done: 'The reconsideration is recorded.', command: 'reconsider-decision', roles: ['clerk'], when: asked, fields: forms.reconsiderationFields, from: wording, sends: onlyIfChanged('changed') },
  { name: 'key-challenge', title: 'Ask whether it was key', button: 'Record', does: 'Where scrutiny thinks that a decision treated as not key was key, the executive reports to the council (regulation 18).', done: 'Recorded. The executive must report to the council.', command: 'challenge-key-status', roles: ['clerk', 'scrutiny'], when: ({ keyDecision, keyChallenge }) => !keyDecision.isKey && !keyChallenge, fields: forms.challengeFields },
  { name: 'key-report', title: 'Record the report to the council', button: 'Record', does: 'The executive’s report under regulation 18.', done: 'The report is recorded.', command: 'report-key-status', roles: ['clerk'], when: ({ keyChallenge }) => keyChallenge !== undefined && !keyChallenge.report, fields: forms.reportFields },
];

const sideways: Action[] = [
  { name: 'resume', title: 'Take it up again', button: 'Take up again', does: 'It goes on from where it was put off.', done: 'Taken up again.', command: 'resume-proposal', roles: ['officer', 'clerk'], fields: none },
  { name: 'defer', title: 'Defer it', button: 'Defer', does: 'It waits. Consultation goes on and the notice stays public.', done: 'Deferred.', command: 'defer-proposal', roles: ['officer', 'clerk'], fields: forms.deferFields },
  { name: 'withdraw', title: 'Withdraw it', button: 'Withdraw', does: 'It goes no further, for good. Its number is never used again, and everyone asked is told.', done: 'Withdrawn.', command: 'withdraw-proposal', roles: ['officer', 'clerk'], fields: forms.withdrawFields, grave: true },
];

/** Everything that can be done to a proposal on its own page, in the order of the process. */
export const actions: readonly Action[] = [...preparing, ...afterwards, ...sideways];

/** What a clerk can do about one person who was asked. */
export const stepActions: readonly Action[] = [
  { name: 'resend', title: 'Send a fresh email', button: 'Send', does: 'A new link is sent to the same address; the one before stops working.', done: 'A fresh email is on its way.', command: 'reissue-link', roles: ['clerk'], fields: none },
  { name: 'delegate', title: 'Arrange cover', button: 'Arrange cover', does: 'Somebody else is asked in this person’s place; the file then names both.', done: 'Cover is arranged, and a link sent.', command: 'delegate-step', roles: ['clerk'], fields: forms.coverFields },
  { name: 'answer', title: 'Record an answer', button: 'Record', does: 'For an answer on paper, by telephone or at a meeting. It meets every rule that their own would, and is marked as your entry.', done: 'The answer is recorded as your entry.', command: 'record-answer', roles: ['clerk'], fields: forms.answerFields },
  { name: 'lift-suppression', title: 'Write to the mailbox again', button: 'Write again', does: 'The mailbox refused email for good and was put right since. A fresh link is sent.', done: 'A fresh email is on its way.', command: 'reissue-link', roles: ['clerk'], fields: forms.liftFields },
];

const isTheirs = (proposal: Proposal, who: Who, roles: readonly Role[]): boolean =>
  roles.some((role) => who.roles.includes(role) && (role !== 'officer' || proposal.submittedBy.sub === who.sub));

/** Whether somebody may do this now, as far as the desk can tell; the API has the last word. */
export const isOpenTo = (action: Action, proposal: Proposal, who: Who, council: CouncilResponse): boolean =>
  isHeard(proposal.status, action.command) && isTheirs(proposal, who, action.roles) && (action.when?.(proposal, council) ?? true);

/** Whether somebody may change what the proposal says. */
export const mayEdit = (proposal: Proposal, who: Who): boolean => isHeard(proposal.status, 'amend-proposal') && isTheirs(proposal, who, ['officer']);

/** Whether a step still waits for somebody, so that they can be asked afresh or covered for. */
export const isAsked = ({ state }: Proposal['steps'][number]): boolean => state === 'open' || state === 'undeliverable';

/** What was just done, to say so on the page that follows; null for words that are none of ours. */
export const doneWords = (name: string | null): string | null => [...actions, ...stepActions].find((action) => action.name === name)?.done ?? saved[name ?? ''] ?? null;

const saved: Record<string, string> = { saved: 'Saved.', drafted: 'The draft is saved.', imported: 'Brought in. What it lacks is among its findings.' };

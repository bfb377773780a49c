import {
  callInRequest,
  challengeRequest,
  outcomeRequest,
  reconsiderationRequest,
  reportRequest,
  validationRequest,
} from '../call-in/call-in.schema.ts';
import { committeeOutcomeRequest } from '../consultation/committee-outcome.schema.ts';
import { councilResponse } from '../council/council-response.schema.ts';
import { meetingRequest } from '../determination/meeting.schema.ts';
import { delegateRequest, liftRequest, recordedAnswerRequest } from '../link/delegate.schema.ts';
import { consentRequest, secondNoticeRequest, waiverRequest } from '../notice/private-meeting.schema.ts';
import { noticeRequest, writtenNoticeRequest } from '../notice/publish-notice.schema.ts';
import { draftSchema } from '../proposal/proposal.schema.ts';
import { checkRequest, deferRequest, handOverRequest, importRequest, withdrawRequest } from '../proposal/requests.schema.ts';
import { assessmentResponse, emailsResponse, historyResponse, proposalList, proposalResponse } from '../proposal/responses.schema.ts';
import { historyQuery, listQuery } from '../proposal/queries.schema.ts';
import { type Operation, privately, type Role } from './operation.ts';

const all: Role[] = ['officer', 'clerk', 'scrutiny', 'contracts'];
const proposal = { 200: { words: 'The proposal as it now stands', schema: proposalResponse } };
const of = (action: string) => `/api/proposals/{id}/${action}`;

/** Every private route, in the order in which a decision meets them. */
export const privateOperations: Operation[] = [
  privately('post', '/api/proposals/check', ['officer'], 'check-proposal', 'What the rules make of a proposal, saving nothing', {
    request: checkRequest,
    answers: { 200: { words: 'The assessment', schema: assessmentResponse } },
  }),
  privately('post', '/api/proposals', ['officer'], 'draft-proposal', 'Save a draft; any part may be missing, none may be wrong', {
    request: draftSchema,
    answers: { 201: { words: 'The draft, with Location and ETag', schema: proposalResponse } },
  }),
  privately('get', '/api/proposals', all, 'list-proposals', 'Proposals, newest first', {
    query: listQuery,
    answers: { 200: { words: 'A page of proposals', schema: proposalList } },
  }),
  privately('get', '/api/proposals/{id}', all, 'read-proposal', 'A proposal with its assessment, timetable, steps and blockers', {
    answers: { ...proposal, 304: { words: 'Not changed since the entity tag you hold' } },
  }),
  privately(
    'put',
    '/api/proposals/{id}',
    ['officer'],
    'amend-proposal',
    'Replace a draft, or amend a proposal already submitted; needs If-Match',
    { request: draftSchema, answers: proposal },
  ),
  privately('post', of('submit'), ['officer'], 'submit-proposal', 'Give it its number and open clearance', {
    answers: proposal,
  }),
  privately('post', of('notice'), ['clerk'], 'publish-notice', 'Publish the notice of the proposed decision', {
    request: noticeRequest,
    answers: proposal,
  }),
  privately(
    'post',
    of('private-meeting-notice'),
    ['clerk'],
    'publish-private-meeting-notice',
    'Publish the second notice of a private meeting (reg 5)',
    { request: secondNoticeRequest, answers: proposal },
  ),
  privately(
    'post',
    of('private-meeting-consent'),
    ['clerk'],
    'ask-private-meeting-consent',
    'Ask a chair to agree to a private meeting at short notice (reg 5)',
    { request: consentRequest, answers: proposal },
  ),
  privately(
    'post',
    of('written-notice'),
    ['clerk'],
    'record-written-notice',
    'Enter when a written notice of reg 10 was given that email did not deliver',
    { request: writtenNoticeRequest, answers: proposal },
  ),
  privately(
    'post',
    of('call-in-waiver'),
    ['clerk'],
    'ask-call-in-waiver',
    'Ask a chair to agree, before the decision, that call-in is waived',
    { request: waiverRequest, answers: proposal },
  ),
  privately('post', of('committee-outcome'), ['clerk'], 'record-committee-outcome', 'Record what the Cabinet Committee advised', {
    request: committeeOutcomeRequest,
    answers: proposal,
  }),
  privately(
    'post',
    of('determination'),
    ['clerk'],
    'record-determination',
    'Record the meeting at which a body decided; its chair then signs by link',
    { request: meetingRequest, answers: proposal },
  ),
  privately('post', of('withdraw'), ['officer', 'clerk'], 'withdraw-proposal', 'Withdraw a proposal not yet decided', {
    request: withdrawRequest,
    answers: proposal,
  }),
  privately('post', of('defer'), ['officer', 'clerk'], 'defer-proposal', 'Put a decision off', {
    request: deferRequest,
    answers: proposal,
  }),
  privately('post', of('resume'), ['officer', 'clerk'], 'resume-proposal', 'Take a deferred decision up again', {
    answers: proposal,
  }),
  privately('post', of('hand-over'), ['clerk'], 'hand-over-proposal', 'Name the officer who holds it from now on', {
    request: handOverRequest,
    answers: proposal,
  }),
  privately('post', of('call-in'), ['scrutiny', 'clerk'], 'call-in-decision', 'Call a decision in; it is held from now', {
    request: callInRequest,
    answers: proposal,
  }),
  privately('post', of('call-in-validation'), ['clerk'], 'validate-call-in', 'Find a call-in valid, or not', {
    request: validationRequest,
    answers: proposal,
  }),
  privately('post', of('call-in-outcome'), ['scrutiny', 'clerk'], 'conclude-call-in', 'Record scrutiny’s outcome', {
    request: outcomeRequest,
    answers: proposal,
  }),
  privately('post', of('reconsideration'), ['clerk'], 'reconsider-decision', 'Record the decision taken again after a call-in', {
    request: reconsiderationRequest,
    answers: proposal,
  }),
  privately(
    'post',
    of('key-challenge'),
    ['scrutiny', 'clerk'],
    'challenge-key-status',
    'Require a report on a decision not treated as key (reg 18)',
    { request: challengeRequest, answers: proposal },
  ),
  privately('post', of('key-report'), ['clerk'], 'report-key-status', 'Record the executive’s report to council (reg 18)', {
    request: reportRequest,
    answers: proposal,
  }),
  privately(
    'post',
    of('steps/{stepId}/resend'),
    ['clerk'],
    'reissue-link',
    'Send a fresh link to the person asked, or to whoever holds the post by now',
    {
      answers: proposal,
    },
  ),
  privately('post', of('steps/{stepId}/delegate'), ['clerk'], 'delegate-step', 'Arrange cover under the council’s scheme', {
    request: delegateRequest,
    answers: proposal,
  }),
  privately(
    'post',
    of('steps/{stepId}/lift-suppression'),
    ['clerk'],
    'lift-suppression',
    'Write again to a mailbox that refused email for good and has been put right; sends a fresh link',
    { request: liftRequest, answers: proposal },
  ),
  privately(
    'post',
    of('steps/{stepId}/answer'),
    ['clerk'],
    'record-answer',
    'Enter what somebody answered other than by their link; marked as the clerk’s entry',
    { request: recordedAnswerRequest, answers: proposal },
  ),
  privately('get', of('history'), all, 'read-history', 'Every event, each sealed with the hash of the one before', {
    query: historyQuery,
    answers: { 200: { words: 'The history', schema: historyResponse } },
  }),
  privately('get', of('emails'), all, 'read-emails', 'Every email, and what became of it', {
    query: historyQuery,
    answers: { 200: { words: 'The emails', schema: emailsResponse } },
  }),
  privately(
    'post',
    '/api/proposals/import',
    ['clerk'],
    'import-decision',
    'Take in a past decision with its real dates; shortfalls become findings',
    { request: importRequest, answers: { 201: { words: 'The decision, with its findings', schema: proposalResponse } } },
  ),
  privately('get', '/api/council', all, 'read-council', 'The settings in force and the directory', {
    answers: { 200: { words: 'The council', schema: councilResponse } },
  }),
];

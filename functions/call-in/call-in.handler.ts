import { commandHandler } from '../platform/http/command-handler.ts';
import { byRoute } from '../platform/http/http.ts';
import * as asked from './call-in.schema.ts';

const members = ['clerk', 'scrutiny'] as const;
const clerk = ['clerk'] as const;

/** Scrutiny after a decision: call-in from request to reconsideration, and the reg 18 report. */
export const handler = byRoute({
  'POST /api/proposals/{id}/call-in': commandHandler({
    roles: members,
    body: asked.callInRequest,
    command: ({ by, body }) => ({ type: 'call-in-decision', by, ...body }),
  }),
  'POST /api/proposals/{id}/call-in-validation': commandHandler({
    roles: clerk,
    body: asked.validationRequest,
    command: ({ by, body }) => ({ type: 'validate-call-in', by, valid: body.valid, words: body.words ?? '' }),
  }),
  'POST /api/proposals/{id}/call-in-outcome': commandHandler({
    roles: members,
    body: asked.outcomeRequest,
    command: ({ by, body }) => ({ type: 'conclude-call-in', by, ...body }),
  }),
  'POST /api/proposals/{id}/reconsideration': commandHandler({
    roles: clerk,
    body: asked.reconsiderationRequest,
    command: ({ by, body }) => ({ type: 'reconsider-decision', by, ...body }),
  }),
  'POST /api/proposals/{id}/key-challenge': commandHandler({
    roles: members,
    body: asked.challengeRequest,
    command: ({ by, body }) => ({ type: 'challenge-key-status', by, ...body }),
  }),
  'POST /api/proposals/{id}/key-report': commandHandler({
    roles: clerk,
    body: asked.reportRequest,
    command: ({ by, body }) => ({ type: 'report-key-status', by, ...body }),
  }),
});

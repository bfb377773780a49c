import { commandHandler } from '../platform/command-handler.ts';
import { byRoute } from '../platform/http.ts';
import { callInRequest, challengeRequest, outcomeRequest, reconsiderationRequest, reportRequest, validationRequest } from './call-in.schema.ts';

const members = ['clerk', 'scrutiny'] as const;
const clerk = ['clerk'] as const;
const of = (action: string) => `POST /api/proposals/{id}/${action}`;

/** Scrutiny after a decision: call-in from request to reconsideration, and the reg 18 report. */
export const handler = byRoute({
  [of('call-in')]: commandHandler({ roles: members, body: callInRequest, command: ({ by, body }) => ({ type: 'call-in-decision', by, ...body }) }),
  [of('call-in-validation')]: commandHandler({ roles: clerk, body: validationRequest, command: ({ by, body }) => ({ type: 'validate-call-in', by, valid: body.valid, words: body.words ?? '' }) }),
  [of('call-in-outcome')]: commandHandler({ roles: members, body: outcomeRequest, command: ({ by, body }) => ({ type: 'conclude-call-in', by, ...body }) }),
  [of('reconsideration')]: commandHandler({ roles: clerk, body: reconsiderationRequest, command: ({ by, body }) => ({ type: 'reconsider-decision', by, ...body }) }),
  [of('key-challenge')]: commandHandler({ roles: members, body: challengeRequest, command: ({ by, body }) => ({ type: 'challenge-key-status', by, ...body }) }),
  [of('key-report')]: commandHandler({ roles: clerk, body: reportRequest, command: ({ by, body }) => ({ type: 'report-key-status', by, ...body }) }),
});

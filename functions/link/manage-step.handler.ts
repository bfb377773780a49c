import { commandHandler } from '../platform/http/command-handler.ts';
import { byRoute } from '../platform/http/http.ts';
import { delegateRequest, liftRequest, recordedAnswerRequest } from './delegate.schema.ts';

const roles = ['clerk'] as const;

/** Sends somebody a fresh link, also to a mailbox put right since, arranges cover for them, or enters what they answered another way. */
export const handler = byRoute({
  'POST /api/proposals/{id}/steps/{stepId}/resend': commandHandler({
    roles,
    command: ({ by, params }) => ({ type: 'reissue-link', by, stepId: params.stepId ?? '' }),
  }),
  'POST /api/proposals/{id}/steps/{stepId}/delegate': commandHandler({
    roles,
    body: delegateRequest,
    command: ({ by, params, body }) => ({ type: 'delegate-step', by, stepId: params.stepId ?? '', ...body }),
  }),
  'POST /api/proposals/{id}/steps/{stepId}/lift-suppression': commandHandler({
    roles,
    body: liftRequest,
    command: ({ by, params, body }) => ({ type: 'reissue-link', by, stepId: params.stepId ?? '', lifting: body.reason }),
  }),
  'POST /api/proposals/{id}/steps/{stepId}/answer': commandHandler({
    roles,
    body: recordedAnswerRequest,
    command: ({ by, params, body }) => ({
      type: 'record-answer',
      by: { ...by, override: body.evidence },
      stepId: params.stepId ?? '',
      ...body,
      words: body.words ?? '',
    }),
  }),
});

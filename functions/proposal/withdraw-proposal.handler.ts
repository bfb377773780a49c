import { commandHandler } from '../platform/http/command-handler.ts';
import { byRoute } from '../platform/http/http.ts';
import { deferRequest, withdrawRequest } from './requests.schema.ts';

const roles = ['clerk', 'officer'] as const;

/** Withdraws a proposal, puts it off, or takes it up again. */
export const handler = byRoute({
  'POST /api/proposals/{id}/withdraw': commandHandler({
    roles,
    body: withdrawRequest,
    command: ({ by, body }) => ({ type: 'withdraw-proposal', by, words: body.reason }),
  }),
  'POST /api/proposals/{id}/defer': commandHandler({
    roles,
    body: deferRequest,
    command: ({ by, body }) => ({ type: 'defer-proposal', by, words: body.reason, until: body.until ?? null }),
  }),
  'POST /api/proposals/{id}/resume': commandHandler({ roles, command: ({ by }) => ({ type: 'resume-proposal', by }) }),
});

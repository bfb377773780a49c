import { commandHandler } from '../platform/http/command-handler.ts';
import { byRoute } from '../platform/http/http.ts';
import { deferRequest, handOverRequest, withdrawRequest } from './requests.schema.ts';

const roles = ['clerk', 'officer'] as const;

/** Withdraws a proposal, puts it off, takes it up again, or hands it over to another officer. */
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
  'POST /api/proposals/{id}/hand-over': commandHandler({
    roles: ['clerk'],
    body: handOverRequest,
    command: ({ by, body: { to, reason } }) => ({ type: 'hand-over-proposal', by, to, words: reason }),
  }),
  'POST /api/proposals/{id}/resume': commandHandler({ roles, command: ({ by }) => ({ type: 'resume-proposal', by }) }),
});

import { commandHandler } from '../platform/http/command-handler.ts';
import { committeeOutcomeRequest } from './committee-outcome.schema.ts';

/** Records what the Cabinet Committee advised. */
export const handler = commandHandler({
  roles: ['clerk'],
  body: committeeOutcomeRequest,
  command: ({ by, body }) => ({ type: 'record-committee-outcome', by, ...body }),
});

import { commandHandler } from '../platform/http/command-handler.ts';
import { standingOf } from '../record/publication/standing.ts';
import { namesAtFault } from './names-at-fault.ts';
import { draftSchema } from './proposal.schema.ts';

/** Replaces a draft, or amends a proposal already submitted. */
export const handler = commandHandler({
  roles: ['officer'],
  body: draftSchema,
  alsoWrong: namesAtFault,
  ifMatch: 'required',
  command: async ({ by, body }, { table }) => ({ type: 'amend-proposal', by, content: body, standing: await standingOf(table, body) }),
});

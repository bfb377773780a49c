import { commandHandler } from '../platform/http/command-handler.ts';
import { standingOf } from '../record/publication/standing.ts';
import { namesAtFault } from './names-at-fault.ts';
import { draftSchema } from './proposal.schema.ts';

/** Stores a new draft. */
export const handler = commandHandler({
  roles: ['officer'],
  body: draftSchema,
  alsoWrong: namesAtFault,
  creates: true,
  command: async ({ by, who: { sub, name, email }, body }, { table }) => ({
    type: 'draft-proposal',
    by,
    content: body,
    submittedBy: { sub, name, email },
    standing: await standingOf(table, body),
  }),
});

import { commandHandler } from '../platform/command-handler.ts';
import { draftSchema } from './proposal.schema.ts';

/** Stores a new draft. */
export const handler = commandHandler({
  roles: ['officer'],
  body: draftSchema,
  creates: true,
  command: ({ by, who: { sub, name, email }, body }) => ({ type: 'draft-proposal', by, content: body, submittedBy: { sub, name, email } }),
});

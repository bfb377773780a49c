import { commandHandler } from '../platform/command-handler.ts';
import { draftSchema } from './proposal.schema.ts';

/** Replaces a draft, or amends a proposal already submitted. */
export const handler = commandHandler({
  roles: ['officer'],
  body: draftSchema,
  ifMatch: 'required',
  command: ({ by, body }) => ({ type: 'amend-proposal', by, content: body }),
});

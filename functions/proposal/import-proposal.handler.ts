import { commandHandler } from '../platform/http/command-handler.ts';
import { importRequest } from './requests.schema.ts';

/** Takes in a past decision with its real dates. */
export const handler = commandHandler({
  roles: ['clerk'],
  body: importRequest,
  creates: true,
  command: ({ by, who: { sub, name, email }, body: { proposal, ...body } }) => ({
    type: 'import-decision',
    by,
    content: proposal,
    submittedBy: { sub, name, email },
    ...body,
  }),
});

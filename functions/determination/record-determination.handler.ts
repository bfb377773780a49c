import { commandHandler } from '../platform/http/command-handler.ts';
import { meetingRequest } from './meeting.schema.ts';

/** Records the meeting at which a body decided; its chair is then asked to sign. */
export const handler = commandHandler({
  roles: ['clerk'],
  body: meetingRequest,
  command: ({ by, body }) => ({ type: 'record-meeting', by, meeting: body }),
});

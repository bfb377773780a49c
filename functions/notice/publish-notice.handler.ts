import { commandHandler } from '../platform/http/command-handler.ts';
import { byRoute } from '../platform/http/http.ts';
import { consentRequest, secondNoticeRequest, waiverRequest } from './private-meeting.schema.ts';
import { noticeRequest } from './publish-notice.schema.ts';

const roles = ['clerk'] as const;
const of = (action: string) => `POST /api/proposals/{id}/${action}`;

/**
 * Publishes the notice of a proposed decision and, where a body will meet in private, reg 5's second notice or the consent in its place.
 */
export const handler = byRoute({
  [of('notice')]: commandHandler({ roles, body: noticeRequest, command: ({ by, body }) => ({ type: 'publish-notice', by, ...body }) }),
  [of('private-meeting-notice')]: commandHandler({
    roles,
    body: secondNoticeRequest,
    command: ({ by, body }) => ({ type: 'publish-private-meeting-notice', by, ...body }),
  }),
  [of('private-meeting-consent')]: commandHandler({
    roles,
    body: consentRequest,
    command: ({ by, body: { reason, agreementFrom } }) => ({ type: 'ask-private-meeting-consent', by, words: reason, agreementFrom }),
  }),
  [of('call-in-waiver')]: commandHandler({
    roles,
    body: waiverRequest,
    command: ({ by, body }) => ({ type: 'ask-call-in-waiver', by, words: body.reason }),
  }),
});

import { commandHandler } from '../platform/http/command-handler.ts';
import { byRoute } from '../platform/http/http.ts';
import { consentRequest, secondNoticeRequest, waiverRequest } from './private-meeting.schema.ts';
import { noticeRequest, writtenNoticeRequest } from './publish-notice.schema.ts';

const roles = ['clerk'] as const;
const of = (action: string) => `POST /api/proposals/{id}/${action}`;

/**
 * Publishes the notice of a proposed decision, enters when a written notice was given that email did not deliver and, where a body will
 * meet in private, publishes reg 5's second notice or asks for the consent in its place.
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
  [of('written-notice')]: commandHandler({
    roles,
    body: writtenNoticeRequest,
    command: ({ by, body }) => ({ type: 'record-written-notice', by, ...body }),
  }),
  [of('call-in-waiver')]: commandHandler({
    roles,
    body: waiverRequest,
    command: ({ by, body }) => ({ type: 'ask-call-in-waiver', by, words: body.reason }),
  }),
});

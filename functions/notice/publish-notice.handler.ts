import { commandHandler } from '../platform/command-handler.ts';
import { noticeRequest } from './publish-notice.schema.ts';

/** Publishes the notice of a proposed decision. */
export const handler = commandHandler({ roles: ['clerk'], body: noticeRequest, command: ({ by, body }) => ({ type: 'publish-notice', by, ...body }) });

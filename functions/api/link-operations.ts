import * as z from 'zod/mini';
import type { Operation } from './operation.ts';

const link = 'The id and the code as they stand in the email';

/** The links by which a decision is answered: each is a page that asks, and a form that answers. */
export const linkOperations: Operation[] = [
  {
    id: 'open-link',
    method: 'get',
    path: '/respond/{link}',
    roles: 'anybody',
    summary: `A page that asks; nothing changes. ${link}`,
    answers: {
      200: { words: 'The page: the form, or who answered what and when', types: ['text/html'] },
      404: { words: 'The link is none of ours', types: ['text/html'] },
      503: { words: 'Our fault: open the link again', types: ['text/html'] },
    },
    problems: [],
  },
  {
    id: 'answer-link',
    method: 'post',
    path: '/respond/{link}',
    roles: 'anybody',
    summary: `The answer to what the page asks. ${link}`,
    form: z.object({
      response: z.enum(['approve', 'return', 'decline', 'support', 'object', 'comment', 'amend', 'agree', 'refuse']),
      interest: z.optional(z.enum(['none', 'declared'])),
      interestKind: z.optional(z.enum(['pecuniary', 'other'])),
      interestDetail: z.optional(z.string()),
      dispensation: z.optional(z.string()),
      words: z.optional(z.string()),
      fingerprint: z.optional(z.string()),
      code: z.optional(z.string()),
      send: z.optional(z.enum(['code', 'link'])).check(
        z.meta({
          description: 'Instead of an answer: `code` has the six-digit code mailed, `link` a fresh link, each to the step’s own mailbox',
        }),
      ),
    }),
    answers: {
      200: { words: 'A receipt', types: ['text/html'] },
      409: { words: 'Who decided what, and when, or why it cannot be decided yet', types: ['text/html'] },
      403: { words: 'Sent from another site', types: ['text/html'] },
      404: { words: 'The link is none of ours', types: ['text/html'] },
      413: { words: 'Over 256 KiB', types: ['text/html'] },
      415: { words: 'Not sent by a form', types: ['text/html'] },
      422: { words: 'The form again, each problem beside its field', types: ['text/html'] },
      503: { words: 'Our fault: the link knows whether it was stored', types: ['text/html'] },
    },
    problems: [],
  },
];

const unlinked = {
  404: { words: 'The link is none of ours', types: ['text/html'] },
  503: { words: 'Our fault: the link knows whether it was stored', types: ['text/html'] },
};

/** The links by which the alerts of a contract are answered. */
export const alertLinkOperations: Operation[] = [
  {
    id: 'open-alert',
    method: 'get',
    path: '/contract-alerts/{link}',
    roles: 'anybody',
    summary: `A page that asks what is being done about a contract; nothing changes. ${link}`,
    answers: { 200: { words: 'The page', types: ['text/html'] }, ...unlinked },
    problems: [],
  },
  {
    id: 'answer-alert',
    method: 'post',
    path: '/contract-alerts/{link}',
    roles: 'anybody',
    summary: `The answer to what the page asks. ${link}`,
    form: z.object({
      response: z.enum(['acknowledge', 'snooze', 'in-hand']),
      until: z.optional(z.string()),
      number: z.optional(z.string()),
      words: z.optional(z.string()),
    }),
    answers: {
      200: { words: 'A receipt', types: ['text/html'] },
      409: { words: 'Why no answer is taken', types: ['text/html'] },
      422: { words: 'The form again, each problem beside its field', types: ['text/html'] },
      403: { words: 'Sent from another site', types: ['text/html'] },
      413: { words: 'Over 256 KiB', types: ['text/html'] },
      415: { words: 'Not sent by a form', types: ['text/html'] },
      ...unlinked,
    },
    problems: [],
  },
];

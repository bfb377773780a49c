import * as z from 'zod';
import { headResponse, proofResponse } from '../proof/proof.schema.ts';
import { type Operation, publicly } from './operation.ts';

const page = (words: string) => ({ 200: { words, types: ['application/json', 'text/html'] }, 304: { words: 'Not changed since the entity tag you hold' } });
const feed = { 200: { words: 'An Atom feed', types: ['application/atom+xml'] }, 304: { words: 'Not changed' } };
const link = 'The id and the code as they stand in the email';

/** Every public route: the register, its feeds, the links in emails and this description. */
export const publicOperations: Operation[] = [
  publicly('/notices', 'list-notices', 'Forthcoming Executive Decisions, by the earliest day on which each may be taken', { answers: page('A page of notices') }),
  publicly('/decisions', 'list-decisions', 'Decisions taken, newest first, each with whether it is in force', { answers: page('A page of decisions') }),
  publicly('/notices.atom', 'notices-feed', 'Notices as a feed', { answers: feed }),
  publicly('/decisions.atom', 'decisions-feed', 'Decisions as a feed', { answers: feed }),
  publicly('/decisions/{year}/{number}', 'read-decision', 'The record of a decision; before it, the notice. Add .json to the number for data', { answers: page('The record or notice') }),
  {
    id: 'open-link', method: 'get', path: '/respond/{link}', roles: 'anybody', summary: `A page that asks; nothing changes. ${link}`,
    answers: { 200: { words: 'The page', types: ['text/html'] }, 409: { words: 'Who decided what, and when', types: ['text/html'] } }, problems: [],
  },
  {
    id: 'answer-link', method: 'post', path: '/respond/{link}', roles: 'anybody', summary: `The answer to what the page asks. ${link}`,
    form: z.object({
      response: z.enum(['approve', 'return', 'decline', 'support', 'object', 'comment', 'amend', 'agree', 'refuse']),
      interest: z.enum(['none', 'declared']).optional(), interestKind: z.enum(['pecuniary', 'other']).optional(), interestDetail: z.string().optional(), dispensation: z.string().optional(), words: z.string().optional(), fingerprint: z.string().optional(),
    }),
    answers: {
      200: { words: 'A receipt', types: ['text/html'] }, 409: { words: 'Who decided what, and when, or why it cannot be decided yet', types: ['text/html'] },
      422: { words: 'The form again, each problem beside its field', types: ['text/html'] },
    },
    problems: [],
  },
  publicly('/decisions/{year}/{number}/proof', 'read-proof', 'What a stranger needs to check a published decision offline', { answers: { 200: { words: 'The record, the hashes of its history and of every wording published, and how to check them', schema: proofResponse }, 304: { words: 'Not changed' } } }),
  publicly('/heads/{date}', 'read-head', 'One hash over everything published up to a day, standing on the one before; `latest` for the newest', { answers: { 200: { words: 'The head and what it covers', schema: headResponse }, 304: { words: 'Not changed' } } }),
  publicly('/verify', 'open-verify', 'A page on which a record can be checked', { answers: { 200: { words: 'The page', types: ['text/html'] }, 304: { words: 'Not changed' } } }),
  {
    id: 'verify-record', method: 'post', path: '/verify', roles: 'anybody', summary: 'Whether a record or a proof is what was published; nothing sent is kept',
    form: z.object({ record: z.string().optional() }),
    answers: { 200: { words: 'What came of it', types: ['text/html'] }, 422: { words: 'It is no record', types: ['text/html'] } }, problems: [413],
  },
  publicly('/openapi.json', 'describe-api', 'This description', { answers: { 200: { words: 'OpenAPI 3.1' } } }),
  publicly('/docs', 'read-docs', 'This description as a page', { answers: { 200: { words: 'The page', types: ['text/html'] } } }),
  publicly('/health', 'health', 'Whether the API answers', { answers: { 200: { words: 'It does', schema: z.object({ status: z.literal('ok') }) } } }),
];

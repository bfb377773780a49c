import * as z from 'zod/mini';
import { headResponse, proofResponse } from '../proof/proof.schema.ts';
import { type Operation, publicly } from './operation.ts';

/** How a stranger checks that what was published is what was decided. */
export const proofOperations: Operation[] = [
  publicly('/decisions/{year}/{number}/proof', 'read-proof', 'What a stranger needs to check a published decision offline', {
    answers: {
      200: {
        words: 'The record, the hashes of its history and of every wording published, and how to check them',
        schema: proofResponse,
        headers: ['Content-Disposition'],
      },
      304: { words: 'Not changed' },
    },
  }),
  publicly(
    '/heads/{date}',
    'read-head',
    'One hash over everything published up to a day, standing on the one before; `latest` for the newest',
    { answers: { 200: { words: 'The head and what it covers', schema: headResponse }, 304: { words: 'Not changed' } } },
  ),
  publicly('/verify', 'open-verify', 'A page on which a record can be checked', {
    answers: { 200: { words: 'The page', types: ['text/html'] }, 304: { words: 'Not changed' } },
  }),
  {
    id: 'verify-record',
    method: 'post',
    path: '/verify',
    roles: 'anybody',
    summary: 'Whether a record or a proof is what was published; nothing sent is kept',
    form: z.object({ record: z.optional(z.string()) }),
    answers: { 200: { words: 'What came of it', types: ['text/html'] }, 422: { words: 'It is no record', types: ['text/html'] } },
    problems: [413],
  },
];

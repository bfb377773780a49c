import * as z from 'zod/mini';
import { linkOperations } from './link-operations.ts';
import { type Operation, publicly } from './operation.ts';
import { proofOperations } from './proof-operations.ts';
import { registerOperations } from './register-operations.ts';
import { subscriptionOperations } from './subscription-operations.ts';

const descriptionOperations: Operation[] = [
  publicly('/openapi.json', 'describe-api', 'This description', { answers: { 200: { words: 'OpenAPI 3.1' } } }),
  publicly('/docs', 'read-docs', 'This description as a page', { answers: { 200: { words: 'The page', types: ['text/html'] } } }),
  publicly('/docs/problems', 'read-problems', 'What each problem means, and every rule that can refuse', {
    answers: { 200: { words: 'The page', types: ['text/html'] } },
  }),
  publicly('/health', 'health', 'Whether the API answers', {
    answers: { 200: { words: 'It does', schema: z.object({ status: z.literal('ok') }) } },
  }),
];

/** Every public route about decisions: the register, its feeds, the links in emails and this description. */
export const publicOperations: Operation[] = [
  ...registerOperations,
  ...subscriptionOperations,
  ...linkOperations,
  ...proofOperations,
  ...descriptionOperations,
];

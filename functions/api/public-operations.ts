import * as z from 'zod/mini';
import { publicContractLine } from '../transparency/public-contract.schema.ts';
import { headResponse, proofResponse } from '../proof/proof.schema.ts';
import { publicationSchema } from '../record/publication.schema.ts';
import { summarySchema } from '../register/summary.schema.ts';
import { changesQuery, periodQuery, registerQuery, searchQuery } from '../register/register-query.ts';
import { subscribeForm } from '../subscription/subscription.schema.ts';
import { type Operation, publicly } from './operation.ts';

const page = (words: string, schema?: z.ZodMiniType) => ({ 200: { words, types: ['application/json', 'text/html'], ...(schema ? { schema } : {}) }, 304: { words: 'Not changed since the entity tag you hold' } });
const feed = { 200: { words: 'An Atom feed', types: ['application/atom+xml'] }, 304: { words: 'Not changed' } };
const csv = { 200: { words: 'The file', types: ['text/csv'] }, 304: { words: 'Not changed' } };
const registerPageSchema = z.object({ items: z.array(summarySchema), next: z.nullable(z.string()) });
const foundSchema = z.object({
  items: z.array(summarySchema), found: z.int(), next: z.nullable(z.int()),
  contracts: z.object({ items: z.array(publicContractLine), found: z.int(), next: z.nullable(z.int()) }),
});
const changesSchema = z.object({ items: z.array(z.object({ number: z.string(), kind: z.enum(['notice', 'record']), status: z.string(), updatedAt: z.iso.datetime(), path: z.string(), cursor: z.string() })), next: z.string(), more: z.boolean() });
const link = 'The id and the code as they stand in the email';

/** Every public route: the register, its feeds, the links in emails and this description. */
export const publicOperations: Operation[] = [
  publicly('/notices', 'list-notices', 'Forthcoming Executive Decisions, by the earliest day on which each may be taken', { query: registerQuery, answers: page('A page of notices', registerPageSchema) }),
  publicly('/decisions', 'list-decisions', 'Decisions taken, newest first, each with whether it is in force', { query: registerQuery, answers: page('A page of decisions', registerPageSchema) }),
  publicly('/notices.atom', 'notices-feed', 'Notices as a feed; every filter of the list makes a feed of its own', { query: registerQuery, answers: feed }),
  publicly('/decisions.atom', 'decisions-feed', 'Decisions as a feed; every filter of the list makes a feed of its own', { query: registerQuery, answers: feed }),
  publicly('/notices.csv', 'notices-file', 'Notices as CSV, a thousand rows at a time; the Link header says where to go on', { query: registerQuery, answers: csv }),
  publicly('/decisions.csv', 'decisions-file', 'Decisions as CSV, a thousand rows at a time; the Link header says where to go on', { query: registerQuery, answers: csv }),
  publicly('/decisions/{year}/{number}', 'read-decision', 'The record of a decision; before it, the notice. Add to the number: .json for data, .pdf, .atom, .ics for its dates, .moderngov for ModernGov’s fields to copy one by one, .moderngov.csv for a file of them', { answers: { ...page('The record or notice', publicationSchema), 302: { words: 'For .pdf: where the file is' } } }),
  publicly('/decisions/{year}/{number}/record.pdf', 'print-decision', 'The record or the notice as a tagged PDF', { answers: { 200: { words: 'The file', types: ['application/pdf'] }, 304: { words: 'Not changed' } } }),
  publicly('/search', 'search-decisions', 'Notices, decisions and contracts that hold every word and filter asked for, the best first', { query: searchQuery, answers: page('What was found', foundSchema) }),
  publicly('/search.atom', 'search-feed', 'The same search as a feed, the newest first: a division’s decisions, for one', { query: searchQuery, answers: feed }),
  publicly('/changes', 'list-changes', 'What was published or changed since a cursor, in order. Ask again later with the cursor it ends on', { query: changesQuery, answers: { 200: { words: 'Changes', schema: changesSchema } } }),
  publicly('/urgency-report', 'urgency-report', 'Every decision taken under special urgency in a period (reg 19 of SI 2012/2089)', { query: periodQuery, answers: page('The report') }),
  publicly('/sitemap.xml', 'sitemap', 'Every public page', { answers: { 200: { words: 'The sitemap', types: ['application/xml'] } } }),
  publicly('/robots.txt', 'robots', 'What search engines are asked to leave alone', { answers: { 200: { words: 'The rules', types: ['text/plain'] } } }),
  publicly('/subscriptions', 'subscribe-form', 'The form to be told of decisions by email', { answers: { 200: { words: 'The page', types: ['text/html'] } } }),
  {
    id: 'subscribe', method: 'post', path: '/subscriptions', roles: 'anybody', summary: 'Asks for emails; the address is sent a link, and nothing more until it is used',
    form: subscribeForm, answers: { 200: { words: 'Check your email', types: ['text/html'] }, 403: { words: 'Sent from another site, or not by the form', types: ['text/html'] }, 422: { words: 'The form again, each problem beside its field', types: ['text/html'] }, 429: { words: 'Too many have asked in this hour', types: ['text/html'] } }, problems: [],
  },
  publicly('/subscriptions/confirm/{link}', 'open-confirmation', 'A page that asks whether to begin; nothing changes', { answers: { 200: { words: 'The page', types: ['text/html'] } } }),
  { id: 'confirm-subscription', method: 'post', path: '/subscriptions/confirm/{link}', roles: 'anybody', summary: 'Begins the emails', answers: { 200: { words: 'They have begun', types: ['text/html'] }, 403: { words: 'Sent from another site, or the link no longer works', types: ['text/html'] }, 404: { words: 'The link is none', types: ['text/html'] } }, problems: [] },
  publicly('/subscriptions/stop/{link}', 'open-stop', 'A page that asks whether to stop; nothing changes', { answers: { 200: { words: 'The page', types: ['text/html'] } } }),
  { id: 'stop-subscription', method: 'post', path: '/subscriptions/stop/{link}', roles: 'anybody', summary: 'Stops the emails and forgets the address, in one click (RFC 8058)', answers: { 200: { words: 'They have stopped', types: ['text/html'] }, 403: { words: 'Sent from another site', types: ['text/html'] }, 404: { words: 'The link is none', types: ['text/html'] } }, problems: [] },
  {
    id: 'open-link', method: 'get', path: '/respond/{link}', roles: 'anybody', summary: `A page that asks; nothing changes. ${link}`,
    answers: { 200: { words: 'The page: the form, or who answered what and when', types: ['text/html'] }, 404: { words: 'The link is none of ours', types: ['text/html'] }, 503: { words: 'Our fault: open the link again', types: ['text/html'] } }, problems: [],
  },
  {
    id: 'answer-link', method: 'post', path: '/respond/{link}', roles: 'anybody', summary: `The answer to what the page asks. ${link}`,
    form: z.object({
      response: z.enum(['approve', 'return', 'decline', 'support', 'object', 'comment', 'amend', 'agree', 'refuse']),
      interest: z.optional(z.enum(['none', 'declared'])), interestKind: z.optional(z.enum(['pecuniary', 'other'])), interestDetail: z.optional(z.string()), dispensation: z.optional(z.string()), words: z.optional(z.string()), fingerprint: z.optional(z.string()), code: z.optional(z.string()),
      send: z.optional(z.enum(['code', 'link'])).check(z.meta({ description: 'Instead of an answer: `code` has the six-digit code mailed, `link` a fresh link, each to the step’s own mailbox' })),
    }),
    answers: {
      200: { words: 'A receipt', types: ['text/html'] }, 409: { words: 'Who decided what, and when, or why it cannot be decided yet', types: ['text/html'] },
      403: { words: 'Sent from another site', types: ['text/html'] }, 404: { words: 'The link is none of ours', types: ['text/html'] },
      413: { words: 'Over 256 KiB', types: ['text/html'] }, 415: { words: 'Not sent by a form', types: ['text/html'] },
      422: { words: 'The form again, each problem beside its field', types: ['text/html'] }, 503: { words: 'Our fault: the link knows whether it was stored', types: ['text/html'] },
    },
    problems: [],
  },
  publicly('/decisions/{year}/{number}/proof', 'read-proof', 'What a stranger needs to check a published decision offline', { answers: { 200: { words: 'The record, the hashes of its history and of every wording published, and how to check them', schema: proofResponse }, 304: { words: 'Not changed' } } }),
  publicly('/heads/{date}', 'read-head', 'One hash over everything published up to a day, standing on the one before; `latest` for the newest', { answers: { 200: { words: 'The head and what it covers', schema: headResponse }, 304: { words: 'Not changed' } } }),
  publicly('/verify', 'open-verify', 'A page on which a record can be checked', { answers: { 200: { words: 'The page', types: ['text/html'] }, 304: { words: 'Not changed' } } }),
  {
    id: 'verify-record', method: 'post', path: '/verify', roles: 'anybody', summary: 'Whether a record or a proof is what was published; nothing sent is kept',
    form: z.object({ record: z.optional(z.string()) }),
    answers: { 200: { words: 'What came of it', types: ['text/html'] }, 422: { words: 'It is no record', types: ['text/html'] } }, problems: [413],
  },
  publicly('/openapi.json', 'describe-api', 'This description', { answers: { 200: { words: 'OpenAPI 3.1' } } }),
  publicly('/docs', 'read-docs', 'This description as a page', { answers: { 200: { words: 'The page', types: ['text/html'] } } }),
  publicly('/docs/problems', 'read-problems', 'What each problem means, and every rule that can refuse', { answers: { 200: { words: 'The page', types: ['text/html'] } } }),
  publicly('/health', 'health', 'Whether the API answers', { answers: { 200: { words: 'It does', schema: z.object({ status: z.literal('ok') }) } } }),
];

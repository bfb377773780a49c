import * as z from 'zod/mini';
import { publicContractLine } from '../transparency/public-contract.schema.ts';
import { publicationSchema } from '../record/publication/publication.schema.ts';
import { summarySchema } from '../register/summary.schema.ts';
import { changesQuery, periodQuery, registerQuery, searchQuery } from '../register/register-query.ts';
import { type Operation, publicly } from './operation.ts';

const page = (words: string, schema?: z.ZodMiniType) => ({
  200: { words, types: ['application/json', 'text/html'], ...(schema ? { schema } : {}) },
  304: { words: 'Not changed since the entity tag you hold' },
});
const feed = { 200: { words: 'An Atom feed', types: ['application/atom+xml'] }, 304: { words: 'Not changed' } };
const csv: Operation['answers'] = {
  200: { words: 'The file', types: ['text/csv'], headers: ['Link', 'Content-Disposition'] },
  304: { words: 'Not changed' },
};
const registerPageSchema = z.object({ items: z.array(summarySchema), next: z.nullable(z.string()) });
const foundSchema = z.object({
  items: z.array(summarySchema),
  found: z.int(),
  next: z.nullable(z.int()),
  contracts: z.object({ items: z.array(publicContractLine), found: z.int(), next: z.nullable(z.int()) }),
});
const changesSchema = z.object({
  items: z.array(
    z.object({
      number: z.string(),
      kind: z.enum(['notice', 'record']),
      status: z.string(),
      updatedAt: z.iso.datetime(),
      path: z.string(),
      cursor: z.string(),
    }),
  ),
  next: z.string(),
  more: z.boolean(),
});

/** What the public reads of decisions: the register, its feeds and files, the search and the changes. */
export const registerOperations: Operation[] = [
  publicly('/notices', 'list-notices', 'Forthcoming Executive Decisions, by the earliest day on which each may be taken', {
    query: registerQuery,
    answers: page('A page of notices', registerPageSchema),
  }),
  publicly('/decisions', 'list-decisions', 'Decisions taken, newest first, each with whether it is in force', {
    query: registerQuery,
    answers: page('A page of decisions', registerPageSchema),
  }),
  publicly('/notices.atom', 'notices-feed', 'Notices as a feed; every filter of the list makes a feed of its own', {
    query: registerQuery,
    answers: feed,
  }),
  publicly('/decisions.atom', 'decisions-feed', 'Decisions as a feed; every filter of the list makes a feed of its own', {
    query: registerQuery,
    answers: feed,
  }),
  publicly('/notices.csv', 'notices-file', 'Notices as CSV, a thousand rows at a time; the Link header says where to go on', {
    query: registerQuery,
    answers: csv,
  }),
  publicly('/decisions.csv', 'decisions-file', 'Decisions as CSV, a thousand rows at a time; the Link header says where to go on', {
    query: registerQuery,
    answers: csv,
  }),
  publicly(
    '/decisions/{year}/{number}',
    'read-decision',
    'The record of a decision; before it, the notice. Add to the number: .json for data, .pdf, .atom, .ics for its dates, .moderngov for ModernGov’s fields to copy one by one, .moderngov.csv for a file of them',
    {
      answers: {
        ...page('The record or notice', publicationSchema),
        200: {
          words: 'The record or notice, in the form that its address ends in',
          types: ['application/json', 'text/html', 'application/atom+xml', 'text/calendar', 'text/csv'],
          schema: publicationSchema,
          headers: ['Content-Disposition'],
        },
        302: { words: 'For .pdf: where the file is', types: ['text/plain'] },
      },
    },
  ),
  publicly('/decisions/{year}/{number}/record.pdf', 'print-decision', 'The record or the notice as a tagged PDF', {
    answers: { 200: { words: 'The file', types: ['application/pdf'], headers: ['Content-Disposition'] }, 304: { words: 'Not changed' } },
  }),
  publicly('/search', 'search-decisions', 'Notices, decisions and contracts that hold every word and filter asked for, the best first', {
    query: searchQuery,
    answers: page('What was found', foundSchema),
  }),
  publicly('/search.atom', 'search-feed', 'The same search as a feed, the newest first: a division’s decisions, for one', {
    query: searchQuery,
    answers: feed,
  }),
  publicly(
    '/changes',
    'list-changes',
    'What was published or changed since a cursor, in order. Ask again later with the cursor it ends on',
    { query: changesQuery, answers: { 200: { words: 'Changes', schema: changesSchema }, 304: { words: 'Not changed' } } },
  ),
  publicly('/urgency-report', 'urgency-report', 'Every decision taken under special urgency in a period (reg 19 of SI 2012/2089)', {
    query: periodQuery,
    answers: { ...page('The report'), 422: { words: 'The form again, with what is wrong with the period', types: ['text/html'] } },
  }),
  publicly('/sitemap.xml', 'sitemap', 'The public lists and every decision', {
    answers: { 200: { words: 'The sitemap', types: ['application/xml'] }, 304: { words: 'Not changed' } },
  }),
  publicly('/robots.txt', 'robots', 'What search engines are asked to leave alone', {
    answers: { 200: { words: 'The rules', types: ['text/plain'] }, 304: { words: 'Not changed' } },
  }),
];

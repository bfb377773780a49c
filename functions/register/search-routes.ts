import { type Clause, clausesOf, eachOnce, wordClauses } from '../search/asked-terms.ts';
import type { Postings } from '../search/postings.ts';
import { type Found, type FoundContracts, search, searchContracts } from '../search/search.ts';
import { summaryOn } from '../record/tense.ts';
import { londonDate } from '../rules/local-date.ts';
import { preferred } from './accept.ts';
import { atomFeed, entryOf } from './atom.ts';
import { html, json, type PublicAnswer, unusable } from './public-answer.ts';
import type { Answering } from './public-deps.ts';
import { pathOf } from './register-entry.ts';
import { changesQuery, parseQuery, periodQuery, type SearchQuery, searchQuery } from './register-query.ts';
import { searchPageOf, searchPath } from './search.page.tsx';
import { urgencyPage } from './urgency.page.tsx';
import { urgencyReport } from './urgency-report.ts';
import { xml } from './xml.ts';

// Beside decisions the best few contracts are shown, with the way to all of them.
const besideDecisions = 5;
const noDecisions: Found = { items: [], found: 0, next: null };

const contractsFor = (postings: Postings, clauses: Clause[], { in: within, from, limit }: SearchQuery): Promise<FoundContracts> =>
  searchContracts(postings, clauses, within === 'contracts' ? { from, limit } : { from: 0, limit: besideDecisions });

/** What was searched for, across notices, decisions and contracts: a page, data, or the decisions as a feed with the newest first. */
export const searchAnswer: Answering = async (request, deps) => {
  const parsed = parseQuery(searchQuery, request.queryStringParameters ?? {});
  if (!parsed.ok) return unusable(deps.origin, parsed.faults);
  const { query } = parsed;
  const council = await deps.council();
  const isFeed = request.rawPath.endsWith('.atom');
  const clauses = eachOnce([...wordClauses(query.q ?? ''), ...clausesOf(query, council)]);
  const { postings } = deps.store;
  const onlyContracts = query.in === 'contracts' && !isFeed;
  const today = londonDate(deps.now());
  const { items, ...rest } = onlyContracts
    ? noDecisions
    : await search(postings, clauses, { from: query.from, limit: query.limit, by: isFeed ? 'date' : 'rank' });
  const found = { items: items.map((line) => summaryOn(line, today)), ...rest };
  if (isFeed) {
    const at = (from: number) => searchPath('/search.atom', query, from);
    const body = atomFeed({
      council,
      origin: deps.origin,
      id: searchPath('/search', query, 0),
      title: `Search: ${[query.q, query.division, query.department, query.decisionMaker, query.text].filter(Boolean).join(', ')}`,
      self: at(query.from),
      page: searchPath('/search', query, 0),
      next: found.next === null ? null : at(found.next),
      entries: found.items.map(entryOf),
    });
    return { status: 200, contentType: 'application/atom+xml; charset=utf-8', body };
  }
  const contracts = await contractsFor(postings, clauses, query);
  if (preferred(request.headers.accept, ['text/html', 'application/json']) === 'application/json') return json({ ...found, contracts });
  return html(searchPageOf({ council, query, found, contracts, today }));
};

/**
 * What was published or changed since a cursor, in order. The cursor at the end is to be asked again later; a decision changed twice is
 * told once, at its later place.
 */
export const changesAnswer: Answering = async (request, { store, origin }) => {
  const parsed = parseQuery(changesQuery, request.queryStringParameters ?? {});
  if (!parsed.ok) return unusable(origin, parsed.faults);
  const { cursor, limit } = parsed.query;
  const changes = await store.postings.changes({ after: cursor, limit });
  const items = changes.map(({ sequence, ...change }) => ({ ...change, path: pathOf(change.number), cursor: String(sequence) }));
  return { ...json({ items, next: String(changes.at(-1)?.sequence ?? cursor), more: changes.length === limit }), keptSeconds: 10 };
};

/**
 * Every decision taken under special urgency in a period, as a page or data (reg 19 of SI 2012/2089). Of a period that is none, a browser is
 * shown its form again with what is wrong.
 */
export const urgencyAnswer: Answering = async ({ headers: { accept }, queryStringParameters: asked = {} }, { store, council, origin }) => {
  const parsed = parseQuery(periodQuery, asked);
  if (!parsed.ok)
    return preferred(accept, ['application/json', 'text/html']) === 'application/json'
      ? unusable(origin, parsed.faults)
      : html(urgencyPage(await council(), asked, parsed.faults), 422);
  const report = await urgencyReport(store, parsed.query);
  return preferred(accept, ['text/html', 'application/json']) === 'application/json'
    ? json(report)
    : html(urgencyPage(await council(), parsed.query, report));
};

const aDay = 86_400;
// A sitemap may name 50,000 pages; a Lambda's answer of 6 MB holds some 40,000 of these.
const mostPages = 40_000;

const pages = ['/', '/notices', '/decisions', '/contracts', '/search', '/urgency-report', '/accessibility'];

const place = (address: string, changed?: string): string =>
  `<url><loc>${xml(address)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`;

/** The public lists, and every decision with the moment of its last change, for search engines; the list of contracts leads to those. */
export const sitemapAnswer: Answering = async (_, { store, origin }): Promise<PublicAnswer> => {
  const changes = await store.postings.changes({ after: 0, limit: mostPages });
  const places = [
    ...pages.map((path) => place(origin + path)),
    ...changes.map(({ number, updatedAt }) => place(origin + pathOf(number), updatedAt)),
  ];
  return {
    status: 200,
    keptSeconds: aDay,
    contentType: 'application/xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${places.join('')}</urlset>\n`,
  };
};

/** What search engines are asked to leave alone: answers to links, and searches without end. */
export const robotsAnswer: Answering = async (_, { origin }): Promise<PublicAnswer> => ({
  status: 200,
  keptSeconds: aDay,
  contentType: 'text/plain; charset=utf-8',
  body: `User-agent: *\nDisallow: /respond/\nDisallow: /search?\nDisallow: /api/\nSitemap: ${origin}/sitemap.xml\n`,
});

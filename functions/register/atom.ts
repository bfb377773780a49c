import type { Council } from '../council/council.schema.ts';
import { inWords } from '../rules/local-date.ts';
import type { RegisterName } from './register-entry.ts';
import type { Summary } from './summary.schema.ts';
import { type Filters, filterParameters } from './register-query.ts';
import { element, xml } from './xml.ts';

export type Entry = {
  id: string;
  title: string;
  updated: string;
  path: string;
  category: { term: string; label: string };
  summary: string;
};

/**
 * A feed: `self` and `next` are its own addresses with their queries, `page` that of the page it follows; `updated` for when it has no
 * entry.
 */
export type Feed = {
  council: Pick<Council, 'name' | 'website'>;
  origin: string;
  id: string;
  title: string;
  self: string;
  page: string;
  next: string | null;
  entries: Entry[];
};

// A tag URI stays the same when the council moves to another address (RFC 4151).
const tagOf = (website: string, path: string): string => `tag:${new URL(website).hostname},2012:${path}`;

const waits = new Set<Summary['status']['code']>(['notice-published', 'awaiting-decision']);

// Of what was put off, sent back or given up, the day of its notice is no longer the day of anything.
const due = ({ decidedOn, earliestDecisionDate, status, decisionMaker: { title } }: Summary): string => {
  if (decidedOn) return `Decided on ${inWords(decidedOn)} by ${title}`;
  return waits.has(status.code) ? `Decision on or after ${inWords(earliestDecisionDate)} by ${title}` : `It was to be decided by ${title}`;
};

/** A line of a list as an entry. */
export const entryOf = (of: Summary): Entry => ({
  id: of.path,
  title: `${of.number} ${of.subject}`,
  updated: of.updatedAt,
  path: of.path,
  category: { term: of.status.code, label: of.status.words },
  summary: `${of.status.words}. ${due(of)}.`,
});

const entryXml = ({ id, title, updated, path, category, summary }: Entry, { council, origin }: Feed): string =>
  [
    '<entry>',
    element('id', tagOf(council.website, id)),
    element('title', title),
    element('updated', updated),
    `<link rel="alternate" type="text/html" href="${xml(origin + path)}"/>`,
    `<category term="${xml(category.term)}" label="${xml(category.label)}"/>`,
    element('summary', summary),
    '</entry>',
  ].join('');

const updatedOf = (entries: Entry[]): string =>
  entries
    .map(({ updated }) => updated)
    .sort()
    .at(-1) ?? '1970-01-01T00:00:00Z';

/** Atom 1.0 (RFC 4287), with a link to its next page (RFC 5005). `origin` is this site's own, without a slash at its end. */
export const atomFeed = (of: Feed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    element('id', tagOf(of.council.website, of.id)),
    element('title', `${of.title} - ${of.council.name}`),
    element('updated', updatedOf(of.entries)),
    `<author>${element('name', of.council.name)}${element('uri', of.council.website)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(of.origin + of.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(of.origin + of.page)}"/>`,
    of.next === null ? '' : `<link rel="next" type="application/atom+xml" href="${xml(of.origin + of.next)}"/>`,
    ...of.entries.map((entry) => entryXml(entry, of)),
    '</feed>\n',
  ].join('');

type ListFeed = Pick<Feed, 'council' | 'origin' | 'self' | 'next'> & { register: RegisterName; items: Summary[]; query: Filters };

const lists = {
  NOTICES: { path: '/notices', title: 'Forthcoming executive decisions' },
  DECISIONS: { path: '/decisions', title: 'Executive decisions taken' },
};

/** A list, or what of it was searched for, as a feed. Each search is a feed of its own. */
export const listFeed = ({ register, items, query, ...of }: ListFeed): Feed => {
  const { path, title } = lists[register];
  const filters = filterParameters(query);
  const kept = filters.size === 0 ? '' : `?${filters}`;
  return {
    ...of,
    id: path + kept,
    page: path + kept,
    title: filters.size === 0 ? title : `${title}: ${[...filters.values()].join(', ')}`,
    entries: items.map(entryOf),
  };
};

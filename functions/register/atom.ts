import type { Council } from '../council/council.schema.ts';
import { inWords } from '../rules/local-date.ts';
import type { RegisterName, Summary } from './register-entry.ts';
import type { RegisterPage } from './register-list.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

// XML 1.0 has no way at all to write most control characters.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const xml = (text: string): string => text.toWellFormed().replace(unwritable, '').replace(/[&<>"']/g, (character) => entities[character] ?? character);

const element = (name: string, text: string): string => `<${name}>${xml(text)}</${name}>`;

export type FeedOf = { register: RegisterName; council: Pick<Council, 'name' | 'website'>; page: RegisterPage; origin: string; nextPath: string | null };

const feeds = {
  NOTICES: { path: '/notices', title: 'Forthcoming executive decisions' },
  DECISIONS: { path: '/decisions', title: 'Executive decisions taken' },
};

// A tag URI stays the same when the council moves to another address (RFC 4151).
const idOf = (website: string, path: string): string => `tag:${new URL(website).hostname},2012:${path}`;

const due = ({ decidedOn, earliestDecisionDate }: Summary): string => (decidedOn ? `Decided on ${inWords(decidedOn)}` : `Decision on or after ${inWords(earliestDecisionDate)}`);

const entryOf = (summary: Summary, { council, origin }: FeedOf): string => [
  '<entry>',
  element('id', idOf(council.website, summary.path)),
  element('title', `${summary.number} ${summary.subject}`),
  element('updated', summary.updatedAt),
  `<link rel="alternate" type="text/html" href="${xml(origin + summary.path)}"/>`,
  `<category term="${xml(summary.status.code)}" label="${xml(summary.status.words)}"/>`,
  element('summary', `${summary.status.words}. ${due(summary)} by ${summary.decisionMaker.title}.`),
  '</entry>',
].join('');

const updatedOf = ({ items }: RegisterPage): string => items.map(({ updatedAt }) => updatedAt).sort().at(-1) ?? '1970-01-01T00:00:00Z';

/** A public list as Atom 1.0 (RFC 4287), with a link to its next page (RFC 5005). `origin` is this site's own, without a slash at its end. */
export const atomFeed = (of: FeedOf): string => {
  const { path, title } = feeds[of.register];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    element('id', idOf(of.council.website, path)),
    element('title', `${title} - ${of.council.name}`),
    element('updated', updatedOf(of.page)),
    `<author>${element('name', of.council.name)}${element('uri', of.council.website)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(`${of.origin}${path}.atom`)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(of.origin + path)}"/>`,
    of.nextPath === null ? '' : `<link rel="next" type="application/atom+xml" href="${xml(of.origin + of.nextPath)}"/>`,
    ...of.page.items.map((summary) => entryOf(summary, of)),
    '</feed>\n',
  ].join('');
};

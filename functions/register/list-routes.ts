import { summaryOn } from '../record/tense.ts';
import { londonDate } from '../rules/local-date.ts';
import { preferred } from './accept.ts';
import { atomFeed, listFeed } from './atom.ts';
import { html, json, type PublicAnswer, type PublicRequest, unusable } from './public-answer.ts';
import type { PublicDeps } from './public-deps.ts';
import type { RegisterName } from './register-entry.ts';
import type { Summary } from './summary.schema.ts';
import { registerPage, type RegisterPage } from './register-list.ts';
import { registerPageOf } from './register.page.tsx';
import { cursorOf, parseRegisterQuery, queryString, type RegisterQuery } from './register-query.ts';
import { listCsv } from './list-csv.ts';

type Wanted = { register: RegisterName; path: string; query: RegisterQuery };

const addresses: Record<string, { register: RegisterName; path: string; as: 'page' | 'atom' | 'csv' }> = Object.fromEntries(
  (
    [
      ['NOTICES', '/notices'],
      ['DECISIONS', '/decisions'],
    ] as const
  ).flatMap(([register, path]) => [
    [path, { register, path, as: 'page' }],
    [`${path}.atom`, { register, path, as: 'atom' }],
    [`${path}.csv`, { register, path, as: 'csv' }],
  ]),
);

const pageOf = async ({ store, council, now }: PublicDeps, { register, query }: Wanted): Promise<RegisterPage> => {
  const { items, next } = await registerPage(store, await council(), register, query);
  const today = londonDate(now());
  return { items: items.map((line) => summaryOn(line, today)), next };
};

const feed = async (deps: PublicDeps, wanted: Wanted): Promise<PublicAnswer> => {
  const page = await pageOf(deps, wanted);
  const { path, query, register } = wanted;
  const at = (cursor: string | null) => `${path}.atom${queryString(query, cursor)}`;
  const feed = listFeed({
    register,
    council: await deps.council(),
    origin: deps.origin,
    self: at(query.cursor === undefined ? null : cursorOf(query.cursor)),
    next: page.next && at(page.next),
    items: page.items,
    query,
  });
  return { status: 200, contentType: 'application/atom+xml; charset=utf-8', body: atomFeed(feed) };
};

// A file is for reading whole: ten pages of a hundred, and an address to go on from.
const mostPages = 10;

const file = async (deps: PublicDeps, wanted: Wanted): Promise<PublicAnswer> => {
  const items: Summary[] = [];
  let cursor = wanted.query.cursor;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await pageOf(deps, { ...wanted, query: { ...wanted.query, limit: 100, cursor } });
    items.push(...page.items);
    cursor = page.next === null ? undefined : Buffer.from(page.next, 'base64url').toString('utf8');
    if (cursor === undefined) break;
  }
  const next: Record<string, string> =
    cursor === undefined ? {} : { link: `<${deps.origin}${wanted.path}.csv${queryString(wanted.query, cursorOf(cursor))}>; rel="next"` };
  return {
    status: 200,
    contentType: 'text/csv; charset=utf-8; header=present',
    body: listCsv(items, deps.origin),
    headers: { 'content-disposition': `attachment; filename="${wanted.path.slice(1)}.csv"`, ...next },
  };
};

const page = async (request: PublicRequest, deps: PublicDeps, wanted: Wanted): Promise<PublicAnswer> => {
  const page = await pageOf(deps, wanted);
  if (preferred(request.headers.accept, ['application/json', 'text/html']) === 'application/json') return json(page);
  return html(
    registerPageOf({ register: wanted.register, council: await deps.council(), query: wanted.query, page, today: londonDate(deps.now()) }),
  );
};

/** A public list as a page, data, a feed or a file, narrowed by what was asked; null where the address is no list's. */
export const listAnswer = async (request: PublicRequest, deps: PublicDeps): Promise<PublicAnswer | null> => {
  const address = Object.hasOwn(addresses, request.rawPath) ? addresses[request.rawPath] : undefined;
  if (!address) return null;
  const parsed = parseRegisterQuery(request.queryStringParameters ?? {});
  if (!parsed.ok) return unusable(deps.origin, parsed.faults);
  const wanted = { ...address, query: parsed.query };
  return address.as === 'atom' ? feed(deps, wanted) : address.as === 'csv' ? file(deps, wanted) : page(request, deps, wanted);
};

import type { Council } from '../council/council.schema.ts';
import { recordPage } from '../record/record.page.tsx';
import { preferred } from './accept.ts';
import { atomFeed } from './atom.ts';
import { homePage, notFoundPage } from './home.page.tsx';
import { html, json, problem, type PublicAnswer, type PublicRequest } from './public-answer.ts';
import type { RegisterName } from './register-entry.ts';
import { type PublicStore, registerPage } from './register-list.ts';
import { registerPageOf } from './register.page.tsx';
import { parseRegisterQuery, queryString } from './register-query.ts';

export type PublicDeps = { store: PublicStore; council: () => Promise<Council>; /** This site's own address, with no slash at its end. */ origin: string };

const registerAt: Record<string, RegisterName> = { '/notices': 'NOTICES', '/decisions': 'DECISIONS' };

const notFound = (request: PublicRequest, council: Council, origin: string): PublicAnswer =>
  preferred(request.headers.accept, ['text/html', 'application/json']) === 'text/html' && !request.rawPath.endsWith('.json')
    ? html(notFoundPage(council), 404)
    : problem(origin, 404, 'not-found', 'Not found', 'There is no public page at this address.');

const list = async (request: PublicRequest, path: string, isFeed: boolean, { store, council, origin }: PublicDeps): Promise<PublicAnswer | null> => {
  const register = registerAt[path];
  if (!register) return null;
  const parsed = parseRegisterQuery(request.queryStringParameters ?? {});
  if (!parsed.ok) return problem(origin, 400, 'valid-request', 'Some of what you sent cannot be used', 'Some of what you asked for cannot be used.', { errors: parsed.faults });
  const page = await registerPage(store, register, parsed.query);
  if (isFeed) {
    const nextPath = page.next && `${path}.atom${queryString(parsed.query, page.next)}`;
    return { status: 200, contentType: 'application/atom+xml; charset=utf-8', body: atomFeed({ register, council: await council(), page, origin, nextPath }) };
  }
  if (preferred(request.headers.accept, ['application/json', 'text/html']) === 'application/json') return json(page);
  return html(registerPageOf({ register, council: await council(), query: parsed.query, page }));
};

const decision = async (request: PublicRequest, number: string, isData: boolean, { store, council }: PublicDeps): Promise<PublicAnswer | null> => {
  const publication = await store.publicationOf(number);
  if (publication === null) return null;
  if (isData || preferred(request.headers.accept, ['text/html', 'application/json']) === 'application/json') return json(publication);
  return html(recordPage(publication, await council()));
};

const answerOf = async (request: PublicRequest, deps: PublicDeps): Promise<PublicAnswer | null> => {
  const { rawPath } = request;
  if (rawPath === '/') return html(homePage(await deps.council()));
  const [, year, serial, suffix] = /^\/decisions\/(\d\d)\/(\d{5})(\.json)?$/.exec(rawPath) ?? [];
  if (year && serial) return decision(request, `${year}/${serial}`, suffix === '.json', deps);
  const isFeed = rawPath.endsWith('.atom');
  return list(request, isFeed ? rawPath.slice(0, -'.atom'.length) : rawPath, isFeed, deps);
};

/**
 * The answer to a public request: the front page, a list or a decision, as the sender likes to read it. A number that
 * is not there and one that is not public get the same 404, so nobody can learn from it what is being prepared.
 */
export const publicAnswer = async (request: PublicRequest, deps: PublicDeps): Promise<PublicAnswer> =>
  (await answerOf(request, deps)) ?? notFound(request, await deps.council(), deps.origin);

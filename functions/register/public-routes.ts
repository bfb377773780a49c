import type { Council } from '../council/council.schema.ts';
import { accessibilityPage } from '../page/accessibility.page.tsx';
import { preferred } from './accept.ts';
import { decisionAnswer } from './decision-routes.ts';
import { listAnswer } from './list-routes.ts';
import { changesAnswer, robotsAnswer, searchAnswer, sitemapAnswer, urgencyAnswer } from './search-routes.ts';
import { homePage, notFoundPage } from './home.page.tsx';
import { html, problem, type PublicAnswer, type PublicRequest } from './public-answer.ts';
import type { Answering, PublicDeps } from './public-deps.ts';

const notFound = (request: PublicRequest, council: Council, origin: string): PublicAnswer =>
  preferred(request.headers.accept, ['text/html', 'application/json']) === 'text/html' && !/^\/api(\/|$)|\.json$/.test(request.rawPath)
    ? html(notFoundPage(council), 404)
    : problem(origin, 404, 'not-found', 'Not found', 'There is nothing at this address.');

const fixed: Record<string, Answering> = {
  '/': async (_, { council }) => html(homePage(await council())),
  '/accessibility': async (_, { council }) => html(accessibilityPage(await council())),
  '/search': searchAnswer,
  '/search.atom': searchAnswer,
  '/changes': changesAnswer,
  '/urgency-report': urgencyAnswer,
  '/sitemap.xml': sitemapAnswer,
  '/robots.txt': robotsAnswer,
};

const answerOf: Answering = async (request, deps) => {
  const { method, rawPath } = request;
  // What is sent to a page that can only be read has no route, and comes here with all else that has none.
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (Object.hasOwn(fixed, rawPath)) return fixed[rawPath]?.(request, deps) ?? null;
  return rawPath.startsWith('/decisions/') ? decisionAnswer(request, deps) : listAnswer(request, deps);
};

/**
 * The answer to a public request: the front page, a list, a search or a decision, as the sender likes to read it. A number
 * that is not there and one that is not public get the same 404, so nobody can learn from it what is being prepared; so does whatever
 * else is at no address of the system.
 */
export const publicAnswer = async (request: PublicRequest, deps: PublicDeps): Promise<PublicAnswer> =>
  (await answerOf(request, deps)) ?? notFound(request, await deps.council(), deps.origin);

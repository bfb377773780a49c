import type { Council } from '../council/council.schema.ts';
import { type PageAnswer, privatePage } from '../link/private-page.ts';
import { refusedRequest } from '../link/link-request.ts';
import type { AskedFrom } from './asked-from.ts';
import { interestsSchema, subscribeForm, unknownTo } from './subscription.schema.ts';
import { readSubscriptionLink } from './subscription-links.ts';
import {
  begunPage,
  checkEmailPage,
  confirmPage,
  expiredPage,
  stoppedPage,
  stopPage,
  subscribePage,
  tooManyPage,
} from './subscription.page.tsx';
import { askToConfirm, awaited, begin, type Subscribing } from './subscribing.ts';

export type SubscriptionRequest = {
  method: string;
  path: string;
  link: string;
  headers: Record<string, string | undefined>;
  query: Record<string, string | undefined>;
  body: string;
  from: AskedFrom[];
};

const filledIn = (fields: Iterable<[string, string | undefined]>) =>
  Object.fromEntries([...fields].filter(([, value]) => value !== undefined && value.trim() !== ''));

// Where a person's browser is made to post from another site, nothing is done.
const isFromElsewhere = ({ method, headers, body, link }: SubscriptionRequest, publicUrl: string): boolean =>
  refusedRequest({ method, headers, body, token: link }, publicUrl) !== null;

// As long as its page says.
const anHour = { 'retry-after': '3600' };

const form = async (request: SubscriptionRequest, deps: Subscribing, council: Council): Promise<PageAnswer> => {
  if (request.method !== 'POST')
    return privatePage(200, subscribePage(council, interestsSchema.safeParse(filledIn(Object.entries(request.query))).data ?? {}));
  if (isFromElsewhere(request, deps.publicUrl)) return privatePage(403, subscribePage(council, {}));
  const sent = filledIn(new URLSearchParams(request.body));
  const parsed = subscribeForm.safeParse(sent);
  const faults = parsed.success
    ? unknownTo(council, parsed.data)
    : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  if (!parsed.success || faults.length > 0) return privatePage(422, subscribePage(council, sent, faults));
  if (await askToConfirm(deps, parsed.data, request.from)) return privatePage(200, checkEmailPage(council));
  const tooMany = privatePage(429, tooManyPage(council));
  return { ...tooMany, headers: { ...tooMany.headers, ...anHour } };
};

const confirm = async (request: SubscriptionRequest, deps: Subscribing, council: Council): Promise<PageAnswer> => {
  const id = readSubscriptionLink('confirm', request.link, await deps.loadLinkSecrets());
  const isPost = request.method === 'POST';
  if (isPost && isFromElsewhere(request, deps.publicUrl)) return privatePage(403, expiredPage(council));
  const pending = id === null ? null : isPost ? await begin(deps, id) : await awaited(deps, id);
  if (pending === null) return privatePage(404, expiredPage(council));
  return privatePage(200, isPost ? begunPage(council, pending.interests) : confirmPage(council, pending.interests));
};

// RFC 8058 has a mail provider post this with no cookie, no page before it and no question after it.
const stop = async (request: SubscriptionRequest, deps: Subscribing, council: Council): Promise<PageAnswer> => {
  const id = readSubscriptionLink('stop', request.link, await deps.loadLinkSecrets());
  if (id === null) return privatePage(404, expiredPage(council));
  if (request.method !== 'POST') return privatePage(200, stopPage(council));
  await deps.store.forget(id, deps.now());
  return privatePage(200, stoppedPage(council));
};

/** The answer to a request about a subscription. GET changes nothing; nothing says whether an address subscribes. */
export const subscriptionAnswer = async (request: SubscriptionRequest, deps: Subscribing): Promise<PageAnswer> => {
  const council = await deps.council();
  if (request.path.startsWith('/subscriptions/confirm/')) return confirm(request, deps, council);
  return request.path.startsWith('/subscriptions/stop/') ? stop(request, deps, council) : form(request, deps, council);
};

import { randomUUID } from 'node:crypto';
import type { Council } from '../council/council.schema.ts';
import type { SendEmail } from '../email/email-sender.ts';
import type { LinkSecrets } from '../link/macs.ts';
import { isSameAddress } from '../rules/alike.ts';
import type { Instant } from '../rules/local-date.ts';
import type { AskedFrom } from './asked-from.ts';
import type { Pending, SubscribeForm, Subscriber } from './subscription.schema.ts';
import { subscriptionLink } from './subscription-links.ts';
import { subscriptionKey, subscriptionTag } from './subscription-tag.ts';
import { type SubscriptionMail, subscriptionMime } from './subscription-mail.tsx';
import type { SubscriptionStore } from './subscription-store.ts';
import { interestsInWords } from './subscription-words.ts';

/** What subscriptions take. */
export type Subscribing = {
  store: SubscriptionStore;
  council: () => Promise<Council>;
  send: SendEmail;
  loadLinkSecrets: () => Promise<LinkSecrets>;
  /** The number of the last change published. */
  lastChange: () => Promise<number>;
  now: () => Instant;
  publicUrl: string;
  from?: string | undefined;
};

/** Sends an email to a subscriber; false where it is refused for good. */
export const sendTo = async (
  deps: Subscribing,
  id: string,
  key: string,
  { stop, ...mail }: Omit<SubscriptionMail, 'stop'> & { stop: string },
): Promise<boolean> => {
  const council = await deps.council();
  const from = deps.from ?? council.email.from;
  const raw = await subscriptionMime({ ...mail, stop }, { council, from, publicUrl: deps.publicUrl, at: deps.now() });
  return (await deps.send({ raw, from, to: mail.to, decisionId: subscriptionTag, key: subscriptionKey(id, key) })).accepted;
};

// Whoever asked may be a stranger to this reader, and is not to speak to them in the council's name.
const unquoted = (): string => 'about words that were typed, which the link shows';

const sendConfirming = async (deps: Subscribing, { email, ...interests }: SubscribeForm): Promise<void> => {
  const [id, now] = [randomUUID(), deps.now()];
  const [secrets, council] = await Promise.all([deps.loadLinkSecrets(), deps.council()]);
  await deps.store.addPending(id, { email, interests }, now);
  await sendTo(deps, id, 'confirm', {
    kind: 'confirm-subscription',
    to: email,
    subject: 'Do you want to be told of decisions by email?',
    paragraphs: [
      `Somebody, we hope you, asked for this address to be told of ${interestsInWords(interests, council, unquoted)}. One email a day at most. If you get such emails from us already, these take their place.`,
      'If it was not you, do nothing. The address is forgotten in two days.',
    ],
    lines: [{ words: 'Yes, begin these emails', href: deps.publicUrl + subscriptionLink('confirm', id, secrets) }],
    after: 'Not you?',
    stop: deps.publicUrl + subscriptionLink('stop', id, secrets),
  });
};

/**
 * Writes to an address that asked to be told, once in a day at most; nothing more is sent until it says yes. What could not be sent can be
 * asked for again at once. False where so many have asked in this hour, from anywhere or from here, that nobody is written to before the
 * next.
 */
export const askToConfirm = async (deps: Subscribing, asked: SubscribeForm, from: AskedFrom[]): Promise<boolean> => {
  const { store, now } = deps;
  // Looked at before the address is, so that whoever is turned away learns nothing of any address.
  if (!(await store.hasRoom(now(), from))) return false;
  if (!(await store.mayAsk(asked.email, now()))) return true;
  try {
    const hasTaken = await store.takeRoom(now(), from);
    await (hasTaken ? sendConfirming(deps, asked) : store.wasNotAsked(asked.email, now()));
    return hasTaken;
  } catch (fault) {
    await store.wasNotAsked(asked.email, now());
    throw fault;
  }
};

/** What a link would begin, or has begun; null where it is too old or was stopped. */
export const awaited = async ({ store, now }: Subscribing, id: string): Promise<Pending | null> =>
  (await store.pending(id, now())) ?? store.subscriber(id);

const othersOf = async ({ store }: Subscribing, id: string, email: string): Promise<Subscriber[]> =>
  (await store.all()).filter((other) => other.id !== id && isSameAddress(other.email, email));

/**
 * Begins a subscription with what is published from now on; again, it does nothing. It takes the place of any earlier one of the same
 * address, and begins with what that had yet to tell: one email a day at most, and one link that stops them. Null where the link is too
 * old.
 */
export const begin = async (deps: Subscribing, id: string): Promise<Pending | null> => {
  const pending = await awaited(deps, id);
  if (!pending) return null;
  const { store, now } = deps;
  const { email, interests } = pending;
  const others = await othersOf(deps, id, email);
  if (!(await store.subscriber(id))) {
    const cursor = Math.min(await deps.lastChange(), ...others.map((other) => other.cursor));
    await store.confirm(id, { email, interests, cursor, since: now() }, now());
  }
  for (const other of others) await store.forget(other.id, now());
  return pending;
};

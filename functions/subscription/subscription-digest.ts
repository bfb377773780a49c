import { counted } from '../rules/counted.ts';
import type { Council } from '../council/council.schema.ts';
import { concurrently } from '../platform/concurrently.ts';
import type { Summary } from '../register/summary.schema.ts';
import { clausesOf } from '../search/asked-terms.ts';
import type { Change } from '../search/postings.ts';
import { londonDate, inWords } from '../rules/local-date.ts';
import type { Subscriber } from './subscription.schema.ts';
import { subscriptionLink } from './subscription-links.ts';
import { sendTo, type Subscribing } from './subscribing.ts';
import { interestsInWords } from './subscription-words.ts';

/** A decision as a digest tells of it, and what it can be found by. */
export type Told = { summary: Summary; terms: ReadonlySet<string> };

export type Digesting = Subscribing & {
  changesAfter: (cursor: number, limit: number) => Promise<Change[]>;
  told: (number: string) => Promise<Told | null>;
};

// More than a council publishes in a month; what is beyond it comes the next day.
const mostChanges = 1000;
const mostLines = 50;
const atOnce = 5;

const matches = ({ terms }: Told, { interests }: Subscriber, council: Council): boolean =>
  clausesOf({ ...interests, urgency: undefined, status: undefined }, council).every((clause) => clause.some((term) => terms.has(term)));

const lineOf = ({ summary }: Told, publicUrl: string) => ({
  words: `${summary.number} ${summary.subject}: ${summary.status.words.toLowerCase()}`,
  href: publicUrl + summary.path,
});

const mailTo = async (deps: Digesting, { id, email, interests }: Subscriber, found: Told[], council: Council) => ({
  kind: 'subscription-digest' as const,
  to: email,
  subject: `${counted(found.length, 'decision')} published or changed, ${inWords(londonDate(deps.now()))}`,
  paragraphs: [`Published or changed since we last wrote, of ${interestsInWords(interests, council)}:`],
  lines: found.slice(0, mostLines).map((each) => lineOf(each, deps.publicUrl)),
  after: found.length > mostLines ? `And ${found.length - mostLines} more, at ${deps.publicUrl}/changes.` : 'You asked for these emails.',
  stop: deps.publicUrl + subscriptionLink('stop', id, await deps.loadLinkSecrets()),
});

// Claimed before it is sent, so that two runs at once send one email, and moved on after: whoever a run that dies had not told is told by the
// next one.
const tell = async (deps: Digesting, subscriber: Subscriber, found: Told[], cursor: number): Promise<void> => {
  const { store, now } = deps;
  if (found.length === 0) return void (await store.moveOn(subscriber, cursor));
  if (!(await store.claim(subscriber, now()))) return;
  const mail = await mailTo(deps, subscriber, found, await deps.council());
  const isTaken = await sendTo(deps, subscriber.id, String(cursor), mail).catch(async (fault: unknown) => {
    await store.moveOn(subscriber, subscriber.cursor);
    throw fault;
  });
  await (isTaken ? store.moveOn(subscriber, cursor) : store.forget(subscriber.id, now()));
};

/**
 * Sends every subscriber one email about what was published or changed since the last and is of interest to them; none where
 * nothing is. An address that refuses email for good is forgotten. Throws when any may yet be sent, so that it is run again.
 */
export const sendDigests = async (deps: Digesting): Promise<void> => {
  const [subscribers, council] = await Promise.all([deps.store.all(), deps.council()]);
  if (subscribers.length === 0) return;
  const changes = await deps.changesAfter(Math.min(...subscribers.map(({ cursor }) => cursor)), mostChanges);
  const last = changes.at(-1)?.sequence;
  if (last === undefined) return;
  const told = await Promise.all(changes.map(async ({ sequence, number }) => ({ sequence, told: await deps.told(number) })));
  const { failed } = await concurrently(
    subscribers.filter(({ cursor }) => cursor < last),
    atOnce,
    (subscriber) =>
      tell(
        deps,
        subscriber,
        told.flatMap(({ sequence, told: each }) =>
          each && sequence > subscriber.cursor && matches(each, subscriber, council) ? [each] : [],
        ),
        last,
      ),
  );
  if (failed.length > 0)
    throw new AggregateError(
      failed.map(({ fault }) => fault),
      `${failed.length} of ${subscribers.length} digests were not sent`,
    );
};

import type { Council } from '../council/council.schema.ts';
import { answering, isUnanswered, stepOf } from '../decision/steps.ts';
import { linkFor } from '../link/links.ts';
import type { LinkSecrets } from '../link/macs.ts';
import { secondsAfter } from '../platform/clock.ts';
import { about } from '../platform/log/correlation.ts';
import { concurrently } from '../platform/concurrently.ts';
import { announcedMoment, type Moment } from '../platform/store/decision-history.ts';
import type { DecisionReader } from '../platform/store/decision-reader.ts';
import { logger } from '../platform/log/logger.ts';
import { count } from '../platform/log/metrics.ts';
import type { Instant } from '../rules/local-date.ts';
import type { SendEmail } from './email-sender.ts';
import { emailKey } from './email-item.ts';
import type { EmailId, EmailStore, NewEmail } from './email-store.ts';
import type { Letter } from './letter.ts';
import { lettersFor } from './letters.ts';
import { mimeOf } from './mime.ts';
import { renderLetter } from './render-letter.tsx';
import type { Undelivered } from './undeliverable.ts';

export type Sending = {
  store: Pick<DecisionReader, 'load' | 'moment'>;
  loadCouncil: () => Promise<Council>;
  now: () => Instant;
  emails: EmailStore;
  send: SendEmail;
  undelivered: Undelivered;
  loadLinkSecrets: () => Promise<LinkSecrets>;
  pause: (milliseconds: number) => Promise<void>;
  publicUrl: string;
  /** The address that this deployment may send from; the council's own where none is set. */
  from?: string | undefined;
};

type Task = { letter: Letter; council: Council; email: NewEmail; isMoot?: boolean };

// Longer than SES can keep us waiting, twice over; short enough that a crash delays an email by less than half a minute.
const leaseSeconds = 20;
const atOnce = 5;

/** Somebody else has been sending this email for longer than anybody can; the record is to be tried again. */
class StillBeingSent extends Error {
  override readonly name = 'StillBeingSent';
}

const newEmail = (letter: Letter, { event, decision }: Moment): NewEmail => {
  const { stepId, to, kind, subject } = letter;
  const step = stepId === undefined ? null : stepOf(decision, stepId);
  return {
    decisionId: decision.id,
    key: emailKey(event.sequence, letter),
    to: { name: to.name, email: to.email },
    kind,
    subject,
    stepId,
    issue: step?.issue,
    sequence: event.sequence,
  };
};

const linkOf = async ({ loadLinkSecrets }: Sending, { decisionId, stepId, issue }: NewEmail): Promise<string | undefined> =>
  stepId === undefined || issue === undefined ? undefined : linkFor({ decisionId, stepId, issue }, await loadLinkSecrets());

const handOver = async (sending: Sending, { letter, council, email }: Task) => {
  const { publicUrl, send, now } = sending;
  const link = await linkOf(sending, email);
  const { text, html, calendar } = renderLetter(letter, { council, publicUrl, link });
  const from = sending.from ?? council.email.from;
  const raw = await mimeOf({
    ...email,
    text,
    html,
    at: now(),
    host: new URL(publicUrl).hostname,
    replyTo: council.email.replyTo,
    from: { name: council.name, address: from },
    to: { name: email.to.name, address: email.to.email },
    calendar: calendar === undefined ? undefined : { filename: `${letter.calendar?.date ?? 'date'}.ics`, content: calendar },
  });
  return send({ raw, from, to: email.to.email, decisionId: email.decisionId, key: email.key });
};

const fail = async (sending: Sending, email: NewEmail, reason: string): Promise<void> => {
  // The step first: an email already marked failed is never looked at again.
  await sending.undelivered(
    email,
    reason === 'suppressed' ? 'This address refused an earlier email for good, so nothing was sent to it.' : reason,
  );
  await sending.emails.record(email, 'failedAt', sending.now(), { reason });
  count('MailUndelivered', 1);
  logger.warn('An email was not delivered', { kind: email.kind, email: email.key });
};

// The claim is given up at once when sending failed, so that the next try need not wait for it to run out.
const released = async <T>({ emails }: Sending, id: EmailId, act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (fault) {
    await emails
      .release(id, fault instanceof Error ? fault.name : 'Not sent')
      .catch((other: unknown) => logger.warn('A claim could not be given up', { fault: String(other) }));
    throw fault;
  }
};

const claimed = async ({ emails, now, pause }: Sending, email: NewEmail): Promise<boolean> => {
  const claim = () => emails.claim(email, now(), secondsAfter(now(), leaseSeconds));
  const first = await claim();
  if (typeof first === 'string') return first === 'ours';
  // A container that died with the claim cannot give it up. Its time is waited out here, since retries are few.
  await pause(Math.min(leaseSeconds * 1000, Math.max(0, Date.parse(first.heldUntil) - Date.parse(now()))) + 50);
  const second = await claim();
  if (typeof second !== 'string') throw new StillBeingSent(`Email ${email.key} of decision ${email.decisionId} is still being sent`);
  return second === 'ours';
};

// Nothing is undelivered that nobody needs, so nobody is told. An earlier try may have gone out all the same.
const giveUp = async ({ emails, now }: Sending, email: NewEmail): Promise<void> => {
  await emails.record(email, 'failedAt', now(), { reason: 'Given up, since what it asks is asked no more.' });
};

/** Sends one letter once, by claim, however often it is asked, unless it is moot. Throws when it may yet be sent. */
export const sendLetter = async (sending: Sending, task: Task): Promise<void> => {
  const { email } = task;
  if (!(await claimed(sending, email))) return;
  if (task.isMoot) return giveUp(sending, email);
  if (await sending.emails.isSuppressed(email.to.email)) return fail(sending, email, 'suppressed');
  const handed = await released(sending, email, () => handOver(sending, task));
  if (!handed.accepted) return fail(sending, email, handed.reason);
  await sending.emails.record(email, 'sentAt', sending.now(), { messageId: handed.messageId });
  count('MailSent', 1);
  logger.info('Email handed over', { kind: email.kind, email: email.key });
};

// Here and not where the clerk asked, so that what lifts and what is then sent cannot overtake one another.
const lifted = async ({ emails }: Sending, { event: { happening, at }, decision }: Moment): Promise<void> => {
  const step = happening.type === 'link-reissued' && happening.lifted !== undefined ? stepOf(decision, happening.stepId) : null;
  if (step) await emails.lift(answering(step).email, at);
};

// What is announced hours or days late, out of what was parked, may ask for what was answered, withdrawn or asked afresh meanwhile.
const isMoot = ({ now }: Moment, { stepId, issue }: NewEmail): boolean => {
  const step = stepId === undefined ? null : stepOf(now, stepId);
  return step !== null && !(isUnanswered(step) && step.issue === issue);
};

/**
 * Sends every letter that an event calls for, each once however often it is asked. Throws when any may yet be sent, so
 * that the event is announced again. Refused for good is `failed` and not tried again; so is what asks for something asked no more.
 */
export const sendLetters = async (sending: Sending, decisionId: string, sequence: number): Promise<void> => {
  const moment = await announcedMoment(sending.store, decisionId, sequence);
  about(moment.decision);
  const council = await sending.loadCouncil();
  await lifted(sending, moment);
  const tasks = lettersFor(moment.event, moment.decision, council).map((letter): Task => {
    const email = newEmail(letter, moment);
    return { letter, council, email, isMoot: isMoot(moment, email) };
  });
  const { failed } = await concurrently(tasks, atOnce, (task) => sendLetter(sending, task));
  if (failed.length > 0)
    throw new AggregateError(
      failed.map(({ fault }) => fault),
      `${failed.length} of ${tasks.length} emails of event ${sequence} of decision ${decisionId} were not sent`,
    );
};

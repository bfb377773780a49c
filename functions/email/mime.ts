import MailComposer from 'nodemailer/lib/mail-composer';
import type { Instant } from '../rules/local-date.ts';

type Address = { name: string; address: string };

/** One email, ready to be put into words that mail systems read. */
export type Message = {
  decisionId: string;
  key: string;
  kind: string;
  from: Address;
  replyTo: string;
  to: Address;
  subject: string;
  text: string;
  html: string;
  calendar?: { filename: string; content: string } | undefined;
  /** The host that names our threads and lists. */
  host: string;
  at: Instant;
};

const mostOfSubject = 300;

/** One line with no control character or broken half of a character in it: nothing that could begin another header. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();

const subjectOf = (subject: string): string => [...oneLine(subject)].slice(0, mostOfSubject).join('');

// SES gives each message an id of its own, so a thread hangs on an id that no message has and all refer to.
const threadOf = ({ decisionId, host }: Message): string => `<decision-${decisionId}@${host}>`;

const headersOf = (message: Message): Record<string, string> => ({
  'X-Clear-Days-Kind': message.kind,
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
  'List-Id': `Executive decisions <decisions.${message.host}>`,
  'X-SES-MESSAGE-TAGS': `decision=${message.decisionId}, email=${message.key}`,
});

const attached = ({ calendar }: Message) =>
  calendar ? [{ filename: calendar.filename, content: calendar.content, contentType: 'text/calendar; charset=utf-8; method=PUBLISH' }] : [];

const named = ({ name, address }: Address): Address => ({ name: oneLine(name), address });

type Options = NonNullable<ConstructorParameters<typeof MailComposer>[0]>;
type People = 'from' | 'sender' | 'to' | 'cc' | 'bcc' | 'replyTo' | 'envelope';

/** What a message is made of. Whom it is from and to is stated, and never read out of text. */
type Composed = Omit<Options, People> & { from: Address; to: Address; replyTo?: Address };

/** An address that no name stands beside. */
export const unnamed = (address: string): Address => ({ name: '', address });

/** A message as RFC 5322 and MIME have it. Every line ends in CRLF: some mail systems refuse a letter in which one does not. */
export const composed = (message: Composed): Promise<Buffer> =>
  new MailComposer({
    ...message,
    newline: 'windows',
    // Nothing in a letter may make this machine read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();

/** A letter about a decision: text and HTML, a calendar file where there is one, one thread a decision. */
export const mimeOf = (message: Message): Promise<Buffer> => {
  const { from, replyTo, to, subject, text, html, at } = message;
  const thread = threadOf(message);
  return composed({
    from: named(from),
    to: named(to),
    replyTo: unnamed(replyTo),
    subject: subjectOf(subject),
    text,
    html,
    date: new Date(at),
    inReplyTo: thread,
    references: [thread],
    headers: headersOf(message),
    attachments: attached(message),
  });
};

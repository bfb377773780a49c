import type { JSX } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Council } from '../council/council.schema.ts';
import { composed, oneLine, unnamed } from '../email/mime.ts';
import type { Instant } from '../rules/local-date.ts';

export type Line = { words: string; href: string };

/** An email to a subscriber: what it says, what it links to, and the address that stops it. */
export type SubscriptionMail = {
  kind: 'confirm-subscription' | 'subscription-digest';
  to: string;
  subject: string;
  paragraphs: string[];
  lines: Line[];
  stop: string;
  after: string;
};

type Sent = { council: Council; from: string; publicUrl: string; at: Instant };

const Body = ({ mail, council }: { mail: SubscriptionMail; council: Council }): JSX.Element => (
  <html lang="en-GB">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{mail.subject}</title>
    </head>
    <body style="margin:0;padding:16px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere;word-break:break-word">
      <main style="max-width:600px">
        <p style={`margin:0 0 16px;padding:0 0 8px;border-bottom:4px solid ${council.colour};font-weight:bold`}>{council.name}</p>
        <h1 style="margin:0 0 16px;font-size:22px;line-height:1.25">{mail.subject}</h1>
        {mail.paragraphs.map((words) => (
          <p style="margin:0 0 16px">{words}</p>
        ))}
        <ul>
          {mail.lines.map(({ words, href }) => (
            <li style="margin:0 0 12px">
              <a href={href}>{words}</a>
            </li>
          ))}
        </ul>
        <p style="margin:0 0 16px">
          {mail.after} <a href={mail.stop}>Stop these emails</a>.
        </p>
      </main>
    </body>
  </html>
);

const textOf = ({ subject, paragraphs, lines, after, stop }: SubscriptionMail, name: string): string =>
  [name, subject, ...paragraphs, ...lines.map(({ words, href }) => `* ${words}\n  ${href}`), after, `Stop these emails: ${stop}`].join(
    '\n\n',
  );

/** The message as mail systems take it, with a link that stops it in one click (RFC 8058), which SES signs with the rest. */
export const subscriptionMime = (mail: SubscriptionMail, { council, from, publicUrl, at }: Sent): Promise<Buffer> =>
  composed({
    from: { name: oneLine(council.name), address: from },
    to: unnamed(mail.to),
    replyTo: unnamed(council.email.replyTo),
    subject: oneLine(mail.subject),
    text: textOf(mail, council.name),
    html: `<!doctype html>\n${renderToStaticMarkup(<Body mail={mail} council={council} />)}\n`,
    date: new Date(at),
    headers: {
      'X-Clear-Days-Kind': mail.kind,
      'Auto-Submitted': 'auto-generated',
      'List-Id': `Executive decisions <subscriptions.${new URL(publicUrl).hostname}>`,
      'List-Unsubscribe': `<${mail.stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  });

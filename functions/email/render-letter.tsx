import type { ComponentChildren, JSX } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Council } from '../council/council.schema.ts';
import { shortFingerprint } from '../decision/fingerprint.ts';
import type { WordChange } from '../link/word-changes.ts';
import { textOn } from '../page/assets.ts';
import { inWordsWithDay } from '../rules/local-date.ts';
import { calendarFile } from './calendar.ts';
import type { Letter } from './letter.ts';
import { letterText } from './letter-text.ts';

type Sent = { council: Pick<Council, 'name' | 'colour'>; publicUrl: string; link?: string | undefined };

// No colour is set for text or background, so that a mail reader's dark mode stays in charge; what has a colour has both.
const body =
  'margin:0;padding:16px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere;word-break:break-word';
const added = 'background-color:#dcf3e4;color:#00582f;text-decoration:underline;font-weight:bold';
const removed = 'background-color:#fbe3df;color:#8a1f11;text-decoration:line-through';

const Lines = ({ text }: { text: string }): JSX.Element => (
  <>
    {text.split(/\r\n|\r|\n/).map((line, at) =>
      at === 0 ? (
        line
      ) : (
        <>
          <br />
          {line}
        </>
      ),
    )}
  </>
);

const Paragraph = ({ children }: { children: ComponentChildren }): JSX.Element => <p style="margin:0 0 16px">{children}</p>;

const Mark = ({ kind, words }: WordChange): JSX.Element => {
  if (kind === 'same') return <Lines text={words} />;
  return kind === 'added' ? (
    <ins style={added}>
      <Lines text={words} />
    </ins>
  ) : (
    <del style={removed}>
      <Lines text={words} />
    </del>
  );
};

const Changes = ({ changes }: { changes: NonNullable<Letter['changes']> }): JSX.Element => (
  <>
    <Paragraph>
      Words <ins style={added}>underlined</ins> were added. Words <del style={removed}>struck through</del> were removed.
    </Paragraph>
    {changes.map(({ part, words }) => (
      <Paragraph>
        <strong>{part}, changed</strong>
        <br />
        {words.map((change) => (
          <Mark {...change} />
        ))}
      </Paragraph>
    ))}
  </>
);

// Outlook on Windows pads a table cell and nothing else, so the button is one.
const Button = ({ label, address, colour }: { label: string; address: string; colour: string }): JSX.Element => (
  <table role="presentation" cellPadding="0" cellSpacing="0" style="margin:0 0 16px;border:0">
    <tr>
      <td style={`background-color:${colour};padding:12px 20px`}>
        <a href={address} style={`color:${textOn(colour.slice(1))};font-weight:bold;text-decoration:none`}>
          {label}
        </a>
      </td>
    </tr>
  </table>
);

const Action = ({ letter, address, colour }: { letter: Letter; address: string; colour: string }): JSX.Element => (
  <>
    <Button label={letter.action?.label ?? ''} address={address} colour={colour} />
    <Paragraph>
      If the button does not work, copy this address: {address}
      {letter.stepId && (
        <>
          <br />
          This link is for you alone. Please do not forward it.
        </>
      )}
    </Paragraph>
  </>
);

const Content = ({ letter, address, council }: { letter: Letter; address: string | null; council: Sent['council'] }): JSX.Element => (
  <main style="max-width:600px">
    <p style={`margin:0 0 16px;padding:0 0 8px;border-bottom:4px solid ${council.colour};font-weight:bold`}>{council.name}</p>
    <Paragraph>{letter.greeting},</Paragraph>
    <h1 style="margin:0 0 16px;font-size:22px;line-height:1.25">{letter.heading}</h1>
    {letter.paragraphs.map((text) => (
      <Paragraph>
        <Lines text={text} />
      </Paragraph>
    ))}
    {letter.byWhen && (
      <Paragraph>
        <strong>By when:</strong> {inWordsWithDay(letter.byWhen)}
      </Paragraph>
    )}
    {address && <Action letter={letter} address={address} colour={council.colour} />}
    {letter.facts.map(({ term, value, address: to }) => (
      <Paragraph>
        <strong>{term}</strong>
        <br />
        {to ? (
          <a href={to}>
            <Lines text={value} />
          </a>
        ) : (
          <Lines text={value} />
        )}
      </Paragraph>
    ))}
    {letter.changes && <Changes changes={letter.changes} />}
    <h2 style="margin:0 0 8px;font-size:18px;line-height:1.25">What happens next</h2>
    <Paragraph>{letter.whatHappensNext}</Paragraph>
    {letter.fingerprint && (
      <Paragraph>
        Fingerprint of the proposal: <code>{shortFingerprint(letter.fingerprint)}</code>
      </Paragraph>
    )}
  </main>
);

const html = (letter: Letter, address: string | null, council: Sent['council']): string =>
  `<!doctype html>\n${renderToStaticMarkup(
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.subject}</title>
      </head>
      <body style={body}>
        <Content letter={letter} address={address} council={council} />
      </body>
    </html>,
  )}\n`;

const addressOf = ({ action, stepId, subject }: Letter, { publicUrl, link }: Sent): string | null => {
  if (!action) return null;
  if (stepId && !link) throw new Error(`"${subject}" asks for an answer and was given no link`);
  return new URL(stepId ? (link ?? '/') : (action.path ?? '/'), publicUrl).href;
};

/**
 * A letter as an email's two bodies, and a calendar file where it names a day. `link` is the step's own link, whole or
 * from the root; a letter that asks nothing never carries it, whatever was given. Throws when a letter that asks has none.
 */
export const renderLetter = (letter: Letter, sent: Sent): { text: string; html: string; calendar?: string } => {
  const address = addressOf(letter, sent);
  return {
    text: letterText(letter, sent.council.name, address),
    html: html(letter, address, sent.council),
    ...(letter.calendar ? { calendar: calendarFile(letter.calendar) } : {}),
  };
};

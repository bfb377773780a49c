import type { Mail } from './mailbox.ts';

const style =
  'body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}td,th{text-align:left;padding:.25rem 1rem .25rem 0;vertical-align:top}button{font:inherit;padding:.5rem 1rem;min-width:14rem}iframe{width:100%;height:75vh;border:1px solid #b1b4b6}';

/** A plain page of this machine's own. */
export function page(title: string, body: string): string {
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style><main><h1>${escaped(title)}</h1>${body}</main></html>`;
}

/** Where everything on this machine is. */
export function startPage(): string {
  const places = [
    ['/notices', 'Forthcoming Executive Decisions'],
    ['/decisions', 'Decisions'],
    ['/desk', 'The desk: for officers and clerks'],
    ['/docs', 'The API'],
    ['/_local/inbox', 'Inbox: every email sent'],
    ['/_local/clock', 'The clock'],
    ['/_local/dead-letters', 'What failed every retry'],
  ];
  return page(
    'Clear Days on this machine',
    `<ul>${places.map(([path, words = '']) => `<li><a href="${path}">${words}</a></li>`).join('')}</ul>`,
  );
}

/** Every email sent, newest first. */
export function inboxPage(mails: readonly Mail[]): string {
  const rows = mails
    .toReversed()
    .map(
      (mail) =>
        `<tr><td>${escaped(mail.sentAt.slice(0, 16).replace('T', ' '))}</td><td>${escaped(mail.to)}</td><td><a href="/_local/inbox/${encodeURIComponent(mail.messageId)}">${escaped(mail.subject)}</a></td></tr>`,
    );
  const table = `<table><thead><tr><th scope="col">Sent (UTC)</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return page('Inbox', mails.length === 0 ? '<p>No email has been sent yet.</p>' : table);
}

/** One email as its reader sees it; its links open, its scripts do not run. */
export function mailPage(mail: Mail): string {
  const facts = `<p>To ${escaped(mail.to)}<br>From ${escaped(mail.from)}<br>Sent ${escaped(mail.sentAt)}</p><p><a href="/_local/inbox">Inbox</a></p>`;
  const frame = `<iframe title="The email" sandbox="allow-top-navigation-by-user-activation allow-popups" srcdoc="${escaped(`<base target="_top">${mail.html}`)}"></iframe>`;
  return page(mail.subject, `${facts}${mail.html ? frame : ''}<h2>As plain text</h2><pre>${escaped(mail.text)}</pre>`);
}

/** A text as it stands in HTML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import sesStandIn from 'aws-ses-v2-local';
import { getStoreReadonly } from 'aws-ses-v2-local/dist/store.js';
import { readBody, tenMegabytes } from './read-body.ts';
import { linksIn, messageTags, readHeaders } from './message.ts';
import { listen } from './listen.ts';

export interface Mail {
  messageId: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  links: string[];
  /** By the stand-in clock. */
  sentAt: string;
  kind: string | undefined;
  headers: Record<string, string>;
  tags: Record<string, string>;
}

export interface MailboxParts {
  now: () => Date;
  sent: (mail: Mail) => void;
  /** File that keeps the mail between runs; memory otherwise. */
  file: string | undefined;
}

/**
 * A door in front of the SES stand-in. The stand-in reads the message but keeps neither its headers nor the
 * stand-in clock's time, and leaves every action it does not know unanswered: the door adds the three.
 */
export class Mailbox {
  readonly items: Mail[];
  private readonly parts: MailboxParts;
  private readonly door: Server;
  private standIn: Server | undefined;
  private standInUrl = '';

  constructor(parts: MailboxParts) {
    this.parts = parts;
    this.items = parts.file && existsSync(parts.file) ? readMail(parts.file) : [];
    this.door = createServer(async (request, response) => {
      const body = await readBody(request, tenMegabytes * 4);
      const { status, answer } = await this.accept(new URLSearchParams(body?.toString() ?? ''));
      response.writeHead(status, { 'content-type': 'text/xml' }).end(answer);
    });
  }

  async start(): Promise<string> {
    // The stand-in reads port 0 as one to be picked, and is asked by the door alone.
    this.standIn = await sesStandIn.default({ host: '127.0.0.1', port: 0 });
    const address = this.standIn.address();
    if (typeof address === 'object' && address) this.standInUrl = `http://127.0.0.1:${address.port}`;
    return listen(this.door);
  }

  stop(): void {
    for (const server of [this.door, this.standIn]) {
      server?.close();
      server?.closeAllConnections();
    }
  }

  /** The last mail to an address, or the one of an id. */
  find(to: string, messageId: string | undefined): Mail | undefined {
    return this.items.findLast((mail) => (messageId ? mail.messageId === messageId : addressedTo(mail, to)));
  }

  private async accept(form: URLSearchParams): Promise<{ status: number; answer: string }> {
    if (form.get('Action') !== 'SendRawEmail') return { status: 400, answer: refusal(form.get('Action') ?? '') };
    const answered = await fetch(this.standInUrl, { method: 'POST', headers: { authorization: 'AWS4-HMAC-SHA256 local' }, body: form });
    const answer = await answered.text();
    const messageId = /<MessageId>(.+?)<\/MessageId>/.exec(answer)?.[1];
    if (messageId) this.keep(messageId, Buffer.from(form.get('RawMessage.Data') ?? '', 'base64').toString(), form);
    return { status: answered.status, answer: messageId ? answer : refusal('a message it cannot read') };
  }

  private keep(messageId: string, raw: string, form: URLSearchParams): void {
    const read = getStoreReadonly().emails.find((email) => email.messageId === messageId);
    const headers = readHeaders(raw);
    const text = read?.body.text ?? '';
    const html = read?.body.html ?? '';
    const mail: Mail = {
      messageId,
      from: read?.from ?? '',
      to: envelope(form) || (read?.destination.to.join(', ') ?? ''),
      subject: read?.subject ?? '',
      text,
      html,
      links: linksIn(text, html),
      sentAt: this.parts.now().toISOString(),
      kind: headers['x-clear-days-kind'],
      headers,
      tags: messageTags(headers, form),
    };
    this.items.push(mail);
    if (this.parts.file) appendFileSync(this.parts.file, `${JSON.stringify(mail)}\n`);
    this.parts.sent(mail);
  }
}

/** Whether a mail went to an address; the name beside it does not count. */
export function addressedTo(mail: Mail, address: string): boolean {
  return mail.to
    .toLowerCase()
    .split(/[\s,<>"]+/)
    .includes(address.toLowerCase());
}

function envelope(form: URLSearchParams): string {
  return [...form.entries()]
    .filter(([name]) => name.startsWith('Destinations.member.'))
    .map(([, to]) => to)
    .join(', ');
}

function readMail(file: string): Mail[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Mail => JSON.parse(line));
}

function refusal(what: string): string {
  return `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>InvalidAction</Code><Message>This machine does not imitate ${what.replace(/[<>&]/g, '')}.</Message></Error></ErrorResponse>`;
}

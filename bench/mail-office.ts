import { createServer, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { listen } from '../bin/local/listen.ts';

/** One email as SES got it. */
export type Posted = { to: string; raw: string; tags: Record<string, string[]>; messageId: string };

const wrapped = (name: string, inner: string) =>
  `<${name}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><${name}Result>${inner}</${name}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></${name}Response>`;
const throttled =
  '<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>Throttling</Code><Message>Maximum sending rate exceeded.</Message></Error><RequestId>r</RequestId></ErrorResponse>';

const tagsIn = (form: URLSearchParams): Record<string, string[]> =>
  Object.fromEntries([1, 2].map((index) => [form.get(`Tags.member.${index}.Name`) ?? '', [form.get(`Tags.member.${index}.Value`) ?? '']]));

/** Stands in for SES: takes a fixed time over each email, and refuses more a second than its quota as SES does. */
export class MailOffice {
  readonly posted: Posted[] = [];
  refused = 0;
  milliseconds = 0;
  private quota = Number.POSITIVE_INFINITY;
  private left = 0;
  private filledAt = 0;
  private readonly server: Server;

  constructor() {
    this.server = createServer(async (request, response) => {
      const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
      if (!this.admits()) {
        this.refused += 1;
        return response.writeHead(400, { 'content-type': 'text/xml' }).end(throttled);
      }
      await pause(this.milliseconds);
      const messageId = `m-${this.posted.length + 1}`;
      this.posted.push({
        to: form.get('Destinations.member.1') ?? '',
        raw: form.get('RawMessage.Data') ?? '',
        tags: tagsIn(form),
        messageId,
      });
      response.writeHead(200, { 'content-type': 'text/xml' }).end(wrapped('SendRawEmail', `<MessageId>${messageId}</MessageId>`));
    });
  }

  start(): Promise<string> {
    return listen(this.server);
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** From now on at most so many a second, with a second’s worth in hand at most. */
  limitTo(quota: number): void {
    this.quota = quota;
    this.left = quota;
    this.filledAt = performance.now();
  }

  private admits(): boolean {
    if (this.quota === Number.POSITIVE_INFINITY) return true;
    const now = performance.now();
    this.left = Math.min(this.quota, this.left + ((now - this.filledAt) / 1000) * this.quota);
    this.filledAt = now;
    if (this.left < 1) return false;
    this.left -= 1;
    return true;
  }
}

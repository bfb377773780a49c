import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import '../../functions/rules/english.ts';
import { readInstant, UsageError } from './arguments.ts';
import type { DeadLetters } from './dead-letters.ts';
import { readBody, tenMegabytes } from './read-body.ts';
import { inboxPage, mailPage, startPage } from './pages.ts';
import type { LocalIssuer } from './issuer.ts';
import { addressedTo, type Mail, type Mailbox } from './mailbox.ts';
import { sesEventSchema, sesNotification } from './ses-events.ts';
import type { Scheduler } from './schedules.ts';
import { BackwardsError, type StandInClock } from './stand-in-clock.ts';

export interface ControlParts {
  clock: StandInClock;
  scheduler: Scheduler;
  issuer: LocalIssuer;
  mailbox: Mailbox;
  deadLetters: DeadLetters;
  /** Resolves when what was stored has been announced. */
  settle: () => Promise<void>;
  publishEmailEvent: (event: unknown) => Promise<void>;
}

interface Answer {
  status: number;
  body: object | string;
}
type Control = (parts: ControlParts, asked: { query: URLSearchParams; json: unknown; rest: string }) => Promise<Answer> | Answer;

const tokenSchema = z.looseObject({
  sub: z.string().check(z.minLength(1)),
  name: z.optional(z.string()),
  email: z.optional(z.email()),
  roles: z._default(z.array(z.string()), []),
});
const clockSchema = z.strictObject({ now: z.string() });

/** What this machine offers beside the deployed API, all of it below `/_local`. */
const controls: Record<string, Control> = {
  'GET ': () => ok(startPage()),
  'POST token': async ({ issuer }, { json }) => ok({ token: await issuer.token(tokenSchema.parse(json)) }),
  'GET mailbox': async (parts, { query }) => {
    await parts.settle();
    const [to, kind] = [query.get('to'), query.get('kind')];
    return ok({ items: parts.mailbox.items.filter((mail) => (!to || addressedTo(mail, to)) && (!kind || mail.kind === kind)) });
  },
  'GET inbox': async (parts) => {
    await parts.settle();
    return ok(inboxPage(parts.mailbox.items));
  },
  'GET inbox/': ({ mailbox }, { rest }) => mailAnswer(mailbox.find('', rest)),
  'GET clock': async ({ clock, settle }) => {
    await settle();
    return ok({ now: clock.now().toISOString() });
  },
  'POST clock': async ({ scheduler }, { json }) =>
    ok({ now: (await scheduler.moveTo(readInstant(clockSchema.parse(json).now, 'now'))).toISOString() }),
  'POST schedules/': async ({ scheduler }, { rest }) =>
    (await scheduler.runNow(rest)) ? ok({ ran: rest }) : problem(404, `There is no schedule called ${rest}.`),
  'POST ses-events': async (parts, { json }) => {
    const event = sesEventSchema.parse(json);
    await parts.settle();
    const mail = parts.mailbox.find(event.to, event.messageId);
    if (!mail) return problem(404, `No such email has been sent to ${event.to}.`);
    await parts.publishEmailEvent(sesNotification(event, mail, parts.clock.now()));
    await parts.settle();
    return { status: 202, body: { messageId: mail.messageId } };
  },
  'GET dead-letters': async ({ deadLetters, settle }) => {
    await settle();
    return ok({ items: deadLetters.items });
  },
};

/** Answers a request below `/_local`. */
export async function answerControl(parts: ControlParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://local');
  const [name = '', ...rest] = url.pathname.split('/').slice(2);
  const control = controls[`${request.method} ${name}${rest.length > 0 ? '/' : ''}`];
  const body = (await readBody(request, tenMegabytes))?.toString() ?? '';
  const answered = control
    ? await attempt(async () =>
        control(parts, { query: url.searchParams, json: body ? JSON.parse(body) : {}, rest: decodeURIComponent(rest.join('/')) }),
      )
    : problem(404, `This machine has no ${request.method} ${url.pathname}.`);
  send(response, answered);
}

async function attempt(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof BackwardsError) return problem(409, fault.message, { now: fault.now.toISOString() });
    if (fault instanceof UsageError || fault instanceof SyntaxError) return problem(400, fault.message);
    if (fault instanceof z.core.$ZodError) return problem(400, z.prettifyError(fault));
    return problem(500, fault instanceof Error ? fault.message : String(fault));
  }
}

function mailAnswer(mail: Mail | undefined): Answer {
  return mail ? ok(mailPage(mail)) : problem(404, 'There is no such email.');
}

function ok(body: object | string): Answer {
  return { status: 200, body };
}

const titles: Record<number, string> = { 400: 'Not valid', 404: 'Not found', 409: 'Refused', 500: 'Fault' };

function problem(status: number, detail: string, facts: object = {}): Answer {
  return { status, body: { type: 'about:blank', title: titles[status], status, detail, ...facts } };
}

function send(response: ServerResponse, { status, body }: Answer): void {
  const page = typeof body === 'string';
  const type = page ? 'text/html; charset=utf-8' : status >= 400 ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(page ? body : JSON.stringify(body));
}

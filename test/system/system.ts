import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { undescribed } from './described.ts';

const root = resolve(import.meta.dirname, '../..');
const mostSeconds = 120;

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  links: string[];
  sentAt: string;
  kind: string;
  headers: Record<string, string>;
};
/** Where a system keeps its table: the DynamoDB Local of the run, under an access key that no other system has. */
export type Database = { DYNAMODB_ENDPOINT: string; DYNAMODB_ACCESS_KEY: string };

/** A database that is empty and that nobody else has. Without Java there is none, and the system says so itself. */
export const ownDatabase = (): Database => ({
  DYNAMODB_ENDPOINT: process.env.SHARED_DYNAMODB ?? '',
  DYNAMODB_ACCESS_KEY: `system${randomUUID().replaceAll('-', '')}`,
});

type Answer<T = Record<string, never>> = { status: number; headers: Headers; text: string; json: T };

/** The whole system on this machine, started as a reader of the README would, and spoken to over HTTP only. */
export class System {
  readonly base: string;
  private readonly child: ChildProcess;
  private readonly tokens = new Map<string, string>();

  private constructor(base: string, child: ChildProcess) {
    this.base = base;
    this.child = child;
  }

  static start(...flags: string[]): Promise<System> {
    return System.startWith({}, ...flags);
  }

  /** As `start`, with these variables in its environment. */
  static async startWith(variables: Record<string, string>, ...flags: string[]): Promise<System> {
    const child = spawn(process.execPath, ['bin/local.ts', ...flags], {
      cwd: root,
      env: {
        ...process.env,
        PORT: '0',
        NODE_ENV: 'production',
        VITEST: '',
        CLEAR_DAYS_ASSEMBLY: process.env.SHARED_ASSEMBLY ?? '',
        ...ownDatabase(),
        ...variables,
      },
      detached: true,
    });
    let said = '';
    const base = await new Promise<string>((ready, failed) => {
      const late = setTimeout(() => failed(new Error(`Not ready in ${mostSeconds} s:\n${said}`)), mostSeconds * 1000);
      const hear = (words: Buffer) => {
        said += words.toString();
        const found = /ready at (http:\/\/[\w.:]+)/.exec(said)?.[1];
        if (found) {
          clearTimeout(late);
          ready(found);
        }
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      child.on('exit', (code) => failed(new Error(`Ended with ${code}:\n${said}`)));
    });
    return new System(base, child);
  }

  async stop(): Promise<void> {
    const ended = new Promise<void>((done) => this.child.once('exit', () => done()));
    this.child.kill('SIGTERM');
    await ended;
  }

  async call<T = Record<string, never>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const isForm = body instanceof URLSearchParams;
    const sent = body === undefined ? undefined : isForm || typeof body === 'string' ? (body as BodyInit) : JSON.stringify(body);
    const type: Record<string, string> = body === undefined || isForm ? {} : { 'content-type': 'application/json' };
    const response = await fetch(this.base + path, {
      method,
      redirect: 'manual',
      headers: { ...type, ...headers },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = await response.text();
    const { status, headers: got } = response;
    const faults = undescribed({ method, path, status, contentType: got.get('content-type') ?? '', text, headers: got });
    if (faults.length > 0) throw new Error(`docs/openapi.json does not say that this can come:\n${faults.slice(0, 20).join('\n')}`);
    return { status, headers: got, text, json: parsed<T>(text) };
  }

  /** Calls as somebody signed in; a role is also the person's name unless one is given. */
  as(role: string, sub = role) {
    return async <T = Record<string, never>>(
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ): Promise<Answer<T>> => this.call<T>(method, path, body, { authorization: `Bearer ${await this.token(sub, [role])}`, ...headers });
  }

  async token(sub: string, roles: string[]): Promise<string> {
    const key = `${sub} ${roles}`;
    const known = this.tokens.get(key);
    if (known) return known;
    const { json } = await this.call<{ token: string }>('POST', '/_local/token', { sub, name: sub, email: `${sub}@kent.example`, roles });
    this.tokens.set(key, json.token);
    return json.token;
  }

  async mail(query = ''): Promise<Mail[]> {
    const { json } = await this.call<Mail[] | { items: Mail[] }>('GET', `/_local/mailbox${query}`);
    return Array.isArray(json) ? json : json.items;
  }

  /** The mail that a test waits for; none after fifteen seconds is a failure. */
  async waitFor(wanted: (mail: Mail) => boolean, least = 1): Promise<Mail[]> {
    const end = Date.now() + 15_000;
    for (;;) {
      const found = (await this.mail()).filter(wanted);
      if (found.length >= least) return found;
      if (Date.now() > end)
        throw new Error(
          `Only ${found.length} of ${least} emails came. All:\n${(await this.mail()).map(({ to, subject }) => `${to}: ${subject}`).join('\n')}`,
        );
      await new Promise((again) => setTimeout(again, 100));
    }
  }

  async clock(now: string): Promise<void> {
    const { status, text } = await this.call('POST', '/_local/clock', { now });
    if (status !== 200) throw new Error(`The clock did not move: ${text}`);
  }

  answer(path: string, fields: Record<string, string>) {
    return this.call('POST', path, new URLSearchParams(fields));
  }
}

const parsed = <T>(text: string): T => {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined as T;
  }
};

/** The path of the link in an email that asks something; undefined when it asks nothing. */
export const linkIn = ({ links }: Mail): string | undefined => {
  const link = links.map((each) => String((each as unknown as { href?: string }).href ?? each)).find((each) => each.includes('/respond/'));
  return link && new URL(link).pathname;
};

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Children } from '../../bin/local/children.ts';
import { start } from '../../bin/local/start.ts';

const children = new Children();
const said: string[] = [];
let base = '';

beforeAll(async () => {
  const given = { port: 0, council: 'kent', empty: true, now: new Date('2023-03-24T09:00:00Z'), data: undefined } as const;
  base = await start(join(import.meta.dirname, 'council'), given, children, (line) => said.push(line));
});
afterAll(() => children.end());

interface Mail {
  to: string;
  subject: string;
  kind: string;
  links: string[];
  sentAt: string;
}

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(base + path, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: () => JSON.parse(text) };
}
async function bearer(): Promise<Record<string, string>> {
  const { token } = (
    await call('POST', '/_local/token', { sub: 'o1', name: 'An Officer', email: 'o1@kent.example', roles: ['officer', 'clerk'] })
  ).json();
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
}
async function mailbox(query = ''): Promise<Mail[]> {
  return (await call('GET', `/_local/mailbox${query}`)).json().items;
}

describe('the API of this machine', () => {
  it('refuses a private route without a token in API Gateway’s own words', async () => {
    const refused = await call('POST', '/api/proposals', {});
    expect(refused.status).toBe(401);
    expect(refused.json()).toEqual({ message: 'Unauthorized' });
  });

  it('refuses a token somebody else signed', async () => {
    const authorization = (await bearer()).authorization?.replace(/\.[^.]+$/, '.AAAA') ?? '';
    expect((await call('POST', '/api/proposals', {}, { authorization })).status).toBe(401);
  });

  it('hands the roles on as API Gateway prints a list', async () => {
    const made = await call('POST', '/api/proposals', { id: 'claims', to: 'a@kent.example' }, await bearer());
    expect(made.status).toBe(201);
    expect(made.json().claims).toMatchObject({ sub: 'o1', roles: '[officer clerk]', aud: 'clear-days' });
  });

  it('hands a form on in base64, as an HTTP API does', async () => {
    const form = await call('POST', '/respond/one.two', 'response=approve', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(form.text).toBe('true "response=approve"');
  });

  it('tells whoever sends more in an address than API Gateway takes', async () => {
    const refused = await call('GET', `/notices?text=${'x'.repeat(11_000)}`);
    expect([refused.status, refused.json()]).toEqual([431, { message: 'Request Header Fields Too Large' }]);
  });

  it('takes ten megabytes and no more', async () => {
    const beyond = await call('POST', '/respond/one.two', 'x'.repeat(10 * 1024 * 1024), { 'content-type': 'text/plain' });
    expect([beyond.status, beyond.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });

  it('leaves what has no route to the function for the rest, and answers a handler’s fault with 500 and no detail', async () => {
    expect((await call('GET', '/nothing')).json()).toEqual({ items: [] });
    const fault = await call('GET', '/decisions');
    expect([fault.status, fault.json()]).toEqual([500, { message: 'Internal Server Error' }]);
  });

  it('reads an answer without a status code as JSON with 200', async () => {
    const read = await call('GET', '/decisions/23/00022.json?a=1&a=2');
    expect(read.headers.get('content-type')).toBe('application/json');
    expect(read.json()).toMatchObject({ path: { year: '23', number: '00022.json' }, query: { a: '1,2' } });
  });
});

describe('what is stored', () => {
  it('is announced once for each event, with the mail’s kind, link and the stand-in clock', async () => {
    await call('POST', '/api/proposals', { id: 'announced', to: 'finance@kent.example' }, await bearer());
    const mails = await mailbox('?to=finance@kent.example&kind=clearance-asked');
    expect(mails.map((mail) => mail.subject)).toEqual(['EVENT#1 of DECISION#announced']);
    expect(mails[0]).toMatchObject({ to: 'finance@kent.example', links: [`${base}/respond/one.64`] });
    expect(mails[0]?.sentAt).toMatch(/^2023-03-24T09:0/);
    expect(said).toContain('Email to finance@kent.example: EVENT#1 of DECISION#announced');
  });

  it('is parked with its reason once every retry has failed', async () => {
    await call('POST', '/api/proposals', { id: 'parked', to: 'nobody' }, await bearer());
    const { items } = (await call('GET', '/_local/dead-letters')).json();
    expect(items).toContainEqual(expect.objectContaining({ function: 'send-emails', reason: 'The handler reported batchItemFailures.' }));
  });
});

describe('what SES reports', () => {
  it('reaches the function with the mail’s tags', async () => {
    const reported = await call('POST', '/_local/ses-events', { type: 'Bounce', bounceType: 'Transient', to: 'finance@kent.example' });
    expect(reported.status).toBe(202);
    const [{ said: bounce }] = (await call('GET', '/notices')).json().items;
    expect(bounce.bounce).toMatchObject({ bounceType: 'Transient', bouncedRecipients: [{ emailAddress: 'finance@kent.example' }] });
    expect(bounce.mail).toMatchObject({ tags: { proposal: ['p1'], step: ['s1'] }, destination: ['finance@kent.example'] });
    expect(bounce.mail.tags['ses:configuration-set']).toHaveLength(1);
  });

  it('is parked when the function fails three times', async () => {
    await call('POST', '/_local/ses-events', { type: 'Complaint', to: 'finance@kent.example' });
    const { items } = (await call('GET', '/_local/dead-letters')).json();
    expect(items).toContainEqual(
      expect.objectContaining({ function: 'record-delivery', reason: expect.stringContaining('cannot take complaints') }),
    );
  });

  it('is refused for somebody who was never emailed', async () => {
    expect((await call('POST', '/_local/ses-events', { type: 'Delivery', to: 'never@kent.example' })).status).toBe(404);
  });
});

describe('the clock of this machine', () => {
  it('runs every daily check passed at its own instant, across the change to summer time', async () => {
    const moved = await call('POST', '/_local/clock', { now: '2023-03-27T08:00:00Z' });
    expect(moved.json().now).toMatch(/^2023-03-27T08:00:0/);
    const checks = (await mailbox('?to=clerk@kent.example')).map((mail) => mail.subject);
    expect(checks).toEqual([
      'EVENT#1 of DECISION#check 2023-03-25T06:00:00Z at 2023-03-25T06:00',
      'EVENT#1 of DECISION#check 2023-03-26T05:00:00Z at 2023-03-26T05:00',
      'EVENT#1 of DECISION#check 2023-03-27T05:00:00Z at 2023-03-27T05:00',
    ]);
  });

  it('refuses to go back', async () => {
    const refused = await call('POST', '/_local/clock', { now: '2023-03-26T09:00:00Z' });
    expect([refused.status, refused.headers.get('content-type')]).toEqual([409, 'application/problem+json']);
  });

  it('runs a schedule by name when asked, and says when there is none', async () => {
    const before = (await mailbox('?to=clerk@kent.example')).length;
    expect((await call('POST', '/_local/schedules/daily-check')).status).toBe(200);
    expect(await mailbox('?to=clerk@kent.example')).toHaveLength(before + 1);
    expect((await call('POST', '/_local/schedules/nightly-check')).status).toBe(404);
  });
});

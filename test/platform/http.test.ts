import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { contractRequest } from '../../functions/contract/contract-terms.schema.ts';
import { refuse } from '../../functions/decision/refusal.ts';
import { rolesIn } from '../../functions/platform/http/caller.ts';
import { type Answer, api, byRoute, type Wants } from '../../functions/platform/http/http.ts';
import type { Request } from '../../functions/platform/http/request.ts';
import { proposalSchema } from '../../functions/proposal/proposal.schema.ts';
import { terms } from '../contract/contract-story.ts';

const publicUrl = 'https://decisions.kent.example';

type Sent = {
  body?: unknown;
  raw?: string;
  method?: string;
  headers?: Record<string, string>;
  roles?: unknown;
  claims?: unknown;
  query?: Record<string, string>;
  params?: Record<string, string>;
  base64?: boolean;
};

const eventOf = ({
  body,
  raw,
  method = 'POST',
  headers = {},
  roles = '[officer]',
  claims,
  query,
  params,
  base64 = false,
}: Sent): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: `${method} /api/things`,
  rawPath: '/api/things',
  rawQueryString: '',
  headers: { 'content-type': 'application/json', ...headers },
  queryStringParameters: query,
  pathParameters: params,
  body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
  isBase64Encoded: base64,
  requestContext: {
    http: { method },
    requestId: 'request-1',
    authorizer: {
      jwt: { claims: claims === undefined ? { sub: 'u1', name: 'A Person', email: 'a@kent.example', roles } : claims, scopes: [] },
    },
  } as never,
});

const context = { awsRequestId: 'x', functionName: 'f', getRemainingTimeInMillis: () => 5000 } as unknown as Context;

const asks = async <B, Q>(
  wants: Wants<B, Q>,
  sent: Sent,
  handle: (request: Request<B, Q>) => Promise<Answer> = async ({ body }) => ({ status: 200, body }),
) => {
  const result: APIGatewayProxyStructuredResultV2 = await api({ publicUrl, ...wants }, handle)(eventOf(sent), context);
  return { status: result.statusCode, headers: result.headers ?? {}, json: result.body ? JSON.parse(result.body) : undefined };
};

const thing = z.strictObject({
  name: z.string().check(z.minLength(2)),
  parts: z._default(z.array(z.strictObject({ pence: z.int().check(z.minimum(0)) })), []),
});

describe('What is sent', () => {
  it('reaches the handler parsed', async () => {
    const { status, json } = await asks({ body: thing }, { body: { name: 'Road', parts: [{ pence: 5 }] } });
    expect([status, json]).toEqual([200, { name: 'Road', parts: [{ pence: 5 }] }]);
  });

  it('is read from base64 too', async () => {
    expect((await asks({ body: thing }, { raw: Buffer.from('{"name":"Road – Ünder"}').toString('base64'), base64: true })).json.name).toBe(
      'Road – Ünder',
    );
  });

  it('is told every fault at once, each by its dotted path', async () => {
    const { status, json, headers } = await asks({ body: thing }, { body: { parts: [{ pence: 1 }, { pence: -1, more: 1 }], extra: true } });
    expect([status, headers['content-type']]).toEqual([400, 'application/problem+json']);
    expect(json).toMatchObject({
      type: `${publicUrl}/docs/problems#valid-request`,
      title: 'Some of what you sent cannot be used',
      status: 400,
    });
    expect(json.errors).toEqual(
      expect.arrayContaining([
        { path: 'name', message: 'This is missing' },
        { path: 'parts.1.pence', message: 'Use 0 or more' },
        { path: 'parts.1.more', message: 'There is no such field' },
        { path: 'extra', message: 'There is no such field' },
      ]),
    );
  });

  it('is told of the form that was meant where there are several', async () => {
    const { json } = await asks(
      { body: z.partial(proposalSchema) },
      { body: { consultees: ['clerk', { name: 'A Person', email: 'not an address' }], divisionsAffected: 3 } },
    );
    expect(json.errors).toEqual([
      { path: 'divisionsAffected', message: 'Use "all", or a list of names' },
      { path: 'consultees.1.email', message: 'Use one email address, such as name@council.example' },
    ]);
  });

  it('is told of what was left out that it is missing, and of what is blank or no address of a page what to write', async () => {
    const contract = { ...terms(), owner: { name: 'An Owner' }, supplier: { name: 'A Company', number: ' ' } };
    expect((await asks({ body: contractRequest }, { body: contract })).json.errors).toEqual([
      { path: 'supplier.number', message: 'Say something: this cannot be empty' },
      { path: 'owner.email', message: 'This is missing' },
    ]);
    const documents = [{ title: 'A report', access: 'open', url: 'www.council.example/report' }];
    expect((await asks({ body: z.partial(proposalSchema) }, { body: { documents } })).json.errors).toEqual([
      { path: 'documents.0.url', message: 'Use a web address that begins with https:// or http://' },
    ]);
  });

  it.each(['{"name":', 'name=Road', '{"name":"Road"}}', 'undefined', '\u0000'])('is refused when it is not JSON: %j', async (raw) => {
    expect(await asks({ body: thing }, { raw })).toMatchObject({
      status: 400,
      json: { errors: [{ path: '', message: 'This is not JSON' }] },
    });
  });

  it('holds no half of a character, wherever it stands', async () => {
    const broken = { subject: 'a\ud800b', documents: [{ title: '\udc00\ud800', access: 'open' }], reasons: '🙂', background: 3 };
    const { json } = await asks({ body: z.partial(proposalSchema) }, { body: broken });
    expect(json.errors).toEqual([
      { path: 'background', message: 'Use text' },
      { path: 'subject', message: 'Remove the broken characters' },
      { path: 'documents.0.title', message: 'Remove the broken characters' },
    ]);
  });

  it('holds no letter that was lost on the way, as Windows-1252 read as UTF-8 loses them, and nothing that nobody can see', async () => {
    const raw = Buffer.from('{"subject":"St John\x92s: \xa35m","background":"B"}', 'latin1').toString('utf8');
    expect((await asks({ body: z.partial(proposalSchema) }, { raw })).json.errors).toEqual([
      { path: 'subject', message: 'Remove the broken characters “\ufffd”. Save a file as UTF-8 before you send it' },
    ]);
    const unseen = { subject: '\u200b\u2060', reasons: ' \u00ad\n\u3164 ', background: 'a\u200bb' };
    expect((await asks({ body: z.partial(proposalSchema) }, { body: unseen })).json.errors).toEqual([
      { path: 'subject', message: 'Say something: this cannot be empty' },
      { path: 'reasons', message: 'Say something: this cannot be empty' },
    ]);
  });

  it('is told no more faults than one answer of Lambda carries, however many there are and wherever they stand', async () => {
    const lost = (name: string) => ({ [name]: Array.from({ length: 35_000 }, () => '\ufffd') });
    for (const body of [lost('proposedDecision'), lost('x'.repeat(250)), lost('x'.repeat(20_000))]) {
      const { status, json } = await asks({ body: z.partial(proposalSchema) }, { body });
      expect([status, json.errors.length > 0, json.errors.length <= 1000]).toEqual([400, true, true]);
      expect(Buffer.byteLength(JSON.stringify(json.errors))).toBeLessThan(1024 * 1024);
    }
  });

  it('is refused, and goes no further, however deep it is', async () => {
    const raw = `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const { status, json } = await asks({ body: thing }, { raw });
    expect([status, json.errors]).toEqual([400, expect.arrayContaining([{ path: 'name', message: 'Use text' }])]);
  });

  it('is refused when there is nothing', async () => {
    expect(await asks({ body: thing }, {})).toMatchObject({ status: 400, json: { errors: [{ message: 'Send a JSON object' }] } });
  });

  it('cannot reach the prototype of anything', async () => {
    const { status, json } = await asks(
      { body: thing },
      { raw: '{"name":"Road","__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}' },
    );
    expect([status, json.errors.map(({ path }: { path: string }) => path)]).toEqual([400, ['__proto__', 'constructor']]);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    const loose = await asks(
      { body: z.object({ name: z.string() }) },
      { raw: '{"name":"Road","__proto__":{"isAdmin":true}}' },
      async ({ body }) => ({ status: 200, body: { is: (body as Record<string, unknown>).isAdmin ?? null } }),
    );
    expect(loose.json).toEqual({ is: null });
  });

  it('does not overflow however deeply it is nested', async () => {
    expect((await asks({ body: thing }, { raw: `{"name":"Road","parts":${'['.repeat(100_000)}${']'.repeat(100_000)}}` })).status).toBe(400);
  });

  it('may be 256 KiB and no more, counted in bytes', async () => {
    const sized = (bytes: number) => `{"name":"${'é'.repeat((bytes - 11 - ((bytes - 11) % 2)) / 2)}${'x'.repeat((bytes - 11) % 2)}"}`;
    expect((await asks({ body: thing }, { raw: sized(256 * 1024) }, async () => ({ status: 204 }))).status).toBe(204);
    expect((await asks({ body: thing }, { raw: sized(256 * 1024 + 1) })).status).toBe(413);
    expect((await asks({}, { raw: 'x'.repeat(256 * 1024 + 1) })).status).toBe(413);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', '', 'application/jsonp', 'multipart/form-data; boundary=application/json'])(
    'is refused as "%s"',
    async (type) => {
      expect((await asks({ body: thing }, { body: { name: 'Road' }, headers: { 'content-type': type } })).status).toBe(415);
    },
  );

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON', 'application/merge-patch+json'])(
    'is taken as "%s"',
    async (type) => {
      expect((await asks({ body: thing }, { body: { name: 'Road' }, headers: { 'content-type': type } })).status).toBe(200);
    },
  );

  it('is refused where it says that it is compressed or of other letters, which would be stored as others', async () => {
    const sent = (headers: Record<string, string>) => asks({ body: thing }, { body: { name: 'Łódź' }, headers });
    const odd: Record<string, string>[] = [
      { 'content-encoding': 'gzip' },
      { 'content-type': 'application/json; charset=iso-8859-1' },
      { 'content-type': 'application/json;charset="windows-1252"' },
    ];
    for (const headers of odd)
      expect(await sent(headers), JSON.stringify(headers)).toMatchObject({
        status: 415,
        json: { detail: expect.stringMatching(/Content-Encoding|UTF-8/) },
      });
    expect((await sent({ 'content-encoding': 'identity', 'content-type': 'application/json; charset="UTF-8"' })).status).toBe(200);
  });

  it('may begin with a byte order mark, as Windows writes one', async () =>
    expect((await asks({ body: thing }, { raw: '\uFEFF{"name":"Road"}' })).json).toMatchObject({ name: 'Road' }));

  it('has its query parsed', async () => {
    const query = z.object({ limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 25) });
    expect(
      (await asks({ query }, { method: 'GET', query: { limit: '7' } }, async ({ query: { limit } }) => ({ status: 200, body: { limit } })))
        .json,
    ).toEqual({ limit: 7 });
    expect((await asks({ query }, { method: 'GET', query: { limit: '700' } })).json.errors).toEqual([
      { path: 'limit', message: 'Use 100 or less' },
    ]);
  });

  it('is nowhere at an address longer than any of ours', async () => {
    expect((await asks({}, { params: { id: 'a'.repeat(5000) } })).status).toBe(404);
  });
});

describe('Whoever asks', () => {
  it.each(['[officer clerk]', 'officer clerk', 'officer,clerk', '["officer","clerk"]', ['officer', 'clerk']])(
    'has the roles of the token, written as %j',
    (claim) => {
      expect(rolesIn(claim)).toEqual(['officer', 'clerk']);
    },
  );

  it.each(['[]', '', undefined, null, 3, {}, 'officers', '[admin]', 'Officer'])('has no role by %j', (claim) => {
    expect(rolesIn(claim)).toEqual([]);
  });

  it('is refused without the role', async () => {
    expect(await asks({ roles: ['clerk'] }, { roles: '[officer scrutiny]' })).toMatchObject({
      status: 403,
      json: { rule: 'role', roles: ['clerk'] },
    });
    expect((await asks({ roles: ['clerk', 'officer'] }, { roles: '[officer]' })).status).toBe(200);
    expect((await asks({}, { roles: '[]' })).status).toBe(403);
  });

  it('is refused when the token names nobody', async () => {
    const { status, headers } = await asks({}, { claims: {} });
    expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect((await asks({}, { claims: null })).status).toBe(401);
  });

  it.each([
    ['two lines', 'An Officer\r\nCleared by the Monitoring Officer'],
    ['letters that turn the rest around', 'An \u202ereciffO'],
    ['half a letter', 'An Officer \ud83d'],
    ['nothing that can be seen', ' \u200b '],
  ])('is refused when the name in the token, which the record is to have for good, is of %s', async (_, name) => {
    expect((await asks({}, { claims: { sub: 'u1', name, email: 'a@kent.example', roles: '[officer]' } })).status).toBe(401);
  });
});

describe('The version of what is changed', () => {
  const seen = (headers: Record<string, string>) =>
    asks({ ifMatch: 'required' }, { headers }, async ({ ifMatch }) => ({ status: 200, body: { ifMatch } }));

  it('must be named where a change would write over it', async () => {
    expect((await seen({})).status).toBe(428);
    expect((await seen({ 'if-match': '"7"' })).json).toEqual({ ifMatch: 7 });
    expect((await seen({ 'if-match': '*' })).json).toEqual({ ifMatch: null });
  });

  it('is told that its quotation marks are missing', async () => {
    const { status, json } = await seen({ 'if-match': '7' });
    expect([status, json.errors]).toEqual([400, [{ path: 'If-Match', message: 'Send the ETag as it was given, in quotation marks: "7"' }]]);
  });

  it('is the version it names, though a proxy between has made it weak', async () => {
    expect((await seen({ 'if-match': 'W/"7"' })).json).toEqual({ ifMatch: 7 });
  });

  it.each(['w/"7"', '"0"', '"-1"', '"7", "8"', '"abc"', ''])('matches nothing as %j', async (tag) => {
    expect((await seen({ 'if-match': tag })).json).toEqual({ ifMatch: 0 });
  });

  it('is told as the ETag, and not sent again to who has it', async () => {
    const answer = async (): Promise<Answer> => ({ status: 200, body: { a: 1 }, version: 7 });
    expect((await asks({}, { method: 'GET' }, answer)).headers.etag).toBe('"7"');
    expect(await asks({}, { method: 'GET', headers: { 'if-none-match': 'W/"6", "7"' } }, answer)).toMatchObject({
      status: 304,
      json: undefined,
    });
    expect((await asks({}, { method: 'POST', headers: { 'if-none-match': '"7"' } }, answer)).status).toBe(200);
  });
});

describe('The key of a request', () => {
  it('is handed on, or null', async () => {
    const key = (headers: Record<string, string>) =>
      asks({}, { headers }, async ({ idempotencyKey }) => ({ status: 200, body: { idempotencyKey } }));
    expect((await key({ 'idempotency-key': 'abc-1' })).json).toEqual({ idempotencyKey: 'abc-1' });
    expect((await key({})).json).toEqual({ idempotencyKey: null });
    expect((await key({ 'idempotency-key': 'a'.repeat(256) })).json.errors[0].path).toBe('Idempotency-Key');
    expect((await key({ 'idempotency-key': '' })).status).toBe(400);
  });
});

describe('A no', () => {
  const refusing = (refused: ReturnType<typeof refuse>) =>
    api({ publicUrl }, async () => refused)(eventOf({}), context).then((result) => ({
      status: result.statusCode,
      json: JSON.parse(result.body ?? ''),
    }));

  it('by a rule names the rule, its source and its facts', async () => {
    expect(
      await refusing(refuse('notice-period', 'Reg 9 of SI 2012/2089', 'Not before 5 April 2023.', { earliestDecisionDate: '2023-04-05' })),
    ).toEqual({
      status: 409,
      json: {
        type: `${publicUrl}/docs/problems#notice-period`,
        title: 'A rule refuses this',
        status: 409,
        detail: 'Not before 5 April 2023.',
        rule: 'notice-period',
        source: 'Reg 9 of SI 2012/2089',
        earliestDecisionDate: '2023-04-05',
      },
    });
  });

  it('keeps its own members whatever a fact is called', async () => {
    expect(
      (await refusing(refuse('a-rule', 'A source', 'Words.', { status: 'draft', title: 'x', type: 'y', detail: 'z' }))).json,
    ).toMatchObject({ status: 409, title: 'A rule refuses this', detail: 'Words.' });
  });

  it.each([
    ['forbidden', 403],
    ['stale', 412],
    ['invalid', 400],
    ['refused', 409],
  ] as const)('that is %s is %i', async (kind, status) => {
    expect((await refusing({ ok: false, refusal: { kind, rule: 'a-rule', source: 'S', words: 'W' } })).status).toBe(status);
  });

  it('where nothing is there is 404', async () => {
    expect((await refusing(refuse('no-such-decision', 'API', 'There is no such proposal.'))).status).toBe(404);
  });
});

describe('A fault of ours', () => {
  it('says the correlation id and nothing of itself', async () => {
    const { status, json } = await asks({}, {}, async () => Promise.reject(new Error('secret table name')));
    expect([status, json.correlationId, Object.keys(json).sort()]).toEqual([
      500,
      'request-1',
      ['correlationId', 'detail', 'status', 'title', 'type'],
    ]);
    expect(JSON.stringify(json)).not.toContain('secret');
  });

  it.each(['TooMuchContention', 'ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded'])(
    'that passes is told as one, with when to send the same again: %s',
    async (name) => {
      const passing = Object.assign(new Error('Throughput exceeds the current capacity of your table'), { name });
      const { status, json, headers } = await asks({}, {}, async () => Promise.reject(passing));
      expect([status, json.rule, headers['retry-after'], JSON.stringify(json).includes('capacity')]).toEqual([503, 'busy', '2', false]);
    },
  );

  it('is an answer with what was not declared', async () => {
    const response = z.strictObject({ a: z.number() });
    expect((await asks({ response }, {}, async () => ({ status: 200, body: { a: 1, secret: 2 } }))).status).toBe(500);
    expect((await asks({ response }, {}, async () => ({ status: 200, body: { a: 1 } }))).status).toBe(200);
  });
});

describe('Every answer', () => {
  it('is kept by nobody, framed by nobody and sniffed by nobody', async () => {
    for (const sent of [{}, { roles: '[]' }]) {
      const { headers } = await asks({}, sent);
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
  });

  it('comes from the handler of its route', async () => {
    const handler = byRoute({ 'POST /api/things': api({ publicUrl }, async () => ({ status: 204 })) });
    expect((await handler(eventOf({}), context)).statusCode).toBe(204);
    await expect(handler({ ...eventOf({}), routeKey: 'constructor' }, context)).rejects.toThrow('No handler');
  });
});

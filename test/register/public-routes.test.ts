import { describe, expect, it } from 'vitest';
import { handler as describeApi } from '../../functions/api/describe-api.handler.ts';
import { sent } from '../../functions/register/public-answer.ts';
import { publicAnswer } from '../../functions/register/public-routes.ts';
import { catalogue } from '../../lib/functions.ts';
import { kent } from '../../seeds/kent/council.ts';
import { undescribed } from '../system/described.ts';
import { noticeNumbered, notices, Shelf } from './shelf.ts';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

const ask = async (
  rawPath: string,
  {
    accept,
    shelf = new Shelf(notices(3)),
    query,
    method = 'GET',
    tag,
  }: { accept?: string; shelf?: Shelf; query?: Record<string, string>; method?: string; tag?: string } = {},
) => {
  const headers = { ...(accept ? { accept } : {}), ...(tag ? { 'if-none-match': tag } : {}) };
  const request = { method, rawPath, headers, queryStringParameters: query };
  const answer = sent(
    request,
    await publicAnswer(request, {
      store: shelf,
      council: async () => kent,
      origin: 'https://decisions.kent.example',
      now: () => '2023-03-08T09:00:00Z',
    }),
  );
  return { status: answer.statusCode, headers: answer.headers ?? {}, body: answer.body ?? '' };
};

const typeOf = async (path: string, accept?: string) => (await ask(path, { accept })).headers['content-type'];

describe('what is answered is what the sender likes to read', () => {
  it.each([
    ['/notices', undefined, 'application/json'],
    ['/notices', '*/*', 'application/json'],
    ['/notices', 'text/html', 'text/html; charset=utf-8'],
    ['/notices', browser, 'text/html; charset=utf-8'],
    ['/notices', 'application/json', 'application/json'],
    ['/decisions', 'text/html;q=0.5, application/json', 'application/json'],
    ['/notices.atom', browser, 'application/atom+xml; charset=utf-8'],
    ['/decisions.atom', undefined, 'application/atom+xml; charset=utf-8'],
    ['/decisions/23/00001', undefined, 'text/html; charset=utf-8'],
    ['/decisions/23/00001', '*/*', 'text/html; charset=utf-8'],
    ['/decisions/23/00001', browser, 'text/html; charset=utf-8'],
    ['/decisions/23/00001', 'application/json', 'application/json'],
    ['/decisions/23/00001.json', browser, 'application/json'],
    ['/', undefined, 'text/html; charset=utf-8'],
  ])('%s for %s is %s', async (path, accept, type) => expect(await typeOf(path, accept)).toBe(type));
});

describe('a number that is not there and one that is private', () => {
  it.each([
    ['text/html', 'text/html; charset=utf-8'],
    ['application/json', 'application/problem+json'],
  ])('get the same 404 for %s', async (accept, type) => {
    const shelf = new Shelf([noticeNumbered('23/00001')]);
    const answers = await Promise.all(['/decisions/23/00002', '/decisions/99/99999'].map((path) => ask(path, { accept, shelf })));
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 404, headers: { 'content-type': type } });
  });

  it.each([['/decisions/23/1'], ['/decisions/2023/00001'], ['/decisions/23/00001.exe'], ['/decisions/23/00001/'], ['/else']])(
    'so does %s',
    async (path) => expect((await ask(path)).status).toBe(404),
  );
});

describe('an address that is none', () => {
  it.each([['/notices/'], ['/desk/nothing'], ['/respond/half/of-a-link']])(
    '%s is told to a reader in a page with ways on',
    async (path) => {
      const { status, body } = await ask(path, { accept: browser });
      expect([status, body.includes('<h1 class="govuk-heading-l">Page not found</h1>'), body.includes('href="/notices"')]).toEqual([
        404,
        true,
        true,
      ]);
    },
  );

  it.each([['/api'], ['/api/proposal'], ['/notice.json']])('%s is told to a program as a problem', async (path) => {
    const { status, headers, body } = await ask(path, { method: 'POST' });
    expect([status, headers['content-type'], JSON.parse(body).rule]).toEqual([404, 'application/problem+json', 'not-found']);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    'is what %s finds where there is only something to read: nobody is told that it was done',
    async (method) => {
      for (const path of ['/', '/notices', '/notices.csv', '/search', '/decisions/23/00001', '/decisions/23/00001.json'])
        expect([path, (await ask(path, { method })).status]).toEqual([path, 404]);
    },
  );
});

it('a report of special urgency is of no period that ends before it begins: it would say that nothing was taken', async () => {
  const { status, body } = await ask('/urgency-report', { query: { from: '2026-01-01', to: '2025-01-01' } });
  expect([status, JSON.parse(body).errors]).toEqual([400, [{ path: 'to', message: 'Use the first day or a later one' }]]);
  expect((await ask('/urgency-report', { query: { from: '2026-01-01', to: '2026-01-01' } })).status).toBe(200);
  const shown = await ask('/urgency-report', { query: { from: '2026-01-01', to: '2025-01-01' }, accept: browser });
  expect([shown.status, shown.headers['content-type']]).toEqual([422, 'text/html; charset=utf-8']);
  for (const words of ['<a href="#to">Use the first day or a later one</a>', 'value="2026-01-01"', 'value="2025-01-01"'])
    expect(shown.body).toContain(words);
  expect(shown.body).not.toContain('No decision was taken');
});

it('the accessibility statement does not say that no page has a script: the one of the fields for ModernGov has', async () => {
  const { body } = await ask('/accessibility');
  expect(body).toContain('<li>do everything without JavaScript</li>');
});

describe('a public answer can be kept', () => {
  it.each([['/'], ['/notices'], ['/notices.atom'], ['/decisions/23/00001'], ['/decisions/23/00001.json']])(
    '%s for a minute, and is not sent again to whoever has it',
    async (path) => {
      const first = await ask(path);
      expect(first.headers['cache-control']).toBe('public, max-age=60');
      expect(first.headers.etag).toMatch(/^"[A-Za-z0-9_-]{43}"$/);
      expect(await ask(path, { tag: `"other", ${first.headers.etag}` })).toMatchObject({
        status: 304,
        body: '',
        headers: { etag: first.headers.etag },
      });
      expect((await ask(path, { tag: '"other"' })).status).toBe(200);
    },
  );

  it.each([['/changes'], ['/urgency-report'], ['/search'], ['/sitemap.xml'], ['/robots.txt']])(
    '%s too, as its description says',
    async (path) => {
      const { status, body } = await ask(path, { tag: '*' });
      expect(undescribed({ method: 'GET', path, status: status ?? 0, contentType: '', text: body })).toEqual([]);
      expect(status).toBe(304);
    },
  );

  it('until something in it changes', async () => {
    const tags = await Promise.all(
      [noticeNumbered('23/00001'), noticeNumbered('23/00001', { reasons: 'Others' })].map(
        async (one) => (await ask('/decisions/23/00001', { shelf: new Shelf([one]) })).headers.etag,
      ),
    );
    expect(tags[0]).not.toBe(tags[1]);
  });

  it('and HEAD has the headers of GET with no body', async () => {
    const [get, head] = [await ask('/notices'), await ask('/notices', { method: 'HEAD' })];
    expect(head).toEqual({ ...get, body: '' });
  });

  it.each(['/openapi.json', '/docs', '/docs/problems', '/health'])('and %s too is answered to HEAD, as monitors ask', async (path) => {
    const of = catalogue.find(({ name }) => name === 'describe-api')?.routes.map(({ method, path: at }) => `${method} ${at}`);
    expect(of).toContain(`HEAD ${path}`);
    const [get, head] = [await describeApi({ routeKey: `GET ${path}` }), await describeApi({ routeKey: `HEAD ${path}` })];
    expect(head).toEqual({ ...get, body: '' });
  });
});

describe('a list', () => {
  it('names everything wrong with what was asked, for readers and browsers alike', async () => {
    const { status, headers, body } = await ask('/notices', { query: { limit: '0', cursor: '!' }, accept: browser });
    expect({ status, type: headers['content-type'] }).toEqual({ status: 400, type: 'application/problem+json' });
    expect(JSON.parse(body).errors.map(({ path }: { path: string }) => path)).toEqual(['cursor', 'limit']);
  });

  it('goes on from its cursor, in data and by its link', async () => {
    const first = JSON.parse((await ask('/notices', { query: { limit: '2' } })).body);
    const second = JSON.parse((await ask('/notices', { query: { limit: '2', cursor: first.next } })).body);
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
    expect((await ask('/notices', { query: { limit: '2', key: 'true' }, accept: browser })).body).toMatch(
      /rel="next" href="\/notices\?key=true&amp;limit=2&amp;cursor=[\w-]+"/,
    );
  });

  it.each([
    ['/notices', {}, 'No executive decisions are proposed at the moment.'],
    ['/decisions', {}, 'No executive decisions have been published yet.'],
    ['/decisions', { text: 'park' }, 'Nothing on this list matches your search.'],
  ])('%s with %j says that there is nothing', async (path, query, words) => {
    const shelf = new Shelf([]);
    expect((await ask(path, { shelf, query, accept: browser })).body).toContain(words);
    expect(JSON.parse((await ask(path, { shelf, query })).body)).toEqual({ items: [], next: null });
  });
});

it('runs no script, is framed by nobody, and says so on every kind of answer', async () => {
  for (const path of ['/', '/notices', '/notices.atom', '/decisions/23/00009']) {
    const { headers } = await ask(path);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

describe('what came of something that somebody sent in', () => {
  it('has no tag to ask for it again by, and is answered whole whatever tag comes with it', () => {
    const came = { status: 200, contentType: 'text/html; charset=utf-8', body: '<p>It is what was published.</p>' };
    const request = { rawPath: '/verify', headers: { 'if-none-match': '*' }, queryStringParameters: undefined };
    expect(sent({ ...request, method: 'GET' }, came).statusCode).toBe(304);
    const posted = sent({ ...request, method: 'POST' }, came);
    expect([posted.statusCode, posted.body, posted.headers?.etag]).toEqual([200, came.body, undefined]);
  });
});

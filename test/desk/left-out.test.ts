import { describe, expect, it } from 'vitest';
import { deskApi } from '../../functions/desk/desk-api.ts';
import { asked, cookieOf, deskOver, publicUrl } from './desks.ts';

const saying = 'Something that belongs here cannot be read, and is not shown.';

const shownTo = async (role: 'officer' | 'clerk' | 'contracts', route: string, unreadable?: number): Promise<string> => {
  const page = { status: 200, body: { items: [], ...(unreadable === undefined ? {} : { unreadable }), next: null } };
  const statuses = ['in-clearance', 'cleared', 'notice-published', 'awaiting-decision', 'decided', 'called-in', 'deferred', 'effective'];
  const { answer } = deskOver({
    'GET /api/contracts?limit=25': page,
    'GET /api/proposals?limit=25': page,
    'GET /api/proposals?mine=true&limit=50': page,
    ...Object.fromEntries(statuses.map((status) => [`GET /api/proposals?status=${status}&limit=50`, page])),
  });
  const { statusCode, body } = await answer(asked(`GET ${route}`, { cookie: cookieOf(role) }));
  return statusCode === 200 ? String(body) : `${statusCode}`;
};

describe('A list of the desk from which something is left out', () => {
  it.each([
    ['clerk', '/desk/proposals', 'There is none here.'],
    ['clerk', '/desk/undelivered', 'None has come back.'],
    ['officer', '/desk', 'You have none.'],
    ['clerk', '/desk', 'None today.'],
    ['contracts', '/desk/contracts', 'There is none here.'],
  ] as const)('says so to the %s at %s', async (role, route, nothing) => {
    const [short, whole, ofAnOlderApi] = [await shownTo(role, route, 1), await shownTo(role, route, 0), await shownTo(role, route)];
    expect(short).toContain(saying);
    expect(whole).toContain(nothing);
    expect([whole, ofAnOlderApi].some((body) => body.includes(saying))).toBe(false);
  });

  it.each([
    ['clerk', '/desk/proposals', 'There is none here.'],
    ['clerk', '/desk/undelivered', 'None has come back.'],
    ['contracts', '/desk/contracts', 'There is none here.'],
  ] as const)('does not say to the %s at %s that there is nothing', async (role, route, nothing) => {
    expect(await shownTo(role, route, 1)).not.toContain(nothing);
  });
});

describe('A history that the API tells in parts', () => {
  const line = (sequence: number) => ({
    sequence,
    at: '',
    by: { name: 'Somebody', capacity: 'Officer' },
    type: 'draft-replaced',
    what: {},
  });
  const parts: Record<string, { status: number; body: unknown }> = {
    '': { status: 200, body: { items: [line(1), line(2)], next: '2' } },
    '?cursor=2': { status: 200, body: { items: [line(3)], next: '3' } },
    '?cursor=3': { status: 200, body: { items: [line(4)], next: null } },
  };
  const read = (told = parts) =>
    deskApi(publicUrl, 'a-token', async (url) => {
      const { status = 404, body = {} } = told[String(url).split('/history')[1] ?? ''] ?? {};
      return new Response(JSON.stringify(body), { status });
    }).history('d1');

  it('is shown whole', async () => {
    const found = await read();
    expect(found.ok && found.body.items.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  });

  it('is not shown as whole where a part of it cannot be had', async () => {
    expect(await read({ ...parts, '?cursor=3': { status: 503, body: {} } })).toMatchObject({ ok: false, refusal: { status: 503 } });
  });
});

it('The emails about a decision that the API tells in parts are shown whole', async () => {
  const email = { to: 'a@kent.example', kind: 'clearance-asked', subject: 'Asked', status: 'sent' };
  const api = deskApi(publicUrl, 'a-token', async (url) =>
    Response.json({ items: [email], next: String(url).endsWith('/emails') ? '1' : null }),
  );
  const { ok, ...found } = await api.emails('d1');
  expect([ok, found]).toMatchObject([true, { body: { items: [email, email] } }]);
});

import { lived } from '../lived.ts';
import { openPlace } from '../place.ts';
import { context, type Got, httpEvent, type Sent } from '../requests.ts';
import { tally } from '../wire.ts';

/** One public page: the read units of fetching it, and of asking whether it has changed since. */
export type Read = { what: string; units: number; heldUnits: number; held: boolean };

/** Fetches every kind of public page, and fetches it again with the tag it came with. */
const reads = async (): Promise<Read[]> => {
  const place = await openPlace({ counted: true, isStreamed: true });
  const id = await lived(place);
  const number = (await place.store.load(id))?.number ?? '';
  const params = { year: number.slice(0, 2), number: number.slice(3) };
  const pages: [string, string, Sent][] = [
    ['/decisions/{year}/{number}', 'read-register', { route: 'GET /decisions/{year}/{number}', params, headers: { accept: 'text/html' } }],
    [
      '/decisions/{year}/{number}, data',
      'read-register',
      { route: 'GET /decisions/{year}/{number}', params, headers: { accept: 'application/json' } },
    ],
    ['/decisions', 'read-register', { route: 'GET /decisions', headers: { accept: 'text/html' } }],
    ['/notices', 'read-register', { route: 'GET /notices', headers: { accept: 'text/html' } }],
    ['/decisions.atom', 'read-register', { route: 'GET /decisions.atom' }],
    ['/', 'read-register', { route: 'GET /', headers: { accept: 'text/html' } }],
    ['/decisions/{year}/{number}/record.pdf', 'print-record', { route: 'GET /decisions/{year}/{number}/record.pdf', params }],
    ['/decisions/{year}/{number}/proof', 'read-proof', { route: 'GET /decisions/{year}/{number}/proof', params }],
    ['/contracts', 'read-public-contracts', { route: 'GET /contracts', headers: { accept: 'text/html' } }],
  ];
  const measured: Read[] = [];
  for (const [what, by, sent] of pages) {
    const handler = await place.handler(by);
    const fetch = async (headers: Record<string, string>) => {
      const since = place.wire.calls.length;
      const got = (await handler(httpEvent({ ...sent, headers: { ...sent.headers, ...headers } }), context)) as Got;
      return { got, units: tally(place.wire.calls.slice(since)).readUnits };
    };
    // The first reads the council too, which is then in hand for a minute.
    await fetch({});
    const { got, units } = await fetch({});
    if (got.statusCode !== 200) throw new Error(`${what} was answered ${got.statusCode}`);
    const etag = got.headers?.etag ?? got.headers?.ETag ?? '"none"';
    const held = await fetch({ 'if-none-match': etag });
    measured.push({ what, units, heldUnits: held.units, held: held.got.statusCode === 304 });
  }
  await place.stop();
  return measured;
};

if (import.meta.main) {
  console.log(JSON.stringify(await reads()));
  process.exit(0);
}

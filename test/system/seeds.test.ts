import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisions } from '../../seeds/decisions/index.ts';
import { wordsOn } from './reading.ts';
import { faultsIn } from '../gallery/valid-html.ts';
import { System } from './system.ts';

type Listed = { items: { number: string; subject: string; path: string }[] };
const kent = decisions.filter(({ council }) => council === 'kent');
const plymouth = decisions.filter(({ council }) => council === 'plymouth');
const taken = (among: typeof decisions) => among.filter(({ history }) => history.some(({ act }) => act === 'decide'));

describe.each([
  { council: 'kent', flags: [] as string[], held: kent },
  { council: 'plymouth', flags: ['--council', 'plymouth'], held: plymouth },
])('started for $council with its real decisions', ({ flags, held }) => {
  let system: System;
  let listed: Listed['items'] = [];
  const lists = async () => {
    const [notices, done] = [await system.call<Listed>('GET', '/notices'), await system.call<Listed>('GET', '/decisions')];
    return { notices: notices.json.items, done: done.json.items };
  };
  const numberOf = ({ number, proposal }: (typeof decisions)[number]): string =>
    number ?? listed.find(({ subject }) => subject === proposal.subject)?.number ?? 'none';

  beforeAll(async () => {
    system = await System.start(...flags);
    const { notices, done } = await lists();
    listed = [...notices, ...done];
  }, 120_000);
  afterAll(() => system?.stop());

  it('lists each where it belongs', async () => {
    const { notices, done } = await lists();
    expect(done.map(({ number }) => number).sort()).toEqual(taken(held).map(numberOf).sort());
    expect(notices.map(({ number }) => number)).toEqual(held.filter((seed) => !taken(held).includes(seed)).map(numberOf));
  });

  it.each(held)('shows every figure, date and name of $source', async (seed) => {
    const page = await system.call('GET', `/decisions/${numberOf(seed)}`, undefined, { accept: 'text/html' });
    expect(page.status).toBe(200);
    const words = wordsOn(page.text);
    expect(seed.facts.filter(({ text }) => !words.includes(text))).toEqual([]);
    expect((await system.call('GET', `/decisions/${numberOf(seed)}.json`)).status).toBe(200);
  });

  it('lists them as pages and as feeds', async () => {
    for (const [path, type] of [
      ['/notices', 'text/html'],
      ['/decisions', 'text/html'],
      ['/notices.atom', 'application/atom+xml'],
      ['/decisions.atom', 'application/atom+xml'],
    ] as const) {
      const { status, headers, text } = await system.call('GET', path, undefined, { accept: type });
      expect([status, headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
      const { notices, done } = await lists();
      for (const { number } of path.startsWith('/notices') ? notices : done) expect(text).toContain(number);
    }
  });

  it('leads from its front page to every public page, each of them valid HTML, and no link on the way is broken', async () => {
    const seen = new Set<string>();
    const broken: string[] = [];
    const follow = async (path: string): Promise<void> => {
      if (seen.has(path)) return;
      seen.add(path);
      const { status, headers, text } = await system.call('GET', path, undefined, { accept: 'text/html' });
      if (status >= 400) broken.push(`${status} ${path}`);
      if (headers.get('content-type')?.startsWith('text/html')) broken.push(...(await faultsIn(text)).map((fault) => `${path}: ${fault}`));
      if (headers.get('content-type')?.startsWith('text/html'))
        for (const [, href = ''] of text.matchAll(/\shref="(\/[^"#]*)/g)) await follow(href.replaceAll('&amp;', '&'));
    };
    await follow('/');
    expect(broken).toEqual([]);
    expect([...seen]).toEqual(
      expect.arrayContaining(['/notices', '/decisions', '/docs', '/accessibility', ...listed.map(({ path }) => path)]),
    );
  });

  it('finds each contract by its supplier', async () => {
    type Contracts = { items: { reference: string; supplier: string | null }[] };
    const lines = (
      await Promise.all(['/contracts?limit=100', '/contracts?limit=100&ended=true'].map((path) => system.call<Contracts>('GET', path)))
    ).flatMap(({ json }) => json.items);
    const named = lines.filter(({ supplier }) => supplier !== null);
    expect(named.length > 0).toBe(held === kent);
    for (const { reference, supplier } of named) {
      const { json } = await system.call<{ contracts: Contracts }>(
        'GET',
        `/search?in=contracts&limit=50&q=${encodeURIComponent(supplier ?? '')}`,
        undefined,
        { accept: 'application/json' },
      );
      expect(
        json.contracts.items.map((found) => found.reference),
        supplier ?? '',
      ).toContain(reference);
    }
  });

  it('sends nobody an email about what happened years ago', async () => {
    expect(await system.mail()).toEqual([]);
  });
});

type Ended = { code: number | null; said: string; complained: string };

const run = (flags: string[], variables: Record<string, string> = {}): Promise<Ended> =>
  new Promise((done) => {
    const child = spawn(process.execPath, ['bin/local.ts', ...flags], {
      cwd: resolve(import.meta.dirname, '../..'),
      env: { ...process.env, PORT: '0', ...variables },
    });
    let [said, complained] = ['', ''];
    child.stdout.on('data', (words: Buffer) => (said += words.toString()));
    child.stderr.on('data', (words: Buffer) => (complained += words.toString()));
    child.on('exit', (code) => done({ code, said, complained }));
  });

describe('started wrongly', () => {
  let server: Server;
  let port = 0;
  beforeAll(
    () =>
      new Promise<void>((ready) => {
        server = createServer().listen(0, '127.0.0.1', () => {
          const address = server.address();
          port = typeof address === 'object' && address ? address.port : 0;
          ready();
        });
      }),
  );
  afterAll(() => server?.close());

  it.each([
    ['an unknown flag', ['--emty'], {}, /--emty/],
    ['an unknown council', ['--council', 'gotham'], {}, /--council must be one of kent, plymouth/],
    ['a day for an instant', ['--now', '2023-03-07'], {}, /--now must be an instant/],
    ['a port that is none', [], { PORT: 'http' }, /PORT must be a number/],
    ['no Java', ['--empty'], { PATH: '/nowhere', DYNAMODB_ENDPOINT: '' }, /needs Java 17.*apt-get install/],
  ])('says what is wrong in one line: %s', async (_, flags, variables, words) => {
    const { code, complained } = await run(flags, variables);
    expect([code, complained.trimEnd().split('\n')]).toEqual([1, [expect.stringMatching(words)]]);
  });

  it('says in one line that its port is taken, and by what to go on', async () => {
    const { code, said, complained } = await run(['--empty'], { PORT: String(port) });
    expect([code, said, complained]).toEqual([1, '', expect.stringMatching(new RegExp(`^Port ${port} is taken\\. .*PORT=0.*\\n$`))]);
  });
});

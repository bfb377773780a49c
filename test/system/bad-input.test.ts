import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodies, faulty, hostile } from './faulty.ts';
import { System } from './system.ts';
import { linksOf, noticed, safer, submitted, type View } from './walk.ts';

type Told = {
  type: string;
  title: string;
  status: number;
  detail: string;
  rule: string;
  source?: string;
  errors?: { path: string; message: string }[];
};
type Answer = Awaited<ReturnType<System['call']>>;

const told = (answer: Answer): Told => answer.json as unknown as Told;
const pathsOf = (answer: Answer): string[] => (told(answer).errors ?? []).map(({ path }) => path).sort();

/** A page without its block of data, which browsers do not run, and that block. */
const apart = (page: string): [string, string | undefined] => {
  const block = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page);
  return [block ? page.replace(block[0], '') : page, block?.[1]];
};

/** A refusal as every client can read it. */
const expectProblem = (answer: Answer, status: number): void => {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  expect(told(answer)).toMatchObject({
    type: expect.stringMatching(/^http/),
    title: expect.stringMatching(/\S/),
    status,
    detail: expect.stringMatching(/\S.*\.$/),
  });
};

describe('what cannot be used', () => {
  let system: System;
  let id = '';
  beforeAll(async () => {
    system = await System.start('--empty', '--now', '2023-03-07T09:00:00Z');
    id = (await post('/api/proposals', safer())).json.id;
  }, 120_000);
  afterAll(() => system?.stop());

  const post = <T = View>(path: string, body?: unknown, headers?: Record<string, string>) =>
    system.as('officer')<T>('POST', path, body, headers);
  const get = <T = View>(path: string, role = 'officer') => system.as(role)<T>('GET', path);
  const stored = async () =>
    (await get<{ items: View[] }>('/api/proposals?limit=100')).json.items.map(({ id: each, version }) => `${each} ${version}`);
  let before: string[] | undefined;
  const expectStores = async (nothing: () => Promise<unknown>): Promise<void> => {
    before ??= await stored();
    await nothing();
    const after = await stored();
    expect(after).toEqual(before);
  };

  describe.each([
    ['drafted', (sent: unknown) => post('/api/proposals', sent)],
    ['checked', (sent: unknown) => post('/api/proposals/check', { proposal: sent })],
    ['put in the place of a draft', (sent: unknown) => system.as('officer')('PUT', `/api/proposals/${id}`, sent, { 'if-match': '*' })],
  ] as const)('when %s', (how, send) => {
    const before = how === 'checked' ? 'proposal.' : '';
    // Directory faults of a check are told of the proposal itself.
    const bare = (path: string): string => (path.startsWith(before) ? path.slice(before.length) : path);

    it.each(faulty)('is told with its place, and not stored: $name', async ({ sent, paths }) => {
      await expectStores(async () => {
        const answer = (await send(sent)) as Answer;
        expectProblem(answer, 400);
        expect(pathsOf(answer).map(bare)).toEqual([...paths].sort());
      });
    });

    it('is told at once with every name that the council and the register do not know', async () => {
      await expectStores(async () => {
        const answer = (await send({
          subject: 5,
          decisionMaker: 'cabinet-member-nobody',
          divisionsAffected: ['Narnia'],
          consultees: ['director-of-nothing', { name: '' }],
          replaces: ['23/09999'],
          inConsultationWith: ['nobody-else'],
        })) as Answer;
        expectProblem(answer, 400);
        // Of the consultees one is told of by its shape, and with it the whole list waits.
        expect(new Set(pathsOf(answer).map(bare))).toEqual(
          new Set([
            'subject',
            'decisionMaker',
            'divisionsAffected.0',
            'consultees.1.name',
            'consultees.1.email',
            'replaces.0',
            'inConsultationWith.0',
          ]),
        );
      });
    });
  });

  it('is told all at once, in words', async () => {
    const answer = await post('/api/proposals', {
      subject: '',
      targetDecisionDate: '2023-13-01',
      proposedDecision: [],
      publicAccess: { kind: 'secret', paragraphs: [] },
      extra: 1,
    });
    expect(pathsOf(answer as unknown as Answer)).toEqual([
      'extra',
      'proposedDecision',
      'publicAccess.kind',
      'subject',
      'targetDecisionDate',
    ]);
    for (const { message } of told(answer as unknown as Answer).errors ?? []) expect(message).toMatch(/^[A-Z][^{}]+$/);
  });

  it.each(bodies)('is told when the body is %s', async (_, body) => {
    await expectStores(async () =>
      expectProblem((await post('/api/proposals', body, { 'content-type': 'application/json' })) as unknown as Answer, 400),
    );
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp'])(
    'is not read as JSON when it says that it is %s',
    async (type) => {
      await expectStores(async () =>
        expectProblem((await post('/api/proposals', '{}', { 'content-type': type })) as unknown as Answer, 415),
      );
    },
  );

  it('is too long at 300 KiB, whatever is in it', async () => {
    await expectStores(async () =>
      expectProblem((await post('/api/proposals', { background: 'a'.repeat(300 * 1024) })) as unknown as Answer, 413),
    );
  });

  it('is, in an incomplete draft, named whole when the draft is submitted', async () => {
    const { json } = await post('/api/proposals', { subject: 'Only a subject' });
    const answer = (await post(`/api/proposals/${json.id}/submit`, {})) as unknown as Answer;
    expectProblem(answer, 400);
    const { subject: _, cabinetCommittee: __, ...required } = safer();
    expect(pathsOf(answer)).toEqual(Object.keys(required).sort());
    expect((await get(`/api/proposals/${json.id}`)).json).toMatchObject({ status: 'draft', number: null, version: 1 });
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=1.5',
    'limit=ten',
    'cursor=nonsense',
    'cursor=',
    'status=lost',
    'mine=perhaps',
    'limit=1&limit=2',
    'STATUS=draft',
  ])('is told of a list: ?%s', async (query) => {
    expectProblem((await get(`/api/proposals?${query}`)) as unknown as Answer, 400);
  });

  it.each(['/notices?limit=0', '/decisions?limit=101', '/notices?cursor=nonsense', '/decisions?key=maybe', '/notices.atom?limit=x'])(
    'is told of a public list: %s',
    async (path) => {
      expectProblem(await system.call('GET', path), 400);
    },
  );

  it('is an address that is none: a page with ways on for a reader, a problem for a program', async () => {
    const read = await system.call('GET', '/respond/half/of-a-link', undefined, { accept: 'text/html' });
    expect([read.status, read.text.includes('Page not found'), read.text.includes('href="/notices"')]).toEqual([404, true, true]);
    expectProblem(await system.call('POST', '/api/proposal', {}), 404);
  });

  it('is only words when it is markup, a formula or a template, on every page and in every email', async () => {
    const { number } = await noticed(system, safer({ ...hostile, consultees: [{ name: '<b>Bold</b>', email: 'bold@kent.example' }] }));
    const link = (await linksOf(system, number, 'consultation-asked')).get('bold@kent.example') ?? '';
    const html = [`/decisions/${number}`, '/notices', link].map((path) => system.call('GET', path, undefined, { accept: 'text/html' }));
    const mails = (await system.mail()).filter(({ subject }) => subject.startsWith(number));
    for (const whole of [
      ...(await Promise.all(html)).map(({ text }) => text),
      (await system.call('GET', '/notices.atom')).text,
      ...mails.map((mail) => mail.html),
    ]) {
      const [page, data] = apart(whole);
      if (data?.includes('"Report"')) expect(JSON.stringify(JSON.parse(data))).toContain('<script>alert(1)</script>');
      expect(page).not.toMatch(/<script|<img|<b>|<!--/i);
      expect(page).toContain('&lt;script');
    }
    for (const mail of mails)
      expect([mail.text.includes('<script>alert(1)</script>'), Object.keys(mail.headers).filter((name) => name === 'bcc')]).toEqual([
        true,
        [],
      ]);
    expect((await system.call<{ subject: string; reasons: string }>('GET', `/decisions/${number}.json`)).json).toMatchObject(hostile);
  });

  it('is a committee outcome, notice, deferral or withdrawal with a fault, and leaves the proposal as it was', async () => {
    const walked = await submitted(system);
    const clerk = system.as('clerk');
    const { version } = await walked.get();
    const sent: [string, unknown, string[]][] = [
      ['committee-outcome', { committee: 'A', date: '2023-02-30', outcome: 'liked', words: '' }, ['date', 'outcome', 'words']],
      ['notice', { route: 'express' }, ['route']],
      ['withdraw', { reason: '  ' }, ['reason']],
      ['defer', { reason: 'Later', until: 'June' }, ['until']],
      ['steps/clearance-1/delegate', { to: { name: 'X', email: 'x' } }, ['scheme', 'to.email']],
    ];
    for (const [action, body, paths] of sent) {
      const answer = (await clerk('POST', `/api/proposals/${walked.id}/${action}`, body)) as unknown as Answer;
      expectProblem(answer, 400);
      expect(pathsOf(answer)).toEqual(paths);
    }
    expect((await walked.get()).version).toBe(version);
  });
});

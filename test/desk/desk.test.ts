import { describe, expect, it } from 'vitest';
import { proposalFields } from '../../functions/desk/proposal/proposal-form.ts';
import { safeReturn } from '../../functions/desk/sign-in/sign-in.tsx';
import { writeForm } from '../../functions/desk/form/write-form.ts';
import { typedIn } from '../system/signed-in.ts';
import { safer } from '../system/walk.ts';
import { asked, cookieOf, csrf, deskOver } from './desks.ts';
import { council } from './proposals.ts';

const draft = {
  ...safer(),
  id: 'd1',
  number: null,
  status: 'draft',
  version: 3,
  createdAt: '2023-03-07T09:00:00Z',
  updatedAt: '2023-03-07T09:00:00Z',
  submittedBy: { sub: 'officer', name: 'Somebody', email: 'somebody@kent.example' },
  contentHash: 'f'.repeat(64),
  keyDecision: {
    isKey: true,
    grounds: [],
    statement: 'It is key.',
    totals: { expenditurePence: 160_000_000, savingsPence: 0, divisions: 72 },
    thresholds: null,
    warnings: [],
  },
  timetable: {
    clearDaysRequired: 28,
    clearDaysBasis: 'calendar',
    earliestDecisionDate: '2023-04-05',
    suggestedDecisionDate: '2023-04-05',
    consultationClosesOn: null,
    gates: [],
  },
  steps: [],
  blockers: [],
  committeeOutcomes: [],
};
const there = { 'GET /api/proposals/d1': { status: 200, body: draft } };
const editing = (over: Record<string, string> = {}) =>
  new URLSearchParams([
    ...writeForm(proposalFields(council), safer()),
    ...Object.entries({ csrf, key: 'k-1', version: '3', do: 'save', ...over }),
  ]);
const edit = (form: URLSearchParams, headers = {}) =>
  asked('POST /desk/proposals/{id}/edit', { cookie: cookieOf('officer'), params: { id: 'd1' }, form, headers });

describe('Somebody who is not signed in', () => {
  it('is sent to the council’s sign-in, with state, nonce and PKCE', async () => {
    const { answer } = deskOver({});
    expect((await answer(asked('GET /desk/proposals/{id}', { params: { id: 'd1' } }))).headers.location).toBe(
      '/desk/sign-in?to=%2Fdesk%2Fproposals%2Fd1',
    );
    const { headers, cookies } = await answer(asked('GET /desk/sign-in', { query: 'to=/desk/proposals/d1' }));
    const sent = new URL(headers.location ?? '');
    expect(sent.origin + sent.pathname).toBe('https://login.kent.example/authorize');
    expect(Object.fromEntries(sent.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'clear-days',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(cookies?.[0]).toContain('__Host-desk-signing-in=');
  });

  it('loses nothing that they typed: it is carried to the next sign-in', async () => {
    const { answer, calls } = deskOver({});
    const { statusCode, body } = await answer(asked('POST /desk/proposals/new', { form: { subject: 'A "long" <text>', csrf: 'old' } }));
    expect(statusCode).toBe(401);
    expect(body).toContain('name="subject" value="A &quot;long&quot; &lt;text>"');
    expect(calls).toEqual([]);
  });

  it('cannot finish a sign-in that this browser did not begin', async () => {
    const { answer, calls } = deskOver({});
    const { statusCode, cookies } = await answer(asked('GET /desk/signed-in', { query: 'code=c&state=s' }));
    expect(statusCode).toBe(400);
    expect(cookies?.join()).not.toMatch(/__Host-desk=[^;]/);
    expect(calls).toEqual([]);
  });

  it.each([
    ['//evil.example', '/desk'],
    ['https://evil.example/desk', '/desk'],
    ['/desk\\evil', '/desk'],
    ['/deskx', '/desk'],
    [null, '/desk'],
    ['/desk/proposals?status=draft', '/desk/proposals?status=draft'],
  ])('goes back from %s to %s', (to, back) => {
    expect(safeReturn(to)).toBe(back);
  });

  it.each([2000, 4000, 8000])(
    'begins a sign-in for a page whose address has %d letters, or for the desk where no cookie could hold it',
    async (long) => {
      const to = `/desk/proposals?x=${'x'.repeat(long - 18)}`;
      const { statusCode, cookies = [] } = await deskOver({}).answer(asked('GET /desk/sign-in', { query: `to=${encodeURIComponent(to)}` }));
      expect([statusCode, cookies.length, safeReturn(to)]).toEqual([303, 1, long > 2000 ? '/desk' : to]);
    },
  );

  it('is sent there from any address that API Gateway takes, in no more than the 10 KB of headers that it gives back', async () => {
    const { statusCode, headers } = await deskOver({}).answer(asked('GET /desk', { query: `x=${'%2F'.repeat(2500)}` }));
    expect([statusCode, headers.location]).toEqual([303, '/desk/sign-in?to=%2Fdesk']);
  });
});

describe('A form', () => {
  it.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['from a sibling of this site', { 'sec-fetch-site': 'same-site' }, 403],
    ['of another origin', { 'sec-fetch-site': '', origin: 'https://evil.example' }, 403],
    ['that hides its origin', { origin: 'null' }, 403],
    ['that is no form', { 'content-type': 'text/plain' }, 415],
  ])('%s is not read', async (_, headers, status) => {
    const { answer, calls } = deskOver(there);
    expect((await answer(edit(editing(), headers))).statusCode).toBe(status);
    expect(calls).toEqual([]);
  });

  it('from an earlier session is shown again as it was typed, and not carried out', async () => {
    const { answer, calls } = deskOver(there);
    const { statusCode, body } = await answer(edit(editing({ csrf: 'of-another-session', subject: 'ignored' })));
    expect(statusCode).toBe(200);
    expect(body).toContain('You have signed in again since you opened this form');
    expect(body).toContain('Property security for the sanctuary scheme');
    expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('that is sound is sent to the API as the person signed in, under its own key and the version that was shown', async () => {
    const { answer, calls } = deskOver({ ...there, 'PUT /api/proposals/d1': { status: 200, body: draft } });
    expect((await answer(edit(editing()))).headers.location).toBe('/desk/proposals/d1?done=saved');
    expect(calls.find(({ method }) => method === 'PUT')).toMatchObject({
      body: safer(),
      headers: { authorization: 'Bearer a-token', 'idempotency-key': 'k-1', 'if-match': '"3"' },
    });
  });

  it('with a sum that cannot be read is not sent, and says so at the top and beside the field', async () => {
    const { answer, calls } = deskOver(there);
    const form = editing();
    form.set('financialImplications.expenditure.0.amountPence', '1.6m');
    const { statusCode, body } = await answer(edit(form));
    expect(statusCode).toBe(422);
    expect(body).toContain(
      '<a href="#financialImplications.expenditure.0.amountPence">Financial implications, expenditure 1, amount: Write pounds in figures, such as 1,600,000.00</a>',
    );
    expect(body).toContain('id="financialImplications.expenditure.0.amountPence-error"');
    expect(body).toContain('value="1.6m"');
    expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('lists its faults in the order of its fields, whoever found them', async () => {
    const form = editing();
    form.set('targetDecisionDate.day', '31');
    form.set('financialImplications.expenditure.1.amountPence', '1.6m');
    form.set('financialImplications.expenditure.0.description', '');
    form.set('contact.email', 'nobody');
    const { body = '' } = await deskOver(there).answer(edit(form));
    const listed = /error-summary__list">(.*?)<\/ul>/s.exec(body)?.[1] ?? '';
    expect([...listed.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'contact.email',
      'financialImplications.expenditure.0.description',
      'financialImplications.expenditure.1.amountPence',
      'targetDecisionDate',
    ]);
  });

  it('asks a question and says what is missing without a colon after the question mark', async () => {
    const { answer } = deskOver({
      'GET /api/proposals/d1': { status: 200, body: { ...draft, number: '23/00001', status: 'cleared' } },
      'POST /api/proposals/d1/notice': { status: 400, body: { errors: [{ path: 'route', message: 'This is missing' }] } },
    });
    const { body } = await answer(
      asked('POST /desk/proposals/{id}/{action}', {
        cookie: cookieOf('clerk'),
        params: { id: 'd1', action: 'notice' },
        form: { csrf, do: 'send' },
      }),
    );
    expect(body).toContain('>How is notice given? This is missing</a>');
  });

  it('whose faults the API finds shows them beside their fields', async () => {
    const { answer } = deskOver({
      ...there,
      'PUT /api/proposals/d1': {
        status: 400,
        body: {
          detail: 'Some of what you sent cannot be used.',
          errors: [{ path: 'leadDirector', message: 'Nobody holds this post today' }],
        },
      },
    });
    const { statusCode, body } = await answer(edit(editing()));
    expect(statusCode).toBe(422);
    expect(body).toContain('<a href="#leadDirector">Lead director: Nobody holds this post today</a>');
    expect(body).toContain('<title>Error: ');
  });

  it('overtaken by somebody else shows what happened and what would change, and loses nothing', async () => {
    const history = {
      items: [
        {
          sequence: 4,
          at: '2023-03-07T09:05:00Z',
          by: { name: 'Somebody', capacity: 'Officer' },
          type: 'draft-replaced',
          what: {},
          before: '',
          hash: '',
        },
      ],
      next: null,
    };
    const { answer } = deskOver({
      'GET /api/proposals/d1': {
        status: 200,
        body: { ...draft, version: 4, reasons: 'A duty to support all survivors in safe accommodation.' },
      },
      'PUT /api/proposals/d1': { status: 412, body: { detail: 'It changed.', rule: 'if-match' } },
      'GET /api/proposals/d1/history': { status: 200, body: history },
    });
    const { statusCode, body } = await answer(edit(editing()));
    expect(statusCode).toBe(412);
    expect(body).toContain('Somebody: changed the draft, 7 March 2023 at 09:05');
    expect(body).toContain('<h3 class="govuk-heading-s">Reasons</h3>');
    expect(body).toMatch(/<del>all ?<\/del>/);
    expect(body).toContain('A duty to support survivors in safe accommodation.</textarea>');
    expect(body).toContain('name="version" value="4"');
  });

  it('that the system did not answer goes again under the same key, so that nothing is done twice', async () => {
    const { answer } = deskOver({ ...there, 'PUT /api/proposals/d1': { status: 503, body: {} } });
    expect((await answer(edit(editing()))).body).toContain('name="key" value="k-1"');
  });

  it('that the API refused goes again under a new key', async () => {
    const { answer } = deskOver({
      ...there,
      'PUT /api/proposals/d1': {
        status: 409,
        body: { detail: 'Not now.', source: 'Reg 9 of SI 2012/2089', earliestDecisionDate: '2023-04-05' },
      },
    });
    const { statusCode, body } = await answer(edit(editing()));
    expect(statusCode).toBe(409);
    for (const words of ['Not now.', 'The rule: Reg 9 of SI 2012/2089', 'The earliest day is Wednesday 5 April 2023.'])
      expect(body).toContain(words);
    expect(body).not.toContain('value="k-1"');
  });
});

const file = (role: 'officer' | 'clerk', body: object, emails: object[] = [], history: object[] = []) =>
  deskOver({
    'GET /api/proposals/d1': { status: 200, body },
    'GET /api/proposals/d1/history': { status: 200, body: { items: history, next: null } },
    'GET /api/proposals/d1/emails': { status: 200, body: { items: emails, next: null } },
  }).answer(asked('GET /desk/proposals/{id}', { cookie: cookieOf(role), params: { id: 'd1' } }));

it('The file of a proposal handed over names who holds it and all who held it before', async () => {
  const heldBefore = ['An Officer', 'B Officer'].map((name) => ({ sub: name, name, email: 'officer@kent.example' }));
  expect((await file('clerk', { ...draft, heldBefore })).body).toContain('Somebody, held before by An Officer, B Officer');
  expect((await file('clerk', draft)).body).not.toContain('held before');
});

describe('The file of a draft', () => {
  const lacks = (...words: string[]) => words.map((each) => ({ rule: 'incomplete', source: 'API', words: each, heldBy: 'Somebody' }));
  const begun = {
    ...draft,
    blockers: lacks('leadDirector: This is missing', 'financialImplications.expenditure.0.years: Say for how many years'),
  };

  it('names what is missing as the form does, and leads its officer to the place', async () => {
    const { body } = await file('officer', begun);
    expect(body).toContain('Still to do (2)');
    expect(body).toContain('<a class="govuk-link" href="/desk/proposals/d1/edit#leadDirector">Lead director</a>');
    expect(body).toContain(
      '<a class="govuk-link" href="/desk/proposals/d1/edit#financialImplications.expenditure.0.years">Financial implications, expenditure 1, years</a>: Say for how many years',
    );
    expect(body).not.toContain('leadDirector:');
  });

  it('leads nobody else to a form that is not theirs', async () => {
    const { body } = await file('clerk', begun);
    expect(body).toContain('<li>Lead director</li>');
    expect(body).not.toContain('/edit');
  });

  it('says on the desk of its officer only how much is left', async () => {
    const desk = (items: object[]) =>
      deskOver({ 'GET /api/proposals?mine=true&limit=50': { status: 200, body: { items, unreadable: 0, next: null } } }).answer(
        asked('GET /desk', { cookie: cookieOf('officer') }),
      );
    expect((await desk([begun])).body).toContain('Not complete: 2 things to add or put right.');
    expect((await desk([{ ...begun, blockers: lacks('leadDirector: This is missing') }])).body).toContain(
      'Not complete: 1 thing to add or put right.',
    );
  });
});

it('a page on which the council is not known leads to no website of nobody', async () => {
  const missing = { status: 404, body: { detail: 'There is no such proposal.' } };
  const { answer } = deskOver({ 'GET /api/proposals/none': missing });
  const { statusCode, body } = await answer(asked('GET /desk/proposals/{id}', { cookie: cookieOf('clerk'), params: { id: 'none' } }));
  expect(statusCode).toBe(404);
  expect(body).not.toContain('’s website');
});

describe('The file of a proposal under way', () => {
  const step = (over: object) => ({
    post: null,
    name: 'Somebody',
    title: 'Somebody',
    dueOn: null,
    openedAt: null,
    actedAt: null,
    words: null,
    ...over,
  });
  const words = async (...steps: object[]) =>
    (await file('clerk', { ...draft, number: '23/00001', status: 'notice-published', steps })).body?.replaceAll(/<[^>]*>/g, '') ?? '';

  it('says what a chair was asked to agree to: urgency is one of three things', async () => {
    const asked = (purpose?: string) =>
      words(step({ id: 'agreement-1', stage: 'agreement', state: 'open', response: null, ...(purpose ? { purpose } : {}) }));
    expect(await asked('special-urgency')).toContain('Somebody: agreement that it is urgent');
    expect(await asked('private-meeting')).toContain('Somebody: agreement to meet in private sooner');
    expect(await asked('call-in-waiver')).toContain('Somebody: agreement to waive call-in');
    expect(await asked()).toContain('Somebody: agreement that it is urgent');
  });

  it('says in its history about whom it is, where the system or the clerk did something about somebody who was asked', async () => {
    const line = (type: string, what: object) => ({
      sequence: 1,
      at: '2023-03-07T09:05:00Z',
      by: { name: 'Clear Days', capacity: 'System' },
      type,
      what,
    });
    const history = [
      line('step-reminded', { stepId: 'clearance-1', reminder: 'due' }),
      line('step-reminded', { stepId: 'clearance-1', reminder: 'after-leaving' }),
      line('step-reminded', { stepId: 'clearance-1', reminder: 'undeliverable-1' }),
      line('link-reissued', { stepId: 'clearance-1' }),
      line('clearance-given', { stepId: 'clearance-1' }),
    ];
    const steps = [step({ id: 'clearance-1', stage: 'clearance', state: 'open', response: null, title: 'Section 151 Officer' })];
    const { body } = await file('clerk', { ...draft, number: '23/00001', status: 'in-clearance', steps }, [], history);
    expect([...(body ?? '').matchAll(/<li><strong>([^<]*)<\/strong><p/g)].map(([, words]) => words)).toEqual([
      'Cleared it',
      'Sent a fresh email: Section 151 Officer',
      'An email still has not arrived, and others were told: Section 151 Officer',
      'Whoever was asked has left, and the clerk was told: Section 151 Officer',
      'A reminder was sent: Section 151 Officer',
    ]);
  });

  it('says of each email what it was about and what became of it before to whom, which on a phone may be long', async () => {
    const sent = { to: `${'long'.repeat(15)}@kent.example`, kind: 'clearance-asked', subject: 'Clear this', status: 'delivered' };
    const email = { ...sent, deliveredAt: '2023-03-07T09:00:00Z' };
    const { body } = await file('clerk', { ...draft, number: '23/00001', status: 'in-clearance' }, [email]);
    const [, said = ''] =
      body
        ?.replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .split(' Emails ') ?? [];
    expect(said).toMatch(/^Clear this Delivered, 7 March 2023 at 09:00 longlong\S*@kent\.example/);
  });

  it('names within a sentence whoever holds it', async () => {
    const blockers = [{ rule: 'clearance', source: '', words: 'Waits for Monitoring Officer.', heldBy: 'The Monitoring Officer' }];
    const { body } = await file('clerk', { ...draft, number: '23/00001', status: 'in-clearance', blockers });
    expect(body).toContain('Waits for Monitoring Officer. Held by the Monitoring Officer.');
  });

  it('says of an answer that came another way when the clerk entered it, and not that it was given then', async () => {
    const cleared = { id: 'clearance-1', stage: 'clearance', state: 'approved', response: 'approve', actedAt: '2023-04-11T09:00:00Z' };
    expect(await words(step({ ...cleared, override: 'A letter' }))).toContain('Entered by the clerk on 11 April 2023 at 10:00');
    expect(await words(step(cleared))).not.toContain('Entered by the clerk');
  });

  it('keeps apart what a clerk may do about somebody who was asked', async () => {
    const open = { stage: 'consultation', state: 'open', response: null };
    expect(await words(step({ id: 'consultation-1', ...open }))).toContain(
      'Send a fresh email to Somebody · Arrange cover for Somebody · Record an answer of Somebody',
    );
  });

  it('says of a proposal to which nothing has happened yet that nothing is recorded', async () =>
    expect(await words()).toContain('ProceedingsNothing is recorded yet.'));

  it('says what a consultee answered, as their own receipt does', async () => {
    const answered = (response: string) => words(step({ id: 'consultation-1', stage: 'consultation', state: 'responded', response }));
    expect(await answered('object')).toContain('Answered: objects to it.');
    expect(await answered('amend')).toContain('Answered: proposes an amendment.');
  });
});

it('a link to what waits is read out as what is done, and then of which decision and why', async () => {
  const found = (items: object[]) => ({ status: 200, body: { items, unreadable: 0, next: null } });
  const statuses = ['in-clearance', 'cleared', 'notice-published', 'awaiting-decision', 'decided', 'called-in', 'deferred', 'effective'];
  const record = {
    publishedAt: '2023-03-07T08:00:00Z',
    publishedOn: '2023-03-07',
    subjectToCallIn: true,
    callInClosesOn: '2023-03-14',
    effectiveFrom: '2023-03-15',
  };
  const decided = { ...draft, number: '23/00002', status: 'decided', record };
  const { answer } = deskOver({
    ...Object.fromEntries(statuses.map((status) => [`GET /api/proposals?status=${status}&limit=50`, found([])])),
    'GET /api/proposals?status=cleared&limit=50': found([
      { ...draft, number: '23/00001', status: 'cleared', blockers: [{ rule: 'notice-to-publish', source: '', words: '' }] },
    ]),
    'GET /api/proposals?status=decided&limit=50': found([decided]),
  });
  const { body } = await answer(asked('GET /desk', { cookie: cookieOf('clerk') }));
  const links = body?.match(/<a [^>]*>.*?<\/a>/g)?.map((link) => link.replaceAll(/<[^>]*>/g, ''));
  expect(links).toContain('Publish it: 23/00001, Cleared: its notice can be published.');
  expect(links).toContain('Call it in: 23/00002');
});

describe('Checking', () => {
  const assessment = {
    ...draft,
    timetable: { ...draft.timetable, route: 'ordinary' },
    complete: false,
    missing: [
      { path: 'financialImplications', message: 'This is missing' },
      { path: 'background', message: 'This is missing' },
    ],
  };

  it('judges the money before its words are written, and says that they are missing', async () => {
    const { answer, calls } = deskOver({ 'POST /api/proposals/check': { status: 200, body: assessment } });
    const form = {
      csrf,
      do: 'check',
      subject: 'Security',
      'contact.name': 'Only a name',
      'financialImplications.savings.rows': '0',
      'financialImplications.funding.rows': '0',
      'financialImplications.expenditure.rows': '1',
      'financialImplications.expenditure.0.kind': 'one-off',
      'financialImplications.expenditure.0.amountPence': '1,600,000',
    };
    const { statusCode, body } = await answer(asked('POST /desk/proposals/new', { cookie: cookieOf('officer'), form }));
    expect(statusCode).toBe(200);
    expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
      proposal: { subject: 'Security', financialImplications: { expenditure: [{ kind: 'one-off', amountPence: 160_000_000 }] } },
    });
    for (const words of ['It is key.', 'Financial implications, summary', 'Contact, email address', 'Background'])
      expect(body).toContain(words);
    expect(body).toContain('value="Only a name"');
  });

  it('saves nothing', async () => {
    const { answer, calls } = deskOver({ ...there, 'POST /api/proposals/check': { status: 200, body: assessment } });
    await answer(edit(editing({ do: 'check' })));
    expect(calls.filter(({ method }) => method !== 'GET').map(({ path }) => path)).toEqual(['/api/proposals/check']);
  });
});

describe('Somebody signed in', () => {
  it('whose token the API no longer takes is told so, and not sent round in a circle', async () => {
    const { answer } = deskOver({ 'GET /api/council': { status: 401, body: { message: 'Unauthorized' } } });
    const { statusCode, cookies } = await answer(asked('GET /desk', { cookie: cookieOf('clerk') }));
    expect(statusCode).toBe(401);
    expect(cookies?.[0]).toContain('Max-Age=0');
  });

  it('is told in the API’s words that a page is not for them', async () => {
    const { answer } = deskOver({ 'GET /api/council': { status: 403, body: { detail: 'This is for people with the role clerk.' } } });
    const { statusCode, body } = await answer(asked('GET /desk', { cookie: cookieOf() }));
    expect([statusCode, body.includes('This is for people with the role clerk.')]).toEqual([403, true]);
  });

  it('signs out by the form on every page, and by no link or form from elsewhere', async () => {
    const { answer } = deskOver({});
    expect((await answer(asked('POST /desk/sign-out', { cookie: cookieOf('clerk'), form: { csrf } }))).cookies?.join()).toContain(
      '__Host-desk=; Path=/; Max-Age=0',
    );
    expect((await answer(asked('POST /desk/sign-out', { cookie: cookieOf('clerk'), form: { csrf: 'guessed' } }))).cookies).toBeUndefined();
  });

  it('gets pages that no cache keeps, that run nothing and that no other site frames', async () => {
    const { answer } = deskOver(there);
    const { headers, body } = await answer(asked('GET /desk/proposals/new', { cookie: cookieOf('officer') }));
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(body).not.toMatch(/<script|<style| style=| on[a-z]+=/);
  });
});

it('a report that the executive owes the council waits for the clerk also once the decision is in effect', async () => {
  const found = (items: object[]) => ({ status: 200, body: { items, unreadable: 0, next: null } });
  const statuses = ['in-clearance', 'cleared', 'notice-published', 'awaiting-decision', 'decided', 'called-in', 'deferred', 'effective'];
  const effective = { ...draft, number: '23/00003', status: 'effective' };
  const keyChallenge = { raisedOn: '2023-03-01', words: 'It was key.' };
  const { answer, calls } = deskOver({
    ...Object.fromEntries(statuses.map((status) => [`GET /api/proposals?status=${status}&limit=50`, found([])])),
    'GET /api/proposals?status=effective&limit=50': found([
      { ...effective, keyChallenge },
      { ...effective, number: '23/00004' },
    ]),
  });
  const { body } = await answer(asked('GET /desk', { cookie: cookieOf('clerk') }));
  expect(body).toContain('The executive’s report under regulation 18 is to be recorded.');
  expect([body?.includes('23/00003'), body?.includes('23/00004')]).toEqual([true, false]);
  await answer(asked('GET /desk', { cookie: cookieOf('scrutiny') }));
  expect(calls.filter(({ path }) => path.includes('status=effective'))).toHaveLength(1);
});

describe('A call-in that others join while the clerk judges it', () => {
  const callIn = {
    requestedAt: '2023-04-06T09:00:00Z',
    requestedOn: '2023-04-06',
    requestedBy: [],
    grounds: ['Openness'],
    words: 'Too soon',
    validated: false,
  };
  const there = { 'GET /api/proposals/d1': { status: 200, body: { ...draft, status: 'called-in', callIn } } };
  const judging = (method: string, form?: Record<string, string>) =>
    asked(`${method} /desk/proposals/{id}/{action}`, {
      cookie: cookieOf('clerk'),
      params: { id: 'd1', action: 'call-in-validation' },
      ...(form && { form: { csrf, key: 'k-1', ...form } }),
    });

  it('is judged as the clerk saw it or not at all: what they typed is shown again, to be sent once they have seen the others', async () => {
    const seen = typedIn((await deskOver(there).answer(judging('GET'))).body, 'version');
    expect(seen).toBe('3');
    const { answer, calls } = deskOver({
      ...there,
      'POST /api/proposals/d1/call-in-validation': { status: 412, body: { detail: 'This proposal has changed.', rule: 'if-match' } },
    });
    const { statusCode, body } = await answer(judging('POST', { valid: 'no', words: 'One is no member.', version: '2' }));
    expect(calls.find(({ method }) => method === 'POST')?.headers).toMatchObject({ 'if-match': '"2"' });
    expect([statusCode, typedIn(body, 'version'), body.includes('One is no member.')]).toEqual([412, '3', true]);
  });
});

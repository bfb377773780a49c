import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { contractAnswer } from '../../functions/contract/api/contract-answer.ts';
import { contractRequest } from '../../functions/contract/contract-terms.schema.ts';
import {
  alertAnswerRequest,
  closeRequest,
  contractChangeRequest,
  draftRequest,
  endRequest,
  extendRequest,
  noticePublishedRequest,
  valueRequest,
} from '../../functions/contract/api/contract-requests.schema.ts';
import { parseWhole } from '../../functions/platform/http/issues.ts';
import { contractActions } from '../../functions/desk/contract/contract-actions.ts';
import { contractResponse } from '../../functions/contract/api/contract-responses.schema.ts';
import { contractFields } from '../../functions/desk/contract/contract-fields.ts';
import type { Field, Option } from '../../functions/desk/form/field.ts';
import { proposalFields } from '../../functions/desk/proposal/proposal-form.ts';
import { readForm } from '../../functions/desk/form/read-form.ts';
import { writeForm } from '../../functions/desk/form/write-form.ts';
import { kent } from '../../seeds/kent/council.ts';
import { anyTerms, ContractStory, terms } from '../contract/contract-story.ts';
import { typedIn } from '../system/signed-in.ts';
import { asked, cookieOf, csrf, deskOver } from './desks.ts';
import { council } from './proposals.ts';

// The clock of these desks stands on 7 March 2023.
const judged = { now: '2023-03-07T09:00:00Z', council: kent };
const answered = (story: ContractStory) => JSON.parse(JSON.stringify(contractAnswer(story.contract!, judged)));
const running = (over = {}) =>
  new ContractStory('2022-01-05T09:00:00Z', 'c-1').registers({ start: '2022-01-01', end: '2023-12-31', ...over });
const contract = contractResponse.parse(answered(running()));
const there = { 'GET /api/contracts/c-1': { status: 200, body: answered(running()) } };
const form = (action: string, fields: Record<string, string>, who: Parameters<typeof cookieOf> = ['contracts']) =>
  asked('POST /desk/contracts/{id}/{action}', {
    cookie: cookieOf(...who),
    params: { id: 'c-1', action },
    form: { csrf, key: 'k-1', do: 'send', ...fields },
  });
const posted = (calls: { method: string; path: string; body: unknown; headers: Record<string, string> }[]) =>
  calls.filter(({ method }) => method !== 'GET');

const whole: [string, z.ZodMiniType, object][] = [
  ['draft-proposal', draftRequest, { intent: 'extend' }],
  ['extend', extendRequest, { on: '2023-03-06', decision: '23/00011', approvedPence: 170_000_000, late: 'The supplier agreed.' }],
  ['notices', noticePublishedRequest, { notice: 'UK7', publishedOn: '2023-03-06', reference: '000101-2023' }],
  ['value', valueRequest, { toDatePence: 123_456, on: '2023-03-06' }],
  ['end', endRequest, { on: '2023-03-06', how: 'terminated', words: 'Breach.' }],
  ['close', closeRequest, { words: 'Not procured.' }],
];
const answers = [
  { response: 'acknowledge', words: 'Seen.' },
  { response: 'snooze', until: '2023-05-01', words: 'The grant is awaited.' },
  { response: 'in-hand', number: '23/00012' },
  { response: 'not-in-hand', words: 'Withdrawn.' },
];

describe('The form of a contract', () => {
  it('has every field that the API takes, and no other', () => {
    const names = contractFields(council).map(({ name }) => name);
    expect(names.sort()).toEqual(Object.keys(contractRequest.shape).sort());
    expect(
      Object.keys(contractChangeRequest.shape)
        .filter((name) => !names.includes(name))
        .sort(),
    ).toEqual(['approvedBy', 'words']);
  });

  it('says of any contract what the API would have it say', () =>
    fc.assert(
      fc.property(anyTerms('2020-01-01', 4000), (found) => {
        const full = {
          ...found,
          vcse: true,
          replaces: ['c-2'],
          withheld: { parts: ['value'], paragraph: 3, publicInterest: 'Bids are open.' },
          department: council.departments[0] ?? '',
          divisionsAffected: found.divisionsAffected === 'all' ? 'all' : [],
        };
        const { value, problems } = readForm(contractFields(council), writeForm(contractFields(council), full));
        expect(problems).toEqual([]);
        expect(contractRequest.parse(value)).toEqual(contractRequest.parse(JSON.parse(JSON.stringify(full))));
      }),
      { numRuns: 60 },
    ));
});

it('A contract is withheld under a paragraph of Schedule 12A in the words by which a proposal is', () => {
  const choices = (fields: Field[], path: string[]): Option[] => {
    const field = fields.find(({ name }) => name === path[0]);
    if (field?.as === 'group') return choices(field.fields, path.slice(1));
    return field?.as === 'select' || field?.as === 'ticks' ? field.options : [];
  };
  const [ofProposal, ofContract] = [
    choices(proposalFields(council), ['publicAccess', 'paragraphs']),
    choices(contractFields(council), ['withheld', 'paragraph']),
  ];
  expect(ofProposal).toHaveLength(7);
  expect(ofContract).toEqual(ofProposal);
});

describe('The form for an action on a contract', () => {
  it.each(whole)('%s says everything that the API takes, as the API takes it', (name, schema, body) => {
    const fields = contractActions.find((action) => action.name === name)?.fields(contract) ?? [];
    const { value, problems } = readForm(fields, writeForm(fields, body));
    expect([problems, schema.parse(value)]).toEqual([[], body]);
    expect(fields.map((field) => field.name).sort()).toEqual(Object.keys((schema as z.ZodMiniObject).shape).sort());
  });

  it.each(answers)('answers an alert by $response with what that answer needs, whatever else was typed', (body) => {
    const action = contractActions.find(({ name }) => name === 'alerts');
    const fields = action?.fields(contract) ?? [];
    const { value } = readForm(fields, writeForm(fields, { until: '2023-06-01', number: '23/00099', words: 'Typed.', ...body }));
    expect(alertAnswerRequest.parse(action?.sends?.(value))).toEqual(body);
  });

  it('is told that an answer is missing where none was chosen, and which there are where another was sent', () => {
    const fault = (body: object) => parseWhole(alertAnswerRequest, body);
    expect([fault({}), fault({ response: 'perhaps' })]).toEqual([
      { ok: false, faults: [{ path: 'response', message: 'This is missing' }] },
      { ok: false, faults: [{ path: 'response', message: 'This has none of the forms that can be used here' }] },
    ]);
  });

  it('calls a notice what the list of those to be published calls it', () => {
    const [which] = contractActions.find(({ name }) => name === 'notices')?.fields(contract) ?? [];
    const named = which?.as === 'select' ? which.options.map(({ label }) => label) : [];
    expect(named).toHaveLength(17);
    const asked = answered(running({ start: '2026-01-01', end: '2029-12-31', regime: 'pa-2023', netPence: 700_000_000 }));
    const wanted: string[] = [...asked.notices.notices, ...asked.notices.ahead].map(
      ({ notice, name }: { notice: string; name: string }) => `${notice} ${name}`,
    );
    expect(new Set(wanted).size).toBeGreaterThan(5);
    expect(named).toEqual(expect.arrayContaining(wanted));
  });

  it('stands for every action there is', () =>
    expect(contractActions.map(({ name }) => name).sort()).toEqual([...whole.map(([name]) => name), 'alerts'].sort()));
});

describe('The contracts of the desk', () => {
  it('stand in the order of the API, by urgency, each with its last safe day and whether it is late', async () => {
    const late = answered(running({ reference: 'LATE', end: '2023-06-30' }));
    const { answer, calls } = deskOver({
      'GET /api/contracts?limit=25&owner=o%40kent.example': { status: 200, body: { items: [late, answered(running())], next: 'n1' } },
    });
    const { statusCode, body } = await answer(
      asked('GET /desk/contracts', { cookie: cookieOf('contracts'), query: 'owner=o@kent.example' }),
    );
    expect(statusCode).toBe(200);
    expect(body.indexOf('LATE SAFER property security')).toBeLessThan(body.indexOf('SC23001 SAFER property security'));
    expect(body).toMatch(/A proposal for what follows was to be submitted by \d+ \w+ 202\d\. Ends on 30 June 2023\./);
    for (const words of ['>Late</strong>', 'href="/desk/contracts/new"', '/desk/contracts?owner=o%40kent.example&amp;cursor=n1'])
      expect(body).toContain(words);
    expect(calls.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('are not late where something follows without a gap, or a decision on that is in hand', async () => {
    const late = (reference: string) => running({ reference, end: '2023-06-30' });
    const followed = (reference: string, start: string) =>
      late(reference).does({ type: 'link-successor', successor: { id: 'c-2', start, basis: 'stated' } });
    const inHand = late('IN-HAND').does({ type: 'take-decision-in-hand', number: '23/00012' });
    const shown = async (story: ContractStory) => {
      const { answer } = deskOver({
        'GET /api/contracts?limit=25': { status: 200, body: { items: [answered(story)], next: null } },
        'GET /api/contracts/c-1': { status: 200, body: answered(story) },
      });
      const { body: list } = await answer(asked('GET /desk/contracts', { cookie: cookieOf('contracts') }));
      const { body: page } = await answer(asked('GET /desk/contracts/{id}', { cookie: cookieOf('contracts'), params: { id: 'c-1' } }));
      return [
        list.includes('>Late</strong>'),
        list.includes('A proposal for what follows was to be submitted by'),
        page.includes('That day has passed.'),
      ];
    };
    expect(await shown(late('ALONE'))).toEqual([true, true, true]);
    expect(await shown(followed('GAP', '2023-08-01'))).toEqual([true, true, true]);
    for (const story of [followed('NEXT', '2023-07-01'), inHand]) expect(await shown(story)).toEqual([false, false, false]);
  });

  it('show an officer what falls due and the way to a draft, and nothing that only contracts officers do', async () => {
    const { answer } = deskOver(there);
    const seen = async (...who: Parameters<typeof cookieOf>) =>
      (await answer(asked('GET /desk/contracts/{id}', { cookie: cookieOf(...who), params: { id: 'c-1' } }))).body;
    const [officer, contracts] = [await seen('officer'), await seen('contracts')];
    for (const words of ['Alerts to come', 'The same timetable in words', 'None: PCR 2015', 'href="/desk/contracts/c-1/draft-proposal"'])
      expect(officer).toContain(words);
    expect(officer).not.toMatch(/c-1\/(extend|edit|end|alerts)"/);
    for (const action of ['extend', 'edit', 'end', 'alerts', 'notices', 'value'])
      expect(contracts).toContain(`/desk/contracts/c-1/${action}"`);
  });

  it('are registered by the form, as the person signed in and once', async () => {
    const { answer, calls } = deskOver({ 'POST /api/contracts': { status: 201, body: answered(running()) } });
    const fields = new URLSearchParams([
      ...writeForm(contractFields(council), terms({ department: council.departments[0] ?? '' })),
      ['csrf', csrf],
      ['key', 'k-9'],
      ['do', 'send'],
    ]);
    const { statusCode, headers } = await answer(asked('POST /desk/contracts/new', { cookie: cookieOf('contracts'), form: fields }));
    expect([statusCode, headers.location]).toEqual([303, '/desk/contracts/c-1?done=registered']);
    expect(posted(calls)).toMatchObject([
      {
        path: '/api/contracts',
        headers: { authorization: 'Bearer a-token', 'idempotency-key': 'k-9' },
        body: {
          netPence: 80_000_000,
          start: '2023-12-01',
          extensionOptions: [{ months: 12, amountPence: 40_000_000, noticeMonths: 3 }, {}],
        },
      },
    ]);
  });

  it('with faults are shown again, each fault beside its field, and nothing typed is lost', async () => {
    const { answer, calls } = deskOver({
      'POST /api/contracts': {
        status: 400,
        body: { detail: 'No.', errors: [{ path: 'owner.email', message: 'Use one email address, such as name@council.example' }] },
      },
    });
    const { statusCode, body } = await answer(
      asked('POST /desk/contracts/new', {
        cookie: cookieOf('contracts'),
        form: { csrf, do: 'send', title: 'Typed title', 'owner.email': 'nobody' },
      }),
    );
    expect(statusCode).toBe(422);
    expect(body).toContain('href="#owner.email">Owner, email address: Use one email address');
    expect(body).toContain('value="Typed title"');
    expect(posted(calls)).toHaveLength(1);
  });

  it('are told at once of what cannot be read and of what else is wrong, by asking the API in a way that carries nothing out', async () => {
    const { answer, calls } = deskOver({
      'POST /api/contracts': {
        status: 400,
        body: {
          detail: 'No.',
          errors: [
            { path: 'title', message: 'This is missing' },
            { path: 'netPence', message: 'Use whole pence' },
            { path: 'unreadable', message: 'There is no such field' },
          ],
        },
      },
    });
    const { statusCode, body } = await answer(
      asked('POST /desk/contracts/new', { cookie: cookieOf('contracts'), form: { csrf, key: 'k-1', do: 'send', netPence: 'a lot' } }),
    );
    expect(statusCode).toBe(422);
    expect([...body.matchAll(/<li><a href="#([^"]*)">([^<]*)/g)].map(([, ...said]) => said)).toEqual([
      ['title', 'Title: This is missing'],
      ['netPence', 'Value without VAT: Write pounds in figures, such as 1,600,000.00'],
    ]);
    expect(posted(calls).map((call) => [call.body, call.headers['idempotency-key'] === 'k-1'])).toEqual([
      [expect.objectContaining({ unreadable: true }), false],
    ]);
  });

  it('carry nothing out while a day cannot be read, also one that is no part of the answer chosen', async () => {
    const { answer, calls } = deskOver({ ...there, 'POST /api/contracts/c-1/alerts': { status: 400, body: { detail: 'No.' } } });
    const { statusCode, body } = await answer(form('alerts', { response: 'acknowledge', 'until.day': '31', 'until.month': '2' }));
    expect([statusCode, body.includes('id="until-error"')]).toEqual([422, true]);
    expect(posted(calls).map((call) => call.body)).toEqual([{ response: 'acknowledge', unreadable: true }]);
  });

  it('have an option taken up recorded, and where it is too late the rule and the day are said', async () => {
    const taken = deskOver({ ...there, 'POST /api/contracts/c-1/extend': { status: 200, body: answered(running()) } });
    const on = { 'on.day': '6', 'on.month': '3', 'on.year': '2023' };
    expect((await taken.answer(form('extend', on))).headers.location).toBe('/desk/contracts/c-1?done=extend');
    expect(posted(taken.calls)).toMatchObject([{ body: { on: '2023-03-06' } }]);
    const refused = deskOver({
      ...there,
      'POST /api/contracts/c-1/extend': {
        status: 409,
        body: { detail: 'An option cannot be exercised after expiry.', rule: 'option-after-expiry', source: 'The contract’s own terms' },
      },
    });
    const { statusCode, body } = await refused.answer(form('extend', on));
    expect([
      statusCode,
      body.includes('An option cannot be exercised after expiry.'),
      body.includes('The rule: The contract’s own terms'),
    ]).toEqual([409, true, true]);
  });

  it('have no second option recorded where two officers record the same one: the later is shown what is there now', async () => {
    const option = { months: 12, amountPence: 0 };
    const once = running({ extensionOptions: [option, option] })
      .on('2023-03-06')
      .does({ type: 'exercise-option', on: '2023-03-06' });
    const { answer, calls } = deskOver({
      'GET /api/contracts/c-1': { status: 200, body: answered(once) },
      'POST /api/contracts/c-1/extend': { status: 412, body: { detail: 'This contract has changed since you read it.', rule: 'if-match' } },
    });
    const { statusCode, body } = await answer(
      form('extend', { 'on.day': '6', 'on.month': '3', 'on.year': '2023', version: '1', late: 'The supplier agreed.' }),
    );
    expect(posted(calls)).toMatchObject([{ headers: { 'if-match': '"1"' } }]);
    expect([statusCode, typedIn(body, 'version'), typedIn(body, 'on.day')]).toEqual([412, '2', '6']);
    expect(body).toContain('This contract has changed since you read it.');
    expect(body).toContain('the contract then ends on 31 December 2025');
  });

  it('have no alert answered that came after the form was opened, nor a decision given up that was taken in hand since', async () => {
    const { answer, calls } = deskOver({
      ...there,
      'POST /api/contracts/c-1/alerts': { status: 412, body: { detail: 'This contract has changed since you read it.', rule: 'if-match' } },
    });
    const { statusCode, body } = await answer(form('alerts', { response: 'not-in-hand', words: 'Not affordable.', version: '0' }));
    expect(posted(calls)).toMatchObject([{ headers: { 'if-match': '"0"' } }]);
    expect([statusCode, typedIn(body, 'version'), body.includes('Not affordable.')]).toEqual([412, '1', true]);
  });

  it('open a draft proposal that is then on the desk of whoever asked', async () => {
    const { answer, calls } = deskOver({
      ...there,
      'POST /api/contracts/c-1/draft-proposal': { status: 201, body: {}, location: '/api/proposals/p-1' },
    });
    expect((await answer(form('draft-proposal', { intent: 're-procure' }, ['officer']))).headers.location).toBe(
      '/desk/proposals/p-1?done=drafted',
    );
    expect(posted(calls)).toMatchObject([{ path: '/api/contracts/c-1/draft-proposal', body: { intent: 're-procure' } }]);
  });

  it('are changed under the version that was shown, and keep a charity’s number', async () => {
    const charity = answered(running({ vcse: { number: '1012345' } }));
    const { answer, calls } = deskOver({
      'GET /api/contracts/c-1': { status: 200, body: charity },
      'PUT /api/contracts/c-1': { status: 200, body: charity },
    });
    const shown = (
      await answer(asked('GET /desk/contracts/{id}/{action}', { cookie: cookieOf('contracts'), params: { id: 'c-1', action: 'edit' } }))
    ).body;
    expect(shown).toContain('name="version" value="1"');
    const fields = Object.fromEntries([...writeForm(contractFields(council), { ...charity, vcse: true })]);
    expect((await answer(form('edit', { ...fields, version: '1', words: 'A new owner.' }))).headers.location).toBe(
      '/desk/contracts/c-1?done=amended',
    );
    expect(posted(calls)).toMatchObject([
      { method: 'PUT', headers: { 'if-match': '"1"' }, body: { vcse: { number: '1012345' }, words: 'A new owner.' } },
    ]);
  });

  const follows = { type: 'link-successor' as const, successor: { id: 'c-2', start: '2024-01-01', basis: 'stated' as const } };
  const statedIn = async (contract: object) => {
    const { answer } = deskOver({ 'GET /api/contracts/c-1': { status: 200, body: contract } });
    const { body } = await answer(
      asked('GET /desk/contracts/{id}/{action}', { cookie: cookieOf('contracts'), params: { id: 'c-1', action: 'edit' } }),
    );
    return [typedIn(body, 'successor'), /<option value="(\w+-2\d+)" selected/.exec(body)?.[1]];
  };

  it('lose nothing that their officers said by a form that is shown while a new version takes over and the API does not tell it yet', async () => {
    const told = (over = {}) => {
      const { stated: _, ...before } = answered(running(over).does(follows));
      return statedIn(before);
    };
    expect([await told({ successor: 'c-2', regime: 'psr-2023' }), await told()]).toEqual([
      ['c-2', 'psr-2023'],
      ['c-2', 'pcr-2015'],
    ]);
  });

  it('are changed from what their officers said, and neither from the law that dates tell nor from what the register has follow them', async () => {
    const shown = (story: ContractStory) => statedIn(answered(story));
    expect([
      await shown(running().does(follows)),
      await shown(running({ successor: 'c-3', regime: 'psr-2023' }).does(follows)),
      await shown(running({ successor: 'c-3' })),
    ]).toEqual([
      [undefined, undefined],
      ['c-3', 'psr-2023'],
      ['c-3', undefined],
    ]);
  });

  it('overtaken by somebody else show what happened and what would change, and are saved over it only when that is meant', async () => {
    const now = answered(
      running().does({
        type: 'amend-contract',
        terms: terms({ start: '2022-01-01', end: '2023-12-31', title: 'A better title' }),
        words: 'Its proper name.',
      }),
    );
    const history = {
      items: [
        { sequence: 2, at: '2023-03-07T08:00:00Z', by: { name: 'Somebody', capacity: 'Contracts' }, type: 'contract-amended', what: {} },
      ],
      next: null,
    };
    const { answer } = deskOver({
      'GET /api/contracts/c-1': { status: 200, body: now },
      'GET /api/contracts/c-1/history': { status: 200, body: history },
      'PUT /api/contracts/c-1': { status: 412, body: { detail: 'It changed.', rule: 'if-match' } },
    });
    const fields = Object.fromEntries([...writeForm(contractFields(council), contract)]);
    const { statusCode, body } = await answer(form('edit', { ...fields, version: '1' }));
    expect(statusCode).toBe(412);
    for (const words of [
      'Somebody: contract amended',
      '<h3 class="govuk-heading-s">Title</h3>',
      'name="version" value="2"',
      'value="SAFER property security"',
    ])
      expect(body).toContain(words);
  });

  it('that are only proposed can be given their real dates or closed', async () => {
    const proposed = new ContractStory('2023-03-01T09:00:00Z', 'c-1').does({
      type: 'propose-contract',
      reference: '23/00001-1',
      ocid: 'ocds-000000-a',
      particulars: {
        title: 'T',
        department: 'D',
        owner: { name: 'O', email: 'o@kent.example' },
        sponsor: { name: 'S', email: 's@kent.example' },
      },
      proposed: { outcome: 'procure', start: '2023-08-01', end: '2025-07-31', extensionOptions: [], replaces: [] },
      decision: { number: '23/00001', outcome: 'procure' },
    });
    const { answer } = deskOver({ 'GET /api/contracts/c-1': { status: 200, body: answered(proposed) } });
    const { body } = await answer(asked('GET /desk/contracts/{id}', { cookie: cookieOf('contracts'), params: { id: 'c-1' } }));
    for (const words of [
      'Register its real dates',
      'Close it unregistered',
      'from 1 August 2023 to 31 July 2025',
      'not contract dates until',
    ])
      expect(body).toContain(words);
    expect(body).not.toContain('/c-1/extend"');
    const { body: empty } = await answer(
      asked('GET /desk/contracts/{id}/{action}', { cookie: cookieOf('contracts'), params: { id: 'c-1', action: 'edit' } }),
    );
    expect(['title', 'start.day', 'start.month', 'start.year'].map((name) => typedIn(empty, name))).toEqual(['T', '1', '8', '2023']);
  });

  it('have no page for what cannot be done', async () => {
    const { answer } = deskOver(there);
    expect(
      (
        await answer(
          asked('GET /desk/contracts/{id}/{action}', { cookie: cookieOf('contracts'), params: { id: 'c-1', action: 'nonsense' } }),
        )
      ).statusCode,
    ).toBe(404);
  });
});

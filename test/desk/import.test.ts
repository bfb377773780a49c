import { describe, expect, it } from 'vitest';
import { readForwardPlan } from '../../functions/desk/import/forward-plan.ts';
import { safer } from '../record/told.ts';
import { asked, cookieOf, csrf, deskOver } from './desks.ts';
import { council } from './proposals.ts';
import { viewOf } from '../gallery/desk-scenes.ts';

const plan = [
  'Subject\tDecision due\tDecision maker',
  'A library for Dover\tNot before 5th Apr 2023\tLeader',
  'A road | March 2024 | The Cabinet of Narnia',
  'A bridge\tBefore 1 May 2023\tleader',
  'A tunnel\tTBC',
].join('\n');
const post = (form: Record<string, string>, ...roles: Parameters<typeof cookieOf>) =>
  asked('POST /desk/import', { cookie: cookieOf(...roles), form: { csrf, key: 'k', ...form } });

describe('a forward plan that is pasted', () => {
  const items = readForwardPlan(council, plan);

  it('is read item by item, without its headings', () =>
    expect(items.map(({ subject }) => subject)).toEqual(['A library for Dover', 'A road', 'A bridge', 'A tunnel']));

  it('makes drafts of what could be read', () =>
    expect(items.map(({ draft }) => draft)).toEqual([
      { subject: 'A library for Dover', decisionMaker: 'leader', targetDecisionDate: '2023-04-05' },
      { subject: 'A road', targetDecisionDate: '2024-03-01' },
      { subject: 'A bridge', decisionMaker: 'leader' },
      { subject: 'A tunnel' },
    ]));

  it('lists whatever was guessed or could not be read', () =>
    expect(items.map(({ findings }) => findings)).toEqual([
      [],
      ['Only a month is given: the whole of it was taken.', 'No one post of the directory is called “The Cabinet of Narnia”.'],
      ['Only a last day is given. The day on which the decision is wanted is left open.'],
      ['No date is given.', 'No decision maker is named.'],
    ]));

  it('is shown with its findings before anything is saved', async () => {
    const { answer, calls } = deskOver({});
    const { statusCode, body } = await answer(post({ plan, do: 'read' }, 'officer'));
    expect(statusCode).toBe(200);
    for (const words of ['wanted on 5 April 2023', 'Only a month is given', 'Save all 4 as drafts', 'A library for Dover\tNot before'])
      expect(body).toContain(words);
    expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('is saved as drafts, each under its own key, and says what became of each', async () => {
    const { answer, calls } = deskOver({ 'POST /api/proposals': { status: 201, body: viewOf('submitted').proposal } });
    const { body } = await answer(post({ plan, do: 'save' }, 'officer'));
    const sent = calls.filter(({ method }) => method === 'POST');
    expect(sent.map(({ headers }) => headers['idempotency-key'])).toEqual(['k-0', 'k-1', 'k-2', 'k-3']);
    expect(sent[0]?.body).toEqual({ subject: 'A library for Dover', decisionMaker: 'leader', targetDecisionDate: '2023-04-05' });
    expect(body.match(/Saved as a draft\./g)).toHaveLength(4);
  });

  it.each([
    ['nothing', '', 'Paste at least one item'],
    ['too much', 'A\t1 May 2023\n'.repeat(21), 'There are 21 items: paste 20 at a time'],
  ])('of %s is not taken', async (_, text, words) => {
    const { statusCode, body } = await deskOver({}).answer(post({ plan: text, do: 'read' }, 'officer'));
    expect([statusCode, body.includes(words)]).toEqual([422, true]);
  });
});

describe('a decision taken elsewhere', () => {
  const decision = JSON.parse(
    JSON.stringify({ proposal: safer(), number: '18/00015', noticePublishedOn: '2018-03-23', decidedOn: '2018-04-20' }),
  );

  it('is brought in as the API takes it, by the clerk signed in', async () => {
    const { answer, calls } = deskOver({ 'POST /api/proposals/import': { status: 201, body: viewOf('effective').proposal } });
    const { headers } = await answer(post({ decision: JSON.stringify(decision), do: 'import' }, 'clerk'));
    expect(headers.location).toBe('/desk/proposals/effective?done=imported');
    expect(calls.find(({ method }) => method === 'POST')).toMatchObject({ body: decision, headers: { 'idempotency-key': 'k' } });
  });

  it('that is no JSON, or that the API finds faults in, is shown again with what is wrong and nothing lost', async () => {
    const { answer, calls } = deskOver({
      'POST /api/proposals/import': {
        status: 400,
        body: { detail: 'Some of it cannot be used.', errors: [{ path: 'number', message: 'Use a number such as 23/00022' }] },
      },
    });
    const broken = await answer(post({ decision: '{"number": ', do: 'import' }, 'clerk'));
    expect([broken.statusCode, broken.body.includes('This is not JSON.'), calls.filter(({ method }) => method === 'POST')]).toEqual([
      422,
      true,
      [],
    ]);
    const refused = await answer(post({ decision: '{"number":"1"}', do: 'import' }, 'clerk'));
    expect(refused.statusCode).toBe(422);
    for (const words of ['number: Use a number such as 23/00022', '{&quot;number&quot;:&quot;1&quot;}</textarea>'])
      expect(refused.body).toContain(words);
  });
});

it('a form of an earlier session saves nothing and is shown again', async () => {
  const { answer, calls } = deskOver({});
  const { body } = await answer(post({ plan, do: 'save', csrf: 'of-another-session' }, 'officer'));
  expect(body).toContain('You have signed in again since you opened this form');
  expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
});

it('each role has on the page what it may do', async () => {
  const pageFor = async (role: 'officer' | 'clerk' | 'scrutiny') =>
    (await deskOver({}).answer(asked('GET /desk/import', { cookie: cookieOf(role) }))).body;
  const [officer, clerk, scrutiny] = [await pageFor('officer'), await pageFor('clerk'), await pageFor('scrutiny')];
  expect([officer.includes('name="plan"'), officer.includes('name="decision"')]).toEqual([true, false]);
  expect([clerk.includes('name="plan"'), clerk.includes('name="decision"')]).toEqual([false, true]);
  const titleOf = (body: string) => /<h1[^>]*>([^<]*)</.exec(body)?.[1];
  expect([titleOf(officer), titleOf(clerk), titleOf(scrutiny)]).toEqual([
    'Bring in a plan',
    'Bring in a decision',
    'Bring in a plan, a decision or a register',
  ]);
  expect(titleOf((await deskOver({}).answer(asked('GET /desk/import', { cookie: cookieOf('officer', 'clerk', 'contracts') }))).body)).toBe(
    'Bring in a plan, a decision or a register',
  );
  expect(scrutiny).toContain('This is for officers, clerks and contracts officers.');
});

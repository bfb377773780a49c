import { actions } from '../../functions/desk/action/actions.ts';
import { stepActions } from '../../functions/desk/action/step-actions.ts';
import type { Proposal } from '../../functions/desk/desk-api.ts';
import type { Field } from '../../functions/desk/form/field.ts';
import { proposalFields } from '../../functions/desk/proposal/proposal-form.ts';
import { writeForm } from '../../functions/desk/form/write-form.ts';
import { historyLine } from '../../functions/proposal/history.view.ts';
import { viewProposal } from '../../functions/proposal/proposal.view.ts';
import { calledIn, cleared, decided, effective, noticed, submitted } from '../decision/stories.ts';
import type { Story } from '../decision/story.ts';
import { asked, cookieOf, csrf, deskOver } from '../desk/desks.ts';
import { council } from '../desk/proposals.ts';
import { safer } from '../record/told.ts';
import { type Scene, scene } from './scene.ts';

const notNow = { detail: 'Not now.', rule: 'a-rule', source: 'Reg 9 of SI 2012/2089' };

const stories: Record<string, () => Story> = { submitted, cleared, noticed, decided, calledIn, effective };

const emails = {
  items: [
    {
      to: 'a@kent.example',
      kind: 'clearance-asked',
      subject: 'Clear this',
      status: 'bounced',
      queuedAt: '2023-03-07T09:00:00Z',
      bouncedAt: '2023-03-07T09:01:00Z',
      reason: 'No such mailbox',
    },
    { to: 'b@kent.example', kind: 'clearance-asked', subject: 'Clear this', status: 'sent', sentAt: '2023-03-07T09:00:00Z' },
  ],
  next: null,
};

/** A proposal told until it stands so, as the API answers it. */
export const viewOf = (name: string) => {
  const story = stories[name]?.();
  if (!story?.decision) throw new Error(`Nothing was told of ${name}`);
  return {
    proposal: { ...viewProposal(story.decision, story.given), id: name },
    history: { items: story.events.map(historyLine), next: null },
  };
};

// As the API would, of a form on which nothing was written; of one with nothing to write, a rule.
const unfilled = (fields: Field[]) => {
  const under = (at: string, field: Field): string[] =>
    field.as === 'group' ? field.fields.flatMap((each) => under(`${at}${field.name}.`, each)) : [`${at}${field.name}`];
  const errors = fields.flatMap((field) => under('', field)).map((path) => ({ path, message: 'This is missing' }));
  return errors.length > 0 ? { status: 400, body: { detail: 'Put right what is wrong.', errors } } : { status: 409, body: notNow };
};

/** A desk over an API that has a proposal in each state. */
const furnished = () => {
  const views = Object.keys(stories).map((name) => ({ name, ...viewOf(name) }));
  const shown = (wanted: string) => views.find(({ name }) => name === wanted)!.proposal as unknown as Proposal;
  const step = shown('submitted').steps[0]!;
  const forms = [
    ...actions.map(({ name, fields }) => ({
      name,
      route: '/desk/proposals/{id}/{action}',
      params: { id: 'noticed', action: name },
      sentTo: `noticed/${name}`,
      sent: unfilled(fields(council, shown('noticed'), null)),
    })),
    ...stepActions.map(({ name, fields }) => ({
      name,
      route: '/desk/proposals/{id}/steps/{stepId}/{action}',
      params: { id: 'submitted', stepId: step.id, action: name },
      sentTo: `submitted/steps/${step.id}/${name}`,
      sent: unfilled(fields(council, shown('submitted'), step)),
    })),
  ];
  const list = { status: 200, body: { items: views.map(({ proposal }) => proposal), next: 'abc' } };
  const none = { status: 200, body: { items: [], next: null } };
  const statuses = ['in-clearance', 'cleared', 'notice-published', 'awaiting-decision', 'decided', 'called-in', 'effective', 'deferred'];
  const each = (status: string) => ({
    status: 200,
    body: { items: views.flatMap(({ proposal }) => (proposal.status === status ? [proposal] : [])), next: null },
  });
  const desk = deskOver({
    ...Object.fromEntries(
      views.flatMap(({ name, proposal, history }) => [
        [`GET /api/proposals/${name}`, { status: 200, body: proposal }],
        [`GET /api/proposals/${name}/history`, { status: 200, body: history }],
        [`GET /api/proposals/${name}/emails`, { status: 200, body: emails }],
        [`PUT /api/proposals/${name}`, { status: 409, body: notNow }],
      ]),
    ),
    ...Object.fromEntries(forms.map(({ sentTo, sent }) => [`POST /api/proposals/${sentTo}`, sent])),
    ...Object.fromEntries(statuses.map((status) => [`GET /api/proposals?status=${status}&limit=50`, each(status)])),
    'GET /api/proposals?mine=true&limit=50': each('in-clearance'),
    'GET /api/proposals?limit=25': list,
    'GET /api/proposals?limit=25&status=draft': none,
  });
  return { ...desk, views, forms };
};

type Desk = ReturnType<typeof furnished>;

const formScenes = async ({ answer, forms }: Desk): Promise<Scene[]> => {
  const clerk = { cookie: cookieOf('clerk') };
  type Form = (typeof forms)[number];
  const open = async ({ name, route, params }: Form): Promise<Scene> => {
    const { statusCode, body } = await answer(asked(`GET ${route}`, { ...clerk, params }));
    return scene(`the form "${name}"`, { status: statusCode, body });
  };
  const empty = async ({ name, route, params, sent }: Form): Promise<Scene> => {
    const { statusCode, body } = await answer(asked(`POST ${route}`, { ...clerk, params, form: { csrf, key: 'k' } }));
    return scene(`the form "${name}" sent unfilled`, { status: statusCode, body }, sent.status === 400 ? 422 : 409);
  };
  return [...(await Promise.all(forms.map(open))), ...(await Promise.all(forms.map(empty)))];
};

const proposalScenes = async ({ answer }: Desk): Promise<Scene[]> => {
  const officer = { cookie: cookieOf('officer') };
  const whole = new URLSearchParams([
    ...writeForm(proposalFields(council), safer()),
    ['csrf', csrf],
    ['key', 'k'],
    ['version', '1'],
    ['do', 'save'],
  ]);
  const wrong = new URLSearchParams(whole);
  wrong.set('financialImplications.expenditure.0.amountPence', 'a lot');
  const got = async (name: string, event: ReturnType<typeof asked>, expected = 200) => {
    const { statusCode, body } = await answer(event);
    return scene(name, { status: statusCode, body }, expected);
  };
  const params = { id: 'submitted' };
  return [
    await got('a new proposal', asked('GET /desk/proposals/new', officer)),
    await got('a proposal being changed', asked('GET /desk/proposals/{id}/edit', { ...officer, params })),
    await got('a proposal with a fault', asked('POST /desk/proposals/{id}/edit', { ...officer, params, form: wrong }), 422),
    await got('a proposal refused', asked('POST /desk/proposals/{id}/edit', { ...officer, params, form: whole }), 409),
    await got('a proposal kept over a sign-in', asked('POST /desk/proposals/new', { form: { subject: 'A subject', csrf: 'old' } }), 401),
    await got('signed out', asked('GET /desk/signed-out')),
    await got('a file that is not there', asked('GET /desk/proposals/{id}', { ...officer, params: { id: 'none' } }), 404),
  ];
};

const registerScenes = async (): Promise<Scene[]> => {
  const row = { line: 5, id: 'contract-a', reference: 'R/5' };
  const told = {
    rows: 9,
    added: 3,
    unchanged: 2,
    differs: [row],
    refused: [{ ...row, line: 6, reason: 'The council has no such director.' }],
    faults: [
      { line: 3, column: 'End', value: 'soon', reason: 'Use a date that exists, as YYYY-MM-DD' },
      { line: 4, column: 'Owner', value: '', reason: 'This is missing' },
    ],
  };
  const sent = async (what: string, name: string, text: string, expected: number) => {
    const { answer } = deskOver({ 'POST /api/contracts/import': { status: 200, body: { ...told, imported: name === 'bring-register' } } });
    const { statusCode, body } = await answer(
      asked('POST /desk/import', { cookie: cookieOf('contracts'), form: { csrf, key: 'k', do: name, register: text } }),
    );
    return scene(what, { status: statusCode, body }, expected);
  };
  const text = 'Reference\tTitle\nA\tB';
  return [
    await sent('a register checked', 'check-register', text, 200),
    await sent('a register brought in', 'bring-register', text, 200),
    await sent('a register of nothing', 'check-register', '', 422),
  ];
};

/** Every page of the desk, and every form open and sent unfilled. */
export const deskScenes = async (): Promise<Scene[]> => {
  const desk = furnished();
  const page = async (path: string, ...roles: Parameters<typeof cookieOf>) => {
    const { statusCode, body } = await desk.answer(
      asked(`GET ${path.split('?')[0]}`, { cookie: cookieOf(...roles), query: path.split('?')[1] ?? '' }),
    );
    return scene(`${path} for ${roles.join(' and ')}`, { status: statusCode, body });
  };
  const brought = async (name: string, text: string, expected: number) => {
    const { statusCode, body } = await desk.answer(
      asked('POST /desk/import', {
        cookie: cookieOf('officer', 'clerk'),
        form: { csrf, key: 'k', do: name === 'decision' ? 'import' : 'read', [name]: text },
      }),
    );
    return scene(`bringing in a ${name}: ${text}`, { status: statusCode, body }, expected);
  };
  const file = async ({ name }: Desk['views'][number]) => {
    const { statusCode, body } = await desk.answer(
      asked('GET /desk/proposals/{id}', { cookie: cookieOf('officer', 'clerk'), params: { id: name }, query: 'done=submit' }),
    );
    return scene(`the file of a proposal ${name}`, { status: statusCode, body });
  };
  return [
    await page('/desk', 'officer'),
    await page('/desk', 'clerk'),
    await page('/desk', 'scrutiny'),
    await page('/desk/proposals', 'clerk'),
    await page('/desk/proposals?status=draft', 'clerk'),
    await page('/desk/undelivered', 'clerk'),
    await page('/desk/import', 'officer', 'clerk'),
    await brought('plan', 'Subject\tDue\nA library\tMarch 2024\tLeader\nA road\tTBC', 200),
    await brought('plan', '', 422),
    await brought('decision', '{', 422),
    ...(await registerScenes()),
    ...(await Promise.all(desk.views.map(file))),
    ...(await formScenes(desk)),
    ...(await proposalScenes(desk)),
  ];
};

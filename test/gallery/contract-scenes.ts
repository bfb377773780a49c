import { contractAnswer } from '../../functions/contract/api/contract-answer.ts';
import { contractPage } from '../../functions/transparency/contract.page.tsx';
import { publicContractOf } from '../../functions/transparency/public-contract.ts';
import { contractActions } from '../../functions/desk/contract/contract-actions.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory } from '../contract/contract-story.ts';
import { given } from '../alert/daily-checks.ts';
import { asked, cookieOf, csrf, deskOver } from '../desk/desks.ts';
import { type Scene, scene } from './scene.ts';

const underTheAct = {
  procurementStartedOn: '2026-06-02',
  signedOn: '2026-11-02',
  start: '2026-12-01',
  end: '2030-11-30',
  netPence: 600_000_000,
  reviewOn: '2028-06-01',
  sme: true,
  vcse: { number: '1012345' },
  irrecoverableVatPence: 123_405,
};

const stories: Record<string, () => ContractStory> = {
  'under the Procurement Act': () =>
    new ContractStory('2026-11-02T09:00:00Z', 'act')
      .registers(underTheAct)
      .does({ type: 'record-notice', notice: 'UK7', publishedOn: '2026-11-02' }),
  'with its value and supplier withheld': () =>
    new ContractStory('2026-11-02T09:00:00Z', 'hidden').registers({
      ...underTheAct,
      withheld: { parts: ['value', 'supplier'], paragraph: 3, publicInterest: 'A second lot is open.' },
    }),
  'late, with a gap before what follows': () =>
    new ContractStory('2026-01-05T09:00:00Z', 'late')
      .registers({ start: '2023-01-01', end: '2026-12-31' })
      .does({ type: 'link-successor', successor: { id: 'next', start: '2027-02-01', basis: 'stated' } })
      .on('2026-11-01')
      .does({ type: 'run-daily-check' })
      .does({ type: 'snooze-alerts', until: '2026-12-01', words: 'The grant is awaited.' }),
  'with an option taken up': () =>
    new ContractStory('2025-08-01T09:00:00Z', 'taken').registers().does({ type: 'exercise-option', on: '2025-08-01' }),
  'that has ended': () =>
    new ContractStory('2025-12-02T09:00:00Z', 'over')
      .registers()
      .does({ type: 'end-contract', on: '2025-11-30', how: 'expired', words: '' }),
};

const proposed = () =>
  new ContractStory('2023-03-01T09:00:00Z', 'proposed').does({
    type: 'propose-contract',
    reference: '23/00001-1',
    ocid: 'ocds-000000-a',
    particulars: {
      title: 'A service to be procured',
      department: 'Adult Social Care and Health',
      owner: { name: 'O', email: 'o@kent.example' },
      sponsor: { name: 'S', email: 's@kent.example' },
    },
    proposed: { outcome: 'procure', start: '2023-08-01', end: '2025-07-31', extensionOptions: [], replaces: [] },
    decision: { number: '23/00001', outcome: 'procure' },
  });

const today = '2026-11-03';

/** The public page of a contract in every state that changes what is on it. */
export const publicContractScenes = (): Scene[] =>
  Object.entries(stories).map(([name, story]) => {
    const { contract } = story();
    if (contract?.status !== 'registered' && contract?.status !== 'ended') throw new Error(`${name} is not public`);
    return { name: `a contract ${name}`, html: contractPage(publicContractOf(contract, given(today)), kent, today) };
  });

const answered = ({ contract }: ContractStory) => {
  if (!contract) throw new Error('No contract was told of');
  return JSON.parse(JSON.stringify(contractAnswer(contract, { now: `${today}T09:00:00Z`, council: kent }))) as { id: string };
};

/** The contracts of the desk: the list, each in every state, and every form open, sent unfilled and refused. */
export const deskContractScenes = async (): Promise<Scene[]> => {
  const all = [...Object.values(stories).map((story) => story()), proposed()].map(answered);
  const refusal = {
    status: 409,
    body: { detail: 'An option cannot be exercised after expiry.', rule: 'option-after-expiry', source: 'The contract’s own terms' },
  };
  const { answer } = deskOver({
    ...Object.fromEntries(all.map((of) => [`GET /api/contracts/${of.id}`, { status: 200, body: of }])),
    'POST /api/contracts/act/extend': refusal,
    'GET /api/contracts?limit=25': { status: 200, body: { items: all, next: 'abc' } },
    'GET /api/contracts?limit=25&over=true': { status: 200, body: { items: [], next: null } },
  });
  const cookie = cookieOf('contracts');
  const got = async (name: string, event: ReturnType<typeof asked>, expected = 200) => {
    const { statusCode, body } = await answer(event);
    return scene(name, { status: statusCode, body }, expected);
  };
  const form = { csrf, key: 'k', do: 'send' };
  const params = (action: string) => ({ id: action === 'close' ? 'proposed' : 'act', action });
  const open = [...contractActions.map(({ name }) => name), 'edit'];
  return [
    await got('the contracts of the desk', asked('GET /desk/contracts', { cookie })),
    await got('the contracts of the desk, none', asked('GET /desk/contracts', { cookie, query: 'over=true' })),
    ...(await Promise.all(
      all.map(({ id }) =>
        got(`the contract "${id}" on the desk`, asked('GET /desk/contracts/{id}', { cookie, params: { id }, query: 'done=extend' })),
      ),
    )),
    await got('a contract to be registered', asked('GET /desk/contracts/new', { cookie })),
    await got(
      'a contract with a fault',
      asked('POST /desk/contracts/new', { cookie, form: { ...form, netPence: 'a lot', 'start.day': '31' } }),
      422,
    ),
    ...(await Promise.all(
      open.map((action) =>
        got(`the contract form "${action}"`, asked('GET /desk/contracts/{id}/{action}', { cookie, params: params(action) })),
      ),
    )),
    await got(
      'an option refused',
      asked('POST /desk/contracts/{id}/{action}', {
        cookie,
        params: params('extend'),
        form: { ...form, 'on.day': '1', 'on.month': '11', 'on.year': '2026' },
      }),
      409,
    ),
  ];
};

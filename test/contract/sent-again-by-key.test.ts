import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftProposalFrom } from '../../functions/procurement/drafting.ts';
import { clerk } from '../decision/story.ts';
import { InTable } from '../platform/in-table.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InRegister } from '../spreadsheet/in-register.ts';
import { plain } from './contract-story.ts';
import { type Sent, sendsOn, through } from './sends-on-contract.ts';

beforeAll(() => void vi.stubEnv('PUBLIC_URL', 'https://decisions.kent.example'));
afterAll(() => void vi.unstubAllEnvs());

let register: InRegister;
let id: string;
beforeEach(async () => {
  register = new InRegister(await freshTable());
  id = await register.registers({ reference: 'C1', end: '2026-12-31' });
});

const sends = (sent: Sent) => sendsOn(register.around)({ of: id, key: 'k', ...sent });
const drafts = (sent: Sent) => through(draftProposalFrom(register.around), { of: id, key: 'k', ...sent });

describe('A request about a contract that is sent again under its key', () => {
  it('that a decision is in hand is answered as it was, though that decision was withdrawn since', async () => {
    const decision = new InTable(register.table, { now: register.now });
    const { number } = await decision.submitted();
    const inHand = { route: 'POST /api/contracts/{id}/alerts', body: { response: 'in-hand', number } };
    const first = await sends(inHand);
    await decision.does({ type: 'withdraw-proposal', by: clerk, words: 'Not needed.' });
    expect([first.status, await sends(inHand)]).toEqual([200, first]);
    expect(await sends({ ...inHand, key: 'other' })).toMatchObject({ status: 409, said: { rule: 'decision-not-proceeding' } });
  });

  it('that enters or changes one is answered as it was, though a post that it names was given up since', async () => {
    const entering = { route: 'POST /api/contracts', body: plain({ reference: 'C2', leadDirector: 'corporate-director-growth' }) };
    const first = await sends(entering);
    const { version } = (await register.contracts.load(id)) ?? { version: 0 };
    const changing = {
      route: 'PUT /api/contracts/{id}',
      key: 'k2',
      ifMatch: version,
      body: plain({ reference: 'C1', leadDirector: 'corporate-director-growth', end: '2026-12-31' }),
    };
    const second = await sends(changing);
    expect([first.status, second.status]).toEqual([201, 200]);
    register.council = {
      ...register.council,
      posts: register.council.posts.filter(({ id: post }) => post !== 'corporate-director-growth'),
    };
    const shown = ({ status, tag, at, said }: typeof first) => [status, tag, at, said.id, said.version];
    expect([await sends(entering), await sends(changing)].map(shown)).toEqual([first, second].map(shown));
  });

  it('under a key used for something else is told that, and not what else is wrong with it', async () => {
    await sends({ route: 'POST /api/contracts/{id}/value', body: { toDatePence: 100, on: '2026-01-02' } });
    const other = { route: 'POST /api/contracts/{id}/alerts', body: { response: 'in-hand', number: '25/99999' } };
    expect(await sends(other)).toMatchObject({ status: 409, said: { rule: 'idempotency-key-reuse' } });
  });

  it('to begin a proposal is answered with that proposal, though the contract has ended since', async () => {
    const drafting = { route: 'POST /api/contracts/{id}/draft-proposal', body: { intent: 're-procure' } };
    const first = await drafts(drafting);
    await register.does(id, { type: 'end-contract', on: '2026-01-05', how: 'terminated', words: 'It failed.' });
    register.on('2026-01-06');
    expect([first.status, await drafts(drafting)]).toEqual([201, first]);
    expect(await drafts({ ...drafting, key: 'other' })).toMatchObject({ status: 409, said: { rule: 'not-in-this-status' } });
  });
});

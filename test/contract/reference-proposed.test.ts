import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { registering } from '../../functions/contract/api/managing.ts';
import { unknownNeighbours } from '../../functions/contract/store/neighbours-known.ts';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { InRegister } from '../spreadsheet/in-register.ts';
import { contractsOfficer, plain, settings } from './contract-story.ts';
import { sendsOn } from './sends-on-contract.ts';

beforeAll(() => void vi.stubEnv('PUBLIC_URL', 'https://decisions.kent.example'));
afterAll(() => void vi.unstubAllEnvs());

let register: InRegister;
beforeEach(async () => {
  register = await InRegister.ofDecision();
});

const sends = (reference: string, key?: string, over: Partial<Terms> = {}, broken: Record<string, unknown> = {}) =>
  sendsOn(register.around)({
    route: 'POST /api/contracts',
    body: { ...plain({ reference, ...over }), ...broken },
    ...(key === undefined ? {} : { key }),
  });
const listed = async () => {
  const page = await register.contracts.list({ list: 'LIVE', cursor: undefined, limit: 100 });
  return page.ok ? page.items.map(({ id, status }) => [id, status]) : [];
};

describe('A contract sent under the reference of one that a decision proposed', () => {
  it.each(['23/00022-1', ' 23/00022-1 '])('is refused as %j, names that one and its decision, and enters no other', async (reference) => {
    const { status, said } = await sends(reference);
    expect([status, said]).toMatchObject([
      409,
      {
        rule: 'reference-in-use',
        reference: '23/00022-1',
        contract: 'safer-contract-1',
        detail: expect.stringMatching(/decision 23\/00022 .*PUT \/api\/contracts\/safer-contract-1/),
      },
    ]);
    expect(await listed()).toEqual([['safer-contract-1', 'proposed']]);
  });
  it('is refused once that one is registered or closed, and names it still', async () => {
    await register.does('safer-contract-1', registering(plain({ reference: '23/00022-1' }), contractsOfficer, settings));
    expect(await sends('23/00022-1')).toMatchObject({ status: 409, said: { rule: 'reference-in-use', contract: 'safer-contract-1' } });
  });
  it('is refused where that one was closed', async () => {
    await register.does('safer-contract-1', { type: 'close-contract', words: 'Nothing came of it.' });
    expect(await sends('23/00022-1')).toMatchObject({
      status: 409,
      said: { rule: 'reference-in-use', contract: 'safer-contract-1', detail: expect.stringContaining('was closed') },
    });
  });
});

describe('A contract sent under a reference of its own', () => {
  it('is entered, though it looks like that of a decision not here; sent again under its key it is answered the same, without one it is refused by name', async () => {
    const [first, again, other] = [await sends('23/00022-2', 'k'), await sends('23/00022-2', 'k'), await sends('23/00022-2')];
    expect([first.status, again.status, first.said.id]).toEqual([201, 201, again.said.id]);
    expect(other).toMatchObject({ status: 409, said: { rule: 'reference-in-use', contract: first.said.id } });
  });
});

describe('A contract said to follow, or to be followed by, another', () => {
  it('is refused where that one is not in the register, each named by its place', async () => {
    const { status, said } = await sends('NEW', undefined, { successor: 'SAS-2018', replaces: ['safer-contract-1', 'HRS/1'] });
    expect([status, said.errors]).toEqual([
      400,
      ['successor', 'replaces.1'].map((path, at) => ({
        path,
        message: `There is no contract of the id "${['SAS-2018', 'HRS/1'][at]}". Give the id of a contract, which is not its reference.`,
      })),
    ]);
    expect((await sends('NEW', undefined, { replaces: ['safer-contract-1'] })).status).toBe(201);
  });
  it('may go on saying so where that one has gone from the register since', async () => {
    const before = { successor: 'gone' };
    const faults = await unknownNeighbours(register.contracts, { successor: 'gone', replaces: ['never-here'] }, before);
    expect(faults.map(({ path }) => path)).toEqual(['replaces.0']);
  });
  it('is told together with every post that is not there', async () => {
    const { said } = await sends('NEW', undefined, { successor: 'SAS-2018', leadDirector: 'nobody' });
    expect((said.errors as { path: string }[]).map(({ path }) => path)).toEqual(['leadDirector', 'successor']);
  });
  it('is told together with what is wrong in another part of the contract', async () => {
    const { said } = await sends('NEW', undefined, { successor: 'SAS-2018', leadDirector: 'nobody' }, { title: 5 });
    expect((said.errors as { path: string }[]).map(({ path }) => path)).toEqual(['title', 'leadDirector', 'successor']);
  });
  it.each(['\ud800', '\ufffd'])('is told once to have broken characters, %j, and is looked for nowhere', async (broken) => {
    const { said } = await sends('NEW', undefined, { successor: broken, divisionsAffected: [broken], leadDirector: 'nobody' });
    expect((said.errors as { path: string }[]).map(({ path }) => path)).toEqual(['divisionsAffected.0', 'successor', 'leadDirector']);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshTable } from '../platform/fresh-table.ts';
import { InRegister } from '../spreadsheet/in-register.ts';
import { sendsOn } from './sends-on-contract.ts';

beforeAll(() => void vi.stubEnv('PUBLIC_URL', 'https://decisions.kent.example'));
afterAll(() => void vi.unstubAllEnvs());

let register: InRegister;
let id: string;
beforeEach(async () => {
  register = new InRegister(await freshTable(), '2026-09-07T09:00:00.000Z');
  const year = { months: 12, amountPence: 0 };
  id = await register.registers({ reference: 'C1', end: '2026-12-31', extensionOptions: [year, year, year] });
});

const takesUp = (on = '2026-09-07', ifMatch?: number) =>
  sendsOn(register.around)({
    route: 'POST /api/contracts/{id}/extend',
    of: id,
    body: { on },
    ...(ifMatch === undefined ? {} : { ifMatch }),
  });
const taken = async () => {
  const contract = await register.contracts.load(id);
  return contract?.status === 'registered' ? contract.exercised.length : -1;
};

describe('An option taken up twice on one day', () => {
  it('is one and the same to whoever has not seen that it was recorded, who is told so', async () => {
    const [first, again] = [await takesUp(), await takesUp()];
    expect([first.status, again]).toMatchObject([200, { status: 409, said: { rule: 'option-taken-up-that-day', option: 1 } }]);
    expect(await taken()).toBe(1);
  });
  it('is two to whoever has, and so is one of another day', async () => {
    const { said } = await takesUp();
    expect((await takesUp('2026-09-07', Number(said.version))).status).toBe(200);
    expect((await takesUp('2026-09-06')).status).toBe(200);
    expect(await taken()).toBe(3);
  });
});

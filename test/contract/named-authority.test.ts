import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { clerk } from '../decision/story.ts';
import { InTable } from '../platform/in-table.ts';
import { InRegister } from '../spreadsheet/in-register.ts';
import { plain } from './contract-story.ts';
import { sendsOn } from './sends-on-contract.ts';

beforeAll(() => void vi.stubEnv('PUBLIC_URL', 'https://decisions.kent.example'));
afterAll(() => void vi.unstubAllEnvs());

const options = { end: '2026-12-31', extensionOptions: [{ months: 12, amountPence: 0, noticeMonths: 3 }] };

let register: InRegister;
let id: string;
let decision: InTable;
let number: string;
beforeEach(async () => {
  register = await InRegister.ofDecision();
  register.now = '2026-09-07T09:00:00.000Z';
  id = await register.registers({ reference: 'C1', ...options });
  decision = new InTable(register.table, { now: register.now });
  number = (await decision.submitted()).number ?? '';
});

const prolongs = (named?: string) =>
  sendsOn(register.around)({ route: 'POST /api/contracts/{id}/extend', of: id, body: { on: '2026-09-07', decision: named } });
const changes = async (approvedBy: string) =>
  sendsOn(register.around)({
    route: 'PUT /api/contracts/{id}',
    of: id,
    ifMatch: (await register.contracts.load(id))?.version ?? 0,
    body: { ...plain({ reference: 'C1', ...options, netPence: 90_000_000 }), words: 'It grew.', approvedBy },
  });

describe('A decision named as what lets a contract go on or cost more', () => {
  it('is refused until it has effect, and nothing is stored', async () => {
    const before = await register.contracts.load(id);
    for (const refused of [await prolongs(number), await changes(number)])
      expect(refused).toMatchObject({ status: 409, said: { rule: 'decision-not-in-effect', detail: expect.stringContaining(number) } });
    expect(await register.contracts.load(id)).toEqual(before);
  });
  it('is refused for good where it was never taken', async () => {
    await decision.does({ type: 'withdraw-proposal', by: clerk, words: 'Not needed.' });
    for (const refused of [await prolongs(number), await changes(number)])
      expect(refused).toMatchObject({ status: 409, said: { rule: 'decision-not-proceeding' } });
  });
  it('is taken once it has effect, as is one that the council took before it had this system, and none at all within what was approved', async () => {
    expect((await changes('23/00022')).status).toBe(200);
    expect((await changes('19/00001')).status).toBe(200);
    expect((await prolongs()).status).toBe(200);
  });
});

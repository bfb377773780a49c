import { beforeEach, describe, expect, it } from 'vitest';
import { registering } from '../../functions/contract/api/managing.ts';
import { planImport, readRegister } from '../../functions/spreadsheet/register-import.ts';
import { registerCsv } from '../../functions/spreadsheet/register-export.ts';
import { rowsHeld } from '../../functions/spreadsheet/rows-held.ts';
import { contractsOfficer, plain, settings } from '../contract/contract-story.ts';
import { InRegister } from './in-register.ts';

let register: InRegister;
beforeEach(async () => {
  register = await InRegister.ofDecision();
});

const ofDecision = plain({ reference: '23/00022-1', start: '2023-12-01', end: '2025-11-30' });
const rows = (...references: string[]) =>
  references.map((reference, at) => ({ line: at + 2, id: `contract-${reference}`, reference, terms: plain({ reference }) }));
const ids = async (...references: string[]) => (await rowsHeld(register.around, rows(...references))).map(({ id }) => id);

describe('A row of a register whose contract came of a decision here', () => {
  it('is that contract, while it is only proposed and once it is registered', async () => {
    expect(await ids('23/00022-1')).toEqual(['safer-contract-1']);
    await register.does('safer-contract-1', registering(ofDecision, contractsOfficer, settings));
    expect(await ids('23/00022-1')).toEqual(['safer-contract-1']);
  });
  it('registers it, instead of entering another of its reference', async () => {
    const [row] = await rowsHeld(register.around, [{ line: 2, id: 'another', reference: '23/00022-1', terms: ofDecision }]);
    await register.does(row?.id ?? '', registering(ofDecision, contractsOfficer, settings));
    expect(await register.contracts.load('safer-contract-1')).toMatchObject({ status: 'registered', decisions: [{ number: '23/00022' }] });
  });
  it('exported and sent again is known, and changes nothing', async () => {
    const contract = await register.does('safer-contract-1', registering(ofDecision, contractsOfficer, settings));
    if (!('terms' in contract)) throw new Error('The contract is not registered');
    const good = await rowsHeld(register.around, readRegister(registerCsv([contract])).good);
    const plan = planImport(good, new Map([[contract.id, contract.terms]]));
    expect(plan.add).toEqual([]);
  });
});

describe('A row of any other contract', () => {
  it('keeps the id that its reference gives', async () => {
    const known = await register.registers({ reference: 'SC23001' });
    expect(await ids('SC23001', 'NEW', '23/00022-9', '24/00001-1', '23/00022-1x')).toEqual([
      known,
      'contract-NEW',
      'contract-23/00022-9',
      'contract-24/00001-1',
      'contract-23/00022-1x',
    ]);
  });
  it('is none where there is no row', async () => expect(await ids()).toEqual([]));
});

import { expect, it } from 'vitest';
import { registering } from '../../functions/contract/api/managing.ts';
import { fingerprint } from '../../functions/decision/fingerprint.ts';
import { importedContractId, planImport } from '../../functions/spreadsheet/register-import.ts';
import { rowsHeld } from '../../functions/spreadsheet/rows-held.ts';
import { contractsOfficer, plain, settings } from '../contract/contract-story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InRegister } from './in-register.ts';

it('A contract that was brought in when two spaces made another id of its reference is known by it, and not brought in again', async () => {
  const register = new InRegister(await freshTable(), '2026-11-21T09:00:00.000Z');
  const terms = plain({ reference: 'SC  23001' });
  const before = `contract-${fingerprint('sc  23001').slice(0, 24)}`;
  expect(before).not.toBe(importedContractId('SC  23001'));
  await register.does(before, registering(terms, contractsOfficer, settings));
  const rows = await rowsHeld(register.around, [{ line: 2, id: importedContractId('SC  23001'), reference: 'SC  23001', terms }]);
  expect(planImport(rows, new Map([[before, terms]]))).toMatchObject({ add: [], unchanged: [{ id: before }] });
});

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { kent2300022 } from '../../seeds/decisions/kent-23-00022.ts';
import type { ImportFault } from '../../functions/spreadsheet/register-import.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InRegister } from './in-register.ts';
import { sends } from './sends.ts';

beforeAll(() => void vi.stubEnv('PUBLIC_URL', 'https://decisions.kent.example'));
afterAll(() => void vi.unstubAllEnvs());

const header =
  'Reference,Title,Description,Department,Supplier,Route,Net value,Start,End,Owner,Owner email,Sponsor,Sponsor email,Lead director,Divisions';
const row = (reference: string, director: string, divisions: string) =>
  `${reference},A service,What it does,Highways,A Supplier Ltd,open,£100,2026-01-01,2026-12-31,Olive,olive@kent.example,Sam,sam@kent.example,${director},${divisions}`;
const file = [
  header,
  row('GOOD', 'corporate-director-children', 'all'),
  row('STRANGE', 'nobody', 'Ashford Central; Atlantis'),
  row('BAD', '', 'all').replace('2026-12-31', '31/02/2026'),
].join('\n');

describe('A row that names a post or a division that the council does not have', () => {
  it.each([false, true])('is told with its line, column and value among every other fault, and left out (import: %s)', async (wanted) => {
    const register = new InRegister(await freshTable());
    const { added, faults } = await sends(register, wanted, file);
    expect([added, faults]).toEqual([
      1,
      [
        { line: 3, column: 'Lead director', value: 'nobody', reason: 'Kent County Council has no post or body called "nobody"' },
        { line: 3, column: 'Divisions', value: 'Atlantis', reason: 'Kent County Council has no division called "Atlantis"' },
        { line: 4, column: 'End', value: '31/02/2026', reason: 'Use a date that exists, as YYYY-MM-DD' },
      ],
    ]);
  });

  it.each([false, true])('is told so with every other fault of the row, each once (import: %s)', async (wanted) => {
    const register = new InRegister(await freshTable());
    const bad = row('BAD', 'nobody', 'Atlantis').replace('2026-12-31', '31/02/2026');
    const { faults } = await sends(
      register,
      wanted,
      [header, bad, row('', 'No such id!', 'Atlantis'), row('GOOD', '', 'all'), row('GOOD', 'nobody', 'all')].join('\n'),
    );
    expect(faults.map(({ line, column }: ImportFault) => `${line} ${column}`)).toEqual([
      '2 End',
      '2 Lead director',
      '2 Divisions',
      '3 Reference',
      '3 Lead director',
      '3 Divisions',
      '5 Reference',
      '5 Lead director',
    ]);
  });

  it('is not told of a contract that the register has, whose row has another fault', async () => {
    const register = new InRegister(await freshTable());
    await sends(register, true, [header, row('HELD', 'corporate-director-children', 'all')].join('\n'));
    register.council = { ...register.council, posts: register.council.posts.filter(({ id }) => id !== 'corporate-director-children') };
    const again = row('HELD', 'corporate-director-children', 'all').replace('2026-12-31', '31/02/2026');
    expect((await sends(register, false, [header, again].join('\n'))).faults.map(({ column }: ImportFault) => column)).toEqual(['End']);
  });

  it.each([false, true])('is taken where the decision that brought the contract named it (import: %s)', async (wanted) => {
    const register = await InRegister.ofDecision();
    const director = kent2300022.proposal.leadDirector;
    register.council = { ...register.council, posts: register.council.posts.filter(({ id }) => id !== director) };
    const { added, faults, refused } = await sends(register, wanted, [header, row('23/00022-1', director, 'all')].join('\n'));
    expect([added, faults, refused]).toEqual([1, [], []]);
  });
});

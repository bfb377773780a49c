import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemsOf } from '../../bin/keeping/whole-table.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { freshTable, sharedDynamoDb } from '../platform/fresh-table.ts';
import { OldThings } from './old-things.ts';

const folder = mkdtempSync(join(tmpdir(), 'retain-'));
const file = join(folder, 'references.txt');
let table: Table;

// As a spreadsheet saves it.
beforeAll(async () => {
  writeFileSync(file, '\uFEFFPAST/1\r\n\r\nNOBODY/1\r\n');
  table = await freshTable();
  const old = new OldThings(table);
  await old.withdrawn('draft-withdrawn', '2020-02-01');
  await old.ended('PAST/1', '2015-12-31');
  const named = await old.ended('NAMED/1', '2011-12-31');
  await old.runs('LIVE/1', '2035-12-31', { replaces: [named] });
});
afterAll(() => rmSync(folder, { recursive: true }));

const retain = async (...flags: string[]) => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['bin/retain.ts', '--table', table.tableName, '--endpoint', await sharedDynamoDb(), ...flags],
    { encoding: 'utf8' },
  );
  return { status, lines: `${stdout}${stderr}`.trim().split('\n') };
};

const contract =
  'contract PAST/1, Service PAST/1. Six years have passed since it ended: nobody can sue on it any more. (contract-six-years; Limitation Act 1980, s 5; Procurement Act 2023, s 98, asks for less; from 2022-01-01)';
const draft =
  'a withdrawn draft that nobody submitted, Draft draft-withdrawn (draft-withdrawn). It was never submitted, and nobody has touched it for two years. (draft-two-years; UK GDPR Art 5(1)(e); council retention schedule; from 2022-02-01)';

describe('The command that removes what may go', () => {
  it('lists each thing with its rule, its source and its day, what stays and why, and what it was given that no contract has', async () => {
    const { status, lines } = await retain('--under-hand', file);
    expect(status).toBe(0);
    expect(lines.slice(0, 4)).toEqual([
      `May go: ${contract}`,
      `May go: ${draft}`,
      'Stays: contract NAMED/1, Service NAMED/1, since a contract that is proposed or runs names it: LIVE/1.',
      'No contract here has the reference NOBODY/1.',
    ]);
    expect(lines.at(-1)).toMatch(/^2 may go on \d{4}-\d\d-\d\d\. Nothing was changed; --apply removes them\.$/);
  });

  it('changes nothing where the file of references is not there, and says how it is used', async () => {
    const before = (await itemsOf(table)).length;
    const { status, lines } = await retain('--apply', '--under-hand', join(folder, 'nowhere.txt'));
    expect([status, lines]).toEqual([2, [expect.stringMatching(/^There is no file .+nowhere\.txt\. Say which table: npm run retain/)]]);
    expect((await itemsOf(table)).length).toBe(before);
  });

  it('removes what it listed, and then there is nothing left to go', async () => {
    const { lines } = await retain('--apply', '--under-hand', file);
    expect(lines.slice(0, 2)).toEqual([`Gone: ${contract}`, `Gone: ${draft}`]);
    expect((await retain('--apply', '--under-hand', file)).lines).toEqual([expect.stringMatching(/^Nothing may go on /)]);
    expect((await itemsOf(table)).filter(({ sk }) => sk === 'CURRENT').length).toBe(2);
  });
});

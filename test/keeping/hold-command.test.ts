import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { itemsOf } from '../../bin/keeping/whole-table.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { freshTable, sharedDynamoDb } from '../platform/fresh-table.ts';
import { OldThings } from './old-things.ts';

let table: Table;

beforeAll(async () => {
  table = await freshTable();
  const old = new OldThings(table);
  await old.ended('PAST/1', '2010-12-31');
  await old.runs('FORGOTTEN/1', '2020-03-31');
  await old.withdrawn('draft-withdrawn', '2020-02-01');
});

const command = async (file: string, ...flags: string[]) => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [file, '--table', table.tableName, '--endpoint', await sharedDynamoDb(), ...flags],
    { encoding: 'utf8' },
  );
  return { status, lines: `${stdout}${stderr}`.trim().split('\n') };
};
const hold = (...flags: string[]) => command('bin/hold.ts', ...flags);
const said = ['--because', 'Claim KB-2026-000123', '--by', 'Amina Khan, Monitoring Officer'];
const day = '\\d{4}-\\d\\d-\\d\\d';

describe('The command that holds', () => {
  it('says that nothing is held before anything is', async () => {
    expect(await hold()).toEqual({ status: 0, lines: ['Nothing is held, and nothing was.'] });
  });

  it('holds a contract, and the dry run says that it stays, why, since when and by whom', async () => {
    expect(await hold('--contract', 'PAST/1', ...said)).toEqual({
      status: 0,
      lines: ['Held: contract PAST/1, by hold 1. Nothing of it goes until that is lifted.'],
    });
    const { lines } = await command('bin/retain.ts');
    expect(lines[0]).toMatch(/^May go: a withdrawn draft/);
    expect(lines[1]).toMatch(
      new RegExp(
        `^Stays: contract PAST/1, Service PAST/1, since it is held: Claim KB-2026-000123, since ${day}, by Amina Khan, Monitoring Officer \\(hold 1\\)\\.$`,
      ),
    );
  });

  it('has the dry run point at a contract that ran out years ago and that nobody recorded as ended', async () => {
    const before = (await itemsOf(table)).length;
    const { lines } = await command('bin/retain.ts');
    expect(lines[2]).toBe(
      'Look at: contract FORGOTTEN/1, Service FORGOTTEN/1, ended on 2020-03-31 by its own terms, and nobody has recorded that it ended.',
    );
    expect((await itemsOf(table)).length).toBe(before);
  });

  it('refuses what it refuses in words, and ends with 1', async () => {
    expect(await hold('--contract', 'PAST/1', ...said)).toEqual({
      status: 1,
      lines: [expect.stringMatching(/^It is held already: Claim KB-2026-000123, since/)],
    });
    expect(await hold('--decision', '26/00014', ...said)).toEqual({
      status: 1,
      lines: ['No decision of the table has the number 26/00014.'],
    });
    expect(await hold('--lift', '7', ...said)).toEqual({
      status: 1,
      lines: ['There is no hold 7. Without a subject, the command lists those there are.'],
    });
  });

  it.each([
    [['--contract', 'PAST/1', '--by', 'A, Clerk'], /^--because: Say something: this cannot be empty\. Say which table/],
    [['--contract', 'PAST/1', '--because', 'Audit', '--by', 'A Khan'], /^--by: Say by whom, by name and role/],
    [['--contract', 'PAST/1', '--draft', 'draft-withdrawn', ...said], /^Say which table, and what to do/],
    [['--contract', 'PAST/1', '--lift', '1', ...said], /^Say which table, and what to do/],
    [['--lift', 'one', ...said], /^--lift: Give the number of the hold\./],
    [said, /^Say which table, and what to do/],
  ])('says how it is used, and does nothing: %o', async (flags, words) => {
    expect(await hold(...flags)).toEqual({ status: 2, lines: [expect.stringMatching(words)] });
  });

  it('lifts one of two and says what still holds, and then the other; both stay in the list', async () => {
    await hold('--contract', 'PAST/1', '--because', 'The audit of 2026', '--by', 'B Ng, Auditor');
    expect(await hold('--lift', '1', '--because', 'Settled', '--by', 'B Ng, Solicitor')).toEqual({
      status: 0,
      lines: ['Lifted: hold 1 on contract PAST/1. It is still held by hold 2.'],
    });
    const { lines } = await hold();
    expect(lines).toEqual([
      expect.stringMatching(new RegExp(`^In force: contract PAST/1: The audit of 2026, since ${day}, by B Ng, Auditor \\(hold 2\\)$`)),
      expect.stringMatching(
        new RegExp(
          `^Lifted: contract PAST/1: Claim KB-2026-000123, since ${day}, by Amina Khan, Monitoring Officer \\(hold 1\\); lifted on ${day} by B Ng, Solicitor: Settled$`,
        ),
      ),
      '1 in force, 1 lifted.',
    ]);
    expect((await hold('--lift', '2', '--because', 'Done', '--by', 'B Ng, Auditor')).lines).toEqual([
      'Lifted: hold 2 on contract PAST/1. Nothing holds it any more.',
    ]);
  });

  it('lets --apply take what no hold keeps any more', async () => {
    const { lines } = await command('bin/retain.ts', '--apply');
    expect(lines[0]).toMatch(/^Gone: contract PAST\/1, Service PAST\/1\./);
    expect(await hold('--contract', 'PAST/1', ...said)).toEqual({
      status: 1,
      lines: ['No contract of the table has the reference PAST/1.'],
    });
    expect((await hold()).lines).toEqual(['Nothing is held, and nothing was.']);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inWords } from '../../bin/keeping/command-line.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { freshTable, sharedDynamoDb } from '../platform/fresh-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'mistyped-'));
let empty: Table;
let endpoint: string;

beforeAll(async () => {
  empty = await freshTable();
  endpoint = await sharedDynamoDb();
});
afterAll(() => rmSync(folder, { recursive: true }));

const command = (name: string, ...flags: string[]) => {
  // Nobody is signed in, whoever runs the test.
  const env = { PATH: process.env.PATH, AWS_EC2_METADATA_DISABLED: 'true', HOME: folder };
  const { stdout, stderr, status } = spawnSync(process.execPath, [`bin/${name}.ts`, ...flags], { encoding: 'utf8', env });
  return { status, stdout, stderr: stderr.trim() };
};
const wants: Record<string, string[]> = {
  verify: [],
  retain: ['--apply'],
  hold: ['--decision', '23/00022', '--because', 'Claim KB-2026-000123', '--by', 'Amina Khan, Monitoring Officer'],
  'subject-access': ['--address', 'somebody@example.org'],
  'audit-export': ['--number', '23/00022'],
};
const commands = Object.keys(wants);

describe('A command over a council’s table', () => {
  it.each(commands)('%s names a flag that it does not know, and says how it is used', (name) => {
    const { status, stderr } = command(name, '--table', 'kent', '--bogus');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^Unknown option '--bogus'.+npm run .*--table NAME/)]);
    expect(stderr.split('\n')).toHaveLength(1);
  });

  it.each(commands)('%s says in one line that there is no such table', (name) => {
    const { status, stdout, stderr } = command(name, '--table', 'not-there', '--endpoint', endpoint, ...(wants[name] ?? []));
    expect([status, stdout, stderr]).toEqual([1, '', expect.stringMatching(/^There is no table not-there\. Look at .+--region.+$/)]);
  });

  it.each(commands)('%s says in one line that nobody is signed in', (name) => {
    const { status, stdout, stderr } = command(name, '--table', 'kent', ...(wants[name] ?? []));
    expect([status, stdout, stderr]).toEqual([1, '', expect.stringMatching(/^You are not signed in to AWS: .+$/)]);
  });

  it('does not tell anybody that an empty table holds', () => {
    const { status, stdout, stderr } = command('verify', '--table', empty.tableName, '--endpoint', endpoint);
    expect([status, stdout, stderr]).toEqual([1, '', expect.stringContaining('is empty: there is nothing to verify')]);
  });

  it('takes no part of an address, which would find other people’s', () => {
    const { status, stderr } = command('subject-access', '--table', empty.tableName, '--endpoint', endpoint, '--address', 'example');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^"example" is no email address/)]);
  });

  it('says of what AWS refuses what to do about it', () => {
    const fault = (name: string) => inWords(Object.assign(new Error('No.'), { name }), 'table kent');
    expect(fault('ExpiredTokenException')).toMatch(/^AWS does not take these credentials: sign in again/);
    expect(fault('AccessDeniedException')).toMatch(/^These credentials may not do that/);
    expect(fault('ValidationException')).toMatch(/^The table kent is no table of Clear Days/);
    expect(inWords(new TypeError('ours'), 'table kent')).toBeNull();
  });
});

describe('The rehearsal of a restore', () => {
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const rehearse = (...words: string[]) => {
    const { status, stdout, stderr } = command('rehearse-restore', ...words);
    return { status, stdout, said: stderr };
  };

  it('is refused before anything is started where it is given no file, or a file without --from', () => {
    const refused = { status: 2, stdout: '', said: expect.stringMatching(/^Say what to restore/) };
    expect(rehearse('--from')).toEqual(refused);
    expect(rehearse(file('data.json', ''))).toEqual(refused);
  });

  it('is refused where the export is missing, is none, or has nothing in it', () => {
    expect(rehearse('--from', join(folder, 'data', '*.json.gz'))).toMatchObject({
      status: 2,
      said: expect.stringContaining('is no export of a table: ENOENT'),
    });
    expect(rehearse('--from', file('none.json', '{"a":1}\n'))).toMatchObject({
      status: 2,
      said: expect.stringContaining('A line of the export has no item in it'),
    });
    expect(rehearse('--from', file('empty.json', '\n'))).toMatchObject({
      status: 2,
      said: expect.stringMatching(/^There is not one item in /),
    });
  });
});

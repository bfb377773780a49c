import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { councilStore } from '../../functions/platform/store/council-store.ts';
import { kent } from '../../seeds/kent/council.ts';
import { plymouth } from '../../seeds/plymouth/council.ts';
import { Database } from './own-table.ts';

const root = join(import.meta.dirname, '../..');

const nowhere = 'http://127.0.0.1:1';

/** What the command prints and how it ends, with this in place of AWS. */
const runAt = (endpoint: string, ...argv: string[]) =>
  new Promise<{ code: number; out: string; said: string }>((resolve) => {
    const env = {
      PATH: process.env.PATH,
      AWS_REGION: 'eu-west-2',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_MAX_ATTEMPTS: '1',
    };
    execFile(process.execPath, [join(root, 'seeds/deploy-settings.ts'), ...argv], { env }, (fault, out, said) =>
      resolve({ code: Number(fault?.code ?? 0), out: out.trim(), said: said.trim() }),
    );
  });

let database: Database;
beforeAll(async () => {
  database = await Database.start();
});
afterAll(() => database.end());

describe('putting a council’s settings into a deployed table', () => {
  it('finds them sound, and saves nothing, when only asked to check', async () => {
    expect(await runAt(nowhere, '--council', 'kent', '--check')).toEqual({
      code: 0,
      out: 'The settings of Kent County Council, with 21 posts and 72 divisions, are sound. Nothing was saved.',
      said: '',
    });
  });

  it.each([
    ['no council', ['--table', 'a-table'], 'Say which council with --council.'],
    ['a council not held', ['--council', 'rutland'], '--council must be one of kent, plymouth,'],
    ['no table', ['--council', 'kent'], 'Say which table with --table.'],
    ['a flag it does not know', ['--concil', 'kent'], "Unknown option '--concil'."],
    [
      'a table out of reach',
      ['--council', 'kent', '--table', 'a-table'],
      'The settings could not be saved. Nothing answers where table a-table is to be',
    ],
  ])('says in one line what is wrong with %s', async (_, argv, words) => {
    const { code, out, said } = await runAt(nowhere, ...argv);
    expect([code, out, said.split('\n').length]).toEqual([1, '', 1]);
    expect(said).toContain(words);
  });

  it('saves the settings and not one decision', async () => {
    const table = await database.newTable();
    const { code, out } = await runAt(database.endpoint, '--council', 'kent', '--table', table.tableName);
    expect([code, out]).toEqual([
      0,
      `Saved the settings of Kent County Council, with 21 posts and 72 divisions, in ${table.tableName}. They are in use within a minute.`,
    ]);
    expect(await councilStore(table).loadCouncil()).toEqual(kent);
    expect(await database.itemsIn(table)).toHaveLength(1);
  });

  it('leaves a table alone that holds another council’s decisions', async () => {
    const table = await database.newTable();
    await councilStore(table).saveCouncil(plymouth);
    const { code, said } = await runAt(database.endpoint, '--council', 'kent', '--table', table.tableName);
    expect([code, said]).toEqual([
      1,
      `${table.tableName} holds the decisions of Plymouth City Council; the settings of Kent County Council were not saved in it.`,
    ]);
    expect(await councilStore(table).loadCouncil()).toEqual(plymouth);
  });

  it('says that there is no such table', async () => {
    const { said } = await runAt(database.endpoint, '--council', 'kent', '--table', 'no-such-table');
    expect(said).toMatch(
      /^The settings could not be saved\. There is no table no-such-table\. Look at the name, at --region, and at the account/,
    );
  });
});

import { execFile } from 'node:child_process';
import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importHeader } from '../../functions/spreadsheet/import-columns.ts';
import { importRequest } from '../../functions/contract/api/contract-requests.schema.ts';
import { readRegister } from '../../functions/spreadsheet/register-import.ts';
import { writeCsv } from '../../functions/spreadsheet/csv.ts';

type Told = { code: number; stdout: string; stderr: string };

const held = new Set<string>();
let server: Server;
let to = '';
let requests = 0;

/** Answers an import as the API does, and is out of breath at every third request. */
const answer = (sent: string): { status: number; body: object } => {
  requests += 1;
  if (requests % 3 === 2) return { status: 503, body: {} };
  if (sent.includes('\uFFFD'))
    return {
      status: 400,
      body: {
        detail: 'Some of what you sent cannot be used.',
        errors: [{ path: 'csv', message: 'Save a file as UTF-8 before you send it' }],
      },
    };
  const { csv, import: wanted, firstLine = 2 } = importRequest.parse(JSON.parse(sent));
  const { good: read, faults, rows } = readRegister(csv);
  const [good, closed] = [
    read.filter(({ reference }) => reference !== 'R-closed'),
    read.filter(({ reference }) => reference === 'R-closed'),
  ];
  const fresh = good.filter(({ id }) => !held.has(id));
  if (wanted) for (const { id } of fresh) held.add(id);
  return {
    status: 200,
    body: {
      rows,
      imported: wanted,
      added: fresh.length,
      unchanged: good.length - fresh.length,
      differs: [],
      refused: closed.map(({ id, reference, line }) => ({ id, reference, line: line + firstLine - 2, reason: 'It was closed.' })),
      faults: faults.map((fault) => ({ ...fault, line: fault.line + firstLine - 2 })),
    },
  };
};

beforeAll(async () => {
  server = createServer((request, response) => {
    let sent = '';
    request.on('data', (part: Buffer) => {
      sent += part.toString();
    });
    request.on('end', () => {
      if (request.url?.startsWith('/welcome')) return response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Sign in');
      if (request.url !== '/api/contracts/import') return response.writeHead(404, { 'content-type': 'text/html' }).end('<p>Page not found');
      const { status, body } =
        request.headers.authorization === 'Bearer a-token' ? answer(sent) : { status: 401, body: { detail: 'Who are you?' } };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  to = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(() => server.close());

const row = (index: number | string, end = '2030-03-31') =>
  importHeader.map(
    (heading) =>
      ({
        Reference: `R-${index}`,
        Title: 'A service',
        Description: 'What it does, in a sentence or two as registers have it. '.repeat(4),
        Department: 'D',
        Supplier: 'S',
        Route: 'open',
        'Net value': '£600,000',
        Start: '2022-01-01',
        End: end,
        Owner: 'O',
        'Owner email': 'o@kent.example',
        Sponsor: 'S',
        'Sponsor email': 's@kent.example',
      })[heading] ?? '',
  );

const fileOf = (rows: string[][]): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'register-')), 'register.csv');
  writeFileSync(file, writeCsv(importHeader, rows));
  return file;
};

const run = async (file: string, flags: string[] = [], token = 'a-token'): Promise<Told> => {
  const done = promisify(execFile)(process.execPath, ['bin/import-contracts.ts', file, '--to', to, ...flags], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, TOKEN: token },
  });
  return done.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: Told) => ({ code, stdout, stderr }),
  );
};

describe('The command that imports a whole register', () => {
  const rows = Array.from({ length: 600 }, (_, index) => row(index));

  it('sends it in parts, says after each how far it has come, and tries again what did not answer', async () => {
    const { code, stderr, stdout } = await run(fileOf(rows), ['--import']);
    const steps = stderr
      .trim()
      .split('\n')
      .map((line) => Number(line.split(' ')[0]));
    expect([code, stdout, steps.length > 2, steps.every((done, index) => index === 0 || done > (steps[index - 1] ?? 0))]).toEqual([
      0,
      '',
      true,
      true,
    ]);
    expect(stderr.trim().split('\n').at(-1)).toBe('600 of 600 rows: 600 imported, 0 there already, 0 differ, 0 refused, 0 faults');
    expect(held.size).toBe(600);
  });

  it('begun again, changes nothing', async () => {
    expect((await run(fileOf(rows), ['--import'])).stderr).toContain(
      '600 of 600 rows: 0 imported, 600 there already, 0 differ, 0 refused, 0 faults',
    );
  });

  it('only checks unless it is told to import, and names a fault by its line in the whole file', async () => {
    const faulty = [...rows.map((_, index) => row(index + 1000)), row(9999, '2030-02-30')];
    const { code, stdout, stderr } = await run(fileOf(faulty));
    expect([code, stdout]).toEqual([1, 'line 602, End "2030-02-30": Use a date that exists, as YYYY-MM-DD\n']);
    expect([stderr.includes('601 of 601 rows: 600 can be imported'), held.size]).toEqual([true, 600]);
  });

  it('counts and names a row that would be refused', async () => {
    const { code, stdout, stderr } = await run(fileOf([row('closed'), row(2000)]));
    expect([code, stdout]).toEqual([1, 'line 2, R-closed: It was closed.\n']);
    expect(stderr).toContain('2 of 2 rows: 1 can be imported, 0 there already, 0 differ, 1 refused, 0 faults');
  });

  it('sends nothing of a file in which a quotation mark is never closed, and names its line', async () => {
    const [before, file] = [requests, fileOf(rows.slice(0, 5))];
    appendFileSync(file, 'R-3,"A service\n');
    expect(await run(file, ['--import'])).toEqual({
      code: 1,
      stdout: 'line 7: A quotation mark that opens in this row is never closed. Nothing was sent.\n',
      stderr: '',
    });
    expect(requests).toBe(before);
  });

  it('says so in a line where the file is a folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'register-'));
    const { code, stderr } = await run(folder);
    expect([code, stderr]).toEqual([
      2,
      `${folder} is no file. Give the file and --to with the address of Clear Days, and set TOKEN to a contracts officer’s token.\n`,
    ]);
  });

  it('stops where it is not let in, and says why in a line', async () => {
    expect(await run(fileOf(rows.slice(0, 1)), [], 'another')).toEqual({
      code: 1,
      stdout: '',
      stderr: `${to} answers 401: Who are you?\n`,
    });
  });

  it('says in a line what is wrong with a file, where the API takes none of it', async () => {
    const words = 'Some of what you sent cannot be used. Save a file as UTF-8 before you send it';
    const file = fileOf([row('\uFFFD')]);
    expect(await run(file)).toEqual({ code: 1, stdout: '', stderr: `${to} answers 400: ${words}\n` });
  });

  it('says in a line that there is nothing of the kind at another address', async () => {
    const { code, stderr } = await run(fileOf(rows.slice(0, 1)), ['--to', `${to}/desk`]);
    expect([code, stderr]).toEqual([1, `${to}/desk answers 404: Not Found\n`]);
  });

  it('says in a line that what answers at another address is not Clear Days', async () => {
    const { code, stderr } = await run(fileOf(rows.slice(0, 1)), ['--to', `${to}/welcome`]);
    expect([code, stderr]).toEqual([1, `${to}/welcome answers 200, but not as Clear Days does. Nothing is known to be imported.\n`]);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicationWrite } from '../../functions/platform/store/decision-writes.ts';
import { publishing } from '../../functions/platform/deployed.ts';
import { pdfTag } from '../../functions/record/print/pdf-tag.ts';
import { bundleFunctions } from '../../lib/bundles.ts';
import { bundleFiles, bytesOf } from '../../lib/bundle-files.ts';
import { catalogue } from '../../lib/functions.ts';
import { kent } from '../../seeds/kent/council.ts';
import { repository } from '../lib/stacks.ts';
import { freshTable, sharedDynamoDb } from '../platform/fresh-table.ts';
import { Told } from './told.ts';

type Asked = { method: string; ifNoneMatch?: string };
type Answered = { status: number; etag: string; body: string; type: string; loaded: string[] };

const outdir = mkdtempSync(join(tmpdir(), 'clear-days-printing-'));
afterAll(() => rmSync(outdir, { recursive: true }));
const built = await bundleFunctions(
  repository,
  catalogue.filter(({ name }) => name === 'print-record'),
  outdir,
);

// In a process of its own, which tells what files it loads for each answer. What is held is the tag that the answer before had.
const script = `
import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({ load: (url, context, next) => (loaded.push(url.split('/').at(-1)), next(url, context)) });
const [bundle, asked] = process.argv.slice(1);
const { handler } = await import(bundle);
const answers = [];
let held = '';
for (const { method, ifNoneMatch } of JSON.parse(asked)) {
  const headers = ifNoneMatch ? { 'if-none-match': ifNoneMatch.replace('held', held) } : {};
  const { statusCode, headers: { etag, 'content-type': type }, body = '' } = await handler({ rawPath: '/decisions/23/00001/record.pdf', headers, requestContext: { http: { method }, requestId: 'a-request' } });
  held = etag;
  answers.push({ status: statusCode, etag, type, body, loaded: loaded.splice(0) });
}
console.log(JSON.stringify(answers));
`;

let environment: Record<string, string> = {};
beforeAll(async () => {
  const { client, tableName } = await freshTable();
  const published = publishing(new Told().effective().decision ?? expect.fail('There is a decision'), kent) ?? expect.fail('It is public');
  await client.send(new PutCommand(publicationWrite(tableName, published, 'a-decision').Put ?? expect.fail('It is written')));
  environment = {
    TABLE_NAME: tableName,
    PUBLIC_URL: 'https://decisions.kent.example',
    AWS_ENDPOINT_URL_DYNAMODB: await sharedDynamoDb(),
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    TZ: 'UTC',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  };
});

const answered = (...asked: Asked[]): Answered[] =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['--input-type=module', '-e', script, pathToFileURL(join(outdir, 'print-record/index.mjs')).href, JSON.stringify(asked)],
      { env: { ...process.env, ...environment }, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    ),
  );

describe('A PDF as the deployed bundle answers with it', () => {
  it('is 304 to whoever holds it, also where a compressor made its tag weak, and what prints is not even loaded', () => {
    const [first, ...again] = answered(
      { method: 'HEAD' },
      { method: 'GET', ifNoneMatch: 'held' },
      { method: 'GET', ifNoneMatch: 'W/held' },
      { method: 'HEAD', ifNoneMatch: '"another", held' },
    );
    expect(first?.etag).toMatch(/^"[\w-]{43}"$/);
    expect(again.map(({ status, body, etag }) => ({ status, body, etag }))).toEqual(
      again.map(() => ({ status: 304, body: '', etag: first?.etag })),
    );
    expect(again.flatMap(({ loaded }) => loaded)).not.toContain('record-pdf.mjs');
  });

  it('tells HEAD its type and its tag without being printed', () => {
    expect(answered({ method: 'HEAD' })).toMatchObject([
      { status: 200, type: 'application/pdf', body: '', loaded: expect.not.arrayContaining(['record-pdf.mjs']) },
    ]);
  });

  it('is printed for whoever does not hold it, the same to the byte each time, and another reads it', async () => {
    const [head, one, two] = answered({ method: 'HEAD' }, { method: 'GET', ifNoneMatch: '"another"' }, { method: 'GET' });
    expect(one?.loaded).toContain('record-pdf.mjs');
    expect([one?.status, one?.etag, one?.body === two?.body]).toEqual([200, head?.etag, true]);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(Buffer.from(one?.body ?? '', 'base64'))), {
      mergePages: true,
    });
    expect(text.replace(/\s+/g, ' ')).toContain('Record of decision 23/00001, as at');
  });

  it('is written by a file of its own, which the function starts without', () => {
    const { start, later } = bundleFiles(built, 'print-record');
    expect(later.map(({ name }) => name)).toEqual(['record-pdf.mjs']);
    expect(start.flatMap(({ inputs }) => inputs).filter((input) => /pdfkit|fontkit|\.ttf$/.test(input))).toEqual([]);
    expect(bytesOf(start)).toBeLessThanOrEqual(420_000);
  });

  it('is known by the name of the printer that this build has', () => {
    const start = bundleFiles(built, 'print-record')
      .start.map(({ name }) => readFileSync(join(outdir, 'print-record', name), 'utf8'))
      .join('');
    expect(start).not.toContain('not bundled');
    expect(start).toMatch(/["'`][\w-]{43}["'`],process\.version|=["'`][\w-]{43}["'`]/);
  });
});

describe('The tag of a PDF', () => {
  const publication = new Told().effective().published;

  it('is another on another day, and of another publication', () => {
    const tags = [
      pdfTag(publication, '2023-05-01'),
      pdfTag(publication, '2023-05-02'),
      pdfTag({ ...publication, subject: 'Another' }, '2023-05-01'),
      pdfTag(new Told().noticed().published, '2023-05-01'),
    ];
    expect(new Set(tags).size).toBe(tags.length);
    expect(pdfTag(new Told().effective().published, '2023-05-01')).toBe(tags[0]);
  });
});

import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { proofAnswer } from '../../functions/proof/proof-answers.ts';
import { proofStore } from '../../functions/proof/proof-store.ts';
import { headResponse, proofResponse } from '../../functions/proof/proof.schema.ts';
import { proving } from '../../functions/proof/proving.ts';
import { publishHeads } from '../../functions/proof/publish-heads.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { clerk } from '../decision/story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InTable } from '../platform/in-table.ts';

let table: Table;
let told: InTable;

// Written anew, as a stranger would from what the proof says: checking a hash with the code that made it proves nothing.
const inOrder = (value: unknown, nulls: boolean): unknown => {
  if (Array.isArray(value)) return value.map((each) => inOrder(each, nulls));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .filter((key) => nulls || Reflect.get(value, key) !== null)
      .map((key) => [key, inOrder(Reflect.get(value, key), nulls)]),
  );
};
const sha256 = (value: unknown, nulls = false) =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(value, nulls)))
    .digest('hex');

const answer = (method: string, rawPath: string, more: Partial<APIGatewayProxyEventV2> = {}) =>
  proving({ store: proofStore(table), loadCouncil: async () => told.council, origin: 'https://decisions.kent.example' })({
    headers: {},
    rawPath,
    requestContext: { http: { method } },
    isBase64Encoded: false,
    ...more,
  } as APIGatewayProxyEventV2);
const proof = async (number = '00001') =>
  proofResponse.parse(JSON.parse((await answer('GET', `/decisions/23/${number}/proof`, { pathParameters: { year: '23', number } })).body));
const head = async (date: string) => answer('GET', `/heads/${date}`, { pathParameters: { date } });
const multipart = (name: string, text: string) => ({
  headers: { 'content-type': 'multipart/form-data; boundary=xYzZY' },
  body: Buffer.from(
    `--xYzZY\r\nContent-Disposition: form-data; name="${name}"; filename="r.json"\r\nContent-Type: application/json\r\n\r\n${text}\r\n--xYzZY--\r\n`,
  ).toString('base64'),
  isBase64Encoded: true,
});
const checking = async (value: unknown) =>
  await answer('POST', '/verify', {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ record: typeof value === 'string' ? value : JSON.stringify(value) }).toString(),
  });

beforeAll(async () => {
  table = await freshTable();
  told = new InTable(table);
  await told.noticed({
    publicAccess: { kind: 'part-exempt', paragraphs: [3], publicInterest: 'Prices.', sections: ['financialImplications'] },
    background: 'Ünïcode – “quoted” \u2028 line',
  });
  await publishHeads(proofStore(table), '2023-03-08');
});

describe('The proof of a decision', () => {
  it('lets a stranger work out the record’s hash and follow the chain to its head', async () => {
    const { publication, publicationHash, history, versions } = await proof();
    expect(sha256(publication)).toBe(publicationHash);
    expect(history.map(({ before }) => before)).toEqual(['0'.repeat(64), ...history.map(({ hash }) => hash).slice(0, -1)]);
    expect([history.at(-1)?.hash, versions.at(-1)?.historyHead]).toEqual([publication.historyHead, publication.historyHead]);
    expect(history.map(({ sequence }) => sequence)).toEqual(history.map((_, at) => at + 1));
    expect(history.map(({ hash }) => hash)).toEqual((await told.store.history(told.id)).map(({ hash }) => hash));
  });

  it('holds nobody’s words, no exempt figure, no id that would let one be guessed', async () => {
    const text = JSON.stringify((await proof()).history);
    expect(text).not.toContain(told.id);
    expect(Object.keys((await proof()).history[0] ?? {}).sort()).toEqual(['at', 'before', 'hash', 'sequence', 'type']);
    expect(JSON.stringify(await proof())).not.toContain(told.id);
  });

  it('is not fetched again by whoever holds it, once a day’s head covers it, and that is asked of the chain alone', async () => {
    const asked = (store: ReturnType<typeof proofStore>, tag?: string) =>
      proofAnswer(store, '23/00001', 'https://decisions.kent.example', tag);
    const whole = proofStore(table);
    const tag = (await asked(whole)).headers?.etag;
    const { chain } = whole;
    expect(await asked({ chain } as typeof whole, tag)).toMatchObject({ status: 304, body: '', headers: { etag: tag } });
    for (const sent of [`W/${tag}`, `"x", ${tag}`])
      expect(await asked({ chain } as typeof whole, sent)).toMatchObject({ status: 304, headers: { etag: tag } });
    for (const other of [`"${'0'.repeat(64)}.2023-03-07"`, tag?.replace('2023-03-07', 'uncovered'), '"x"'])
      expect((await asked(whole, other)).status).toBe(200);
  });

  it('is of nothing where nothing is published', async () => {
    for (const number of ['99999', '1', 'x'])
      expect((await answer('GET', `/decisions/23/${number}/proof`, { pathParameters: { year: '23', number } })).status).toBe(404);
  });
});

describe('The head of a day', () => {
  it('follows from the records it names and stands on the head before', async () => {
    const body = headResponse.parse(JSON.parse((await head('2023-03-07')).body));
    const { date, after, before, records } = body;
    expect(sha256({ date, after, before, records }, true)).toBe(body.head);
    expect([before, records.map(({ number, publicationHash }) => [number, publicationHash])]).toEqual([
      '0'.repeat(64),
      [['23/00001', (await proof()).publicationHash]],
    ]);
    expect((await proof()).coveredBy?.head).toBe(body.head);
  });

  it('is made once, for every day gone by, and for no day that is not over', async () => {
    expect(await publishHeads(proofStore(table), '2023-03-08')).toEqual([]);
    const made = await publishHeads(proofStore(table), '2023-03-11');
    expect(made.map(({ date, count }) => [date, count])).toEqual([
      ['2023-03-08', 0],
      ['2023-03-09', 0],
      ['2023-03-10', 0],
    ]);
    expect(made.map(({ before }) => before).slice(1)).toEqual(made.map(({ head: hash }) => hash).slice(0, -1));
    expect((await head('2023-03-11')).status).toBe(404);
    expect(JSON.parse((await head('latest')).body).date).toBe('2023-03-10');
  });
});

describe('The page that checks a record', () => {
  it('knows the record as published, pasted or as a file, and a whole proof', async () => {
    const whole = await proof();
    const file = await answer('POST', '/verify', multipart('file', JSON.stringify(whole.publication)));
    for (const said of [await checking(whole.publication), await checking(whole), file])
      expect([said.status, said.body.includes('as it is published now')]).toEqual([200, true]);
  });

  it('tells a record that was changed by one character, whatever the change', async () => {
    const { publication } = await proof();
    for (const changed of [
      { ...publication, subject: `${publication.subject}.` },
      { ...publication, note: 'added' },
      { ...publication, background: null },
    ])
      expect((await checking(changed)).body).toContain('This is not what was published');
  });

  it('finds a proof whose parts disagree', async () => {
    const whole = await proof();
    const cut = { ...whole, history: whole.history.filter(({ sequence }) => sequence !== 2) };
    expect((await checking(cut)).body).toContain('Event 2 is missing');
  });

  it('answers what is no record with the form again, and never shows what was sent', async () => {
    for (const text of [
      '',
      '{',
      '[]',
      'null',
      '"x"',
      '{"number":"23/00001"}',
      '<script>alert(1)</script>',
      '{"number":"../x","historyHead":""}',
    ]) {
      const said = await checking(text);
      expect([said.status, said.body.includes('This is not a record'), said.body.includes('<script>')]).toEqual([422, true, false]);
    }
    expect((await checking({ number: '23/99999', historyHead: 'x' })).body).toContain('No decision of this number');
  });

  it('knows an earlier wording as such once a later one stands', async () => {
    const { publication } = await proof();
    told.now = '2023-03-13T09:00:00.000Z';
    await told.does({ type: 'withdraw-proposal', words: 'Gone.', by: clerk });
    const said = await checking(publication);
    expect([said.body.includes('has changed since'), said.body.includes('7 March 2023')]).toEqual([true, true]);
    expect((await proof()).coveredBy).toBeNull();
    expect((await proof()).versions).toHaveLength(2);
  });

  it('asks for no script and keeps no answer in any cache', async () => {
    const [empty, said] = [await answer('GET', '/verify'), await checking('{}')];
    expect([empty.status, /<script|onload=/.test(empty.body), said.headers?.['cache-control']]).toEqual([200, false, 'no-store']);
  });
});

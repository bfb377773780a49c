import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestStore } from '../../functions/alert/digest-store.ts';
import { emailStore } from '../../functions/email/email-store.ts';
import { councilStore } from '../../functions/platform/store/council-store.ts';
import { type Key, keys } from '../../functions/platform/table/keys.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { bundleFunctions } from '../../lib/bundles.ts';
import { catalogue } from '../../lib/functions.ts';
import { kent } from '../../seeds/kent/council.ts';
import { repository } from '../lib/stacks.ts';
import { freshTable, sharedDynamoDb } from '../platform/fresh-table.ts';
import { InTable } from '../platform/in-table.ts';
import { plain } from '../contract/contract-story.ts';
import { InRegister } from '../spreadsheet/in-register.ts';

const outdir = mkdtempSync(join(tmpdir(), 'clear-days-sender-'));
afterAll(() => rmSync(outdir, { recursive: true }));
await bundleFunctions(
  repository,
  catalogue.filter(({ name }) => name === 'send-emails'),
  outdir,
);
cpSync(join(outdir, 'send-emails'), join(outdir, 'lacking'), { recursive: true });
rmSync(join(outdir, 'lacking/undelivered.mjs'));

// In a process of its own, beside an SES that takes everything but what is sent to one address, and the keys of the links.
const script = `
import { createServer } from 'node:http';
import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({ load: (url, context, next) => (loaded.push(url.split('/').at(-1)), next(url, context)) });
const [bundle, refused, records] = process.argv.slice(1);
const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  const form = new URLSearchParams(body);
  if (request.headers['x-amz-target']) return response.end(JSON.stringify({ SecretString: 'a'.repeat(64) }));
  const isRefused = form.get('Destinations.member.1') === refused;
  response.writeHead(isRefused ? 400 : 200, { 'content-type': 'text/xml' });
  response.end(isRefused
    ? '<ErrorResponse><Error><Type>Sender</Type><Code>MessageRejected</Code><Message>Address is on no list</Message></Error></ErrorResponse>'
    : '<SendRawEmailResponse><SendRawEmailResult><MessageId>m</MessageId></SendRawEmailResult></SendRawEmailResponse>');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
process.env.AWS_ENDPOINT_URL_SES = process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = 'http://127.0.0.1:' + server.address().port;
const { handler } = await import(bundle);
loaded.length = 0;
const { batchItemFailures } = await handler({ Records: JSON.parse(records) }, {});
console.log(JSON.stringify({ failed: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier), loaded }));
process.exit(0);
`;

let table: Table;
let decision: InTable;
beforeAll(async () => {
  table = await freshTable();
  await councilStore(table).saveCouncil(kent);
});

const told = async (bundle: string, refused: string, ...announced: Key[]): Promise<{ failed: string[]; loaded: string[] }> => {
  const env = {
    ...process.env,
    TABLE_NAME: table.tableName,
    PUBLIC_URL: 'https://decisions.kent.example',
    LINK_SECRET_ID: 'links',
    AWS_ENDPOINT_URL_DYNAMODB: await sharedDynamoDb(),
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    TZ: 'UTC',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  };
  const records = announced.map(({ pk, sk }, at) => ({
    eventName: 'INSERT',
    eventID: `${at}`,
    dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: sk },
  }));
  return JSON.parse(
    execFileSync(
      process.execPath,
      ['--input-type=module', '-e', script, pathToFileURL(join(outdir, bundle, 'index.mjs')).href, refused, JSON.stringify(records)],
      { env, encoding: 'utf8' },
    ),
  );
};

const asked = async (): Promise<string> => {
  decision = new InTable(table);
  await decision.submitted();
  return (await decision.store.load(decision.id))?.steps[0]?.email ?? '';
};
const standing = async (to: string) => {
  const steps = (await decision.store.load(decision.id))?.steps ?? [];
  const emails = await emailStore(table).list(decision.id);
  return [emails.find((email) => email.to === to)?.status, steps.find(({ email }) => email === to)?.state];
};

describe('The sender as it is deployed', () => {
  it('sends what it is told of without loading what marks that an email never arrived', async () => {
    const to = await asked();
    expect(await told('send-emails', 'nobody@kent.example', keys.event(decision.id, 1), keys.event(decision.id, 2))).toEqual({
      failed: [],
      loaded: [],
    });
    expect(await standing(to)).toEqual(['sent', 'open']);
  });

  it('marks in the same invocation the step whose email SES refuses for good', async () => {
    const to = await asked();
    expect(await told('send-emails', to, keys.event(decision.id, 2))).toEqual({ failed: [], loaded: ['undelivered.mjs'] });
    expect(await standing(to)).toEqual(['failed', 'undeliverable']);
  });

  it('has the event announced again where what marks it is not there, and sends the others', async () => {
    const to = await asked();
    const event = keys.event(decision.id, 2);
    expect((await told('lacking', to, event)).failed).toEqual([event.sk]);
    expect(await standing(to)).toEqual(['queued', 'open']);
    const others = (await emailStore(table).list(decision.id)).filter((email) => email.to !== to);
    expect([others.length > 1, others.every(({ status }) => status === 'sent')]).toEqual([true, true]);
  });

  it('marks in the same invocation the contract whose owner SES refuses for good', async () => {
    const register = new InRegister(table);
    const contractId = await register.registers();
    const day = '2026-09-30';
    const { owner } = plain();
    const alerts = [
      {
        id: 'e',
        code: 'end-3m',
        family: 'end' as const,
        date: day,
        anchor: '2026-12-31',
        to: ['owner' as const],
        words: 'It ends.',
        covers: [],
      },
    ];
    await digestStore(table).keep({
      day,
      name: 'owner-001',
      to: { name: 'An owner', email: owner.email },
      items: [{ contractId, versions: [1], reference: 'A/1', title: 'T', endsOn: '2026-12-31', drafts: [], alerts }],
    });
    expect(await told('send-emails', owner.email, keys.digest(day, 'owner-001'))).toEqual({ failed: [], loaded: ['undelivered.mjs'] });
    expect((await register.contracts.load(contractId))?.bounced).toEqual([owner.email]);
  });
});

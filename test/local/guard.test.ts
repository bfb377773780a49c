import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arnPrefix } from '../../bin/local/arn.ts';
import { LocalFunction } from '../../bin/local/local-function.ts';
import { StandInClock } from '../../bin/local/stand-in-clock.ts';

// Nobody listens where it asks: what goes out fails by that, and what is refused fails before.
const asking = `import { request } from 'node:http';
export const handler = ({ operation, service = 'dynamodb', body }) => new Promise((answer, reject) => {
  if (body) return answer({ statusCode: 200, body: 'x'.repeat(body) });
  const signed = { authorization: 'AWS4-HMAC-SHA256 Credential=key/20230307/eu-west-2/' + service + '/aws4_request', 'x-amz-target': 'DynamoDB_20120810.' + operation };
  request('http://127.0.0.1:1', { method: 'POST', headers: service ? signed : {} }).on('error', reject).end('{"TableName":"Table","Key":{"pk":{"S":"DECISION#1"}}}');
});`;

const directory = mkdtempSync(join(tmpdir(), 'clear-days-guard-'));
let asked: LocalFunction;

beforeAll(() => {
  writeFileSync(join(directory, 'index.mjs'), asking);
  asked = new LocalFunction(
    {
      logicalId: 'Asking',
      name: 'asking',
      bundle: pathToFileURL(join(directory, 'index.mjs')).href,
      environment: {},
      memoryMegabytes: 128,
      timeoutSeconds: 10,
      statements: [{ Action: ['dynamodb:GetItem'], Resource: [`${arnPrefix}Table`] }],
    },
    new StandInClock().shared,
  );
});
afterAll(async () => {
  await asked.stop();
  rmSync(directory, { recursive: true });
});

describe('a function on this machine', () => {
  it('is refused what its role does not allow before anything is sent', () =>
    expect(asked.invoke({ operation: 'DeleteItem' })).rejects.toThrow(
      /AccessDeniedException.*does not allow dynamodb:DeleteItem on .*Table/,
    ));

  it('answers no more than Lambda carries, as Lambda says it', async () => {
    const mebibyte = 1024 * 1024;
    expect(await asked.invoke({ body: 5 * mebibyte })).toMatchObject({ statusCode: 200 });
    await expect(asked.invoke({ body: 6 * mebibyte + 100 })).rejects.toThrow('Response payload size exceeded maximum allowed payload size');
  });

  it('sends what its role allows, and whatever is not asked of AWS', async () => {
    await expect(asked.invoke({ operation: 'GetItem' })).rejects.toThrow('ECONNREFUSED');
    await expect(asked.invoke({ operation: 'DeleteItem', service: '' })).rejects.toThrow('ECONNREFUSED');
  });
});

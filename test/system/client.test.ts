import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clearDays } from '../../client/client.ts';
import type { Operations } from '../../client/operations.ts';
import { System } from './system.ts';

const proposal: Operations['draft-proposal']['body'] = JSON.parse(
  readFileSync(new URL('../../docs/examples/safer.json', import.meta.url), 'utf8'),
);

let system: System;
let officer: Client;
let clerk: Client;

beforeAll(async () => {
  system = await System.start('--empty', '--now', '2023-03-07T09:00:00Z');
  [officer, clerk] = (['officer', 'clerk'] as const).map((role) =>
    clearDays({ base: system.base, token: () => system.token(role, [role]) }),
  ) as [Client, Client];
});
afterAll(() => system.stop());

describe('A council’s own program, by the typed client', () => {
  it('drafts, submits and reads a proposal, and is told every rule that stands in the way of a notice', async () => {
    const drafted = await officer('draft-proposal', { body: proposal });
    if (drafted.status !== 201) throw new Error(JSON.stringify(drafted));
    const params = { id: drafted.body.id };
    const submitted = await officer('submit-proposal', { params, correlationId: 'my-program-0001' });
    expect(submitted).toMatchObject({
      status: 200,
      correlationId: 'my-program-0001',
      body: { number: '23/00001', status: 'in-clearance' },
    });
    const refused = await clerk('publish-notice', { params, body: { route: 'ordinary' } });
    if (refused.status !== 409) throw new Error(JSON.stringify(refused));
    expect(refused.body.rule).toBe('stage');
    const read = await officer('read-proposal', { params });
    expect(read).toMatchObject({ status: 200, etag: '"2"', body: { version: 2 } });
  });

  it('with a token that is not good is told so in the words of the door, and not as a problem', async () => {
    const turned = await clearDays({ base: system.base, token: async () => 'nobody' })('read-council', {});
    if (turned.status !== 401) throw new Error(JSON.stringify(turned));
    const words: string = 'message' in turned.body ? turned.body.message : turned.body.title;
    expect(words).toBe('Unauthorized');
  });

  it('sends the same again under one key, and has the same answer', async () => {
    const twice = await Promise.all([1, 2].map(() => officer('draft-proposal', { body: proposal, idempotencyKey: 'one-and-the-same' })));
    expect(twice.map((answer) => (answer.status === 201 ? answer.body.id : answer.status))).toEqual(
      Array(2).fill(twice[0]?.status === 201 ? twice[0].body.id : ''),
    );
  });
});

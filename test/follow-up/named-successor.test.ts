import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { enterContracts } from '../../functions/follow-up/enter-contracts.ts';
import { beforeKey } from '../../functions/platform/table/keys.ts';
import { plain } from '../contract/contract-story.ts';
import { InRegister } from '../spreadsheet/in-register.ts';

// A contract that ends when the one proposed by a decision, of 1 August 2023, is to begin, and says itself that this follows it.
const next = 'safer-contract-1';
const old = { reference: 'OLD', end: '2026-12-31' };
const follows = { reference: '23/00022-1', start: '2027-01-01', end: '2028-12-31' };

let register: InRegister;
let id: string;
beforeEach(async () => {
  register = (await InRegister.ofDecision()).on('2026-01-05');
  id = await register.registers({ ...old, successor: next });
  await announced(id);
});

const announced = async (of: string, sequence?: number) =>
  enterContracts(register.around).contract(of, sequence ?? (await register.contracts.load(of))?.version ?? 0);
const begins = async (over: Partial<Terms> = {}) => {
  await register.does(next, {
    type: 'register-contract',
    reference: '23/00022-1',
    ocid: 'ocds-000000-23-00022',
    terms: plain({ ...follows, ...over }),
  });
  await announced(next);
};
const ends = async (of: string, on: string) => {
  await register.on(on).does(of, { type: 'end-contract', on, how: 'terminated', words: 'The supplier is insolvent.' });
  await announced(of);
};
const followerOf = async (of: string) => (await register.contracts.load(of))?.successor ?? null;
const asks = async (on: string) => {
  const done = await register.on(on).tries(id, { type: 'run-daily-check' });
  if (!done.ok) throw new Error(done.refusal.words);
  return done.events.flatMap(({ happening }) => (happening.type === 'alerts-raised' ? happening.alerts.map(({ code }) => code) : []));
};

describe('A contract that itself says what follows it', () => {
  it('is followed by nothing once that is closed, and is asked for a start again', async () => {
    expect(await followerOf(id)).toMatchObject({ id: next });
    await register.on('2026-06-01').does(next, { type: 'close-contract', words: 'No tender was good enough.' });
    await announced(next);
    expect(await followerOf(id)).toBeNull();
    expect((await asks('2026-06-02'))[0]).toMatch(/^late-/);
    for (const sequence of [1, 2, 3]) await announced(id, sequence);
    expect(await followerOf(id)).toBeNull();
  });

  it('is told of a gap when that begins later than was proposed', async () => {
    await begins({ start: '2027-02-01' });
    expect(await followerOf(id)).toMatchObject({ id: next, start: '2027-02-01' });
    expect(await asks('2026-01-06')).toContain('gap-31');
  });

  it('and was told so by a version that kept no note of it, is told at its next alert that it was closed', async () => {
    await register.table.client.send(new DeleteCommand({ TableName: register.table.tableName, Key: beforeKey(next, id) }));
    await register.on('2026-06-01').does(next, { type: 'close-contract', words: 'No tender was good enough.' });
    await announced(next);
    await register.on('2026-09-30').does(id, { type: 'run-daily-check' });
    await announced(id);
    expect(await followerOf(id)).toBeNull();
    expect((await asks('2026-10-01'))[0]).toMatch(/^late-/);
  });

  it('is not followed by it again, whatever is heard of that one, once it is put right', async () => {
    await register.does(id, { type: 'amend-contract', terms: plain(old), words: 'Put right.' });
    await announced(id);
    expect(await followerOf(id)).toBeNull();
    await begins();
    expect(await followerOf(id)).toBeNull();
  });
});

describe('A contract of which what follows it has ended', () => {
  it('by its own last day is followed by nothing, and is asked for a start again', async () => {
    await begins({ start: '2026-02-01' });
    expect(await asks('2026-03-01')).not.toContainEqual(expect.stringMatching(/^(start|late)/));
    await ends(next, '2026-06-01');
    expect(await followerOf(id)).toBeNull();
    expect((await asks('2026-06-02'))[0]).toMatch(/^late-/);
    await register.does(next, { type: 'note-decision', decision: { number: '26/00040', outcome: 'authority' } });
    await announced(next);
    await announced(id);
    expect(await followerOf(id)).toBeNull();
  });

  it('by its own last day has nothing added to its file when it is heard late that the other was entered', async () => {
    await begins({ start: '2026-02-01' });
    await ends(next, '2026-06-01');
    const file = await register.contracts.history(id);
    for (const sequence of [1, 2]) await announced(next, sequence);
    expect(await register.contracts.history(id)).toEqual(file);
  });

  it('by its own last day, and is followed itself, is followed still', async () => {
    await begins({ start: '2026-02-01' });
    const third = await register.registers({ reference: 'THIRD', start: '2026-06-02', end: '2028-12-31', replaces: [next] });
    await announced(third);
    await ends(next, '2026-06-01');
    expect(await followerOf(id)).toMatchObject({ id: next });
  });

  it('by its own last day, and is followed itself only since, is followed again', async () => {
    await begins({ start: '2026-02-01' });
    await ends(next, '2026-06-01');
    expect(await followerOf(id)).toBeNull();
    await announced(await register.registers({ reference: 'THIRD', start: '2026-06-02', end: '2028-12-31', replaces: [next] }));
    await announced(next);
    expect(await followerOf(id)).toMatchObject({ id: next });
  });

  it('after its own last day was followed by it all the same, until that day is put right to a later one', async () => {
    await begins();
    await ends(next, '2027-02-01');
    expect(await followerOf(id)).toMatchObject({ id: next });
    await register.does(id, {
      type: 'amend-contract',
      terms: plain({ ...old, end: '2027-12-31', successor: next }),
      words: 'Put right.',
      decision: '26/00050',
    });
    await announced(id);
    expect(await followerOf(id)).toBeNull();
  });
});

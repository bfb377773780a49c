import { beforeEach, describe, expect, it } from 'vitest';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { enterContracts } from '../../functions/follow-up/enter-contracts.ts';
import { plain } from '../contract/contract-story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InRegister } from '../spreadsheet/in-register.ts';

let register: InRegister;
let meant: string;
let mistaken: string;
beforeEach(async () => {
  register = new InRegister(await freshTable(), '2026-01-05T09:00:00.000Z');
  meant = await register.registers({ reference: 'MEANT' });
  mistaken = await register.registers({ reference: 'MISTAKEN' });
});

const follows = { reference: 'NEW', start: '2027-01-01', end: '2028-12-31' };
const announced = async (id: string, sequence?: number) =>
  enterContracts(register.around).contract(id, sequence ?? (await register.contracts.load(id))?.version ?? 0);
const entered = async (over: Partial<Terms>) => {
  const id = await register.registers({ ...follows, ...over });
  await announced(id);
  return id;
};
const putsRight = async (id: string, over: Partial<Terms>) => {
  await register.does(id, { type: 'amend-contract', terms: plain(over), words: 'Put right.' });
  await announced(id);
};
const followerOf = async (id: string) => (await register.contracts.load(id))?.successor?.id ?? null;

describe('A contract of which it is put right what it follows', () => {
  it('is followed after by the one that was meant, and the one named by mistake by nothing', async () => {
    const id = await entered({ replaces: [mistaken] });
    expect(await followerOf(mistaken)).toBe(id);
    await putsRight(id, { ...follows, replaces: [meant] });
    expect([await followerOf(meant), await followerOf(mistaken)]).toEqual([id, null]);
    for (const sequence of [1, 2]) await announced(id, sequence);
    expect([await followerOf(meant), await followerOf(mistaken)]).toEqual([id, null]);
  });

  it('is still followed by it where that one itself says that it is', async () => {
    const id = await entered({ replaces: [mistaken] });
    await putsRight(mistaken, { reference: 'MISTAKEN', successor: id });
    await putsRight(id, follows);
    expect(await followerOf(mistaken)).toBe(id);
  });

  it('leaves alone one that something else follows by now', async () => {
    const id = await entered({ replaces: [mistaken] });
    const other = await entered({ reference: 'OTHER', replaces: [mistaken] });
    await putsRight(id, follows);
    expect(await followerOf(mistaken)).toBe(other);
  });
});

describe('A contract that another was said by mistake to follow', () => {
  it('is followed by the one that it says itself once that is put right', async () => {
    const right = await entered({ reference: 'RIGHT' });
    await putsRight(meant, { reference: 'MEANT', successor: right });
    const wrong = await entered({ replaces: [meant] });
    expect(await followerOf(meant)).toBe(wrong);
    await putsRight(wrong, follows);
    await announced(meant);
    expect(await followerOf(meant)).toBe(right);
  });

  it('is followed by the one that says so itself once that is put right', async () => {
    const right = await entered({ reference: 'RIGHT', replaces: [meant] });
    const wrong = await entered({ replaces: [meant] });
    expect(await followerOf(meant)).toBe(wrong);
    await putsRight(wrong, follows);
    await announced(meant);
    expect(await followerOf(meant)).toBe(right);
  });

  it('is followed by nothing once that is put right, where the one that said so before is closed or says so no more', async () => {
    const before = await entered({ reference: 'BEFORE', replaces: [meant] });
    const wrong = await entered({ replaces: [meant] });
    await putsRight(before, { ...follows, reference: 'BEFORE' });
    await putsRight(wrong, follows);
    await announced(meant);
    expect(await followerOf(meant)).toBeNull();
  });
});

describe('A contract that lost what followed it, which is heard of again late', () => {
  it('is followed still by the one that it says itself by now', async () => {
    await entered({ reference: 'BEFORE', replaces: [meant] });
    const own = await entered({ reference: 'OWN' });
    const wrong = await entered({ replaces: [meant] });
    await putsRight(wrong, follows);
    const lost = (await register.contracts.load(meant))?.version;
    await announced(meant, lost);
    await putsRight(meant, { reference: 'MEANT', successor: own });
    await announced(meant, lost);
    expect(await followerOf(meant)).toBe(own);
  });
});

describe('A contract of which it is put right what follows it', () => {
  const named = async () => {
    const id = await entered({});
    await putsRight(meant, { reference: 'MEANT', successor: id });
    return id;
  };
  it('is followed by it no more', async () => {
    const id = await named();
    expect(await followerOf(meant)).toBe(id);
    await putsRight(meant, { reference: 'MEANT' });
    expect(await followerOf(meant)).toBeNull();
  });

  it('is still followed by one that itself says that it follows', async () => {
    const id = await named();
    await putsRight(id, { ...follows, replaces: [meant] });
    await putsRight(meant, { reference: 'MEANT' });
    expect(await followerOf(meant)).toBe(id);
  });
});

import { expect, it } from 'vitest';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { kent2300022 } from '../../seeds/decisions/kent-23-00022.ts';
import { plain } from '../contract/contract-story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { Chance } from '../security/chance.ts';
import { InRegister } from '../spreadsheet/in-register.ts';
import { at, followUp, type Shards, takesIn } from './following-up.ts';

const times = Number(process.env.ORDERS ?? 4);

const later = (reference: string, over: Partial<Terms> = {}) => plain({ reference, start: '2027-01-01', end: '2028-12-31', ...over });
const first = (over: Partial<Terms> = {}) => plain({ reference: 'OLD', end: '2026-12-31', ...over });

/** A contract and one that follows it, and what is put right about them before the stream has told of anything. */
const putRight = {
  'that what follows is another': async (register: InRegister, old: string, next: string) => {
    await register.does(next, { type: 'amend-contract', terms: later('NEXT'), words: 'Put right' });
    const other = await register.registers(later('OTHER', { replaces: [old] }));
    const terms = later('OTHER', { replaces: [old], start: '2027-02-01' });
    await register.does(other, { type: 'amend-contract', terms, words: 'Put right' });
  },
  'that nothing follows, which each had said': async (register: InRegister, old: string, next: string) => {
    await register.does(old, { type: 'amend-contract', terms: first({ successor: next }), words: 'Put right' });
    await register.does(next, { type: 'amend-contract', terms: later('NEXT'), words: 'Put right' });
    await register.does(old, { type: 'amend-contract', terms: first(), words: 'Put right' });
  },
  'which decision is in hand, of one that names only the later contract': async (register: InRegister, old: string, next: string) => {
    const [safer] = kent2300022.proposal.contracts as [Proposal['contracts'][number]];
    const award = { ...safer, outcome: 'award' as const, start: '2029-01-01', end: '2030-12-31', replaces: [next] };
    await takesIn(register.table, 'award', '23/00074', { contracts: [award] });
    for (const id of [old, next]) await register.does(id, { type: 'take-decision-in-hand', number: '23/00074' });
  },
};

const inAnyOrder =
  (chance: Chance): Shards =>
  (shards) =>
    chance.oneIn(3) ? shards : [chance.pick(shards)];

it.each(Object.entries(putRight))(
  'The register comes to the same in whatever order the shards of the stream are read, where it is put right %s',
  async (_, change) => {
    const came = new Set<string>();
    for (let seed = 1; seed <= times; seed += 1) {
      const register = new InRegister(await freshTable(), at);
      const old = await register.registers(first());
      const next = await register.registers(later('NEXT', { replaces: [old] }));
      await change(register, old, next);
      await followUp(register.table, inAnyOrder(new Chance(seed * 7919)));
      const page = await register.contracts.list({ list: 'LIVE', limit: 100 });
      const found = page.ok ? page.items : [];
      came.add(JSON.stringify(found.map(({ id, successor, inHand, decisions }) => [id, successor, inHand, decisions]).sort()));
    }
    expect([...came]).toHaveLength(1);
  },
);

import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { freshTable } from './fresh-table.ts';
import { InTable } from './in-table.ts';

// Nothing in it repeats, so that it cannot be made shorter.
const unlike = (length: number): string =>
  Array.from(new Uint16Array(Uint8Array.from(randomBytes(length * 2)).buffer), (each) =>
    String.fromCodePoint(0x4e00 + (each % 20_000)),
  ).join('');

it('A proposal too long to be kept is refused in words, and what was kept of it before stays as it was', async () => {
  const told = new InTable(await freshTable());
  const before = await told.drafted();
  const content: Partial<Proposal> = { proposedDecision: Array.from({ length: 50 }, () => unlike(4000)), background: unlike(20_000) };
  const done = await told.tries({ type: 'amend-proposal', content });
  expect(done).toMatchObject({
    ok: false,
    refusal: { rule: 'fits-the-record', words: expect.stringMatching(/^This proposal is too long/) },
  });
  expect(await told.store.load(told.id)).toEqual(before);
  expect(await told.store.history(told.id)).toHaveLength(1);
});

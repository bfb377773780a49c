import { beforeEach, describe, expect, it } from 'vitest';
import { checkContracts } from '../../functions/alert/check-contracts.ts';
import { digestStore } from '../../functions/alert/digest-store.ts';
import { digestUndeliverable } from '../../functions/alert/digest-undeliverable.ts';
import { digestSubject } from '../../functions/platform/table/keys.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InRegister } from '../spreadsheet/in-register.ts';

let table: Table;
let register: InRegister;
let id: string;
beforeEach(async () => {
  table = await freshTable();
  register = new InRegister(table);
  await checkContracts(register.on('2026-09-30').around);
  id = await register.registers({ end: '2026-12-31', leadDirector: 'corporate-director-adult-social-care' });
  await checkContracts(register.on('2026-10-01').around);
  await checkContracts(register.on('2026-10-15').around);
});

const bounces = async (who: string) => {
  const digest = (await digestStore(table).digests('2026-10-15')).find(({ to }) => to.email.startsWith(who));
  if (!digest) throw new Error(`Nobody was told as ${who}`);
  for (const _ of ['once', 'again'])
    await digestUndeliverable(register.around)({ decisionId: digestSubject('2026-10-15'), key: digest.name });
};

describe('A director who cannot be told that nobody has acted', () => {
  it('is stood in for by the clerk, who hears of it the next day and of the address too', async () => {
    await bounces('corporate-director');
    await checkContracts(register.on('2026-10-16').around);
    const told = await register.told('2026-10-16');
    expect(Object.keys(told)).toEqual(['clerk 1']);
    expect(told['clerk 1']?.[0]).toContain('escalation');
    expect(told['clerk 1']?.[0]).toContain('address-bounced');
    const [digest] = await digestStore(table).digests('2026-10-16');
    expect(digest?.items[0]?.alerts.find(({ family }) => family === 'address')?.words).toMatch(
      /could not be delivered\. It is the director’s: put it right in the directory\.$/,
    );
  });
  it('is no fault of the contract where they had left the post by then', async () => {
    register.council = {
      ...register.council,
      posts: register.council.posts.map((post) =>
        post.id === 'corporate-director-adult-social-care'
          ? { ...post, holders: post.holders.map((holder) => (holder.to === undefined ? { ...holder, to: '2026-10-14' } : holder)) }
          : post,
      ),
    };
    await bounces('corporate-director');
    expect((await register.contracts.load(id))?.bounced).toEqual([]);
  });
});

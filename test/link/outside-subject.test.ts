import { beforeEach, describe, expect, it } from 'vitest';
import { aProposal } from '../email/proposal.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { Answering } from '../reliability/answering.ts';

const unpublished = 'Ending the contract for fraud';
const published = aProposal().subject;
const consultees = [
  { name: 'Community Safety', email: 'community-safety@kent.example', external: false },
  { name: 'Refuge for All', email: 'hello@refuge.example', external: true },
];
const changed = aProposal({ consultees, subject: unpublished, proposedDecision: ['End it'] });

let told: Answering;
let outside = '';
let inside = '';

beforeEach(async () => {
  told = new Answering(await freshTable());
  await told.noticed({ consultees });
  const asked = (await told.store.load(told.id))?.steps.filter(({ stage }) => stage === 'consultation') ?? [];
  const linkTo = (external: boolean) =>
    told.link(
      'consultation',
      asked.findIndex((step) => step.external === external),
    );
  [inside, outside] = await Promise.all([linkTo(false), linkTo(true)]);
});

const mailed = (to: string) =>
  told.office.sent
    .filter((sent) => sent.to === to)
    .map(({ raw }) =>
      Buffer.from(raw)
        .toString()
        .replace(/=\r?\n/g, '')
        .replaceAll('_', ' '),
    );

describe('A proposal that is changed after its notice', () => {
  it('is known to a consultee outside the council by the subject that was published, and to the council’s own by the new one', async () => {
    await told.does({ type: 'amend-proposal', content: changed });
    const [theirs, ours] = [(await told.get(outside)).body, (await told.get(inside)).body];
    expect([theirs.includes(unpublished), theirs.includes(published)]).toEqual([false, true]);
    expect(ours).toContain(unpublished);
  });

  it('is named so in the emails to somebody outside too, from the change to its withdrawal', async () => {
    await told.does({ type: 'amend-proposal', content: changed });
    await told.does({ type: 'withdraw-proposal', words: 'Overtaken' });
    told.office.sent.length = 0;
    await told.announceAll();
    const letters = mailed('hello@refuge.example');
    expect(letters.length).toBeGreaterThan(1);
    expect(letters.filter((letter) => letter.includes(unpublished))).toEqual([]);
    expect(mailed('community-safety@kent.example').some((letter) => letter.includes(unpublished))).toBe(true);
    expect((await told.post(outside, { response: 'support' })).body).not.toContain(unpublished);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { Table } from '../../functions/platform/table/table.ts';
import { submittedBy } from '../decision/story.ts';
import { aProposal } from '../email/proposal.ts';
import { freshTable } from './fresh-table.ts';
import { InTable } from './in-table.ts';
import { answerReadTooEarly } from './torn-read.ts';

let table: Table;
beforeAll(async () => {
  table = await freshTable();
});

let used = 0;
const newKey = () => {
  used += 1;
  return `key-${used}`;
};
const answer = (key: string, bodyHash = 'a-body') => ({ sub: 'officer', key, bodyHash, status: 201, location: '/api/proposals/somewhere' });
const draft = { type: 'draft-proposal' as const, content: aProposal(), submittedBy };

describe('The same request sent again under its key', () => {
  it('gets the saved answer, and the decision as it stood then', async () => {
    const first = new InTable(table);
    const again = new InTable(table);
    const key = newKey();
    await first.does(draft, { answer: answer(key) });
    await first.does({ type: 'submit-proposal' });
    const repeated = await again.tries(draft, { answer: answer(key) });
    expect(repeated).toMatchObject({
      ok: true,
      events: [],
      decision: { id: first.id, version: 1, status: 'draft' },
      answered: { status: 201, location: '/api/proposals/somewhere' },
    });
    expect(await again.store.load(again.id)).toBeNull();
  });

  it('is decided once when it arrives ten times at once', async () => {
    const told = new InTable(table);
    await told.drafted();
    const key = newKey();
    const all = await Promise.all(
      Array.from({ length: 10 }, () =>
        told.tries({ type: 'amend-proposal', content: aProposal({ reasons: 'New reasons.' }) }, { answer: answer(key), expect: 1 }),
      ),
    );
    expect(all.map((each) => each.ok && each.decision.version)).toEqual(Array(10).fill(2));
    expect(all.filter((each) => each.ok && each.answered === null).length).toBe(1);
    expect((await told.store.history(told.id)).length).toBe(2);
  });

  it('creates one decision when ten containers give it ten ids', async () => {
    const key = newKey();
    const all = await Promise.all(Array.from({ length: 10 }, () => new InTable(table).tries(draft, { answer: answer(key) })));
    expect(new Set(all.map((each) => each.ok && each.decision.id)).size).toBe(1);
  });

  it('is no other decision that wants its number, when it was stored while the second was being read', async () => {
    const key = newKey();
    const imported = {
      type: 'import-decision' as const,
      content: aProposal(),
      submittedBy,
      number: '19/00042',
      noticePublishedOn: '2019-08-01',
      decidedOn: '2019-10-01',
      keyStatus: 'key' as const,
      interest: 'None declared',
    };
    const first = await new InTable(table).does(imported, { answer: answer(key) });
    answerReadTooEarly(table);
    expect(await new InTable(table).tries(imported, { answer: answer(key) })).toMatchObject({
      ok: true,
      events: [],
      decision: { id: first.id, number: '19/00042' },
      answered: { status: 201 },
    });
  });

  it('is refused when the body is another', async () => {
    const told = new InTable(table);
    const key = newKey();
    await told.does(draft, { answer: answer(key) });
    expect(await told.tries({ type: 'submit-proposal' }, { answer: answer(key, 'another-body') })).toMatchObject({
      ok: false,
      refusal: { kind: 'refused', rule: 'idempotency-key-reuse' },
    });
  });

  it('is another request when another person sends it', async () => {
    const key = newKey();
    const mine = await new InTable(table).tries(draft, { answer: answer(key) });
    const yours = await new InTable(table).tries(draft, { answer: { ...answer(key), sub: 'someone-else' } });
    expect(mine.ok && yours.ok && mine.decision.id !== yours.decision.id).toBe(true);
  });

  it('is decided afresh after a refusal, since nothing was done', async () => {
    const told = new InTable(table);
    const key = newKey();
    await told.does({ type: 'draft-proposal', content: {}, submittedBy });
    expect((await told.tries({ type: 'submit-proposal' }, { answer: answer(key) })).ok).toBe(false);
    await told.does({ type: 'amend-proposal', content: aProposal() });
    expect((await told.tries({ type: 'submit-proposal' }, { answer: answer(key) })).ok).toBe(true);
  });

  it('is forgotten after a week, whether or not the item is gone yet', async () => {
    const told = new InTable(table);
    const key = newKey();
    await told.does(draft, { answer: answer(key) });
    told.now = '2023-03-15T09:00:00.000Z';
    expect(
      (await told.does({ type: 'amend-proposal', content: aProposal({ reasons: 'Later.' }) }, { answer: answer(key, 'another-body') }))
        .version,
    ).toBe(2);
  });
});

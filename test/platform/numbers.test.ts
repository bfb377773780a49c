import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../../functions/platform/table/keys.ts';
import { getAll, type Table } from '../../functions/platform/table/table.ts';
import { somebody, submittedBy } from '../decision/story.ts';
import { aProposal } from '../email/proposal.ts';
import { freshTable } from './fresh-table.ts';
import { InTable } from './in-table.ts';

let table: Table;
beforeEach(async () => {
  table = await freshTable();
});

const imported = (told: InTable, number: string) =>
  told.tries({
    type: 'import-decision',
    content: aProposal(),
    submittedBy,
    number,
    noticePublishedOn: '2019-08-01',
    decidedOn: '2019-10-01',
    keyStatus: 'key',
    interest: 'None declared',
  });

describe('Numbers', () => {
  it('go to twenty submissions at once, each its own and none left out', async () => {
    const told = Array.from({ length: 20 }, () => new InTable(table));
    await Promise.all(told.map((each) => each.drafted()));
    const submitted = await Promise.all(told.map((each) => each.does({ type: 'submit-proposal' })));
    const wanted = told.map((_, index) => `23/${String(index + 1).padStart(5, '0')}`);
    expect(submitted.map(({ number }) => number).sort()).toEqual(wanted);
    expect((await getAll(table, [keys.counter('23')]))[0]?.last).toBe(20);
  });

  it('begin again each year, by London’s calendar', async () => {
    const newYear = new InTable(table, { now: '2023-12-31T23:59:59.000Z' });
    const summer = new InTable(table, { now: '2024-01-01T00:00:00.000Z' });
    expect((await newYear.submitted()).number).toBe('23/00001');
    expect((await summer.submitted()).number).toBe('24/00001');
  });

  it('are not used up by a submission that is refused', async () => {
    const told = new InTable(table);
    await told.does({ type: 'draft-proposal', content: {}, submittedBy });
    expect((await told.tries({ type: 'submit-proposal' })).ok).toBe(false);
    expect((await new InTable(table).submitted()).number).toBe('23/00001');
  });

  it('stay with a proposal that is returned and submitted again', async () => {
    const told = new InTable(table);
    await told.submitted();
    const [step] = await told.open('clearance');
    if (!step) throw new Error('No step is open');
    await told.does({ type: 'give-clearance', by: somebody, response: 'return', ...step, words: 'Say more.' });
    expect((await told.does({ type: 'submit-proposal' })).number).toBe('23/00001');
    expect((await new InTable(table).submitted()).number).toBe('23/00002');
  });

  it('given by name are never given again', async () => {
    expect(await imported(new InTable(table), '23/00003')).toMatchObject({ ok: true });
    expect((await new InTable(table).submitted()).number).toBe('23/00004');
    expect(await imported(new InTable(table), '23/00004')).toMatchObject({
      ok: false,
      refusal: { rule: 'number-in-use', kind: 'refused' },
    });
    expect(await imported(new InTable(table), '23/00002')).toMatchObject({ ok: true });
    expect((await new InTable(table).submitted()).number).toBe('23/00005');
  });

  it('are left to a year whatever number is brought in: one typed wrong, or in spite, leaves ten thousand to give', async () => {
    for (const number of ['23/99999', '23/90001'])
      expect(await imported(new InTable(table), number)).toMatchObject({
        ok: false,
        refusal: { kind: 'invalid', errors: [{ path: 'number' }] },
      });
    expect(await imported(new InTable(table), '23/90000')).toMatchObject({ ok: true });
    expect((await new InTable(table).submitted()).number).toBe('23/90001');
  });

  it('can be named by the loader for a submission of the past', async () => {
    const told = new InTable(table, { now: '2019-09-02T09:00:00.000Z' });
    await told.drafted();
    expect((await told.does({ type: 'submit-proposal' }, { number: '19/00073' })).number).toBe('19/00073');
  });

  it.each(['23/73', '2023/00073', '23-00073', 'x', ''])('are refused when written as "%s"', async (number) => {
    expect(await imported(new InTable(table), number)).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', errors: [{ path: 'number' }] },
    });
  });
});

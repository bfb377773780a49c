import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { firstBreak } from '../../functions/decision/history.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { StoredItemUnreadable } from '../../functions/platform/table/stored-item.ts';
import { getAll, type Table } from '../../functions/platform/table/table.ts';
import { readPublication } from './publications.ts';
import { clerk, somebody, submittedBy } from '../decision/story.ts';
import { aProposal } from '../email/proposal.ts';
import { freshTable } from './fresh-table.ts';
import { InTable } from './in-table.ts';

let table: Table;
beforeAll(async () => {
  table = await freshTable();
});

describe('A decision in the table', () => {
  it('is read back exactly as it was decided', async () => {
    const told = new InTable(table);
    const decided = await told.noticed();
    expect(await told.store.load(told.id)).toEqual(JSON.parse(JSON.stringify(decided)));
  });

  it('is nothing where nothing was stored', async () => {
    const told = new InTable(table);
    expect(await told.store.load(told.id)).toBeNull();
    expect(await told.store.history(told.id)).toEqual([]);
    expect(await told.store.at(told.id, 1)).toBeNull();
  });

  it('keeps every event, numbered from 1 and each standing on the one before', async () => {
    const told = new InTable(table);
    const decided = await told.noticed();
    const events = await told.store.history(told.id);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect(firstBreak(events)).toBeNull();
    expect(events.at(-1)?.hash).toBe(decided.head);
  });

  it('can be seen as it stood just after any event', async () => {
    const told = new InTable(table);
    await told.noticed();
    const then = await told.store.moment(told.id, 2);
    expect([then?.event.happening.type, then?.decision.status, then?.decision.version]).toEqual(['proposal-submitted', 'in-clearance', 2]);
    expect((await told.store.at(told.id, 1))?.status).toBe('draft');
    expect((await told.store.history(told.id, 2)).length).toBe(2);
    expect(await told.store.at(told.id, 99)).toBeNull();
  });

  it('changes nothing when a rule refuses', async () => {
    const told = new InTable(table);
    await told.drafted();
    const refused = await told.tries({ type: 'publish-notice', route: 'ordinary', by: clerk });
    expect(refused.ok).toBe(false);
    expect((await told.store.load(told.id))?.version).toBe(1);
  });

  it('refuses a command on a version that has passed, and says which is current', async () => {
    const told = new InTable(table);
    await told.drafted();
    await told.does({ type: 'amend-proposal', content: aProposal({ reasons: 'Better reasons.' }) }, { expect: 1 });
    const late = await told.tries({ type: 'amend-proposal', content: aProposal({ reasons: 'Worse reasons.' }) }, { expect: 1 });
    expect(late).toMatchObject({ ok: false, refusal: { kind: 'stale', version: 2 } });
    expect((await told.store.load(told.id))?.content.reasons).toBe('Better reasons.');
  });

  it('lets two people who act at once both act, one after the other', async () => {
    const told = new InTable(table);
    await told.submitted();
    const steps = await told.open('clearance');
    expect(steps.length).toBeGreaterThan(1);
    await Promise.all(steps.map((step) => told.does({ type: 'give-clearance', by: somebody, response: 'approve', ...step })));
    expect((await told.store.load(told.id))?.status).toBe('cleared');
    expect(firstBreak(await told.store.history(told.id))).toBeNull();
  });

  it('takes one answer where two people answer the same step at once, and tells the other', async () => {
    const told = new InTable(table);
    await told.submitted();
    const [step] = await told.open('clearance');
    if (!step) throw new Error('No step is open');
    const both = await Promise.all([
      told.tries({ type: 'give-clearance', by: somebody, response: 'approve', ...step }),
      told.tries({ type: 'give-clearance', by: somebody, response: 'approve', ...step }),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('stores nothing for a daily check that finds nothing to do', async () => {
    const told = new InTable(table);
    const { version } = await told.noticed();
    expect((await told.does({ type: 'run-daily-check' })).version).toBe(version);
  });

  it('holds a proposal of 256 KiB whose words cannot be made much shorter', async () => {
    const told = new InTable(table);
    const words = (seed: number) =>
      Array.from({ length: 5000 }, (_, at) =>
        String.fromCharCode(33 + ((seed * 7919 + at * at * 31 + at * 17 + (at >> 3) * 101) % 90)),
      ).join('');
    await told.drafted({ proposedDecision: Array.from({ length: 50 }, (_, at) => words(at)) });
    expect((await told.does({ type: 'submit-proposal' })).status).toBe('in-clearance');
    expect((await told.store.load(told.id))?.content.proposedDecision?.[49]).toBe(words(49));
  });

  it('throws a named fault for an item that no longer parses', async () => {
    const told = new InTable(table);
    await told.drafted();
    await table.client.send(
      new UpdateCommand({
        TableName: table.tableName,
        Key: keys.current(told.id),
        UpdateExpression: 'SET #state = :broken',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':broken': '{"status":"lost"}' },
      }),
    );
    await expect(told.store.load(told.id)).rejects.toThrow(StoredItemUnreadable);
    await expect(told.tries({ type: 'submit-proposal' })).rejects.toThrow(`DECISION#${told.id} CURRENT`);
  });
});

describe('What the public may read', () => {
  it('is not there before the notice, and is stored with it', async () => {
    const told = new InTable(table);
    const { number } = await told.submitted();
    if (!number) throw new Error('No number was given');
    expect(await readPublication(table, number)).toBeNull();
    const other = new InTable(table);
    const noticed = await other.noticed();
    expect(await readPublication(table, noticed.number ?? '')).toMatchObject({ number: noticed.number, kind: 'notice' });
  });
});

describe('A day on which a decision needs attention', () => {
  it('finds the decision by that day, and by no other', async () => {
    const told = new InTable(table);
    await told.noticed();
    const [item] = await getAll(table, [keys.current(told.id)]);
    const dueOn = String(item?.dueOn);
    expect(dueOn > '2023-03-07').toBe(true);
    expect(await told.store.due(dueOn)).toContain(told.id);
    expect(await told.store.due('2023-03-07')).not.toContain(told.id);
  });

  it('is put off only while nobody has written since', async () => {
    const told = new InTable(table);
    const { version } = await told.noticed();
    await told.store.lookAgain(told.id, version, '2024-01-01');
    await told.store.lookAgain(told.id, version - 1, '2024-01-02');
    expect(await told.store.due('2024-01-01')).toContain(told.id);
    expect(await told.store.due('2024-01-02')).toEqual([]);
  });

  it('is none for a draft', async () => {
    const told = new InTable(table);
    await told.does({ type: 'draft-proposal', content: {}, submittedBy });
    expect((await getAll(table, [keys.current(told.id)]))[0]?.dueOn).toBeUndefined();
  });
});

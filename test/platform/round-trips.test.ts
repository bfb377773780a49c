import { beforeAll, describe, expect, it } from 'vitest';
import { linkFor } from '../../functions/link/links.ts';
import { respond } from '../../functions/link/respond.ts';
import type { Stage } from '../../functions/decision/decision.ts';
import { systemActor } from '../../functions/decision/system-actor.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { aProposal } from '../email/proposal.ts';
import { clerk, submittedBy } from '../decision/story.ts';
import { Calls } from './calls.ts';
import { freshTable } from './fresh-table.ts';
import { InTable } from './in-table.ts';

const secret = 'a secret that signs the links of this test alone';
const once = { roundTrips: 1, transactions: 1, others: [] };

let table: Table;
let calls: Calls;
beforeAll(async () => {
  table = await freshTable();
  calls = new Calls(table);
});

const drafted = { type: 'draft-proposal' as const, content: aProposal(), submittedBy };
const keyed = (key: string) => ({ answer: { sub: 'officer', key, bodyHash: key, status: 200 } });

/** Answers the first open step of a stage by its link, as the form posts it. */
const answers = async (told: InTable, stage: Stage, form: Record<string, string>): Promise<number> => {
  const [step] = await told.open(stage);
  const token = linkFor(
    { decisionId: told.id, stepId: step?.stepId ?? '', issue: step?.issue ?? 0 },
    { current: secret, previous: null },
  ).replace('/respond/', '');
  const target = { decisionId: told.id, stepId: step?.stepId ?? '', issue: step?.issue ?? 0 };
  const answering = respond({
    decisions: told.store,
    loadCouncil: async () => told.council,
    readLink: async () => target,
    publicUrl: 'https://decisions.kent.example',
    now: () => told.now,
    log: () => undefined,
  });
  const request = {
    method: 'POST',
    token,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  };
  let status = 0;
  expect(
    await calls.of(async () => {
      ({ statusCode: status } = await answering(request));
    }),
  ).toEqual(once);
  return status;
};

describe('Whatever is asked of a decision waits once for what is stored and writes once', () => {
  it('when it is drafted, submitted and withdrawn, with a key to be sent again under or without', async () => {
    const [told, again] = [new InTable(table), new InTable(table)];
    expect(await calls.of(() => told.does(drafted))).toEqual(once);
    expect(await calls.of(() => told.does({ type: 'submit-proposal' }))).toEqual(once);
    expect(await calls.of(() => told.does({ type: 'withdraw-proposal', words: 'No longer needed.' }))).toEqual(once);
    expect(await calls.of(() => again.does(drafted, keyed('draft')))).toEqual(once);
    expect(await calls.of(() => again.does({ type: 'submit-proposal' }, keyed('submit')))).toEqual(once);
  });

  it('when its first notice takes its whole history to the public chain', async () => {
    const told = new InTable(table);
    await told.submitted();
    for (const step of await told.open('clearance'))
      await told.does({ type: 'give-clearance', by: { ...clerk, id: step.stepId }, response: 'approve', ...step });
    expect(await calls.of(() => told.does({ type: 'publish-notice', route: 'ordinary', by: clerk }))).toEqual(once);
    expect((await told.store.load(told.id))?.status).toBe('notice-published');
  });

  it('when it is cleared, consulted on and determined by link; what became of the emails is read besides where it says that somebody was silent', async () => {
    const told = new InTable(table);
    await told.submitted();
    while ((await told.open('clearance')).length > 0) expect(await answers(told, 'clearance', { response: 'approve' })).toBe(200);
    await told.does({ type: 'publish-notice', route: 'ordinary', by: clerk });
    expect(await answers(told, 'consultation', { response: 'support' })).toBe(200);
    told.now = '2023-04-05T09:00:00.000Z';
    expect(await calls.of(() => told.does({ type: 'run-daily-check', by: systemActor }))).toEqual({ ...once, roundTrips: 2 });
    expect(await answers(told, 'determination', { response: 'approve', interest: 'none' })).toBe(200);
    expect((await told.store.load(told.id))?.status).toBe('decided');
  });

  it('and when somebody else writes first, it reads again and decides on what is then there', async () => {
    const told = new InTable(table);
    await told.submitted();
    const read = (await told.store.load(told.id)) ?? undefined;
    const [first, second] = await told.open('clearance');
    const clears = (step: typeof first) => ({
      type: 'give-clearance' as const,
      by: { ...clerk, id: step?.stepId ?? '' },
      response: 'approve' as const,
      stepId: step?.stepId ?? '',
      issue: step?.issue ?? 0,
      words: '',
    });
    await told.does(clears(first), { read });
    expect(await calls.of(() => told.does(clears(second), { read }))).toEqual({ roundTrips: 1, transactions: 2, others: [] });
    expect((await told.open('clearance')).length).toBe(1);
    expect(await told.tries(clears(first), { read })).toMatchObject({ ok: false, refusal: { rule: 'already-answered' } });
  });
});

describe('What is made of a decision while it is being stored', () => {
  it('is made of what is stored, once the request is on its way', async () => {
    const told = new InTable(table);
    const seen: unknown[] = [];
    const stored = await told.does(drafted, { meanwhile: (decision) => void seen.push(decision) });
    expect(seen).toEqual([stored]);
  });

  it('is not made of a command that is refused', async () => {
    const told = new InTable(table);
    const seen: unknown[] = [];
    expect((await told.tries({ type: 'submit-proposal' }, { meanwhile: (decision) => void seen.push(decision) })).ok).toBe(false);
    expect(seen).toEqual([]);
  });

  it('loses nothing where it fails', async () => {
    const told = new InTable(table);
    const stored = await told.does(drafted, {
      meanwhile: () => {
        throw new Error('It could not be drawn');
      },
    });
    expect(await told.store.load(told.id)).toEqual(stored);
  });
});

import { describe, expect, it } from 'vitest';
import { supersedeReplaced } from '../../functions/follow-up/supersede.ts';
import { dynamoDecisionStore } from '../../functions/platform/store/decision-store.ts';
import { publishing } from '../../functions/platform/deployed.ts';
import { blocksOf } from '../../functions/record/print/record-blocks.ts';
import { recordPage } from '../../functions/record/page/record.page.tsx';
import { standingOf } from '../../functions/record/publication/standing.ts';
import { kent } from '../../seeds/kent/council.ts';
import { pastDecision } from '../decision/past-decision.ts';
import { clerk, officer, submittedBy } from '../decision/story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { asking } from '../gallery/public-scenes.ts';
import { safer, Told } from './told.ts';

const replacing = safer({ replaces: ['22/00007'] });
const ended = () => new Told().effective().does({ type: 'supersede-decision', number: '24/00010', on: '2024-04-02', by: clerk });

describe('a proposal that takes the place of a decision', () => {
  it('may name only one that was taken here and still stands, each once', () => {
    const draft = (replaces: string[], standing: string[]) =>
      new Told().tries({ type: 'draft-proposal', content: safer({ replaces }), submittedBy, standing });
    expect(draft(['22/00007'], ['22/00007'])).toBeNull();
    expect(draft(['22/00007', '22/00008'], ['22/00007'])?.errors).toEqual([
      { path: 'replaces.1', message: 'There is no decision 22/00008 here that was taken and still stands' },
    ]);
    expect(draft(['22/00007', '22/00007'], ['22/00007'])?.errors).toEqual([{ path: 'replaces.1', message: '22/00007 is named twice' }]);
  });

  it('loses the clearances given when what it replaces is changed, because to end another decision is part of the decision', () => {
    const story = new Told().cleared();
    story.does({ type: 'amend-proposal', content: replacing, standing: ['22/00007'], by: officer });
    expect(story.status).toBe('in-clearance');
    expect(story.events.at(-1)?.happening).toMatchObject({
      type: 'proposal-changed',
      changes: [{ part: 'Decisions it takes the place of', before: '', after: '22/00007' }],
    });
  });

  it('says so in its notice, its record and its document, with the way there', () => {
    const story = new Told()
      .does({ type: 'draft-proposal', content: replacing, submittedBy, standing: ['22/00007'] })
      .does({ type: 'submit-proposal' });
    for (const step of story.open('clearance'))
      story.does({
        type: 'give-clearance',
        response: 'approve',
        ...step,
        words: '',
        by: officer.id === 'officer' ? { ...officer, id: 'somebody' } : officer,
      });
    story.does({ type: 'publish-notice', route: 'ordinary', by: clerk });
    expect(story.published.replaces).toEqual(['22/00007']);
    expect(recordPage(story.published, kent)).toContain('href="/decisions/22/00007"');
    expect(JSON.stringify(blocksOf(story.published))).toContain('["Takes the place of","Decision 22/00007"]');
  });
});

describe('a decision whose place a later one took', () => {
  it('is superseded from that day, and keeps all that was published of it', () => {
    const { status, supersededBy, timeline, decision } = ended().published;
    expect(status).toMatchObject({
      code: 'superseded',
      words: 'Superseded',
      explanation: 'Decision 24/00010 took its place on 2 April 2024. It is kept as it was taken.',
    });
    expect([supersededBy, timeline.at(-1)?.label, decision?.state]).toEqual([
      { number: '24/00010', on: '2024-04-02' },
      'Superseded by decision 24/00010',
      'taken',
    ]);
    expect(recordPage(ended().published, kent)).toContain('href="/decisions/24/00010"');
  });

  it('is so once: said again, or by another, it adds nothing', () => {
    const story = ended();
    for (const number of ['24/00010', '24/00099']) story.does({ type: 'supersede-decision', number, on: '2024-05-01', by: clerk });
    expect(story.happened.filter((type) => type === 'decision-superseded')).toHaveLength(1);
  });

  it('is not superseded by what took effect before it was taken', () => {
    const story = new Told().effective().does({ type: 'supersede-decision', number: '22/00044', on: '2023-04-04', by: clerk });
    expect(story.published.status.code).toBe('in-force');
  });

  it('is superseded too where its call-in still ran, and stays so when that closes', () => {
    const story = new Told().decided().does({ type: 'supersede-decision', number: '23/00002', on: '2023-04-06', by: clerk }).effective();
    expect([story.status, story.published.status.code]).toEqual(['effective', 'superseded']);
  });

  it('is found by that in the list of decisions, and no longer among those in force', async () => {
    const list = async (status: string) =>
      (await asking([ended().published, { ...new Told().effective().published, number: '23/00002' }])(`/decisions?status=${status}`)).body;
    const [superseded, inForce] = [await list('superseded'), await list('in-force')];
    expect([superseded.includes('/decisions/23/00001'), superseded.includes('/decisions/23/00002')]).toEqual([true, false]);
    expect([inForce.includes('/decisions/23/00001'), inForce.includes('/decisions/23/00002')]).toEqual([false, true]);
  });
});

describe('in the table', () => {
  const given = { now: '2024-05-01T09:00:00Z', council: kent };
  it('the earlier decision is told when the later one takes effect, and told again is not changed', async () => {
    const table = await freshTable();
    const store = dynamoDecisionStore({ ...table, publication: publishing });
    const around = { table, store, loadCouncil: async () => kent, now: () => given.now };
    await store.execute('earlier', pastDecision('22/00007'), { given, number: '22/00007' });
    expect(await standingOf(table, replacing)).toEqual(['22/00007']);
    expect(await standingOf(table, safer({ replaces: ['22/09999'] }))).toEqual([]);
    await store.execute('later', pastDecision('24/00010', { replaces: ['22/00007', '22/09999'] }), { given, number: '24/00010' });
    const announced = await store.moment('later', 1);
    if (!announced) throw new Error('There is no such event');
    for (const _ of ['once', 'again']) await supersedeReplaced(around, announced);
    const earlier = await store.load('earlier');
    expect(earlier).toMatchObject({ status: 'effective', version: 2, superseded: { number: '24/00010' } });
    expect((await store.history('earlier')).at(-1)).toMatchObject({
      by: { kind: 'system' },
      happening: { type: 'decision-superseded', number: '24/00010' },
    });
    expect(await standingOf(table, replacing)).toEqual([]);
  });
});

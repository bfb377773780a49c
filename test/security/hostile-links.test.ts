import { beforeEach, describe, expect, it } from 'vitest';
import { firstBreak } from '../../functions/decision/history.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { aProposal } from '../email/proposal.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { Answering } from '../reliability/answering.ts';

let table: Table;
// `npm run soak` sends the full thousand; a run of all the tests sends enough to race.
const posts = Number(process.env.HOSTILE_POSTS ?? 100);
const [mixed, fetches, rounds] = [Math.ceil(posts / 3), Math.ceil(posts / 2), Math.max(3, Math.ceil(posts / 50))];
const sign = { response: 'approve', interest: 'none' };
const approve = { response: 'approve' };

beforeEach(async () => {
  table ??= await freshTable();
});

const awaiting = async () => {
  const told = new Answering(table);
  await told.awaiting();
  return { told, link: await told.link('determination') };
};
const submitted = async () => {
  const told = new Answering(table);
  await told.submitted();
  return told;
};
const times = async (told: Answering, type: string) => (await told.types()).filter((each) => each === type).length;
const counted = (codes: number[]) =>
  Object.fromEntries([...new Set(codes)].sort().map((code) => [code, codes.filter((each) => each === code).length]));

describe('A link under attack', () => {
  it('takes one decision from all the posts of it at the same moment, and tells the rest who took it', async () => {
    const { told, link } = await awaiting();
    const said = await Promise.all(Array.from({ length: posts }, () => told.post(link, sign)));
    expect(counted(said.map(({ statusCode }) => statusCode))).toEqual({ 200: 1, 409: posts - 1 });
    expect([await times(told, 'decision-made'), firstBreak(await told.store.history(told.id))]).toEqual([1, null]);
  }, 600_000);

  it('takes one of many posts of which some approve, some return and some decline', async () => {
    const { told, link } = await awaiting();
    const answers = [sign, { response: 'return', interest: 'none', words: 'No' }, { response: 'decline', interest: 'none', words: 'No' }];
    const said = await Promise.all(Array.from({ length: mixed }, (_, at) => told.post(link, answers[at % 3] ?? sign)));
    expect(counted(said.map(({ statusCode }) => statusCode))).toEqual({ 200: 1, 409: mixed - 1 });
    expect((await times(told, 'decision-made')) + (await times(told, 'proposal-returned')) + (await times(told, 'proposal-declined'))).toBe(
      1,
    );
  }, 600_000);

  it('changes nothing by hundreds of fetches, and none of them is logged as reading', async () => {
    const { told, link } = await awaiting();
    const before = await told.store.load(told.id);
    await Promise.all(Array.from({ length: fetches }, (_, at) => told.get(link, at % 2 ? 'HEAD' : 'GET')));
    expect(await told.store.load(told.id)).toEqual(before);
    expect(new Set(told.logged.map((line) => JSON.parse(line).message))).toEqual(new Set(['link fetched (may be automated)']));
  }, 300_000);

  it('either approves or is withdrawn when both come at once, and never both', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const told = await submitted();
      const links = await Promise.all([0, 1, 2].map((nth) => told.link('clearance', nth)));
      const [withdrawn, ...answers] = await Promise.all([
        told.tries({ type: 'withdraw-proposal', words: 'Overtaken.' }),
        ...links.map((link) => told.post(link, approve)),
      ]);
      const decision = await told.store.load(told.id);
      expect([withdrawn.ok, decision?.status, firstBreak(await told.store.history(told.id))]).toEqual([true, 'withdrawn', null]);
      expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(await times(told, 'clearance-given'));
    }
  }, 300_000);

  it('keeps a decision that was made when its withdrawal comes at the same moment, or the withdrawal', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      const { told, link } = await awaiting();
      const [answer, withdrawn] = await Promise.all([
        told.post(link, sign),
        told.tries({ type: 'withdraw-proposal', words: 'Overtaken.' }),
      ]);
      expect([answer.statusCode === 200, withdrawn.ok].filter(Boolean), 'exactly one of the two').toHaveLength(1);
      outcomes.add(withdrawn.ok ? 'withdrawn' : 'decided');
    }
    expect(outcomes.size).toBeGreaterThan(0);
  }, 300_000);

  it('is void after a material change, however often it is replayed', async () => {
    const { told, link } = await awaiting();
    await told.does({ type: 'amend-proposal', content: aProposal({ proposedDecision: ['Something else altogether'] }) });
    const said = await Promise.all(Array.from({ length: 20 }, () => told.post(link, sign)));
    expect([counted(said.map(({ statusCode }) => statusCode)), await times(told, 'decision-made')]).toEqual([{ 409: 20 }, 0]);
  });

  it('answers no other step, whichever parts of two good links are put together', async () => {
    const told = await submitted();
    const [one = '', other = ''] = await Promise.all([told.link('clearance', 0), told.link('clearance', 1)]);
    const [[idOne, macOne], [idOther, macOther]] = [one.split('.'), other.split('.')] as [[string, string], [string, string]];
    for (const forged of [
      `${idOne}.${macOther}`,
      `${idOther}.${macOne}`,
      `${idOne.replace(/_1$/, '_2')}.${macOne}`,
      `${idOne.replace('clearance', 'determination')}.${macOne}`,
    ])
      expect((await told.post(forged, approve)).statusCode).toBe(404);
    expect(await times(told, 'clearance-given')).toBe(0);
  });

  it('signed by either generation of the key counts; by one before those it does not', async () => {
    const told = await submitted();
    const [first, second] = await Promise.all([told.link('clearance', 0), told.link('clearance', 1)]);
    told.rotate('b');
    const third = await told.link('clearance', 2);
    expect((await told.post(first, approve)).statusCode, 'by the key before').toBe(200);
    expect((await told.get(third)).statusCode, 'by the key in use').toBe(200);
    told.rotate('c');
    expect([(await told.post(second, approve)).statusCode, (await told.post(third, approve)).statusCode]).toEqual([404, 200]);
    told.rotate('d');
    told.rotate('e');
    expect((await told.get(third)).statusCode).toBe(404);
  });

  it('says who answered, when it is replayed after the decision', async () => {
    const { told, link } = await awaiting();
    const [receipt, replayed, fetched] = [
      await told.post(link, sign),
      await told.post(link, { ...sign, response: 'decline', words: 'No' }),
      await told.get(link),
    ];
    expect([receipt.statusCode, replayed.statusCode, fetched.statusCode]).toEqual([200, 409, 200]);
    for (const { body } of [replayed, fetched]) expect(body).toMatch(/approved on 5 April 2023 at 10:00/);
  });
});

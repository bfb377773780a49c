import { describe, expect, it } from 'vitest';
import type { Council } from '../../functions/council/council.schema.ts';
import type { Decision, OpenStep } from '../../functions/decision/decision.ts';
import { burdened } from '../../functions/schedule/digest.rules.ts';
import { kent } from '../../seeds/kent/council.ts';
import { awaiting, deferred, key, submitted, vacant } from '../decision/stories.ts';
import { clerk } from '../decision/story.ts';

const [asked] = (submitted().decision as Decision).steps as [OpenStep];
const decision = (number: string, steps: Partial<OpenStep>[], change = {}) =>
  ({ ...(submitted().decision as Decision), number, steps: steps.map((step) => ({ ...asked, ...step })), ...change }) as Decision;
const four = ['2023-03-15', null, '2023-03-10', '2023-03-15'].map((dueOn, index) => decision(`23/0000${4 - index}`, [{ dueOn }]));
const found = (decisions: Decision[], council: Council = kent) =>
  burdened(decisions, council, '2023-03-07').map(({ email, external, waiting }) => [
    email,
    external,
    waiting.map((each) => each.decision.number),
  ]);

describe('somebody asked for many answers at once', () => {
  it('is told of them together from the fourth on, the soonest first and then by number', () => {
    expect(found(four.slice(1))).toEqual([]);
    expect(found(four)).toEqual([['s151-officer@kent.example', false, ['23/00002', '23/00001', '23/00004', '23/00003']]]);
    expect(burdened(four, kent, '2023-03-07')[0]?.waiting[0]).toEqual({ decision: four[2], step: four[2]?.steps[0] });
  });

  it('is one person, however the address is written, and by whoever covers', () => {
    const cover = { name: 'A Deputy', email: 'DEPUTY@kent.example', scheme: 'Scheme' };
    const mixed = [
      decision('1', [{ cover }]),
      decision('2', [{ cover }, { email: 'Deputy@kent.example' }]),
      decision('3', [{ email: 'deputy@kent.example', external: true }]),
    ];
    expect(burdened(mixed, kent, '2023-03-07')).toMatchObject([
      { name: 'A Deputy', email: 'DEPUTY@kent.example', external: true, waiting: { length: 4 } },
    ]);
  });

  it('is not asked for what is answered, nor for what is deferred', () => {
    expect(found([...four.slice(1), decision('23/00009', [{ state: 'waiting' as 'open' }])])).toEqual([]);
    const put = deferred().decision as Decision;
    expect(found([...four.slice(1), { ...put, steps: [asked] } as Decision])).toEqual([]);
  });

  it('is not asked for what they could not answer: by a post that they have left, or once the body has met', () => {
    expect(found(four, vacant('s151-officer', '2023-03-07'))).toEqual([]);
    const story = awaiting({ content: { ...key, decisionMaker: 'cabinet' } });
    story.does({ type: 'ask-call-in-waiver', words: 'It lapses.', by: clerk });
    const chair = () => Array.from({ length: 4 }, () => story.decision as Decision);
    expect(found(chair())).toHaveLength(1);
    const meeting = { date: '2023-04-05', present: ['The Leader of the Council'], points: [], interests: [] };
    story.does({ type: 'record-meeting', meeting, by: clerk });
    expect(found(chair()).map(([email]) => email)).not.toContain('scrutiny-chair@kent.example');
  });
});

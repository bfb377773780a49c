import { describe, expect, it } from 'vitest';
import { blockersOf } from '../../functions/proposal/blockers.rules.ts';
import type { Council, KeyRule } from '../../functions/council/council.schema.ts';
import { keyRules } from '../../seeds/kent/settings.ts';
import { kent } from '../../seeds/kent/council.ts';
import { awaiting, costing, link, none, noticed, small } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

const rule = keyRules[0] as KeyRule;
const lowered: KeyRule = { ...rule, from: '2023-04-01', money: rule.money.map((test) => ({ ...test, amountPence: 50_000_000 })) };
const council: Council = { ...kent, keyRules: [rule, lowered] };
const determines = (story: Story, over: object = {}) =>
  story.tries({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination'), ...over });

describe('a decision of £800,000, not key under notice, once the council’s rule makes it key', () => {
  const story = () => awaiting({ content: small, council });

  it('is not taken without the notice of a key decision', () => {
    expect(determines(story().on('2023-03-31'))).toBeNull();
    const refused = determines(story().on('2023-04-01'));
    expect(refused).toMatchObject({ rule: 'key-since-notice', source: 'Reg 9 of SI 2012/2089', ruleFrom: '2023-04-01' });
    expect(refused?.words).toContain('from 1 April 2023');
  });

  it('is shown to the clerk as what holds it, and put right by any change of its officer’s', () => {
    const told = story().on('2023-04-03');
    expect(blockersOf(told.decision!, told.given)).toMatchObject([
      { rule: 'key-since-notice', source: 'Reg 9 of SI 2012/2089', heldBy: 'An Officer' },
    ]);
    told.does({ type: 'amend-proposal', content: { ...small, reasons: 'Key since the rule was changed.' } });
    expect(told.decision).toMatchObject({ status: 'in-clearance', keyDecision: { isKey: true } });
  });

  it('may have been signed on paper before that day', () =>
    expect(determines(story().on('2023-04-03'), { signedOn: '2023-03-31', by: { ...clerk, override: 'Signed on paper' } })).toBeNull());

  it('can be returned, and has its 28 clear days from a notice that says it is key', () => {
    const told = story().on('2023-04-03');
    expect(determines(told, { response: 'return', words: 'It is key now.' })).toBeNull();
    told.does({ type: 'submit-proposal' });
    while (told.status === 'in-clearance') told.does({ type: 'give-clearance', response: 'approve', ...link(told, 'clearance') });
    told.does({ type: 'publish-notice', route: 'ordinary', by: clerk });
    expect(told.decision).toMatchObject({
      notice: { isKey: true, publishedOn: '2023-04-03', timetable: { earliestDecisionDate: '2023-05-02' } },
    });
  });

  it('is not taken by a body either, that meets on or after that day', () => {
    const cabinet = () => awaiting({ content: { ...small, decisionMaker: 'cabinet' }, council }).on('2023-04-03');
    const meets = (date: string) =>
      cabinet().tries({
        type: 'record-meeting',
        meeting: {
          date,
          present: ['The Leader of the Council'],
          points: [],
          interests: [{ name: 'The Leader of the Council', interest: 'none' }],
        },
        by: clerk,
      });
    expect([meets('2023-04-01'), meets('2023-03-31')]).toMatchObject([{ rule: 'key-since-notice' }, null]);
  });
});

it('a decision that was noticed as key is taken under any later rule', () => {
  const raised: KeyRule = {
    ...rule,
    from: '2023-04-01',
    money: rule.money.map((test) => ({ ...test, amountPence: 500_000_000 })),
    area: null,
  };
  expect(determines(awaiting({ content: costing(1_600_000), council: { ...kent, keyRules: [rule, raised] } }))).toBeNull();
  expect(noticed({ content: costing(1_600_000) }).decision).toMatchObject({ notice: { isKey: true } });
});

it('a decision that was noticed as key and came to cost less is taken although a later rule makes it key again', () => {
  const story = noticed({ content: { ...small, financialImplications: costing(1_100_000).financialImplications }, council });
  story.does({ type: 'amend-proposal', content: small });
  expect(story.decision).toMatchObject({ status: 'notice-published', notice: { isKey: true }, keyDecision: { isKey: false } });
  expect(determines(story.on('2023-04-05').does({ type: 'run-daily-check' }))).toBeNull();
});

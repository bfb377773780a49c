import { describe, expect, it } from 'vitest';
import type { In } from '../../functions/decision/decision.ts';
import { lettersFor } from '../../functions/email/letters.ts';
import { publicationOf } from '../../functions/record/publication/publication.ts';
import { decided, twoMembers } from '../decision/stories.ts';
import { clerk, scrutiny, type Story } from '../decision/story.ts';

/**
 * The decision of 5 April 2023 as it would stand had Friday 14 April been proclaimed a bank holiday only after its record was published, so
 * that its days were counted as over on the 13th: by the calendar known now, they are over on the 14th.
 */
const dayShort = (): Story => {
  const story = decided();
  const { record, ...decision } = story.decision as In<'decided'>;
  story.decision = { ...decision, record: { ...record, callInClosesOn: '2023-04-13', effectiveFrom: '2023-04-14' } };
  return story;
};
const calls = (story: Story) =>
  story.tries({ type: 'call-in-decision', requestedBy: twoMembers, grounds: ['Openness'], words: 'Called in.', by: scrutiny });
const checks = (story: Story) => story.does({ type: 'run-daily-check', by: clerk });
const counted = { callInClosesOn: '2023-04-14', effectiveFrom: '2023-04-15' };

describe('a bank holiday proclaimed while a decision could be called in', () => {
  it('makes the clear working days of members no fewer: it is called in on the day that was added, before any check has run', () => {
    const story = dayShort().on('2023-04-14', '22:59:59Z');
    expect(calls(story)).toBeNull();
    expect(story.status).toBe('called-in');
  });

  it('has the decision take effect a day later, and the record say so from the first check on', () => {
    const story = checks(dayShort().on('2023-04-14', '05:00:00Z'));
    expect(story.decision).toMatchObject({ status: 'decided', record: counted });
    expect(publicationOf(story.decision!, story.council)?.timetable).toMatchObject(counted);
    expect(story.events.at(-1)).toMatchObject({ by: { kind: 'system' }, happening: { type: 'call-in-extended', closesOn: '2023-04-14' } });
    expect(checks(story.on('2023-04-14', '22:59:59Z')).happened.filter((type) => type === 'call-in-extended')).toHaveLength(1);
    expect(checks(story.on('2023-04-14', '23:00:00Z')).status).toBe('effective');
  });

  it('gives the true day of effect where no check ran until all was over', () => {
    const story = checks(dayShort().on('2023-04-24'));
    expect(story.decision).toMatchObject({ status: 'effective', record: counted });
    expect(story.happened.slice(-2)).toEqual(['call-in-extended', 'decision-effective']);
    expect(calls(dayShort().on('2023-04-14', '23:00:00Z'))).toMatchObject({ rule: 'call-in-closed', callInClosesOn: '2023-04-14' });
  });

  it('gives them the day too where a call-in is found not valid, and none where scrutiny has considered it', () => {
    const held = () => {
      const story = dayShort().on('2023-04-12');
      calls(story);
      return story;
    };
    expect(held().does({ type: 'validate-call-in', valid: false, words: 'No ground.', by: clerk }).decision).toMatchObject({
      status: 'decided',
      record: counted,
    });
    const considered = held().does({ type: 'conclude-call-in', outcome: 'no-comment', words: '', by: scrutiny });
    expect(considered.happened).not.toContain('call-in-extended');
  });

  it('is told to everyone who was told the day before it', () => {
    const story = checks(dayShort().on('2023-04-14', '05:00:00Z'));
    const told = (type: string) => {
      const event = story.events.find(({ happening }) => happening.type === type)!;
      return lettersFor(event, story.decision!, story.council);
    };
    const letters = told('call-in-extended');
    expect(letters.map(({ to }) => to.email).sort()).toEqual(
      told('decision-made')
        .map(({ to }) => to.email)
        .sort(),
    );
    expect(letters[0]?.facts).toContainEqual({ term: 'Call-in closes', value: 'the end of Friday 14 April 2023' });
    expect(letters[0]?.facts).toContainEqual({ term: 'Takes effect', value: 'Saturday 15 April 2023' });
  });

  it('is told as past where no check ran until the day that was added was over', () => {
    const story = checks(dayShort().on('2023-04-24'));
    const event = story.events.find(({ happening }) => happening.type === 'call-in-extended')!;
    const [letter] = lettersFor(event, story.decision!, story.council);
    expect(letter?.subject).toContain('call-in closed later');
    expect(letter?.whatHappensNext).toBe(
      'Members could call the decision in until the end of Friday 14 April 2023. Nothing is asked of you.',
    );
    expect(letter?.facts).toContainEqual({ term: 'Call-in closed', value: 'the end of Friday 14 April 2023' });
    expect(JSON.stringify(letter)).not.toMatch(/closes|can call|Takes effect|Until then/);
  });
});

it('call-in that was counted by the bank holidays known now is not counted again', () =>
  expect(checks(decided().on('2023-04-14')).happened).not.toContain('call-in-extended'));

it('call-in runs by the rule that the record was published under, whatever settings are loaded since', () => {
  const story = decided().on('2023-04-14');
  story.council = { ...story.council, callInRules: story.council.callInRules.map((rule) => ({ ...rule, clearWorkingDays: 10 })) };
  expect(checks(story).happened).not.toContain('call-in-extended');
  expect(calls(story.on('2023-04-15'))).toMatchObject({ rule: 'call-in-closed' });
  expect(checks(story).decision).toMatchObject({ status: 'effective', record: counted });
});

/** A decision as it was stored before its record kept the rule by which its days were counted. */
const brief = (story: Story): Story => {
  const { record, ...decision } = story.decision as In<'decided'>;
  const { lawfulness: _, ...rest } = record;
  story.decision = { ...decision, record: rest };
  return story;
};

it('call-in of a decision without its count, brought in from before, is counted again by the rule of its day', () => {
  const story = brief(dayShort()).on('2023-04-14');
  const rules = story.council.callInRules.slice(0, 1);
  story.council = {
    ...story.council,
    callInRules: [
      ...rules.map((rule) => ({ ...rule, from: '2023-04-05' })),
      ...rules.map((rule) => ({ ...rule, from: '2023-04-06', clearWorkingDays: 10 })),
    ],
  };
  expect(checks(story).decision).toMatchObject({ record: counted });
});

it.each([
  ['with its count', decided],
  ['without it', () => brief(decided())],
])('call-in of a day to which the settings no longer go back, %s, closes when its record says, and takes effect', (_, taken) => {
  const story = taken();
  story.council = { ...story.council, callInRules: story.council.callInRules.map((rule) => ({ ...rule, from: '2023-06-01' })) };
  expect(checks(story.on('2023-04-14')).status).toBe('decided');
  expect(checks(story.on('2023-04-15')).decision).toMatchObject({ status: 'effective', record: counted });
});

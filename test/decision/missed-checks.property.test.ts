import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextDueOn } from '../../functions/decision/due.ts';
import type { Decision } from '../../functions/decision/decision.ts';
import { after, londonDay } from './model.law.ts';
import { anyMove, commandOf, letTimePass, type Move } from './model.moves.ts';
import { key, small } from './stories.ts';
import { clerk, Story, submittedBy } from './story.ts';

const contents = [
  key,
  { ...small, consultees: key.consultees },
  { ...key, decisionMaker: 'cabinet' },
  { ...key, jointWith: 'leader' },
  { ...key, consultationClosesOn: '2023-04-12' },
];

const lived = (content: (typeof contents)[number], moves: Move[]): Story => {
  const story = new Story('2023-03-06T09:00:00.000Z').does({ type: 'draft-proposal', content, submittedBy });
  for (const move of moves) {
    letTimePass(story, move);
    story.tries(commandOf(story, { ...move, stale: false }, []));
  }
  return story;
};

const again = ({ now, decision, events, council }: Story): Story =>
  Object.assign(new Story(now, council), { decision, events: [...events] });

/** As the schedule runs it: what is due is checked, and what is not is left alone. */
const checkedOn = (story: Story, day: string, time = '06:00:00.000Z'): void => {
  story.on(day, time);
  const due = nextDueOn(story.decision as Decision);
  if (due !== null && due <= day) story.tries({ type: 'run-daily-check', by: clerk });
};

/**
 * What of a decision counts: where it stands, its days of law, and what became of each who was asked. When each check ran is no part of it.
 */
const stands = ({ decision }: Story) => ({
  status: decision?.status,
  record: decision && 'record' in decision ? [decision.record.callInClosesOn, decision.record.effectiveFrom] : null,
  earliest: decision && 'notice' in decision ? decision.notice?.timetable.earliestDecisionDate : null,
  steps: decision?.steps.map(({ id, state }) => [id, state]),
});

const anyLife = fc.tuple(fc.constantFrom(...contents), fc.array(anyMove, { minLength: 5, maxLength: 30, size: 'max' }));

it('stands where it would had the daily check run every day, once a check runs again, however many days went without', () => {
  fc.assert(
    fc.property(anyLife, fc.constantFrom(1, 3, 10, 40), ([content, moves], days) => {
      const story = lived(content, moves);
      const [daily, missed, twice] = [again(story), again(story), again(story)];
      const last = after(londonDay(story.now), days);
      for (let day = after(londonDay(story.now)); day <= last; day = after(day)) {
        checkedOn(daily, day);
        checkedOn(twice, day, '00:30:00.000Z');
        checkedOn(twice, day);
      }
      checkedOn(missed, last);
      expect(stands(missed)).toEqual(stands(daily));
      expect(stands(twice)).toEqual(stands(daily));
      const first = twice.happened.length;
      checkedOn(twice, last);
      expect(twice.happened).toHaveLength(first);
    }),
    { numRuns: Number(process.env.MODEL_RUNS ?? 150), ...(process.env.MODEL_SEED ? { seed: Number(process.env.MODEL_SEED) } : {}) },
  );
}, 300_000);

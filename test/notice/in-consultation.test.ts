import { expect, it } from 'vitest';
import { noticed, small } from '../decision/stories.ts';

const delegated = { ...small, decisionMaker: 'corporate-director-growth', inConsultationWith: ['cabinet-member-finance'] };

it('an officer who decides in consultation with a member waits for the member’s answer or for the days to give it', () => {
  const story = noticed({ content: delegated });
  expect(story.decision).toMatchObject({
    status: 'notice-published',
    notice: { timetable: { consultationClosesOn: '2023-03-14', earliestDecisionDate: '2023-03-15' } },
  });
  expect(story.decision?.steps.find(({ stage }) => stage === 'consultation')).toMatchObject({
    post: 'cabinet-member-finance',
    dueOn: '2023-03-14',
    state: 'open',
  });
});

it('an officer who decides alone waits for nobody', () =>
  expect(noticed({ content: { ...delegated, inConsultationWith: undefined } }).status).toBe('awaiting-decision'));

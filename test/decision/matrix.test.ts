import { describe, expect, it } from 'vitest';
import type { CommandType } from '../../functions/decision/commands.ts';
import { type Stage, type Status, statuses } from '../../functions/decision/decision.ts';
import { answersOf, grids } from './matrix.grid.ts';
import {
  awaiting,
  calledIn,
  cleared,
  costing,
  decided,
  declined,
  deferred,
  drafted,
  effective,
  key,
  none,
  noticed,
  submitted,
  twoMembers,
  withdrawn,
} from './stories.ts';
import { clerk, type Loose, officer, scrutiny, somebody, Story, submittedBy } from './story.ts';

const stories: Record<'nothing yet' | Status, () => Story> = {
  'nothing yet': () => new Story(),
  draft: () => drafted(),
  'in-clearance': () => submitted(),
  cleared: () => cleared(),
  'notice-published': () => noticed(),
  'awaiting-decision': () => awaiting(),
  decided: () => decided(),
  'called-in': () => calledIn(),
  effective: () => effective(),
  declined,
  withdrawn,
  deferred: () => deferred(),
};

/** A link of this stage: one that is open, or else the last that was sent, or else one that never was. */
const linkIn = (story: Story, stage: Stage) => {
  const steps = (story.decision?.steps ?? []).filter((step) => step.stage === stage);
  const step = steps.find(({ state }) => state === 'open') ?? steps.at(-1);
  return { stepId: step?.id ?? `${stage}-1`, issue: step?.issue ?? 1, words: 'In words.', by: somebody };
};
const stepIn = ({ decision }: Story) => decision?.steps.find(({ state }) => state === 'open') ?? decision?.steps.at(-1);
const lastStep = (story: Story) => stepIn(story)?.id ?? 'clearance-1';

const commands: Record<CommandType, (story: Story) => Loose> = {
  'draft-proposal': () => ({ type: 'draft-proposal', content: key, submittedBy }),
  'amend-proposal': () => ({ type: 'amend-proposal', content: costing(2_000_000) }),
  'submit-proposal': () => ({ type: 'submit-proposal' }),
  'give-clearance': (story) => ({ type: 'give-clearance', response: 'approve', ...linkIn(story, 'clearance') }),
  'publish-notice': () => ({ type: 'publish-notice', route: 'ordinary', by: clerk }),
  'give-agreement': (story) => ({ type: 'give-agreement', response: 'agree', ...linkIn(story, 'agreement') }),
  'answer-consultation': (story) => ({ type: 'answer-consultation', response: 'support', ...linkIn(story, 'consultation') }),
  'record-committee-outcome': () => ({
    type: 'record-committee-outcome',
    committee: 'The committee',
    date: '2023-03-01',
    outcome: 'noted',
    words: 'Noted.',
    by: clerk,
  }),
  determine: (story) => ({ type: 'determine', response: 'approve', interest: none, ...linkIn(story, 'determination') }),
  'record-meeting': () => ({
    type: 'record-meeting',
    meeting: { date: '2023-03-01', present: ['The Leader'], points: [], interests: [] },
    by: clerk,
  }),
  'withdraw-proposal': () => ({ type: 'withdraw-proposal', words: 'Overtaken.', by: officer }),
  'defer-proposal': () => ({ type: 'defer-proposal', words: 'More work.', until: '2023-06-01', by: clerk }),
  'resume-proposal': () => ({ type: 'resume-proposal', by: clerk }),
  'hand-over-proposal': () => ({
    type: 'hand-over-proposal',
    to: { name: 'B Officer', email: 'b.officer@kent.example' },
    words: 'Has left.',
    by: clerk,
  }),
  'call-in-decision': () => ({
    type: 'call-in-decision',
    requestedBy: twoMembers,
    grounds: ['Openness'],
    words: 'Called in.',
    by: scrutiny,
  }),
  'validate-call-in': () => ({ type: 'validate-call-in', valid: true, words: '', by: clerk }),
  'conclude-call-in': () => ({ type: 'conclude-call-in', outcome: 'no-comment', words: 'None.', by: scrutiny }),
  'reconsider-decision': () => ({ type: 'reconsider-decision', outcome: 'confirmed', words: 'Confirmed.', by: clerk }),
  'challenge-key-status': () => ({ type: 'challenge-key-status', words: 'It was key.', by: scrutiny }),
  'report-key-status': () => ({ type: 'report-key-status', words: 'It was not.', by: clerk }),
  'supersede-decision': () => ({ type: 'supersede-decision', number: '24/00010', on: '2024-04-02', by: clerk }),
  'point-out-splitting': () => ({
    type: 'point-out-splitting',
    splitting: {
      shared: 'supplier',
      others: [{ number: '23/00009', subject: 'Another', expenditurePence: 90_000_000 }],
      sumPence: 170_000_000,
      words: 'Together they pass the threshold.',
    },
    by: clerk,
  }),
  'ask-call-in-waiver': () => ({ type: 'ask-call-in-waiver', words: 'It cannot wait.', by: clerk }),
  'ask-private-meeting-consent': () => ({ type: 'ask-private-meeting-consent', words: 'It cannot wait.', by: clerk }),
  'publish-private-meeting-notice': () => ({
    type: 'publish-private-meeting-notice',
    representations: 'None.',
    response: 'None.',
    by: clerk,
  }),
  'record-answer': (story) => ({
    type: 'record-answer',
    stepId: lastStep(story),
    response: stepIn(story)?.stage === 'consultation' ? 'support' : 'approve',
    words: '',
    evidence: 'A letter',
    ...(stepIn(story)?.stage === 'determination' ? { interest: none } : {}),
    by: clerk,
  }),
  'reissue-link': (story) => ({ type: 'reissue-link', stepId: lastStep(story), by: clerk }),
  'delegate-step': (story) => ({
    type: 'delegate-step',
    stepId: lastStep(story),
    to: { name: 'A Deputy', email: 'deputy@kent.example' },
    scheme: 'The scheme of delegation',
    by: clerk,
  }),
  'mark-undeliverable': (story) => ({ type: 'mark-undeliverable', stepId: lastStep(story), words: 'No such mailbox', by: clerk }),
  'mark-notice-undeliverable': () => ({
    type: 'mark-notice-undeliverable',
    name: 'The Chair',
    email: 'chair@kent.example',
    words: 'No such mailbox',
    by: clerk,
  }),
  'record-written-notice': ({ now }) => ({
    type: 'record-written-notice',
    name: 'The Chair',
    givenOn: now.slice(0, 10),
    words: 'By hand',
    by: clerk,
  }),
  'run-daily-check': () => ({ type: 'run-daily-check', by: clerk }),
  'import-decision': () => ({
    type: 'import-decision',
    content: key,
    submittedBy,
    number: '19/00073',
    noticePublishedOn: '2019-10-01',
    decidedOn: '2019-11-15',
    keyStatus: 'key',
    interest: 'None',
    by: clerk,
  }),
};

const standings = ['nothing yet', ...statuses] as const;
const pairs = standings.flatMap((standing) => (Object.keys(commands) as CommandType[]).map((command) => ({ standing, command })));

describe('what becomes of each thing that can be asked, wherever the decision stands', () => {
  it.each(standings)('reaches "%s" by real commands', (standing) => expect(stories[standing]().status ?? 'nothing yet').toBe(standing));

  it('answers every pair and no other', () => {
    const asked = pairs.map(({ standing, command }) => `${command}, ${standing}`);
    expect([...answersOf(grids).keys()].sort()).toEqual(asked.sort());
  });

  it.each(pairs)('$command, $standing', ({ standing, command }) => {
    const story = stories[standing]();
    const refusal = story.tries(commands[command](story));
    expect(refusal ? `no: ${refusal.rule}` : story.status).toBe(answersOf(grids).get(`${command}, ${standing}`));
  });

  it('changes nothing when it refuses', () => {
    for (const { standing, command } of pairs) {
      const story = stories[standing]();
      const before = JSON.stringify(story.decision);
      if (story.tries(commands[command](story))) expect(JSON.stringify(story.decision)).toBe(before);
    }
  });
});

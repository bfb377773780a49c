import type { Council } from '../../functions/council/council.schema.ts';
import type { Route } from '../../functions/rules/timetable.ts';
import type { Stage } from '../../functions/decision/decision.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { kent2300022 } from '../../seeds/decisions/kent-23-00022.ts';
import { kent } from '../../seeds/kent/council.ts';
import { clerk, officer, scrutiny, Story, submittedBy, somebody } from './story.ts';

const { targetDecisionDate: _, cabinetCommittee: __, ...safer } = kent2300022.proposal;

/** Key at £1,600,000 with its options, two consultees, and no date or committee of its own. */
export const key: Proposal = safer;

const term = { description: 'Two years', kind: 'initial-term' as const, amountPence: 80_000_000 };

/** £800,000 in one division and nobody to consult: not key. */
export const small: Proposal = {
  ...safer,
  consultees: [],
  divisionsAffected: ['Ashford Central'],
  financialImplications: { ...safer.financialImplications, expenditure: [term] },
};

/** The same proposal at this cost, in pounds. */
export const costing = (pounds: number, content: Proposal = key): Proposal => ({
  ...content,
  financialImplications: { ...content.financialImplications, expenditure: [{ ...term, amountPence: pounds * 100 }] },
});

export const none = { interest: 'none' as const };
export const twoMembers = [
  { name: 'A Member', group: 'Green' },
  { name: 'B Member', group: 'Labour' },
];
export const inTurn: Council = {
  ...kent,
  clearanceRoutes: [
    { from: '2012-01-01', order: 'in-turn', posts: ['s151-officer', 'monitoring-officer', 'lead-director'], workingDaysToAnswer: 3 },
  ],
};
export const byItself: Council = { ...kent, noticeOn: 'clearance' };

/** The council with one post left empty from a day on. */
export const vacant = (post: string, from: string, council: Council = kent): Council => ({
  ...council,
  posts: council.posts.map((other) =>
    other.id === post
      ? { ...other, holders: other.holders.filter((holder) => holder.from < from).map((holder) => ({ ...holder, to: before(from) })) }
      : other,
  ),
});
const before = (date: string) => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

export type Setting = { content?: Proposal; council?: Council; route?: Route };

/** The first link of this stage that is open. */
export const link = (story: Story, stage: Stage, nth = 0) => {
  const found = story.open(stage)[nth];
  if (!found) throw new Error(`No ${stage} is open in ${story.status}`);
  return { ...found, by: somebody };
};

/** Everyone asked to clear it clears it, in whatever order they are asked. */
export const clear = (story: Story): Story => {
  while (story.status === 'in-clearance') story.does({ type: 'give-clearance', response: 'approve', ...link(story, 'clearance') });
  return story;
};

export const drafted = ({ content = key, council = kent }: Setting = {}): Story =>
  new Story('2023-03-01T09:00:00Z', council).does({ type: 'draft-proposal', content, submittedBy });
export const submitted = (setting: Setting = {}) => drafted(setting).does({ type: 'submit-proposal' });
export const cleared = (setting: Setting = {}) => clear(submitted(setting));

/** Notice published on Tuesday 7 March 2023: 28 clear days end on 4 April, 5 clear working days on 14 March. */
export const noticed = (setting: Setting = {}): Story => {
  const { route = 'ordinary' } = setting;
  return cleared(setting)
    .on('2023-03-07')
    .does({ type: 'publish-notice', route, by: clerk, ...(route === 'ordinary' ? {} : { reason: 'The grant lapses on 31 March.' }) });
};

/** Opened for determination on its first lawful day: Wednesday 5 April 2023 for a key decision. */
export const awaiting = (setting: Setting = {}): Story => {
  const story = noticed(setting);
  if (story.status === 'awaiting-decision') return story;
  return story.on('2023-04-05', '00:30:00Z').does({ type: 'run-daily-check' }).on('2023-04-05');
};

/** Decided and published on Wednesday 5 April 2023: Easter is skipped, call-in closes on Friday 14 April. */
export const decided = (setting: Setting = {}): Story => {
  const story = awaiting(setting);
  return story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
};
export const calledIn = (setting: Setting = {}) =>
  decided(setting)
    .on('2023-04-11')
    .does({ type: 'call-in-decision', requestedBy: twoMembers, grounds: ['Openness was not presumed'], words: 'Called in.', by: scrutiny });
export const effective = (setting: Setting = {}) => decided(setting).on('2023-04-15', '00:30:00Z').does({ type: 'run-daily-check' });
export const declined = () => {
  const story = awaiting();
  return story.does({ type: 'determine', response: 'decline', interest: none, ...link(story, 'determination'), words: 'Too dear.' });
};
export const withdrawn = () => noticed().does({ type: 'withdraw-proposal', words: 'Overtaken.', by: officer });
export const deferred = (until: string | null = '2023-05-01') =>
  noticed().does({ type: 'defer-proposal', words: 'More work.', until, by: clerk });

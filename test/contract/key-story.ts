import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { addDays, type LocalDate } from '../../functions/rules/local-date.ts';
import { earliestAfterClearWorkingDays, nextWorkingDay, nthClearWorkingDay } from '../../functions/rules/clear-days.ts';
import { kent } from '../../seeds/kent/council.ts';
import { clerk, somebody, Story, submittedBy } from '../decision/story.ts';

const proposal = (): Proposal => ({
  subject: 'Procurement of a service to follow a contract',
  decisionMaker: 'cabinet-member-adult-social-care',
  department: 'Adult Social Care and Health',
  leadDirector: 'corporate-director-adult-social-care',
  contact: { name: 'An Owner', title: 'Contract owner', email: 'owner@kent.example' },
  proposedDecision: ['Approve the procurement.'],
  background: 'The contract ends.',
  reasons: 'The service is a duty.',
  financialImplications: {
    summary: 'As now.',
    expenditure: [{ description: 'Term', kind: 'initial-term', amountPence: 160_000_000 }],
    savings: [],
    funding: [],
  },
  divisionsAffected: 'all',
  legalImplications: 'None beyond procurement law.',
  equalityImplications: { status: 'not-required', words: 'No change to the service.' },
  dataProtectionImplications: { status: 'not-required', words: 'No change.' },
  alternatives: [],
  consultees: [{ name: 'A provider forum', email: 'forum@kent.example' }],
  documents: [],
  publicAccess: { kind: 'open', paragraphs: [] },
  contracts: [],
});

// Whoever is asked stays in post: a change of hands on the way takes a fresh link, and no plan counts the days of one.
const settled = {
  ...kent,
  posts: kent.posts.map((post) => ({ ...post, holders: post.holders.slice(-1).map((holder) => ({ ...holder, from: '2000-01-01' })) })),
};

/** A key decision taken through every command of the system, each as late as its period allows; when it took effect. */
export const keyStory = (
  start: LocalDate,
  { clearance, committee, decide }: { clearance: number; committee: number; decide: number },
): { status: string | undefined; effectiveOn: LocalDate } => {
  const story = new Story(`${start}T09:00:00Z`, settled);
  story.does({ type: 'draft-proposal', content: proposal(), submittedBy }).does({ type: 'submit-proposal' });
  story.on(nthClearWorkingDay(start, clearance));
  for (const step of story.open('clearance')) story.does({ type: 'give-clearance', response: 'approve', by: somebody, ...step });
  const published = nextWorkingDay(earliestAfterClearWorkingDays(start, clearance));
  const met = addDays(published, committee);
  story.on(published).does({
    type: 'amend-proposal',
    content: { ...proposal(), cabinetCommittee: { name: 'Adult Social Care Cabinet Committee', date: met } },
  });
  if (story.status !== 'cleared') throw new Error(`Naming the committee left the proposal ${story.status}`);
  story.does({ type: 'publish-notice', route: 'ordinary', by: clerk });
  story.on(met, '18:00:00Z').does({
    type: 'record-committee-outcome',
    by: clerk,
    committee: 'Adult Social Care Cabinet Committee',
    date: met,
    outcome: 'endorsed',
    words: 'Endorsed.',
  });
  const opened = story.decision?.status === 'notice-published' ? story.decision.notice.timetable.earliestDecisionDate : '';
  story.on(opened).does({ type: 'run-daily-check' });
  story.on(nthClearWorkingDay(opened, decide));
  for (const step of story.open('determination'))
    story.does({ type: 'determine', response: 'approve', interest: { interest: 'none' }, by: somebody, ...step });
  const effectiveOn = story.decision?.status === 'decided' ? story.decision.record.effectiveFrom : '';
  story.on(effectiveOn).does({ type: 'run-daily-check' });
  return { status: story.status, effectiveOn };
};

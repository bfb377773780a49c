import { addDays, inWords, type LocalDate } from '../rules/local-date.ts';
import { wantsSecondNotice, wantsUrgency, wantsWrittenNotice } from './action/notice-actions.ts';
import { isUnjudged, takesCallIn } from './action/scrutiny-actions.ts';
import { isAsked } from './action/step-actions.ts';
import type { Proposal } from './desk-api.ts';

/** One thing that waits to be done: to which proposal, why, and on which of its pages it is done; an empty action is its own page. */
export type Task = { proposal: Proposal; words: string; action: string; verb: string };

export type TaskList = { title: string; empty: string; tasks: Task[] };

/** A date to come, and what happens on it. */
export type Coming = { date: LocalDate; proposal: Proposal; words: string };

const daysAhead = 14;

const one = (proposal: Proposal, words: string, action: string, verb = 'Record it'): Task => ({ proposal, words, action, verb });
const where = (proposals: Proposal[], is: (proposal: Proposal) => boolean, task: (proposal: Proposal) => Task): Task[] =>
  proposals.filter(is).map(task);
const has =
  (rule: string) =>
  ({ blockers }: Proposal): boolean =>
    blockers.some((blocker) => blocker.rule === rule);

const beforeDecision = new Set<Proposal['status']>(['cleared', 'notice-published', 'awaiting-decision']);

const lacksOutcome =
  (today: LocalDate) =>
  ({ status, cabinetCommittee, committeeOutcomes }: Proposal): boolean =>
    beforeDecision.has(status) &&
    cabinetCommittee !== undefined &&
    cabinetCommittee.date <= today &&
    !committeeOutcomes.some(({ committee }) => committee === cabinetCommittee.name);

const toValidate = (proposal: Proposal): boolean => proposal.status === 'called-in' && isUnjudged(proposal);
const toConclude = ({ status, callIn }: Proposal): boolean => status === 'called-in' && callIn?.validated === true && !callIn.outcome;
const toReconsider = ({ status, callIn }: Proposal): boolean =>
  status === 'called-in' && (callIn?.outcome === 'reconsider' || callIn?.outcome === 'refer-to-council');
/** Whether the executive has still to report to the council on a decision that scrutiny holds was key (reg 18 of SI 2012/2089). */
export const toReport = ({ keyChallenge }: Proposal): boolean => keyChallenge !== undefined && !keyChallenge.report;

// Whoever may answer no more is not written to again: the clerk has another thing to do.
const mayAnswer = ({ blockers }: Proposal, { id }: Proposal['steps'][number]): boolean =>
  !blockers.some(({ stepId, rule }) => stepId === id && (rule === 'no-longer-in-post' || rule === 'cover-over'));

const undelivered = (proposals: Proposal[]): Task[] =>
  proposals.flatMap((proposal) =>
    proposal.steps
      .filter((step) => step.state === 'undeliverable' && isAsked(proposal, step) && mayAnswer(proposal, step))
      .map((step) => one(proposal, `No email has reached ${step.name}.`, `steps/${step.id}/resend`, 'Send it again')),
  );

const whatCanBeDone = ['', 'See what can be done'] as const;
// What the clerk holds that no other list has, by its rule: on which page it is done, the proposal's own where there is more than one way.
const heldElse: Record<string, readonly [action: string, verb: string]> = {
  'written-notice': ['written-notice', 'Enter when they were given it'],
  'private-meeting-second-notice': ['private-meeting-notice', 'Publish it'],
  'special-urgency-agreement': ['notice', 'Publish it again'],
  'special-urgency-refused': ['notice', 'Publish it again'],
  'no-longer-in-post': whatCanBeDone,
  'cover-over': whatCanBeDone,
  'decision-maker-in-post': whatCanBeDone,
  'consultee-in-post': whatCanBeDone,
};

const heldByClerk = (proposals: Proposal[]): Task[] =>
  proposals.flatMap((proposal) =>
    proposal.blockers.flatMap(({ rule, heldBy, words }) => {
      const page = heldBy === 'Clerk' ? heldElse[rule] : undefined;
      return page ? [one(proposal, words, ...page)] : [];
    }),
  );

const overdue = (proposals: Proposal[], today: LocalDate): Task[] =>
  proposals.flatMap((proposal) =>
    proposal.steps
      .filter((step) => step.state === 'open' && step.stage !== 'consultation' && isAsked(proposal, step) && mayAnswer(proposal, step))
      .filter(({ dueOn }) => dueOn !== null && dueOn < today)
      .map((step) =>
        one(proposal, `${step.title} was to answer by ${inWords(step.dueOn ?? today)}.`, `steps/${step.id}/resend`, 'Remind them'),
      ),
  );

/** What waits for the clerk today, Europe/London: each list in the order of the process, with the page on which it is done. */
export const clerksDay = (proposals: Proposal[], today: LocalDate): TaskList[] => [
  {
    title: 'Notices to publish',
    empty: 'No notice waits.',
    tasks: where(proposals, has('notice-to-publish'), (proposal) =>
      one(proposal, 'Cleared: its notice can be published.', 'notice', 'Publish it'),
    ),
  },
  {
    title: 'Committee outcomes to record',
    empty: 'No outcome waits.',
    tasks: where(proposals, lacksOutcome(today), (proposal) =>
      one(proposal, `${proposal.cabinetCommittee?.name} has met.`, 'committee-outcome'),
    ),
  },
  {
    title: 'Meetings to record',
    empty: 'No meeting waits.',
    tasks: where(proposals, has('meeting-to-record'), (proposal) => one(proposal, 'The body may decide now.', 'determination')),
  },
  {
    title: 'Call-ins',
    empty: 'No call-in waits.',
    tasks: [
      ...where(proposals, toValidate, (proposal) => one(proposal, 'Is the call-in valid?', 'call-in-validation', 'Judge it')),
      ...where(proposals, toConclude, (proposal) => one(proposal, 'Scrutiny’s outcome is to be recorded.', 'call-in-outcome')),
      ...where(proposals, toReconsider, (proposal) => one(proposal, 'It is to be decided again.', 'reconsideration')),
      ...where(proposals, toReport, (proposal) =>
        one(proposal, 'The executive’s report under regulation 18 is to be recorded.', 'key-report'),
      ),
    ],
  },
  { title: 'What else waits for you', empty: 'Nothing else waits.', tasks: heldByClerk(proposals) },
  { title: 'Emails that did not arrive', empty: 'Nobody who was asked has missed an email.', tasks: undelivered(proposals) },
  { title: 'Answers overdue', empty: 'No answer is overdue.', tasks: overdue(proposals, today) },
];

/** Decisions that members may still call in today, or join others in calling in. */
export const openToCallIn = (proposals: Proposal[], today: LocalDate): Proposal[] =>
  proposals.filter((proposal) => {
    const { status, record } = proposal;
    if ((status !== 'decided' && status !== 'called-in') || !record?.subjectToCallIn || !takesCallIn(proposal)) return false;
    return record.callInClosesOn !== null && record.callInClosesOn >= today;
  });

// Where somebody has to agree or to publish first, no day is known from which it can be decided.
const comesOfItself = (proposal: Proposal): boolean =>
  proposal.status === 'notice-published' && !wantsUrgency(proposal) && !wantsSecondNotice(proposal) && !wantsWrittenNotice(proposal);

const datesOf = (proposal: Proposal): [string | null | undefined, string][] => {
  const { status, timetable, cabinetCommittee, deferred } = proposal;
  const mayCallIn = takesCallIn(proposal);
  return [
    [beforeDecision.has(status) ? cabinetCommittee?.date : null, `${cabinetCommittee?.name} meets`],
    [status === 'notice-published' ? timetable.consultationClosesOn : null, 'Consultation closes'],
    [comesOfItself(proposal) ? timetable.earliestDecisionDate : null, 'It can be decided from this day'],
    [status === 'decided' && mayCallIn ? timetable.callInClosesOn : null, 'Call-in closes at the end of this day'],
    [status === 'decided' ? timetable.effectiveFrom : null, mayCallIn ? 'It takes effect unless it is called in' : 'It takes effect'],
    [deferred?.until, 'Deferred until this day'],
  ];
};

/** What happens in the fourteen days that begin today, the soonest first. */
export const comingDates = (proposals: Proposal[], today: LocalDate): Coming[] =>
  proposals
    .flatMap((proposal) =>
      datesOf(proposal).flatMap(([date, words]) =>
        date && date >= today && date <= addDays(today, daysAhead) ? [{ date, proposal, words }] : [],
      ),
    )
    .sort((a, b) => a.date.localeCompare(b.date));

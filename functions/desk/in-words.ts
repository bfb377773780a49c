import { purposeOf } from '../decision/steps.ts';
import { toldOfLeaving } from '../schedule/reminders.rules.ts';
import type { Email, Proposal } from './desk-api.ts';

/** A status as the pages say it, with the colour of its tag. */
export const statusWords: Record<Proposal['status'], { words: string; colour: string }> = {
  draft: { words: 'Draft', colour: 'grey' },
  'in-clearance': { words: 'In clearance', colour: 'yellow' },
  cleared: { words: 'Cleared', colour: 'light-blue' },
  'notice-published': { words: 'Notice published', colour: 'light-blue' },
  'awaiting-decision': { words: 'Awaiting decision', colour: 'yellow' },
  decided: { words: 'Decided', colour: 'green' },
  'called-in': { words: 'Called in', colour: 'orange' },
  effective: { words: 'In effect', colour: 'green' },
  declined: { words: 'Declined', colour: 'red' },
  withdrawn: { words: 'Withdrawn', colour: 'grey' },
  deferred: { words: 'Deferred', colour: 'purple' },
};

/** What became of somebody who was asked. */
export const stepWords: Record<Proposal['steps'][number]['state'], string> = {
  waiting: 'Asked when those before have answered',
  open: 'Asked, no answer yet',
  approved: 'Approved',
  returned: 'Returned it',
  declined: 'Declined',
  responded: 'Answered',
  silent: 'Gave no answer in time',
  undeliverable: 'Could not be reached',
  void: 'No longer asked',
};

const agreements: Record<string, string> = {
  'special-urgency': 'agreement that it is urgent',
  'private-meeting': 'agreement to meet in private sooner',
  'call-in-waiver': 'agreement to waive call-in',
};

/** What somebody was asked for. A chair is asked to agree to one of three things; a step of old that does not say, to urgency. */
export const askedWords = (step: Proposal['steps'][number]): string =>
  ({
    clearance: 'clearance',
    consultation: 'consultation',
    agreement: agreements[purposeOf(step)] ?? 'agreement',
    determination: 'decision',
  })[step.stage];

/** What is known of an email, and no more than that: sent is not delivered. */
export const emailWords: Record<Email['status'], string> = {
  queued: 'Waiting to be sent',
  sent: 'Sent; nothing heard yet',
  delivered: 'Delivered',
  bounced: 'Came back',
  complained: 'Marked as spam by its reader',
  failed: 'Could not be sent',
};

/** An email that its reader has not got. */
export const isUndelivered = ({ status }: Pick<Email, 'status'>): boolean =>
  status === 'bounced' || status === 'failed' || status === 'complained';

export const routeWords = {
  ordinary: 'Ordinary notice',
  'general-exception': 'General exception (regulation 10)',
  'special-urgency': 'Special urgency (regulation 11)',
};

const happenings: Record<string, string> = {
  'proposal-drafted': 'Began the draft',
  'draft-replaced': 'Changed the draft',
  'proposal-submitted': 'Submitted it for clearance',
  'proposal-corrected': 'Corrected it',
  'decision-date-moved': 'The earliest date moved',
  'proposal-changed': 'Changed it materially; earlier approvals no longer count',
  'clearance-given': 'Cleared it',
  'next-clearance-opened': 'The next person was asked to clear it',
  'proposal-cleared': 'Everyone has cleared it',
  'proposal-returned': 'Returned it',
  'proposal-declined': 'Declined it',
  'notice-published': 'Published the notice',
  'agreement-given': 'The chair agreed',
  'agreement-refused': 'The chair did not agree',
  'step-reminded': 'Somebody was reminded',
  'waiver-asked': 'Asked for call-in to be waived',
  'private-meeting-consent-asked': 'Asked for agreement to meet in private',
  'private-meeting-notice-published': 'Published the notice of a private meeting',
  'consultation-answered': 'Answered the consultation',
  'consultation-closed': 'Consultation closed',
  'committee-outcome-recorded': 'Recorded the committee’s outcome',
  'determination-opened': 'The decision maker was asked to decide',
  'decision-made': 'Decided',
  'determination-countersigned': 'Signed too',
  'meeting-recorded': 'Recorded the meeting',
  'call-in-extended': 'A bank holiday was proclaimed: call-in closes later',
  'decision-effective': 'It took effect',
  'proposal-withdrawn': 'Withdrew it',
  'proposal-deferred': 'Deferred it',
  'proposal-resumed': 'Took it up again',
  'proposal-handed-over': 'Handed it over to another officer',
  'link-reissued': 'Sent a fresh email',
  'step-delegated': 'Arranged cover',
  'step-undeliverable': 'An email did not arrive',
  'notice-undeliverable': 'The written notice to scrutiny did not arrive',
  'written-notice-given': 'Entered when the written notice was given',
  'decision-called-in': 'Called it in',
  'call-in-validated': 'Judged whether the call-in is valid',
  'call-in-concluded': 'Recorded scrutiny’s outcome',
  'decision-reconsidered': 'Recorded the decision taken again',
  'key-status-challenged': 'Asked whether it was a key decision',
  'key-status-reported': 'Reported to the council on its key status',
  'decision-superseded': 'A later decision took its place',
  'decision-imported': 'Brought it in from elsewhere',
};

// What is done about somebody who was asked, and not by them.
const aboutSomebody = new Set(['step-reminded', 'link-reissued', 'step-delegated', 'step-undeliverable', 'next-clearance-opened']);

const reminderWords = (reminder: unknown): string => {
  if (reminder === toldOfLeaving) return 'Whoever was asked has left, and the clerk was told';
  return String(reminder).startsWith('undeliverable') ? 'An email still has not arrived, and others were told' : 'A reminder was sent';
};

/** What happened, and about whom where somebody else than whoever did it: the titles of those asked, by the ids of their steps. */
export const lineWords = ({ type, what }: { type: string; what: Record<string, unknown> }, titles: Map<unknown, string>): string => {
  const title = aboutSomebody.has(type) ? titles.get(what.stepId) : undefined;
  if (title === undefined) return happeningWords(type);
  return `${type === 'step-reminded' ? reminderWords(what.reminder) : happeningWords(type)}: ${title}`;
};

/** What happened, in words; a kind of event that is new here is at least named. */
export const happeningWords = (type: string): string =>
  happenings[type] ?? `${type.charAt(0).toUpperCase()}${type.slice(1).replaceAll('-', ' ')}`;

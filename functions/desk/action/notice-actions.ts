import type { CouncilResponse } from '../../council/council-response.schema.ts';
import { isUnanswered, purposeOf } from '../../decision/steps.ts';
import { type Action, none } from './action.ts';
import type { Proposal } from '../desk-api.ts';
import type { Field, Option } from '../form/field.ts';
import { optionsOf, postOptions, words } from '../form/common-fields.ts';

const consentAnswered = ({ steps }: Proposal): boolean =>
  steps.some((step) => step.purpose === 'private-meeting' && step.state !== 'void' && !isUnanswered(step));

/** Whether urgency is still to be agreed to; a step of old that does not say what a chair was asked, asked about that. */
export const wantsUrgency = ({ notice, steps }: Pick<Proposal, 'notice' | 'steps'>): boolean =>
  notice?.route === 'special-urgency' &&
  !steps.some((step) => step.stage === 'agreement' && purposeOf(step) === 'special-urgency' && step.state === 'approved');

// Any other notice is published once.
const mayPublish = (proposal: Proposal): boolean => proposal.status === 'cleared' || wantsUrgency(proposal);

// Asked once, unless the chair who was asked left without an answer.
const mayAskWaiver = ({ steps }: Proposal, { posts }: CouncilResponse): boolean =>
  steps
    .filter(({ purpose, state }) => purpose === 'call-in-waiver' && state !== 'void')
    .every((step) => isUnanswered(step) && !posts.some((held) => held.id === step.post && held.name === step.name));

const meetsInPrivate = ({ notice }: Proposal): boolean => notice?.privateMeeting !== undefined;
/** Whether a private meeting still lacks its second notice, and consent in its place. */
export const wantsSecondNotice = ({ notice }: Pick<Proposal, 'notice'>): boolean =>
  notice?.privateMeeting !== undefined && !notice.privateMeeting.second && !notice.privateMeeting.consent;

/** Whether somebody who must have the written notice of regulation 10 is not known to have it. */
export const wantsWrittenNotice = ({ notice }: Pick<Proposal, 'notice'>): boolean => (notice?.unreached?.length ?? 0) > 0;

// First who is not known to have it, then who was given it since.
const notReached = ({ notice }: Pick<Proposal, 'notice'>): string[] => [
  ...(notice?.unreached ?? []),
  ...(notice?.given ?? []).map(({ name }) => name),
];

const chairs = (council: CouncilResponse): Option[] => postOptions(council, 'scrutiny', 'council');

/** By which lawful route, and for the two short ones why. */
const noticeFields = (council: CouncilResponse): Field[] => [
  {
    as: 'radios',
    name: 'route',
    label: 'How is notice given?',
    options: [
      { value: 'ordinary', label: 'Ordinary notice', hint: `${council.clearDays.notice} clear days for a key decision (regulation 9).` },
      {
        value: 'general-exception',
        label: 'General exception',
        hint: `The full notice is impracticable: the scrutiny chair is told, and ${council.clearDays.generalException} clear working days follow (regulation 10).`,
      },
      {
        value: 'special-urgency',
        label: 'Special urgency',
        hint: 'Not even that is practicable: the chair must agree before the decision (regulation 11).',
      },
    ],
  },
  {
    as: 'words',
    name: 'reason',
    label: 'Why the full notice is impracticable',
    hint: 'Only for the two short routes. This is published.',
    rows: 4,
  },
  chairAsked(
    council,
    'Who is asked to agree to urgency (optional)',
    'Only for special urgency, and only where the scrutiny chair cannot act.',
  ),
];

/** The second notice of a private meeting, as reg 5(4) and (5) of SI 2012/2089 has it. */
const secondNoticeFields = (): Field[] => [
  {
    as: 'words',
    name: 'representations',
    label: 'What was said against meeting in private',
    hint: 'Published. Write “None” where nobody said anything.',
    rows: 4,
  },
  { as: 'words', name: 'response', label: 'The council’s answer to it', hint: 'Published.', rows: 4 },
];

/** Why a chair is asked to agree to a shorter way: put before them, and published if they do. */
const waiverFields = (): Field[] => [
  { as: 'words', name: 'reason', label: 'Why it cannot wait', hint: 'Put before the chair, and published if they agree.', rows: 4 },
];

const chairAsked = (council: CouncilResponse, label: string, hint: string): Field => ({
  as: 'select',
  name: 'agreementFrom',
  label,
  hint,
  options: chairs(council),
});

const consentFields = (council: CouncilResponse): Field[] => [
  ...waiverFields(),
  chairAsked(council, 'Who is asked to agree (optional)', 'Only where the scrutiny chair cannot act.'),
];

/** From the draft to its notice, and what goes with the notice: a private meeting, and a call-in that cannot be waited for. */
export const noticeActions: readonly Action[] = [
  {
    name: 'submit',
    title: 'Submit for clearance',
    button: 'Submit',
    does: 'It is given its number, and finance, legal and the lead director are each emailed a link to clear it.',
    done: 'Submitted. Everyone who must clear it has been emailed.',
    command: 'submit-proposal',
    roles: ['officer'],
    fields: none,
  },
  {
    name: 'notice',
    title: 'Publish the notice',
    button: 'Publish',
    does: 'The notice goes on the public list at once, and consultees, the scrutiny chair and the members affected are emailed.',
    done: 'The notice is published.',
    command: 'publish-notice',
    roles: ['clerk'],
    when: mayPublish,
    fields: noticeFields,
  },
  {
    name: 'private-meeting-notice',
    title: 'Publish the second notice of the private meeting',
    button: 'Publish',
    does: 'It is published at once, and the meeting can be held five clear working days later (regulation 5).',
    done: 'The second notice is published.',
    command: 'publish-private-meeting-notice',
    roles: ['clerk'],
    when: wantsSecondNotice,
    fields: secondNoticeFields,
  },
  {
    name: 'private-meeting-consent',
    title: 'Ask for agreement to meet in private sooner',
    button: 'Ask',
    does: 'The scrutiny chair, or else the council’s chair or vice-chair, is emailed a link (regulation 5).',
    done: 'The chair has been asked.',
    command: 'ask-private-meeting-consent',
    roles: ['clerk'],
    when: (proposal) => meetsInPrivate(proposal) && !consentAnswered(proposal),
    fields: consentFields,
  },
  {
    name: 'written-notice',
    title: 'Enter when the written notice was given',
    button: 'Enter it',
    does: 'The decision waits until everybody whom the email did not reach has the notice (regulation 10). Its clear working days are counted from the day that you enter, where that is later. Enter it again to put a day right.',
    done: 'Entered. If the earliest day moved, everyone in the file has been emailed.',
    command: 'record-written-notice',
    roles: ['clerk'],
    when: (proposal) => notReached(proposal).length > 0,
    fields: (_, proposal) => [
      { as: 'select', name: 'name', label: 'Who was given it', options: optionsOf(notReached(proposal)) },
      { as: 'date', name: 'givenOn', label: 'Day on which they were given it' },
      words('How it was given', 3, 'Such as: by hand, on paper, a copy in the file. It stands in the history.'),
    ],
  },
  {
    name: 'call-in-waiver',
    title: 'Ask for call-in to be waived',
    button: 'Ask',
    does: 'The scrutiny chair, or else the council’s chair or vice-chair, is emailed a link. Without a yes before the decision, call-in runs.',
    done: 'The chair has been asked.',
    command: 'ask-call-in-waiver',
    roles: ['clerk'],
    when: mayAskWaiver,
    fields: waiverFields,
  },
];

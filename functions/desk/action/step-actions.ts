import type { CouncilResponse } from '../../council/council-response.schema.ts';
import { isUnanswered } from '../../decision/steps.ts';
import { isAskedIn } from '../../decision/transitions.ts';
import { type Action, none } from './action.ts';
import { declaredInterest, interestAnswers, postOptions, radios, words } from '../form/common-fields.ts';
import type { Proposal } from '../desk-api.ts';
import type { Field } from '../form/field.ts';

type Step = Proposal['steps'][number];

/** Who covers, and by which authority: never the officer whose proposal it is. */
export const coverFields = (council: CouncilResponse): Field[] => [
  { as: 'person', name: 'to', label: 'Who covers', posts: postOptions(council) },
  { as: 'line', name: 'scheme', label: 'Under which scheme', hint: 'Such as: Constitution, scheme of officer delegation, paragraph 4.' },
];

const liftFields = (): Field[] => [
  { as: 'line', name: 'reason', label: 'What was put right', hint: 'Such as: IT has given the mailbox back to its owner.' },
];

/** What can be answered at each stage, by the name that the API gives it. */
export const answerWords: Record<Step['stage'], Record<string, string>> = {
  clearance: { approve: 'Cleared', return: 'Returned to the officer', decline: 'Declined' },
  consultation: { support: 'Supports it', object: 'Objects to it', comment: 'Comments', amend: 'Proposes an amendment' },
  agreement: { agree: 'Agrees', refuse: 'Does not agree' },
  determination: { approve: 'Approved', return: 'Returned to the officer', decline: 'Not agreed' },
};

const interest: Field = {
  as: 'group',
  name: 'interest',
  label: 'Interest',
  fields: [
    { as: 'radios', name: 'interest', label: 'Was an interest declared?', options: interestAnswers },
    ...declaredInterest,
    { as: 'words', name: 'dispensation', label: 'Dispensation, if any', rows: 2 },
  ],
};

// Whoever decides alone has on the record what a member of the executive declares when consulted (reg 13(2)(d) of SI 2012/2089).
const isConsultedMember = ({ posts, vacant = [] }: CouncilResponse, { decisionMaker }: Proposal, { stage, post }: Step): boolean => {
  const kindOf = (held: string | null | undefined) => [...posts, ...vacant].find(({ id }) => id === held)?.kind;
  return stage === 'consultation' && kindOf(post) === 'executive-member' && kindOf(decisionMaker) !== 'body';
};

/** What somebody answered other than by their link, and how the clerk knows: asked as their own page asks it. */
const answerFields = (council: CouncilResponse, proposal: Proposal, step: Step | null): Field[] => [
  radios('response', 'What was the answer?', step ? answerWords[step.stage] : Object.assign({}, ...Object.values(answerWords))),
  words('In their words', 5, 'Needed where it was returned, declined, refused or to be amended.'),
  {
    as: 'line',
    name: 'evidence',
    label: 'How you know',
    hint: 'Such as: signed paper of 5 April, kept in the file. It stands in the history and on the record.',
  },
  ...(step && step.stage !== 'determination'
    ? isConsultedMember(council, proposal, step)
      ? [interest]
      : []
    : [interest, { as: 'date', name: 'signedOn', label: 'Day of the signature, if on paper (optional)' } as const]),
];

/** What a clerk can do about one person who was asked. */
export const stepActions: readonly Action[] = [
  {
    name: 'resend',
    title: 'Send a fresh email',
    button: 'Send',
    does: 'A new link is sent to the person asked, or to whoever holds their post by now; the one before stops working. Whoever no email reached before has as long to answer as was given at first.',
    done: 'A fresh email is on its way.',
    command: 'reissue-link',
    roles: ['clerk'],
    fields: none,
  },
  {
    name: 'delegate',
    title: 'Arrange cover',
    button: 'Arrange cover',
    does: 'Somebody else is asked in this person’s place; the file then names both.',
    done: 'Cover is arranged, and a link sent.',
    command: 'delegate-step',
    roles: ['clerk'],
    fields: coverFields,
  },
  {
    name: 'answer',
    title: 'Record an answer',
    button: 'Record',
    does: 'For an answer on paper, by telephone or at a meeting. It meets every rule that their own would, and is marked as your entry.',
    done: 'The answer is recorded as your entry.',
    command: 'record-answer',
    roles: ['clerk'],
    fields: answerFields,
  },
  {
    name: 'lift-suppression',
    title: 'Write to the mailbox again',
    button: 'Write again',
    does: 'The mailbox refused email for good and was put right since. A fresh link is sent.',
    done: 'A fresh email is on its way.',
    command: 'reissue-link',
    roles: ['clerk'],
    fields: liftFields,
  },
];

type Of = Pick<Proposal, 'status'>;

// Once a decision is with its maker, its meeting may be in private without anybody's consent.
const isOvertaken = ({ status }: Of, { purpose }: Step): boolean => purpose === 'private-meeting' && status !== 'notice-published';

/** Whether a step still waits for somebody, so that they can be asked afresh or covered for. */
export const isAsked = (of: Of, step: Step): boolean => isAskedIn(of.status, step.stage) && isUnanswered(step) && !isOvertaken(of, step);

/** Whether what somebody answered another way can be entered: also of a consultee who was silent, as late. */
export const takesEntry = (of: Of, step: Step): boolean =>
  isAsked(of, step) || (isAskedIn(of.status, step.stage) && step.state === 'silent');

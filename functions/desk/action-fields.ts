import type { CouncilResponse } from '../council/council-response.schema.ts';
import type { Proposal } from './desk-api.ts';
import type { Field, List, Option } from './field.ts';
import { postOptions } from './proposal-form.ts';

type Step = Proposal['steps'][number];

const words = (label: string, rows = 4, hint?: string): Field => ({ as: 'words', name: 'words', label, rows, ...(hint ? { hint } : {}) });
const radios = (name: string, label: string, answers: Record<string, string>): Field => ({ as: 'radios', name, label, options: Object.entries(answers).map(([value, text]) => ({ value, label: text })) });

const resolutions: List = { as: 'list', name: 'proposedDecision', label: 'The wording', hint: 'Change it here only where the outcome changes it; otherwise leave it as it stands.', itemName: 'Resolution', item: { as: 'words', name: 'resolution', label: 'Resolution', rows: 3 } };

const chairs = (council: CouncilResponse): Option[] => postOptions(council, 'scrutiny', 'council');

/** By which lawful route, and for the two short ones why. */
export const noticeFields = (council: CouncilResponse): Field[] => [
  {
    as: 'radios', name: 'route', label: 'How is notice given?',
    options: [
      { value: 'ordinary', label: 'Ordinary notice', hint: `${council.clearDays.notice} clear days for a key decision (regulation 9).` },
      { value: 'general-exception', label: 'General exception', hint: `The full notice is impracticable: the scrutiny chair is told, and ${council.clearDays.generalException} clear working days follow (regulation 10).` },
      { value: 'special-urgency', label: 'Special urgency', hint: 'Not even that is practicable: the chair must agree before the decision (regulation 11).' },
    ],
  },
  { as: 'words', name: 'reason', label: 'Why the full notice is impracticable', hint: 'Only for the two short routes. This is published.', rows: 4 },
  { as: 'select', name: 'agreementFrom', label: 'Who is asked to agree to urgency (optional)', hint: 'Only for special urgency, and only where the scrutiny chair cannot act.', options: chairs(council) },
];

export const committeeFields = (council: CouncilResponse): Field[] => [
  { as: 'select', name: 'committee', label: 'Committee', options: council.committees.map(({ name }) => ({ value: name, label: name })) },
  { as: 'date', name: 'date', label: 'Date of its meeting' },
  radios('outcome', 'Outcome', { endorsed: 'Endorsed', amended: 'Endorsed with other wording', 'not-endorsed': 'Not endorsed', noted: 'Noted' }),
  resolutions,
  words('What the committee said'),
];

const membersOf = (council: CouncilResponse, body: string | undefined): string[] => {
  const ids = council.posts.find(({ id }) => id === body)?.members ?? [];
  return ids.flatMap((id) => council.posts.find((post) => post.id === id)?.name ?? []);
};

/** What regs 6 and 12 of SI 2012/2089 have the clerk record of the meeting at which a body decided. */
export const meetingFields = (council: CouncilResponse, { decisionMaker }: Proposal): Field[] => {
  const members = membersOf(council, decisionMaker).map((name) => ({ value: name, label: name }));
  return [
    { as: 'date', name: 'date', label: 'Date of the meeting' },
    { as: 'ticks', name: 'present', label: 'Members present', options: members },
    { as: 'select', name: 'introducedBy', label: 'Introduced by (optional)', options: members },
    { as: 'list', name: 'points', label: 'Points made (optional)', itemName: 'Point', item: { as: 'words', name: 'point', label: 'Point', rows: 3 } },
    {
      as: 'list', name: 'conditions', label: 'Conditions (optional)', itemName: 'Condition',
      item: { as: 'group', name: 'condition', label: 'Condition', fields: [{ as: 'number', name: 'resolution', label: 'Number of the resolution' }, { as: 'words', name: 'words', label: 'Condition', rows: 2 }] },
    },
    { as: 'list', name: 'interests', label: 'Interests', hint: 'One row for each member, or one row that says there were none.', itemName: 'Interest', least: 1, item: interest },
  ];
};

const interest: Field = {
  as: 'group', name: 'interest', label: 'Interest',
  fields: [
    { as: 'line', name: 'name', label: 'Member' },
    { as: 'select', name: 'interest', label: 'Interest', options: [{ value: 'none', label: 'None' }, { value: 'declared', label: 'Declared' }] },
    { as: 'select', name: 'kind', label: 'Kind, if declared', options: [{ value: 'pecuniary', label: 'Disclosable pecuniary interest' }, { value: 'other', label: 'Another interest' }] },
    { as: 'words', name: 'detail', label: 'What it is, if declared', rows: 2 },
    { as: 'line', name: 'dispensation', label: 'Dispensation, if any' },
  ],
};

export const callInFields = (council: CouncilResponse): Field[] => [
  {
    as: 'list', name: 'requestedBy', label: 'Members who call it in', hint: `At least ${council.callIn.members}${council.callIn.differentGroups ? ', of different groups' : ''}.`, itemName: 'Member', least: 1,
    item: { as: 'group', name: 'member', label: 'Member', fields: [{ as: 'line', name: 'name', label: 'Name' }, { as: 'line', name: 'group', label: 'Political group (optional)' }] },
  },
  ...(council.callIn.committeeMay ? [{ as: 'tick', name: 'byCommittee', label: 'The scrutiny committee itself calls it in' } as const] : []),
  { as: 'ticks', name: 'grounds', label: 'Grounds', options: council.callIn.grounds.map((ground) => ({ value: ground, label: ground })) },
  words('In their words', 5),
];

export const validationFields = (): Field[] => [
  { as: 'yes-no', name: 'valid', label: 'Is the call-in valid?', options: [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No: the decision goes on as if there had been none' }] },
  words('Why', 4, 'Needed where it is not valid.'),
];

export const outcomeFields = (): Field[] => [
  radios('outcome', 'What did scrutiny decide?', { 'no-comment': 'No comment: the decision takes effect', comments: 'Comments: the decision takes effect', reconsider: 'Ask the decision maker to reconsider', 'refer-to-council': 'Refer it to full council' }),
  words('In its words'),
];

export const reconsiderationFields = (): Field[] => [radios('outcome', 'What was decided?', { confirmed: 'Confirmed as it was', changed: 'Changed' }), resolutions, words('Why')];

export const challengeFields = (): Field[] => [words('Why it was a key decision', 5), { as: 'date', name: 'reportBy', label: 'Report to the council by (optional)' }];

export const reportFields = (): Field[] => [words('What is reported to the council', 6)];

export const withdrawFields = (): Field[] => [{ as: 'words', name: 'reason', label: 'Why', hint: 'Kept in the history, and published where the notice is.', rows: 4 }];

export const deferFields = (): Field[] => [{ as: 'words', name: 'reason', label: 'Why', rows: 4 }, { as: 'date', name: 'until', label: 'Until (optional)', hint: 'A date to come.' }];

/** Who covers, and by which authority: never the officer whose proposal it is. */
export const coverFields = (council: CouncilResponse): Field[] => [
  { as: 'person', name: 'to', label: 'Who covers', posts: postOptions(council) },
  { as: 'line', name: 'scheme', label: 'Under which scheme', hint: 'Such as: Constitution, scheme of officer delegation, paragraph 4.' },
];

/** Why a chair is asked to agree to a shorter way: put before them, and published if they do. */
export const consentFields = (): Field[] => [{ as: 'words', name: 'reason', label: 'Why it cannot wait', hint: 'Put before the chair, and published if they agree.', rows: 4 }];

/** The second notice of a private meeting, as reg 5(4) of SI 2012/2089 has it. */
export const secondNoticeFields = (): Field[] => [
  { as: 'words', name: 'representations', label: 'What was said against meeting in private', hint: 'Published. Write “None” where nobody said anything.', rows: 4 },
  { as: 'words', name: 'response', label: 'The council’s answer to it', hint: 'Published.', rows: 4 },
];

export const liftFields = (): Field[] => [{ as: 'line', name: 'reason', label: 'What was put right', hint: 'Such as: IT has given the mailbox back to its owner.' }];

const answers: Record<Step['stage'], Record<string, string>> = {
  clearance: { approve: 'Cleared', return: 'Returned to the officer', decline: 'Declined' },
  consultation: { support: 'Supports it', object: 'Objects to it', comment: 'Comments', amend: 'Proposes an amendment' },
  agreement: { agree: 'Agrees', refuse: 'Does not agree' },
  determination: { approve: 'Approved', return: 'Returned to the officer', decline: 'Not agreed' },
};

const declaredInterest: Field = {
  as: 'group', name: 'interest', label: 'Interest',
  fields: [
    { as: 'radios', name: 'interest', label: 'Was an interest declared?', options: [{ value: 'none', label: 'None' }, { value: 'declared', label: 'Declared' }] },
    { as: 'select', name: 'kind', label: 'Kind, if declared', options: [{ value: 'pecuniary', label: 'Disclosable pecuniary interest' }, { value: 'other', label: 'Another interest' }] },
    { as: 'words', name: 'detail', label: 'What it is, if declared', rows: 2 },
    { as: 'words', name: 'dispensation', label: 'Dispensation, if any', rows: 2 },
  ],
};

/** What somebody answered other than by their link, and how the clerk knows: asked as their own page asks it. */
export const answerFields = (_: CouncilResponse, __: Proposal, step: Step | null): Field[] => [
  radios('response', 'What was the answer?', step ? answers[step.stage] : Object.assign({}, ...Object.values(answers))),
  words('In their words', 5, 'Needed where it was returned, declined, refused or to be amended.'),
  { as: 'line', name: 'evidence', label: 'How you know', hint: 'Such as: signed paper of 5 April, kept in the file. It stands in the history and on the record.' },
  ...(step && step.stage !== 'determination' ? [] : [declaredInterest, { as: 'date', name: 'signedOn', label: 'Day of the signature, if on paper (optional)' } as const]),
];

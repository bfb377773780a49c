import type { CouncilResponse } from '../../council/council-response.schema.ts';
import type { Action } from './action.ts';
import { radios, words } from '../form/common-fields.ts';
import type { Proposal } from '../desk-api.ts';
import { inWords } from '../../rules/local-date.ts';
import type { Field } from '../form/field.ts';
import { onlyIfChanged, resolutions, wording } from './rewording.ts';

// A call-in is judged by the rule of the day of the record, and of the rules only that of today is known here.
const ruledBefore = ({ callIn }: CouncilResponse, { record }: Proposal): string | null =>
  record && record.publishedOn < callIn.from ? record.publishedOn : null;

const membersAsked = ({ callIn }: CouncilResponse, before: string | null): string =>
  before
    ? `As many as the rule of ${inWords(before)} asked, when the record was published.`
    : `At least ${callIn.members}${callIn.differentGroups ? ', of different groups' : ''}.`;

const callInFields = (council: CouncilResponse, proposal: Proposal): Field[] => [
  {
    as: 'list',
    name: 'requestedBy',
    label: 'Members who call it in',
    hint: membersAsked(council, ruledBefore(council, proposal)),
    itemName: 'Member',
    least: 1,
    item: {
      as: 'group',
      name: 'member',
      label: 'Member',
      fields: [
        { as: 'line', name: 'name', label: 'Name' },
        { as: 'line', name: 'group', label: 'Political group (optional)' },
      ],
    },
  },
  ...(council.callIn.committeeMay || ruledBefore(council, proposal)
    ? [{ as: 'tick', name: 'byCommittee', label: 'The scrutiny committee itself calls it in' } as const]
    : []),
  { as: 'ticks', name: 'grounds', label: 'Grounds', options: council.callIn.grounds.map((ground) => ({ value: ground, label: ground })) },
  words('In their words', 5),
];

const validationFields = (): Field[] => [
  {
    as: 'yes-no',
    name: 'valid',
    label: 'Is the call-in valid?',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No: the decision goes on as if there had been none' },
    ],
  },
  words('Why', 4, 'Needed where it is not valid.'),
];

const outcomeFields = (): Field[] => [
  radios('outcome', 'What did scrutiny decide?', {
    'no-comment': 'No comment: the decision takes effect',
    comments: 'Comments: the decision takes effect',
    reconsider: 'Ask the decision maker to reconsider',
    'refer-to-council': 'Refer it to full council',
  }),
  words('In its words'),
];

const reconsiderationFields = (): Field[] => [
  radios('outcome', 'What was decided?', { confirmed: 'Confirmed as it was', changed: 'Changed' }),
  resolutions,
  { as: 'date', name: 'decidedOn', label: 'Day, if not today' },
  words('Why'),
];

const challengeFields = (): Field[] => [
  words('Why it was a key decision', 5),
  { as: 'date', name: 'reportBy', label: 'Report to the council by (optional)' },
];

const reportFields = (): Field[] => [words('What is reported to the council', 6)];

const asked = ({ callIn }: Proposal): boolean => callIn?.outcome === 'reconsider' || callIn?.outcome === 'refer-to-council';

type Called = Pick<Proposal, 'callIn'>;

/** Whether there is a call-in that the clerk has yet to judge: others can join it. */
export const isUnjudged = ({ callIn }: Called): boolean => callIn !== undefined && !callIn.validated && !callIn.outcome;

/** Whether members may still call a decision in, as far as an earlier call-in goes. */
export const takesCallIn = ({ callIn }: Called): boolean =>
  callIn === undefined || callIn.outcome === 'not-valid' || isUnjudged({ callIn });

/** Scrutiny of a decision that was taken: call-in, and whether it was key. */
export const scrutinyActions: readonly Action[] = [
  {
    name: 'call-in',
    title: 'Call it in',
    button: 'Call in',
    does: 'The decision is held from this moment until scrutiny’s outcome. It can be called in once only; until the clerk has judged a call-in, other members can join it.',
    done: 'The decision is called in and held.',
    command: 'call-in-decision',
    roles: ['clerk', 'scrutiny'],
    when: takesCallIn,
    fields: callInFields,
    sends: ({ byCommittee, ...value }) => (byCommittee ? { ...value, byCommittee } : value),
  },
  {
    name: 'call-in-validation',
    title: 'Judge the call-in',
    button: 'Record',
    does: 'A call-in that is not valid lets the decision go on.',
    done: 'Recorded.',
    command: 'validate-call-in',
    roles: ['clerk'],
    when: isUnjudged,
    fields: validationFields,
    asShown: true,
  },
  {
    name: 'call-in-outcome',
    title: 'Record scrutiny’s outcome',
    button: 'Record',
    does: 'No comment or comments let the decision take effect; the other two hold it until it is decided again.',
    done: 'Scrutiny’s outcome is recorded.',
    command: 'conclude-call-in',
    roles: ['clerk', 'scrutiny'],
    when: ({ callIn }) => callIn !== undefined && !callIn.outcome,
    fields: outcomeFields,
  },
  {
    name: 'reconsideration',
    title: 'Record the decision taken again',
    button: 'Record',
    does: 'The decision stands as confirmed or as changed, and cannot be called in again.',
    done: 'The reconsideration is recorded.',
    command: 'reconsider-decision',
    roles: ['clerk'],
    when: asked,
    fields: reconsiderationFields,
    from: wording,
    sends: onlyIfChanged('changed'),
  },
  {
    name: 'key-challenge',
    title: 'Ask whether it was key',
    button: 'Record',
    does: 'Where scrutiny thinks that a decision treated as not key was key, the executive reports to the council (regulation 18).',
    done: 'Recorded. The executive must report to the council.',
    command: 'challenge-key-status',
    roles: ['clerk', 'scrutiny'],
    when: ({ keyDecision, keyChallenge }) => !keyDecision.isKey && !keyChallenge,
    fields: challengeFields,
  },
  {
    name: 'key-report',
    title: 'Record the report to the council',
    button: 'Record',
    does: 'The executive’s report under regulation 18.',
    done: 'The report is recorded.',
    command: 'report-key-status',
    roles: ['clerk'],
    when: ({ keyChallenge }) => keyChallenge !== undefined && !keyChallenge.report,
    fields: reportFields,
  },
];

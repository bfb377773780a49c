import type { CouncilResponse } from '../../council/council-response.schema.ts';
import type { Action } from './action.ts';
import { declaredInterest, interestAnswers, radios, words } from '../form/common-fields.ts';
import type { Proposal } from '../desk-api.ts';
import type { Field, Option } from '../form/field.ts';
import { onlyIfChanged, resolutions, wording } from './rewording.ts';

const committeeFields = (council: CouncilResponse): Field[] => [
  { as: 'select', name: 'committee', label: 'Committee', options: council.committees.map(({ name }) => ({ value: name, label: name })) },
  { as: 'date', name: 'date', label: 'Date of its meeting' },
  radios('outcome', 'Outcome', {
    endorsed: 'Endorsed',
    amended: 'Endorsed with other wording',
    'not-endorsed': 'Not endorsed',
    noted: 'Noted',
  }),
  resolutions,
  words('What the committee said'),
];

const postOf = ({ posts }: CouncilResponse, wanted: string | undefined) => posts.find(({ id }) => id === wanted);

const membersOf = (council: CouncilResponse, body: string | undefined): string[] =>
  (postOf(council, body)?.members ?? []).flatMap((id) => postOf(council, id)?.name ?? []);

const interest: Field = {
  as: 'group',
  name: 'interest',
  label: 'Interest',
  fields: [
    { as: 'line', name: 'name', label: 'Member' },
    { as: 'select', name: 'interest', label: 'Interest', options: interestAnswers },
    ...declaredInterest,
    { as: 'line', name: 'dispensation', label: 'Dispensation, if any' },
  ],
};

// A body may stand in the directory without its members.
const attendance = (members: Option[]): Field[] =>
  members.length > 0
    ? [
        { as: 'ticks', name: 'present', label: 'Members present', options: members },
        { as: 'select', name: 'introducedBy', label: 'Introduced by (optional)', options: members },
      ]
    : [
        { as: 'lines', name: 'present', label: 'Members present', hint: 'One name a line.', rows: 4 },
        { as: 'line', name: 'introducedBy', label: 'Introduced by (optional)' },
      ];

/** What reg 12 of SI 2012/2089 has the clerk record of the meeting at which a body decided. */
const meetingFields = (council: CouncilResponse, { decisionMaker }: Proposal): Field[] => {
  const members = membersOf(council, decisionMaker).map((name) => ({ value: name, label: name }));
  return [
    { as: 'date', name: 'date', label: 'Date of the meeting' },
    ...attendance(members),
    {
      as: 'list',
      name: 'points',
      label: 'Points made (optional)',
      itemName: 'Point',
      item: { as: 'words', name: 'point', label: 'Point', rows: 3 },
    },
    {
      as: 'list',
      name: 'conditions',
      label: 'Conditions (optional)',
      itemName: 'Condition',
      item: {
        as: 'group',
        name: 'condition',
        label: 'Condition',
        fields: [
          { as: 'number', name: 'resolution', label: 'Number of the resolution' },
          { as: 'words', name: 'words', label: 'Condition', rows: 2 },
        ],
      },
    },
    {
      as: 'list',
      name: 'interests',
      label: 'Interests',
      hint: `One row for each member. Where there were none, one row is enough: write “${postOf(council, decisionMaker)?.title}” as the member.`,
      itemName: 'Interest',
      least: 1,
      item: interest,
    },
  ];
};

const isBody = ({ decisionMaker }: Proposal, council: CouncilResponse): boolean => postOf(council, decisionMaker)?.kind === 'body';

/** What a clerk records of a meeting: of the committee that looks at a proposal, and of the body that decides on it. */
export const meetingActions: readonly Action[] = [
  {
    name: 'committee-outcome',
    title: 'Record a committee’s outcome',
    button: 'Record',
    does: 'It is put before the decision maker. New wording takes the place of the officer’s, which is kept beside it.',
    done: 'The committee’s outcome is recorded.',
    command: 'record-committee-outcome',
    roles: ['clerk'],
    fields: committeeFields,
    from: ({ cabinetCommittee, ...proposal }) => ({
      ...wording(proposal as Proposal),
      committee: cabinetCommittee?.name,
      date: cabinetCommittee?.date,
    }),
    sends: onlyIfChanged('amended'),
  },
  {
    name: 'determination',
    title: 'Record the meeting',
    button: 'Record',
    does: 'The chair is then emailed a link to sign the record.',
    done: 'The meeting is recorded.',
    command: 'record-meeting',
    roles: ['clerk'],
    when: isBody,
    fields: meetingFields,
    from: () => ({ points: [], conditions: [] }),
  },
];

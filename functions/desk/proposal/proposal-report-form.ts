import type { CouncilResponse } from '../../council/council-response.schema.ts';
import { optionsOf, postsNamed } from '../form/common-fields.ts';
import type { Field } from '../form/field.ts';

/** Who decides, and who answers for the proposal. */
export const decides = (council: CouncilResponse): Field[] => [
  {
    as: 'select',
    name: 'decisionMaker',
    label: 'Who decides',
    hint: 'One Cabinet Member, the Leader, Cabinet as a body, or an officer.',
    options: postsNamed(council),
  },
  {
    as: 'select',
    name: 'jointWith',
    label: 'Together with',
    hint: 'Only where two people decide together and both sign.',
    options: postsNamed(council),
  },
  {
    as: 'select',
    name: 'inThePlaceOf',
    label: 'In the place of',
    hint: 'Only where somebody decides for another.',
    options: postsNamed(council),
  },
  {
    as: 'list',
    name: 'inConsultationWith',
    label: 'In consultation with',
    hint: 'Whom a delegation says must be consulted before it is used.',
    itemName: 'Person consulted',
    item: { as: 'select', name: 'post', label: 'Post', options: postsNamed(council) },
  },
  { as: 'select', name: 'department', label: 'Department', options: optionsOf(council.departments) },
  {
    as: 'select',
    name: 'leadDirector',
    label: 'Lead director',
    hint: 'Clears the proposal before its notice.',
    options: postsNamed(council, 'officer'),
  },
  {
    as: 'group',
    name: 'contact',
    label: 'Contact',
    hint: 'Published with the notice.',
    fields: [
      { as: 'line', name: 'name', label: 'Name' },
      { as: 'line', name: 'title', label: 'Job title' },
      { as: 'line', name: 'phone', label: 'Telephone (optional)', width: 20 },
      { as: 'line', name: 'email', label: 'Email address' },
    ],
  },
];

/** What is to be decided, and the case for it. */
export const caseFor = (council: CouncilResponse): Field[] => [
  {
    as: 'list',
    name: 'proposedDecision',
    label: 'Proposed decision',
    hint: 'One resolution in each box, as it is to be signed.',
    itemName: 'Resolution',
    least: 1,
    item: { as: 'words', name: 'resolution', label: 'Resolution', rows: 3 },
  },
  { as: 'words', name: 'reasons', label: 'Reasons', rows: 6 },
  { as: 'words', name: 'background', label: 'Background', rows: 8 },
  {
    as: 'list',
    name: 'alternatives',
    label: 'Alternatives considered',
    itemName: 'Alternative',
    item: {
      as: 'group',
      name: 'alternative',
      label: 'Alternative',
      fields: [
        { as: 'words', name: 'option', label: 'Option', rows: 2 },
        { as: 'words', name: 'reasonRejected', label: 'Why it was rejected', rows: 2 },
      ],
    },
  },
  {
    as: 'list',
    name: 'replaces',
    label: 'Takes the place of',
    hint: 'Only where this ends decisions taken before: the number of each. They are shown as superseded once this is in effect.',
    itemName: 'Decision replaced',
    least: 1,
    item: { as: 'line', name: 'number', label: 'Number of the decision', width: 10 },
  },
  { as: 'areas', name: 'divisionsAffected', label: `Electoral ${council.areaWord}s affected`, options: optionsOf(council.divisions) },
];

/** Who is consulted, and until when. */
export const consulting = (council: CouncilResponse): Field[] => [
  {
    as: 'list',
    name: 'consultees',
    label: 'Consultees',
    hint: 'Each is sent the notice and asked for an answer.',
    itemName: 'Consultee',
    item: { as: 'person', name: 'consultee', label: 'Consultee', posts: postsNamed(council), outside: true },
  },
  {
    as: 'group',
    name: 'cabinetCommittee',
    label: 'Cabinet Committee',
    hint: 'Leave blank where none advises on this.',
    fields: [
      { as: 'select', name: 'name', label: 'Committee', options: optionsOf(council.committees.map(({ name }) => name)) },
      { as: 'date', name: 'date', label: 'Its meeting' },
    ],
  },
  { as: 'date', name: 'consultationClosesOn', label: 'Consultation closes on', hint: 'Leave blank for the council’s own period.' },
  {
    as: 'date',
    name: 'targetDecisionDate',
    label: 'Decision wanted on',
    hint: 'It cannot be taken sooner than the law allows; leave blank for the earliest lawful day.',
  },
];

import type { CouncilResponse } from '../council/council-response.schema.ts';
import type { Field, Option } from './field.ts';
import { accessFields, documentsField } from './proposal-access-form.ts';
import { contractsField } from './proposal-contract-form.ts';
import { moneyField } from './proposal-money-form.ts';

/** Posts and bodies of the directory, as they can be chosen; `kinds` says which. */
export const postOptions = ({ posts }: CouncilResponse, ...kinds: string[]): Option[] =>
  posts.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)).map(({ id, title, name }) => ({ value: id, label: name === title || name === `The ${title}` ? title : `${title} (${name})` }));

const optionsOf = (names: string[]): Option[] => names.map((name) => ({ value: name, label: name }));

const decides = (council: CouncilResponse): Field[] => [
  { as: 'select', name: 'decisionMaker', label: 'Who decides', hint: 'One Cabinet Member, the Leader, Cabinet as a body, or an officer.', options: postOptions(council) },
  { as: 'select', name: 'jointWith', label: 'Together with', hint: 'Only where two people decide together and both sign.', options: postOptions(council) },
  { as: 'select', name: 'inThePlaceOf', label: 'In the place of', hint: 'Only where somebody decides for another.', options: postOptions(council) },
  { as: 'list', name: 'inConsultationWith', label: 'In consultation with', hint: 'Whom a delegation says must be consulted before it is used.', itemName: 'Person consulted', item: { as: 'select', name: 'post', label: 'Post', options: postOptions(council) } },
  { as: 'select', name: 'department', label: 'Department', options: optionsOf(council.departments) },
  { as: 'select', name: 'leadDirector', label: 'Lead director', hint: 'Clears the proposal before its notice.', options: postOptions(council, 'officer') },
  {
    as: 'group', name: 'contact', label: 'Contact', hint: 'Published with the notice.',
    fields: [
      { as: 'line', name: 'name', label: 'Name' }, { as: 'line', name: 'title', label: 'Job title' },
      { as: 'line', name: 'phone', label: 'Telephone (optional)', width: 20 }, { as: 'line', name: 'email', label: 'Email address' },
    ],
  },
];

const caseFor = (council: CouncilResponse): Field[] => [
  { as: 'list', name: 'proposedDecision', label: 'Proposed decision', hint: 'One resolution in each box, as it is to be signed.', itemName: 'Resolution', least: 1, item: { as: 'words', name: 'resolution', label: 'Resolution', rows: 3 } },
  { as: 'words', name: 'reasons', label: 'Reasons', rows: 6 },
  { as: 'words', name: 'background', label: 'Background', rows: 8 },
  {
    as: 'list', name: 'alternatives', label: 'Alternatives considered', itemName: 'Alternative',
    item: { as: 'group', name: 'alternative', label: 'Alternative', fields: [{ as: 'words', name: 'option', label: 'Option', rows: 2 }, { as: 'words', name: 'reasonRejected', label: 'Why it was rejected', rows: 2 }] },
  },
  { as: 'list', name: 'replaces', label: 'Takes the place of', hint: 'Only where this ends decisions taken before: the number of each. They are shown as superseded once this is in effect.', itemName: 'Decision replaced', least: 1, item: { as: 'line', name: 'number', label: 'Number of the decision', width: 10 } },
  { as: 'areas', name: 'divisionsAffected', label: `Electoral ${council.areaWord}s affected`, options: optionsOf(council.divisions) },
];

const statuses = { 'not-required': 'None is required', screening: 'Screening is done', full: 'A full assessment is done', 'to-follow': 'To follow', complete: 'Complete' };
const statusOptions = (...values: (keyof typeof statuses)[]): Option[] => values.map((value) => ({ value, label: statuses[value] }));

const implications: Field[] = [
  { as: 'words', name: 'legalImplications', label: 'Legal implications', rows: 5 },
  {
    as: 'group', name: 'equalityImplications', label: 'Equality implications',
    fields: [
      { as: 'radios', name: 'status', label: 'Equality impact assessment', options: statusOptions('not-required', 'screening', 'full') },
      { as: 'date', name: 'date', label: 'When it was completed' }, { as: 'words', name: 'words', label: 'What it found', rows: 4 },
    ],
  },
  {
    as: 'group', name: 'dataProtectionImplications', label: 'Data protection implications',
    fields: [
      { as: 'radios', name: 'status', label: 'Data protection impact assessment', options: statusOptions('not-required', 'to-follow', 'complete') },
      { as: 'words', name: 'words', label: 'What it found, or why none is required', rows: 4 },
    ],
  },
];

const consulting = (council: CouncilResponse): Field[] => [
  { as: 'list', name: 'consultees', label: 'Consultees', hint: 'Each is sent the notice and asked for an answer.', itemName: 'Consultee', item: { as: 'person', name: 'consultee', label: 'Consultee', posts: postOptions(council), outside: true } },
  {
    as: 'group', name: 'cabinetCommittee', label: 'Cabinet Committee', hint: 'Leave blank where none advises on this.',
    fields: [{ as: 'select', name: 'name', label: 'Committee', options: optionsOf(council.committees.map(({ name }) => name)) }, { as: 'date', name: 'date', label: 'Its meeting' }],
  },
  { as: 'date', name: 'consultationClosesOn', label: 'Consultation closes on', hint: 'Leave blank for the council’s own period.' },
  { as: 'date', name: 'targetDecisionDate', label: 'Decision wanted on', hint: 'It cannot be taken sooner than the law allows; leave blank for the earliest lawful day.' },
];

const declared: Field = {
  as: 'yes-no', name: 'declaredKey', label: 'Declare it a key decision?', hint: 'You may declare key what the figures do not make key; never the other way round.',
  options: [{ value: '', label: 'Let the figures decide' }, { value: 'yes', label: 'Yes, declare it key' }, { value: 'no', label: 'No, and say so' }],
};

/** One part of the proposal form, under its own heading. */
export type Part = { id: string; title: string; fields: Field[] };

/** The whole proposal form, part by part, in the order in which an officer writes a report. Every field of the API's proposal is in it. */
export const proposalParts = (council: CouncilResponse): Part[] => [
  { id: 'part-decides', title: 'What it is and who decides', fields: [{ as: 'line', name: 'subject', label: 'Subject', hint: 'As it will stand in the public list.' }, ...decides(council)] },
  { id: 'part-case', title: 'The decision and the case for it', fields: caseFor(council) },
  { id: 'part-money', title: 'Money', fields: [moneyField, declared] },
  { id: 'part-contracts', title: 'Contracts', fields: [contractsField] },
  { id: 'part-implications', title: 'Implications', fields: implications },
  { id: 'part-consultation', title: 'Consultation and dates', fields: consulting(council) },
  { id: 'part-access', title: 'Documents and public access', fields: [documentsField, ...accessFields] },
];

/** Every field of the proposal form. */
export const proposalFields = (council: CouncilResponse): Field[] => proposalParts(council).flatMap(({ fields }) => fields);

/** What a new form begins with: a row to write in where one is needed, and no rows where none is. */
export const newProposal = (): URLSearchParams =>
  new URLSearchParams({
    'proposedDecision.rows': '1', 'alternatives.rows': '0', 'consultees.rows': '0', 'documents.rows': '0', 'contracts.rows': '0',
    'financialImplications.expenditure.rows': '1', 'financialImplications.savings.rows': '0', 'financialImplications.funding.rows': '0',
  });

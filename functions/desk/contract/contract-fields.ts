import type { CouncilResponse } from '../../council/council-response.schema.ts';
import type { Field, Option } from '../form/field.ts';
import { paragraphs, postsNamed } from '../form/common-fields.ts';

const options = (answers: Record<string, string>): Option[] => Object.entries(answers).map(([value, label]) => ({ value, label }));
const maybe = (name: string, label: string, hint?: string): Field => ({
  as: 'yes-no',
  name,
  label,
  ...(hint ? { hint } : {}),
  options: [
    { value: '', label: 'Not known' },
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
  ],
});
const person = (name: string, label: string, hint: string): Field => ({
  as: 'group',
  name,
  label,
  hint,
  fields: [
    { as: 'line', name: 'name', label: 'Name' },
    { as: 'line', name: 'email', label: 'Email address' },
  ],
});

const routes = {
  open: 'Open tender',
  'competitive-flexible': 'Competitive flexible procedure',
  framework: 'Call-off from a framework',
  quotes: 'Quotations',
  'direct-award': 'Direct award',
  'in-house': 'Agreement with the council’s own company or another public body',
};
const regimes = {
  'pcr-2015': 'Public Contracts Regulations 2015',
  'pa-2023': 'Procurement Act 2023',
  'psr-2023': 'Provider Selection Regime (health care)',
};
const subjects = { services: 'Services', goods: 'Goods', works: 'Works', concession: 'A concession' };
const classes = { simple: 'Simple', standard: 'Standard', complex: 'Complex' };
const nextRoutes = {
  'open-tender': 'An open tender',
  'framework-call-off': 'A call-off from a framework',
  'direct-award': 'A direct award',
  'extension-by-option': 'Its next extension option',
  variation: 'A variation',
  lapse: 'Nothing: it is to lapse',
};

const whatItIs = (council: CouncilResponse): Field[] => [
  {
    as: 'line',
    name: 'reference',
    label: 'Reference (optional)',
    hint: 'The same reference is always the same contract. Left blank, it is given one.',
    width: 20,
  },
  { as: 'line', name: 'title', label: 'Title' },
  { as: 'words', name: 'description', label: 'What is bought', rows: 4 },
  { as: 'select', name: 'department', label: 'Department', options: council.departments.map((name) => ({ value: name, label: name })) },
  {
    as: 'group',
    name: 'supplier',
    label: 'Supplier',
    fields: [
      { as: 'line', name: 'name', label: 'Name' },
      { as: 'line', name: 'number', label: 'Company or charity number (optional)', width: 20 },
    ],
  },
  maybe('sme', 'A small or medium sized enterprise?'),
  maybe('vcse', 'A voluntary, community or social enterprise?'),
];

const howItWasBought: Field[] = [
  { as: 'select', name: 'route', label: 'How it was procured', options: options(routes) },
  {
    as: 'select',
    name: 'regime',
    label: 'Under which law (optional)',
    hint: 'Left blank, the day on which the procurement began tells it: the Procurement Act 2023 from 24 February 2025. Health care must be said.',
    options: options(regimes),
  },
  { as: 'select', name: 'subject', label: 'What kind of contract', options: options(subjects) },
  maybe('lightTouch', 'Light touch?', 'Social, health and education services, for the most part.'),
  maybe('userChoice', 'Awarded directly by user choice?'),
  { as: 'date', name: 'procurementStartedOn', label: 'The procurement began on (optional)' },
  { as: 'date', name: 'signedOn', label: 'Signed, or to be signed, on (optional)' },
];

const moneyAndTerm: Field[] = [
  {
    as: 'pounds',
    name: 'netPence',
    label: 'Value without VAT',
    hint: 'Of the initial term, without the options. Of a concession, the most that the supplier can expect to receive.',
  },
  { as: 'pounds', name: 'grossPence', label: 'The same with VAT (optional)' },
  { as: 'pounds', name: 'irrecoverableVatPence', label: 'VAT that cannot be recovered (optional)' },
  {
    as: 'pounds',
    name: 'approvedPence',
    label: 'Value approved (optional)',
    hint: 'As the decision approved it. Left blank, the contract with all its options.',
  },
  { as: 'date', name: 'start', label: 'Starts on' },
  { as: 'date', name: 'end', label: 'Ends on', hint: 'Its initial end: options are added once they are taken up.' },
  { as: 'date', name: 'reviewOn', label: 'To be reviewed on (optional)' },
  {
    as: 'list',
    name: 'extensionOptions',
    label: 'Extension options',
    itemName: 'Option',
    item: {
      as: 'group',
      name: 'option',
      label: 'Option',
      fields: [
        { as: 'number', name: 'months', label: 'Months' },
        { as: 'pounds', name: 'amountPence', label: 'Value' },
        { as: 'number', name: 'noticeMonths', label: 'Months of notice to the supplier (optional)' },
      ],
    },
  },
];

const whoAndWhatNext = (council: CouncilResponse): Field[] => [
  person('owner', 'Owner', 'Is told of everything that falls due.'),
  person('sponsor', 'Sponsor', 'Is told beside the owner.'),
  {
    as: 'select',
    name: 'leadDirector',
    label: 'Director (optional)',
    hint: 'Is told when nobody acts.',
    options: postsNamed(council, 'officer'),
  },
  { as: 'line', name: 'decision', label: 'Decision that authorised it (optional)', hint: 'Its number, such as 23/00074.', width: 10 },
  { as: 'words', name: 'delegates', label: 'What that decision delegates (optional)', rows: 2 },
  { as: 'select', name: 'decisionMaker', label: 'Who decides on what follows (optional)', options: postsNamed(council) },
  {
    as: 'areas',
    name: 'divisionsAffected',
    label: `Electoral ${council.areaWord}s affected`,
    hint: 'Not knowing them, the next decision is planned as a key one.',
    options: council.divisions.map((name) => ({ value: name, label: name })),
  },
  { as: 'select', name: 'serviceClass', label: 'How hard it is to buy and hand over', options: options(classes) },
  {
    as: 'select',
    name: 'nextRoute',
    label: 'What is to follow it (optional)',
    hint: 'Left blank, competition again, which needs the most time; or the council’s own company again.',
    options: options(nextRoutes),
  },
  { as: 'line', name: 'successor', label: 'The contract that follows it (optional)', hint: 'Its id in the register.' },
  { as: 'lines', name: 'replaces', label: 'The contracts that it follows (optional)', hint: 'The id of each, one a line.', rows: 2 },
  {
    as: 'group',
    name: 'withheld',
    label: 'Kept from the public register',
    hint: 'Leave blank where nothing is.',
    fields: [
      {
        as: 'ticks',
        name: 'parts',
        label: 'What is withheld',
        optional: true,
        options: options({ value: 'Its value', supplier: 'Its supplier' }),
      },
      {
        as: 'select',
        name: 'paragraph',
        label: 'Paragraph of Schedule 12A',
        numeric: true,
        options: paragraphs,
      },
      { as: 'words', name: 'publicInterest', label: 'Why the public interest is in keeping it', rows: 3 },
    ],
  },
];

/** The whole form of a contract, part by part; every field of the API's contract is in it. */
export const contractParts = (council: CouncilResponse): { id: string; title: string; fields: Field[] }[] => [
  { id: 'part-what', title: 'What it is', fields: whatItIs(council) },
  { id: 'part-how', title: 'How it was bought', fields: howItWasBought },
  { id: 'part-term', title: 'Money and term', fields: moneyAndTerm },
  { id: 'part-who', title: 'Who answers for it, and what follows', fields: whoAndWhatNext(council) },
];

/** Every field of a contract. */
export const contractFields = (council: CouncilResponse): Field[] => contractParts(council).flatMap(({ fields }) => fields);

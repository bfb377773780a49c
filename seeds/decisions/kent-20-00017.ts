import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import type { Act, Fact, SeedDecision } from './seed-decision.ts';

const committee = 'Children, Young People and Education Cabinet Committee';
const officer = { sub: 'early-help-commissioner', name: 'Early Help Commissioning', email: 'early.help.commissioning@kent.example' };
const ends = '2020-09-30';
const follows = { start: '2020-10-01', end: '2021-09-30' };
const plain = { extensionOptions: [], replaces: [] };

const proposal: Proposal = {
  subject: 'Early Help Recommissioning',
  decisionMaker: 'cabinet-member-children',
  department: 'Children, Young People and Education',
  leadDirector: 'corporate-director-children',
  contact: { name: 'Early Help Commissioning', title: 'Commissioning team', email: 'early.help.commissioning@kent.example' },
  proposedDecision: [
    'Bring the Family Support Service in-house, to work alongside the Early Help Units already there.',
    'Turn the NEETs contract into a Service Level Agreement and, under the Teckal rules, give it to The Education People.',
    'Re-procure the Young Carers Service so that it meets the need which the SEND inspection found unmet, with £100k more from the present commissioning budget (£425,484.88 a year in all) and a new specification, the tender to open in the autumn of 2020.',
    'Delegate how the new services are set up to the Corporate Director for Children, Young People and Education, or an officer whom the Corporate Director instructs, in consultation with the Cabinet Member.',
  ],
  background:
    'Three services, for young people not in education, employment or training (NEET), for young carers and for families, are under contract until 30 September 2020. What is spent on each now is set out under the financial implications, year by year and provider by provider.',
  reasons:
    'The NEET, Young Carers and Family Support contracts, and all the money in them, are brought into line with Integrated Children’s Services and used in the way that does most for children, young people and their families. Young carers get more because of what the SEND Inspection taught. The changes save £1m within the year.',
  financialImplications: {
    summary:
      'What the contracts cost a year now:\nA. Young Carers: Imago, £325,484.88\nB. NEET: CXK Ltd, £498,410.40\nC. Family Support: Porchlight, £1,240,000.00, and Project Salus, £860,400.00, together £2,100,400.00\nAll three: £2,924,295.28\nAll three after the change: £1,924,295.28\n\nThe £2,924,295.28 a year is used to raise the Young Carers contract by £100k, to £425,484.88; to take £1.1m off Family Support, which leaves £1,000,400.00 for the service in-house, with families helped by the Council’s own tier two and tier three services; and to keep the NEET sum as it is for the agreement with The Education People. The saving is £1,000,000.00 exactly.\n\nNo dates are given for what follows the present contracts. They are shown for one year from 1 October 2020, the day after those end, as a placeholder.',
    expenditure: [
      {
        description: 'A. Young Carers, procured again',
        kind: 'annual',
        class: 'revenue',
        years: 1,
        amountPence: 42_548_488,
        contract: 'A. Young Carers',
      },
      {
        description: 'B. NEET, agreement with The Education People',
        kind: 'annual',
        class: 'revenue',
        years: 1,
        amountPence: 49_841_040,
        contract: 'B. NEET',
      },
      {
        description: 'C. Family Support, in-house',
        kind: 'annual',
        class: 'revenue',
        years: 1,
        amountPence: 100_040_000,
        contract: 'C. Family Support',
      },
    ],
    savings: [{ description: 'Saving in the year: £2,924,295.28 less £1,924,295.28', amountPence: 100_000_000, years: 1 }],
    funding: [{ source: 'The present commissioning budget', amountPence: 192_429_528, ringFenced: false }],
  },
  divisionsAffected: 'all',
  legalImplications:
    'Section 22 of the Children Act 1989 has the Council safeguard and promote the welfare of every child it looks after. Section 11 of the Children Act 2004 has it, with other bodies and agencies, carry out its functions with regard to safeguarding and promoting children’s welfare, and see that those it contracts with do the same. Section 17 of the Children Act 1989 has it assess whether a young carer in its area needs support, and what support.',
  equalityImplications: {
    status: 'full',
    date: '2020-02-24',
    words:
      'The EqIA found a negative impact, and a low one, by age: the services stay within the 0-25 years that Integrated Children’s Services support. Young carers who look after a brother or sister with SEND gain from the better service. The record gives no date; the one shown is assumed.',
  },
  dataProtectionImplications: {
    status: 'not-required',
    words: 'The published record has no section on data protection; the status shown is a placeholder.',
  },
  alternatives: [
    {
      option: 'Leave the three contracts as they are.',
      reasonRejected:
        'The Integrated Children’s Service (ICS) co-ordinates help for children, young people and families whatever their need. Once looked at against it, the contracts as changed add more to what it can offer. The record names no other alternative.',
    },
  ],
  consultees: [
    { name: 'Members of the Children, Young People and Education Cabinet Committee', email: 'childrens.cabinet.committee@kent.example' },
  ],
  cabinetCommittee: { name: committee, date: '2020-05-13' },
  documents: [
    { title: 'Report: Early Help recommissioning', access: 'open', kind: 'report' },
    { title: 'Equalities Impact Assessment: Early Help recommissioning', access: 'open', kind: 'equality-assessment' },
  ],
  publicAccess: { kind: 'open', paragraphs: [] },
  contracts: [
    { title: 'A. Young Carers: present contract', supplier: 'Imago', end: ends, valuePence: 32_548_488, outcome: 'lapse', ...plain },
    { title: 'A. Young Carers: to a new specification', ...follows, valuePence: 42_548_488, outcome: 'procure', ...plain },
    { title: 'B. NEET: present contract', supplier: 'CXK Ltd', end: ends, valuePence: 49_841_040, outcome: 'lapse', ...plain },
    {
      title: 'B. NEET: Service Level Agreement',
      supplier: 'The Education People',
      ...follows,
      valuePence: 49_841_040,
      outcome: 'award',
      ...plain,
    },
    { title: 'C. Family Support', supplier: 'Porchlight', end: ends, valuePence: 124_000_000, outcome: 'bring-in-house', ...plain },
    { title: 'C. Family Support', supplier: 'Project Salus', end: ends, valuePence: 86_040_000, outcome: 'bring-in-house', ...plain },
  ],
  targetDecisionDate: '2020-05-29',
};

const facts: Fact[] = [
  { text: 'Sue Chandler', line: 7 },
  { text: 'Cabinet Member for Children’s Integrated Services', line: 8 },
  { text: '20/00017', line: 12 },
  { text: 'Early Help Recommissioning', line: 18 },
  { text: 'Family Support Service', line: 22 },
  { text: 'Service Level Agreement', line: 23 },
  { text: 'Teckal', line: 23 },
  { text: 'The Education People', line: 23 },
  { text: '£100k', line: 24 },
  { text: '£425,484', line: 24 },
  { text: 'autumn of 2020', line: 24 },
  { text: 'Corporate Director for Children, Young People and Education', line: 25 },
  { text: 'in consultation with the Cabinet Member', line: 25 },
  { text: '£1m', line: 29 },
  { text: '30 September 2020', line: 31 },
  { text: '0-25', line: 35 },
  { text: 'SEND', line: 35 },
  { text: 'Imago', line: 42 },
  { text: '£325,484.88', line: 42 },
  { text: 'CXK Ltd', line: 43 },
  { text: '£498,410.40', line: 43 },
  { text: 'Porchlight', line: 44 },
  { text: '£1,240,000.00', line: 44 },
  { text: 'Project Salus', line: 45 },
  { text: '£860,400.00', line: 45 },
  { text: '£2,100,400.00', line: 46 },
  { text: '£2,924,295.28', line: 47 },
  { text: '£1,924,295.28', line: 48 },
  { text: '£1.1m', line: 53 },
  { text: 'tier two', line: 53 },
  { text: 'Section 22 of the Children Act 1989', line: 58 },
  { text: 'Section 11 of the Children Act 2004', line: 58 },
  { text: 'Section 17 of the Children Act 1989', line: 60 },
  { text: 'Integrated Children’s Service (ICS)', line: 68 },
  { text: 'None', line: 70 },
  { text: '29 May 2020', line: 78 },
];

const history: Act[] = [
  { at: '2020-03-02T09:00:00Z', act: 'draft', by: officer, assumed: true },
  { at: '2020-03-03T09:00:00Z', act: 'submit', assumed: true },
  { at: '2020-03-05T10:00:00Z', act: 'approve-clearance', post: 's151-officer', words: 'Cleared.', assumed: true },
  { at: '2020-03-09T10:00:00Z', act: 'approve-clearance', post: 'monitoring-officer', words: 'Cleared.', assumed: true },
  { at: '2020-03-11T10:00:00Z', act: 'approve-clearance', post: 'corporate-director-children', words: 'Cleared.', assumed: true },
  {
    at: '2020-04-24T09:00:00Z',
    act: 'publish-notice',
    route: 'ordinary',
    assumed: true,
    note: 'On or before 30 April 2020 for 28 clear days before 29 May.',
  },
  {
    at: '2020-05-13T12:00:00Z',
    act: 'record-committee-outcome',
    committee,
    date: '2020-05-13',
    outcome: 'noted',
    words: 'The report went to the Committee’s members for comment before the decision was taken.',
    assumed: true,
  },
  {
    at: '2020-05-29T13:00:00Z',
    act: 'decide',
    post: 'cabinet-member-children',
    interests: [{ name: 'Sue Chandler', interest: 'none' }],
    words: 'Agreed.',
  },
  { at: '2020-05-29T15:00:00Z', act: 'publish-record', assumed: true, note: 'Call-in then closes at the end of 5 June 2020.' },
  {
    at: '2020-06-04T14:00:00Z',
    act: 'call-in',
    requestedBy: [
      { name: 'A member of the County Council', group: 'A first group' },
      { name: 'A second member of the County Council', group: 'A second group' },
    ],
    grounds: ['Consultation or advice beforehand was not adequate'],
    words: 'The published sources give no reason; the ground shown is assumed.',
    assumed: true,
    note: 'It was called in, by one member as the agenda of 23 June has it; the day, the second member and the ground are assumed.',
  },
  { at: '2020-06-05T10:00:00Z', act: 'validate-call-in', words: 'In time, and on a ground that the constitution allows.', assumed: true },
  {
    at: '2020-06-23T14:00:00Z',
    act: 'conclude-call-in',
    outcome: 'reconsider',
    words: 'The Scrutiny Committee referred the decision back.',
  },
  {
    at: '2020-06-29T14:00:00Z',
    act: 'reconsider',
    outcome: 'confirmed',
    words: 'Cabinet reviewed the decision on 29 June 2020. That it was confirmed unchanged is assumed.',
    assumed: true,
    note: 'The date of the review is known; its outcome is not.',
  },
  { at: '2020-06-29T14:00:00Z', act: 'take-effect', assumed: true, note: 'A decision confirmed after a call-in takes effect at once.' },
];

/** Kent 20/00017: three services going three ways, a saving of £1,000,000.00 exactly, called in and reviewed. */
export const kent2000017: SeedDecision = {
  council: 'kent',
  number: '20/00017',
  source: 'Kent County Council, record of decision 20/00017',
  proposal,
  facts,
  history,
};

import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import type { Act, Fact, SeedDecision } from './seed-decision.ts';

const committee = 'Children, Young People and Education Cabinet Committee';
const officer = { sub: 'childrens-commissioner', name: 'Children’s Commissioning', email: 'childrens.commissioning@kent.example' };

const proposal: Proposal = {
  subject:
    'New contract for the delivery of supported accommodation for older children in care, care leavers, and homeless 16 & 17 year olds',
  decisionMaker: 'cabinet-member-children',
  department: 'Children, Young People and Education',
  leadDirector: 'corporate-director-children',
  contact: { name: 'Children’s Commissioning', title: 'Commissioning team', email: 'childrens.commissioning@kent.example' },
  proposedDecision: [
    'Award short interim contracts that keep Housing Related Support Services for vulnerable young people running from 1 April 2018 to 30 September 2018.',
    'Award a new contract for a Supported Accommodation Service, to run from 1 October 2018 to 30 September 2023.',
    'Delegate to the Corporate Director of Children, Young People and Education, or to another officer so nominated, whatever has to be done to carry this out.',
  ],
  background:
    'Kent County Council has for years bought housing and floating support for vulnerable young people through its Housing Related Support (HRS) Programme, which helps them stay out of homelessness or get over it and learn what they need to make a success of their lives. Apart from that it has bought housing with support for the young people it answers for in law, Children in Care and Care Leavers, mostly spot purchased from semi-independent providers as each care plan calls for.\n\nThe refresh of the Sufficiency Strategy looked at both. It found that one new service of supported accommodation and floating support would serve the second group better on the way to living on their own. Homeless 16 and 17 year olds who are vulnerable will be covered as well, as the Kent Joint Policy and Planning Board’s Joint Homeless Protocol provides.\n\nAdult Social Care is working with its own providers on a homelessness strategy for every age, tied to what the Sufficiency Strategy plans for children. Commissioners of both services will work side by side over the coming months so that the model has no seams and young people get best value.',
  reasons:
    'The HRS contracts for young people end on 31 March 2018, and the HRS services for homeless adults in September 2018. Carrying on with the present young people’s providers for six months, by a Single Source Action, lets both end together, so that Children’s and Adult’s Services can buy a single pathway out of homelessness in one joint procurement.\n\nThe new service is to do three things: improve housing and support for Children in Care and Care Leavers, as the Council must as Corporate Parent; work with district councils for homeless 16 and 17 year olds, so that fewer come into care or are put up in temporary places such as bed and breakfast; and spend less, by building a new model with the market in place of costly spot purchases.',
  financialImplications: {
    summary:
      'The proposed record gives no figure beyond its grounds for being key: more than 2 electoral divisions affected, and expenditure of more than £1m. The sum shown is the least that is more than that, and is a placeholder.',
    expenditure: [
      {
        description: 'Interim and new contracts together: placeholder for “more than £1m”',
        kind: 'initial-term',
        class: 'revenue',
        amountPence: 100_000_001,
      },
    ],
    savings: [],
    funding: [],
  },
  divisionsAffected: 'all',
  legalImplications:
    'The Children Act 1989 obliges the Council to find Children in Care somewhere safe and suitable to live, with support at the right level. Care Leavers, among them former unaccompanied asylum seeking children (UASC), must be given support and money that further their welfare, above all to keep a suitable home and to reach education, training and work.',
  equalityImplications: {
    status: 'full',
    date: '2017-09-29',
    words:
      'An EqIA covers the whole 16-25 Accommodation Programme, and a supplementary EqIA this step within it. The record gives no date for either; the one shown is assumed.',
  },
  dataProtectionImplications: {
    status: 'not-required',
    words: 'The proposed record has no section on data protection; the status shown is a placeholder.',
  },
  alternatives: [
    {
      option: 'Do nothing, and let the services stop.',
      reasonRejected:
        'The weight would fall on others out of proportion: Specialist Children Services, Mental Health and Safeguarding teams, and commissioned services such as Adult HRS and Live Well Kent.',
    },
    {
      option: 'Commission the same services again as they stand.',
      reasonRejected:
        'What there is does not fit its purpose or the places where need is. Sevenoaks and Thanet have no accommodation at all, and services cannot bend to needs that grow more complex. Spot purchase costs a great deal, its quality is hard to be sure of, and the provider leads it where KCC should.',
    },
  ],
  consultees: [
    { name: 'Members of the Children, Young People and Education Cabinet Committee', email: 'childrens.cabinet.committee@kent.example' },
    'cabinet-member-adult-social-care',
  ],
  cabinetCommittee: { name: committee, date: '2017-11-22' },
  documents: [
    { title: 'EqIA: 16-25 Accommodation Programme', access: 'open', kind: 'equality-assessment' },
    { title: 'EqIA: supplementary, on this decision', access: 'open', kind: 'equality-assessment' },
    { title: 'Sufficiency Strategy', access: 'open', kind: 'background-paper' },
    { title: 'Joint Homeless Protocol for 16 and 17 year olds', access: 'open', kind: 'background-paper' },
  ],
  publicAccess: { kind: 'open', paragraphs: [] },
  contracts: [
    {
      title: 'Housing Related Support for young people: interim',
      start: '2018-04-01',
      end: '2018-09-30',
      extensionOptions: [],
      replaces: [],
      outcome: 'award',
    },
    {
      title: 'Supported Accommodation Service',
      start: '2018-10-01',
      end: '2023-09-30',
      extensionOptions: [],
      replaces: [],
      outcome: 'award',
    },
  ],
  targetDecisionDate: '2017-11-23',
};

const facts: Fact[] = [
  { text: 'Roger Gough', line: 7 },
  { text: 'Cabinet Member for Children, Young People and Education Services', line: 8 },
  { text: '17/00102', line: 13 },
  { text: 'more than 2 electoral divisions', line: 19 },
  { text: 'more than £1m', line: 19 },
  { text: '16 & 17 year olds', line: 21 },
  { text: '1 April 2018', line: 25 },
  { text: '30 September 2018', line: 25 },
  { text: '1 October 2018', line: 26 },
  { text: '30 September 2023', line: 26 },
  { text: 'Corporate Director of Children, Young People and Education', line: 27 },
  { text: 'Housing Related Support (HRS)', line: 29 },
  { text: 'Sufficiency Strategy', line: 33 },
  { text: 'Kent Joint Policy and Planning Board', line: 35 },
  { text: 'Joint Homeless Protocol', line: 35 },
  { text: 'Corporate Parent', line: 39 },
  { text: 'bed and breakfast', line: 40 },
  { text: '31 March 2018', line: 47 },
  { text: 'September 2018', line: 47 },
  { text: 'Single Source Action', line: 47 },
  { text: 'six months', line: 47 },
  { text: 'Children Act 1989', line: 51 },
  { text: 'UASC', line: 53 },
  { text: '16-25 Accommodation Programme', line: 57 },
  { text: 'Children, Young People and Education Cabinet Committee', line: 61 },
  { text: '22 November 2017', line: 61 },
  { text: 'Live Well Kent', line: 65 },
  { text: 'Sevenoaks and Thanet', line: 67 },
];

const history: Act[] = [
  { at: '2017-09-29T09:00:00Z', act: 'draft', by: officer, assumed: true },
  { at: '2017-10-02T09:00:00Z', act: 'submit', assumed: true },
  { at: '2017-10-04T10:00:00Z', act: 'approve-clearance', post: 's151-officer', words: 'Cleared.', assumed: true },
  { at: '2017-10-05T10:00:00Z', act: 'approve-clearance', post: 'monitoring-officer', words: 'Cleared.', assumed: true },
  { at: '2017-10-09T10:00:00Z', act: 'approve-clearance', post: 'corporate-director-children', words: 'Cleared.', assumed: true },
  {
    at: '2017-10-17T09:00:00Z',
    act: 'publish-notice',
    route: 'ordinary',
    assumed: true,
    note: 'The earliest lawful day is then 15 November 2017; the committee of 22 November is still to come.',
  },
];

/** Kent 17/00102: still proposed, key on both grounds, with short contracts so that two families of them end together. */
export const kent1700102: SeedDecision = {
  council: 'kent',
  number: '17/00102',
  source: 'Kent County Council, proposed record of decision 17/00102',
  proposal,
  facts,
  history,
};

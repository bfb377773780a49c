import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import type { Act, Fact, SeedDecision } from './seed-decision.ts';

const committee = 'Adult Social Care Cabinet Committee';
const officer = { sub: 'simon.mitchell', name: 'Simon Mitchell', email: 'simon.mitchell@kent.example' };

const proposal: Proposal = {
  subject: 'Procurement of the Property Security Element of the Countywide Sanctuary Access for Eligible Residents (SAFER) Scheme',
  decisionMaker: 'cabinet-member-adult-social-care',
  department: 'Social Care, Health & Wellbeing',
  leadDirector: 'corporate-director-adult-social-care',
  contact: { name: 'Simon Mitchell', title: 'Senior Commissioner', email: 'simon.mitchell@kent.example' },
  proposedDecision: [
    'Approve that the property security part of the countywide Sanctuary Access for Eligible Residents (SAFER) Scheme be procured.',
    'Delegate to the Corporate Director Adult Social Care and Health the steps that the procurement needs.',
  ],
  background:
    'Under the Domestic Abuse Act 2021 (the DA Act) Kent County Council has to find out what is needed, publish a strategy for it, and commission support for survivors of domestic abuse in safe accommodation. Since 2021 £12.6m of new grant has come from the Department of Levelling Up Housing and Communities (DLUHC) to do so, for the years until 2025.\n\nSafe accommodation, as the Act defines it, is a refuge, a Sanctuary Scheme, or move-on or dispersed accommodation. A Sanctuary Scheme fits security to a home so that survivors who choose to stay there can do so safely, and gives those living in it specialist help.\n\nThe SAFER Scheme was designed together with survivors and stakeholders, with possible providers, and with other councils whose own schemes have done well. It has three aims above others: that people can stay in their own homes, near those who support them; that they are safer and in better health; and that harm is prevented. It is hoped too that risk falls, that families and friends stay close and families stay together, that groups poorly served find support more easily, and that fewer offences are repeated.\n\nThe scheme has three service elements. This decision is about the property security element only, to be bought through a competitive procedure.',
  reasons:
    'The countywide needs assessment found a gap: where someone lives in Kent decides what sanctuary they are offered. Option 4 is preferred: one countywide scheme with a single point of access, property security, and a support package for adults. It answers the assessment and the Council’s duties in law, opens safe accommodation to groups who have had least of it, and makes the offer and its referral routes the same everywhere. A single contract and a single procurement cost less; contracts already in place can be used, which saves more; and the Council has the commissioning and procurement staff for it.',
  financialImplications: {
    summary:
      'The service is to start on 1 August 2023, and the DA Act funding pays for all of it: £12.6m of new grant from DLUHC since 2021, until 2025. The contract is for two years, with two options to extend by one year each. The first two years cost £800,000 and the two option years together £800,000: £1,600,000 in all, within the approved budget. The option years are priced as one sum, of which half is shown against each.\n\nThe figures were modelled after talking at length with the market and with other authorities that run such a scheme. Bidders will be chosen by competitive tender. In case the Government grant does not go on, talks with all stakeholders will look for lasting money for property security and for an integrated service paid for in partnership from year three.',
    expenditure: [
      {
        description: 'First two years',
        kind: 'initial-term',
        class: 'revenue',
        amountPence: 80_000_000,
        contract: 'SAFER property security',
      },
      {
        description: 'Two options of one year each',
        kind: 'extension-option',
        class: 'revenue',
        amountPence: 80_000_000,
        contract: 'SAFER property security',
      },
    ],
    savings: [],
    funding: [{ source: 'DLUHC Domestic Abuse Act grant, £12.6m until 2025', amountPence: 1_260_000_000, ringFenced: true }],
  },
  divisionsAffected: 'all',
  legalImplications:
    'The law changed in 2021, and councils now owe duties to people in safe accommodation. The SAFER Scheme, property security included, will meet them under the Domestic Abuse Act 2021. The procurement will keep to the Public Contracts Regulations 2015 and to the Council’s guidance, Spending the Council’s Money.',
  equalityImplications: {
    status: 'full',
    date: '2023-02-01',
    words:
      'An Equality Impact Assessment is complete and found nothing likely to do harm. It is a live document and will be revised as the procurement goes on. The published entry gives no date; the one shown is assumed.',
  },
  dataProtectionImplications: {
    status: 'to-follow',
    words: 'There will be a full Data Protection Impact Assessment (DPIA) for the new service, changed as need be.',
  },
  alternatives: [
    {
      option: 'Option 1: do nothing.',
      reasonRejected:
        'The Needs Assessment shows sanctuary offered unevenly over the county, to the cost of survivors and their children. The gap would stay, and the Council would not be doing what the law requires.',
    },
    {
      option:
        'Option 2: pass the money and the duty for property security to the districts and boroughs, and commission support for the adults whose homes are secured.',
      reasonRejected:
        'Many procurements would follow and the savings of buying together would go. With 12 separate offers and as many ways to be referred, survivors and those who refer them would be left unsure of the route.',
    },
    {
      option:
        'Option 3: procure a Sanctuary Scheme, property security with support for adults, only where there is none: Canterbury, Gravesham, Thanet, Dover, Sevenoaks, Tonbridge and Malling, and Tunbridge Wells.',
      reasonRejected:
        'There would be 7 separate offers with 7 ways in. Each would need a clear route to support for adults and to the new children’s service (to be procured in April 2023). It would be hard to do, hard to make equal across the county, and would lose the full savings of buying together.',
    },
  ],
  consultees: [
    { name: 'Members of the Adult Social Care Cabinet Committee', email: 'adult.cabinet.committee@kent.example' },
    { name: 'District and borough councils in Kent', email: 'community.safety@districts.example', external: true },
  ],
  cabinetCommittee: { name: committee, date: '2023-03-15' },
  documents: [
    { title: 'Report to the Cabinet Committee: SAFER Scheme, property security', access: 'open', kind: 'report' },
    { title: 'Equality Impact Assessment: SAFER Scheme', access: 'open', kind: 'equality-assessment' },
    { title: 'Countywide assessment of need for support in safe accommodation', access: 'open', kind: 'background-paper' },
  ],
  publicAccess: { kind: 'open', paragraphs: [] },
  contracts: [
    {
      title: 'SAFER property security',
      start: '2023-08-01',
      end: '2025-07-31',
      extensionOptions: [
        { months: 12, amountPence: 40_000_000 },
        { months: 12, amountPence: 40_000_000 },
      ],
      replaces: [],
      outcome: 'procure',
      valuePence: 80_000_000,
    },
  ],
  targetDecisionDate: '2023-04-05',
};

const facts: Fact[] = [
  { text: '23/00022', line: 9 },
  { text: 'Sanctuary Access for Eligible Residents (SAFER) Scheme', line: 9 },
  { text: 'Corporate Director Adult Social Care and Health', line: 15 },
  { text: 'Domestic Abuse Act 2021', line: 23 },
  { text: 'Department of Levelling Up Housing and Communities', line: 23 },
  { text: '£12.6m', line: 23 },
  { text: 'until 2025', line: 23 },
  { text: 'Option 1', line: 43 },
  { text: 'Option 2', line: 47 },
  { text: '12 separate', line: 47 },
  { text: 'Option 3', line: 51 },
  { text: 'Canterbury, Gravesham, Thanet, Dover, Sevenoaks, Tonbridge and Malling', line: 51 },
  { text: 'Tunbridge Wells', line: 51 },
  { text: '7 separate', line: 51 },
  { text: 'April 2023', line: 51 },
  { text: 'Option 4', line: 55 },
  { text: 'single point of access', line: 55 },
  { text: 'three aims', line: 67 },
  { text: 'three service elements', line: 91 },
  { text: '1 August 2023', line: 109 },
  { text: 'two years', line: 109 },
  { text: 'one year each', line: 109 },
  { text: '£800,000', line: 131 },
  { text: '£1,600,000', line: 141 },
  { text: 'year three', line: 145 },
  { text: 'Data Protection Impact Assessment', line: 153 },
  { text: '7 March 2023', line: 163 },
  { text: '5 April 2023', line: 165 },
  { text: 'Cabinet Member for Adult Social Care and Public Health', line: 167 },
  { text: 'Richard Smith', line: 169 },
  { text: 'Social Care, Health & Wellbeing', line: 171 },
  { text: 'Simon Mitchell', line: 173 },
  { text: 'Senior Commissioner', line: 173 },
  { text: '15 March 2023', line: 177 },
  { text: 'Public Contracts Regulations 2015', line: 179 },
  { text: 'Spending the Council’s Money', line: 179 },
  { text: 'Equality Impact Assessment', line: 181 },
];

const history: Act[] = [
  { at: '2023-02-06T09:00:00Z', act: 'draft', by: officer, assumed: true },
  { at: '2023-02-07T09:00:00Z', act: 'submit', assumed: true },
  { at: '2023-02-09T10:00:00Z', act: 'approve-clearance', post: 's151-officer', words: 'Cleared.', assumed: true },
  { at: '2023-02-13T10:00:00Z', act: 'approve-clearance', post: 'monitoring-officer', words: 'Cleared.', assumed: true },
  { at: '2023-02-15T10:00:00Z', act: 'approve-clearance', post: 'corporate-director-adult-social-care', words: 'Cleared.', assumed: true },
  { at: '2023-03-07T09:00:00Z', act: 'publish-notice', route: 'ordinary' },
  {
    at: '2023-03-15T13:00:00Z',
    act: 'record-committee-outcome',
    committee,
    date: '2023-03-15',
    outcome: 'endorsed',
    words: 'The Committee discussed the proposal and endorsed what it recommends.',
  },
  {
    at: '2023-04-05T13:00:00Z',
    act: 'decide',
    post: 'cabinet-member-adult-social-care',
    interests: [{ name: 'The Cabinet Member for Adult Social Care and Public Health', interest: 'none' }],
    words: 'Agreed.',
    assumed: true,
    note: 'The published entry says not before 5 April 2023, and that the recommendations were approved.',
  },
  { at: '2023-04-05T15:00:00Z', act: 'publish-record', assumed: true },
  { at: '2023-04-15T05:00:00Z', act: 'take-effect', assumed: true },
];

/** Kent 23/00022: key only because extension options count, and noticed for 28 clear days exactly. */
export const kent2300022: SeedDecision = {
  council: 'kent',
  number: '23/00022',
  source: 'Kent County Council, forthcoming executive decision 23/00022',
  proposal,
  facts,
  history,
};

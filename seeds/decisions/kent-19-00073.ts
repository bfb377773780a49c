import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import type { Act, Fact, SeedDecision } from './seed-decision.ts';

const committee = 'Children, Young People and Education Cabinet Committee';
const officer = { sub: 'refugee-resettlement-manager', name: 'Ms Grosskopf', email: 'refugee.resettlement@kent.example' };
const tender = 'Commission the support service for resettled refugees in Kent through a competitive tender.';

const proposal: Proposal = {
  subject: 'Proposed Commissioning of Refugee Resettlement Support in Kent',
  decisionMaker: 'cabinet-member-children',
  department: 'Children, Young People and Education',
  leadDirector: 'corporate-director-children',
  contact: {
    name: 'Ms Grosskopf',
    title: 'Refugee Resettlement Programme Manager, Strategic and Corporate Services',
    email: 'refugee.resettlement@kent.example',
  },
  proposedDecision: [
    tender,
    'Delegate to the Corporate Director of Children, Young People and Education how the commissioning is run and how the new contracts are brought in.',
  ],
  background:
    'In 2015/16 every district housing authority in the county, and Kent County Council (KCC) itself, settled that KCC would organise support for the refugees who came to Kent under the Syrian Vulnerable Persons Relocation Scheme (VPRS). Ashford and Canterbury were left out: they look after those who settle there.\n\nTo be ready for the families as they came, KCC made grant agreements with organisations able to help. Three providers are paid by grant each year.\n\nThe service covers only the VPRS today. The tender is meant to take in the Vulnerable Children’s Resettlement Scheme, which works in almost the same way, for people who arrive up to Spring 2020; after that the UK Resettlement Scheme, which takes over from both and goes further; and any later scheme that is set up and paid for along the same lines. Further local authorities can join the contract if they have to.\n\nKCC keeps the running and co-ordination of the scheme. The district housing authorities go on deciding, as they do now, how many families come and which homes they have.',
  reasons:
    'Casework with each family, and getting homes ready, should move from grants to contracts. That gives the scheme a sound contractual footing, lets any provider who wishes to bid do so, and allows one specification for every resettlement scheme, present and to come.',
  financialImplications: {
    summary:
      'For the families already here and those expected up to April 2020, all the contracts together come to something like £1.5 million to £2 million. Every ten new families who come after April 2020 could add £0.5 million to £0.7 million, each family being supported for up to 5 years. No upper limit is put on their number.\n\nA secure, ring-fenced Government grant goes with each refugee for the 5 years of support and meets the whole cost. It would normally be paid to the district housing authority responsible; in Kent, KCC runs it for them. Neither KCC’s main budget nor any district’s is drawn on. From the start of the scheme in Kent in December 2015 spending has stayed within the money received, and the KCC Budget carries it as a “net nil” line.',
    expenditure: [
      {
        description: 'All contracts: present families and those expected up to April 2020',
        kind: 'initial-term',
        class: 'revenue',
        amountPence: 150_000_000,
        upToPence: 200_000_000,
      },
    ],
    growth: {
      per: 'ten new families resettled after April 2020, each for up to 5 years',
      amountPence: 50_000_000,
      upToPence: 70_000_000,
      maximumUnits: null,
    },
    savings: [],
    funding: [{ source: 'Government grant attached to each refugee for 5 years', ringFenced: true }],
  },
  divisionsAffected: 'all',
  legalImplications: 'The published record has no section on legal implications.',
  equalityImplications: {
    status: 'not-required',
    words: 'The published record has no section on equality; the status shown is a placeholder.',
  },
  dataProtectionImplications: {
    status: 'not-required',
    words: 'The published record has no section on data protection; the status shown is a placeholder.',
  },
  alternatives: [
    {
      option: 'Carry on as now: the existing three providers, paid by annual grants.',
      reasonRejected: 'Grants leave the scheme without a firm contract and give other providers no chance to bid.',
    },
    { option: 'Bring the support into a team of KCC’s own.', reasonRejected: 'The record lists this and gives no reason against it.' },
    {
      option: 'Hand the duty and its budget back to the districts.',
      reasonRejected: 'The record lists this and gives no reason against it.',
    },
    {
      option:
        'Commission outside the council in one of three ways: one provider for all of Kent, a Dynamic Purchasing System, or a Framework Contract with Lots for different areas.',
      reasonRejected: 'Commissioning outside the council is what is proposed; the record does not say which of the three ways was chosen.',
    },
  ],
  consultees: [{ name: 'District housing authorities in Kent', email: 'housing.authorities@districts.example', external: true }],
  cabinetCommittee: { name: committee, date: '2019-10-01' },
  documents: [{ title: 'Report to the Cabinet Committee: commissioning refugee resettlement support', access: 'open', kind: 'report' }],
  publicAccess: { kind: 'open', paragraphs: [] },
  contracts: [],
  targetDecisionDate: '2019-10-16',
};

const facts: Fact[] = [
  { text: 'Roger Gough', line: 7 },
  { text: 'Cabinet Member for Children, Young People and Education', line: 9 },
  { text: '19/00073', line: 13 },
  { text: 'competitive tender', line: 23 },
  { text: 'Corporate Director of Children, Young People and Education', line: 50 },
  { text: '2015/16', line: 28 },
  { text: 'Syrian Vulnerable Persons Relocation Scheme', line: 28 },
  { text: 'Ashford and Canterbury', line: 28 },
  { text: 'Vulnerable Children’s Resettlement Scheme', line: 32 },
  { text: 'Spring 2020', line: 32 },
  { text: 'UK Resettlement Scheme', line: 32 },
  { text: '£1.5 million to £2 million', line: 38 },
  { text: '£0.5 million to £0.7 million', line: 38 },
  { text: 'ten new families', line: 38 },
  { text: 'April 2020', line: 38 },
  { text: 'up to 5 years', line: 38 },
  { text: 'December 2015', line: 40 },
  { text: 'net nil', line: 40 },
  { text: 'ring-fenced', line: 48 },
  { text: 'Ms Grosskopf', line: 44 },
  { text: 'Refugee Resettlement Programme Manager', line: 44 },
  { text: 'Ms Holden', line: 44 },
  { text: 'Head of Strategic Commissioning', line: 44 },
  { text: 'three instalments', line: 48 },
  { text: 'in consultation with the Cabinet Member for Children, Young People and Education', line: 50 },
  { text: 'three providers', line: 58 },
  { text: 'annual grants', line: 58 },
  { text: 'Dynamic Purchasing System', line: 58 },
  { text: 'Framework Contract with Lots', line: 58 },
  { text: 'None', line: 60 },
  { text: '16 October 2019', line: 64 },
];

const history: Act[] = [
  { at: '2019-08-19T09:00:00Z', act: 'draft', by: officer, assumed: true },
  { at: '2019-08-20T09:00:00Z', act: 'submit', assumed: true },
  { at: '2019-08-22T10:00:00Z', act: 'approve-clearance', post: 's151-officer', words: 'Cleared.', assumed: true },
  { at: '2019-08-23T10:00:00Z', act: 'approve-clearance', post: 'monitoring-officer', words: 'Cleared.', assumed: true },
  { at: '2019-08-28T10:00:00Z', act: 'approve-clearance', post: 'corporate-director-children', words: 'Cleared.', assumed: true },
  {
    at: '2019-09-09T09:00:00Z',
    act: 'publish-notice',
    route: 'ordinary',
    assumed: true,
    note: 'On or before 17 September 2019 for 28 clear days before 16 October.',
  },
  {
    at: '2019-10-01T12:00:00Z',
    act: 'record-committee-outcome',
    committee,
    date: '2019-10-01',
    outcome: 'amended',
    words:
      'Ms Grosskopf presented the report; Ms Holden (Head of Strategic Commissioning) was there with her. Asked about the secure, ring-fenced grant that follows each refugee, Ms Grosskopf said that it arrives in three instalments over the year. The Committee changed the second part, so that the Corporate Director acts in consultation with the Cabinet Member, and resolved on the proposal in that form.',
    proposedDecision: [
      tender,
      'Delegate to the Corporate Director of Children, Young People and Education, in consultation with the Cabinet Member for Children, Young People and Education, how the commissioning is run and how the new contracts are brought in.',
    ],
    assumed: true,
    note: 'The outcome is in the record and its date is not; the committee met on 1 October 2019.',
  },
  {
    at: '2019-10-16T13:00:00Z',
    act: 'decide',
    post: 'cabinet-member-children',
    interests: [{ name: 'Roger Gough', interest: 'none' }],
    words: 'Agreed as the Committee amended it.',
  },
  { at: '2019-10-17T09:00:00Z', act: 'publish-record' },
  { at: '2019-10-25T05:00:00Z', act: 'take-effect' },
];

/** Kent 19/00073: a range with growth that has no cap, paid for by grant, and wording that a committee changed. */
export const kent1900073: SeedDecision = {
  council: 'kent',
  number: '19/00073',
  source: 'Kent County Council, record of decision 19/00073',
  proposal,
  facts,
  history,
};

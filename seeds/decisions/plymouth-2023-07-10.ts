import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import type { Act, Fact, SeedDecision } from './seed-decision.ts';

const officer = { sub: 'head-of-commissioning', name: 'Emma Crowther', email: 'head.of.commissioning@plymouth.example' };
const housing = 'Cabinet Member for Housing, Co-operative Development and Communities';

const proposal: Proposal = {
  subject: 'Commissioning of Resettlement Support Service (formerly a Refugee Integration and Support Service)',
  decisionMaker: 'cabinet',
  department: 'People',
  leadDirector: 'strategic-director-people',
  contact: { name: 'Emma Crowther', title: 'Interim Head of Commissioning', email: 'head.of.commissioning@plymouth.example' },
  proposedDecision: [
    'Approve the business case for the resettlement support service, and with it the way it is to be procured, so that people go on having help to settle and take part in the city.',
    'Delegate to the Strategic Director for People the award of the contract or contracts, in so far as that authority is not held already.',
    'Ensure that providers show co-production and co-delivery to be central to the service, so that local providers and people with lived experience are clearly heard in how it is run as well as in what it does.',
  ],
  background:
    'Plymouth is a dispersal city under the Immigration and Asylum Act 1999, and was proud to take in refugees and help them settle before that Act as well as after it. About 350 asylum seekers live at any one time in dispersal housing that the Home Office commissions in the city, and the number is going up.\n\nA Refugee Integration Service went before this one. It helped new arrivals find their way in an unfamiliar culture and its institutions, so that they could settle, make ties and add to the life of the city.',
  reasons:
    'Many refugees have been through trauma at home, on the way here and again while waiting for status, so legal help, education, work and better housing all matter. Commissioning the service afresh eases their settling in once they have refugee status. Voluntary and community organisations all over the city are an essential part of it.\n\nThe service will build on people’s own strengths and give help with finding housing, with English, with earning a living and with belonging. It should draw communities in Plymouth closer and help other organisations understand other cultures. It will take its lessons from what worked before and what did not, and follow who is arriving now and what the law now asks.',
  financialImplications: {
    summary:
      'The minutes give no value for the service, and none is put here. It is paid for jointly by Community Connections, Strategic Commissioning and the NHS Devon Integrated Care Board.',
    expenditure: [],
    savings: [],
    funding: [
      { source: 'Community Connections', ringFenced: false },
      { source: 'Strategic Commissioning', ringFenced: false },
      { source: 'NHS Devon Integrated Care Board', ringFenced: false },
    ],
  },
  divisionsAffected: 'all',
  legalImplications:
    'The city is a dispersal area under the Immigration and Asylum Act 1999. The minutes have no other section on legal implications.',
  equalityImplications: {
    status: 'full',
    date: '2023-05-31',
    words:
      'A signed equality impact assessment went to the meeting with the business case. Its date is not in the minutes; the one shown is assumed.',
  },
  dataProtectionImplications: {
    status: 'not-required',
    words: 'The minutes say nothing on data protection; the status shown is a placeholder.',
  },
  alternatives: [],
  consultees: [
    { name: 'NHS Devon Integrated Care Board', email: 'commissioning@nhs-devon.example', external: true },
    { name: 'Voluntary and community organisations', email: 'resettlement@community-sector.example', external: true },
  ],
  documents: [
    { title: 'Resettlement Support Business Case, Part One', access: 'open', kind: 'report' },
    { title: 'Equality impact assessment: resettlement support', access: 'open', kind: 'equality-assessment' },
  ],
  publicAccess: { kind: 'open', paragraphs: [] },
  contracts: [],
  targetDecisionDate: '2023-07-10',
};

const facts: Fact[] = [
  { text: 'Resettlement Support Service', line: 3 },
  { text: 'Refugee Integration and Support Service', line: 3 },
  { text: '10 July 2023', line: 5 },
  { text: 'Councillor Chris Penberthy', line: 7 },
  { text: housing, line: 7 },
  { text: 'Immigration and Asylum Act 1999', line: 9 },
  { text: 'Refugee Integration Service', line: 15 },
  { text: '350 asylum seekers', line: 19 },
  { text: 'Home Office', line: 19 },
  { text: 'Emma Crowther', line: 23 },
  { text: 'Interim Head of Commissioning', line: 23 },
  { text: 'Community Connections', line: 27 },
  { text: 'Strategic Commissioning', line: 27 },
  { text: 'NHS Devon Integrated Care Board', line: 27 },
  { text: 'business case', line: 37 },
  { text: 'Strategic Director for People', line: 39 },
  { text: 'co-production and co-delivery', line: 41 },
  { text: 'lived experience', line: 41 },
];

const history: Act[] = [
  { at: '2023-05-22T09:00:00Z', act: 'draft', by: officer, assumed: true },
  { at: '2023-05-31T15:00:00Z', act: 'submit', assumed: true },
  { at: '2023-06-02T10:00:00Z', act: 'approve-clearance', post: 's151-officer', words: 'Cleared.', assumed: true },
  { at: '2023-06-05T10:00:00Z', act: 'approve-clearance', post: 'monitoring-officer', words: 'Cleared.', assumed: true },
  { at: '2023-06-06T10:00:00Z', act: 'approve-clearance', post: 'strategic-director-people', words: 'Cleared.', assumed: true },
  {
    at: '2023-06-09T09:00:00Z',
    act: 'publish-notice',
    route: 'ordinary',
    assumed: true,
    note: 'On or before 11 June 2023 for 28 clear days before 10 July.',
  },
  {
    at: '2023-07-10T14:00:00Z',
    act: 'decide',
    post: 'cabinet',
    interests: [{ name: 'Cabinet', interest: 'none' }],
    words: 'Agreed.',
    meeting: {
      date: '2023-07-10',
      present: [
        'leader',
        'deputy-leader',
        'cabinet-member-adult-social-care',
        'cabinet-member-children',
        'cabinet-member-environment',
        'cabinet-member-finance',
        'cabinet-member-highways',
        'cabinet-member-housing',
      ],
      introducedBy: `Councillor Chris Penberthy (${housing})`,
      points: [
        'Plymouth became a dispersal city under the Immigration and Asylum Act 1999; it took in refugees before that and is proud to have done so ever since.',
        'The city’s services showed new arrivals a way through its culture and organisations, so that they settled, made ties and took part.',
        'Refugees had often suffered at home, on the journey and while waiting for status; legal support, education, jobs and housing needed to be better.',
        'The report asked for the Refugee Integration Service to be commissioned again, so that people with refugee status settled in smoothly.',
        'Voluntary and community organisations throughout the city gave support that could not be done without.',
        'Some 350 asylum seekers were in Home Office dispersal housing in Plymouth at any time, and the figure was rising.',
        'Emma Crowther (Interim Head of Commissioning): Community Connections, Strategic Commissioning and the NHS Devon Integrated Care Board paid for the service together; it started from people’s strengths and helped with housing, English, work and community life.',
        'Emma Crowther: communities would be drawn closer, and other organisations helped to understand other cultures.',
        'Emma Crowther: it would learn from what had worked and what had not, and follow present migration and the newest law.',
      ],
      conditions: [{ resolution: 2, words: 'Only in so far as the Strategic Director for People does not hold the authority already.' }],
    },
    note: 'The minutes name no one as absent; that all were present is assumed. No interests were declared at the meeting.',
  },
  { at: '2023-07-11T09:00:00Z', act: 'publish-record', assumed: true },
  { at: '2023-07-19T05:00:00Z', act: 'take-effect', assumed: true },
];

/** Plymouth, 10 July 2023: Cabinet deciding together, three resolutions, one of them conditional, and no value given. */
export const plymouth20230710: SeedDecision = {
  council: 'plymouth',
  number: null,
  source: 'Plymouth City Council, decisions of Cabinet, 10 July 2023',
  proposal,
  facts,
  history,
};

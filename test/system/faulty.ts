import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { safer } from './walk.ts';

type Faulty = { name: string; sent: unknown; paths: string[] };

const money = (line: Record<string, unknown>): unknown => ({
  financialImplications: {
    ...safer().financialImplications,
    expenditure: [{ description: 'One', kind: 'one-off', amountPence: 1, ...line }],
  },
});
const amount = 'financialImplications.expenditure.0.amountPence';
const contract = (dates: Record<string, unknown>): unknown => ({
  contracts: [{ title: 'A', extensionOptions: [], replaces: [], outcome: 'award', ...dates }],
});
const savings = (saving: unknown): unknown => ({ financialImplications: { ...safer().financialImplications, savings: [saving] } });

/** A part of a proposal that is wrong, and where its faults are. */
export const faulty: Faulty[] = [
  { name: 'a decision maker that is no post', sent: { decisionMaker: 'cabinet-member-magic' }, paths: ['decisionMaker'] },
  { name: 'a decision maker that is no id', sent: { decisionMaker: 'Cabinet Member; DROP TABLE' }, paths: ['decisionMaker'] },
  { name: 'a decision maker from the prototype', sent: { decisionMaker: 'constructor' }, paths: ['decisionMaker'] },
  { name: 'a decision maker with no power to decide', sent: { decisionMaker: 'scrutiny-chair' }, paths: ['decisionMaker'] },
  { name: 'a director that is no post', sent: { leadDirector: 'director-of-nothing' }, paths: ['leadDirector'] },
  { name: 'a consultee that is no post', sent: { consultees: ['monitoring-officer', 'nobody-here'] }, paths: ['consultees.1'] },
  {
    name: 'divisions the council does not have',
    sent: { divisionsAffected: ['Ashford Central', 'Gotham', 'ashford central'] },
    paths: ['divisionsAffected.1', 'divisionsAffected.2'],
  },
  { name: 'a division named twice', sent: { divisionsAffected: ['Ashford Central', 'Ashford Central'] }, paths: ['divisionsAffected.1'] },
  { name: 'a division word that is none', sent: { divisionsAffected: 'most' }, paths: ['divisionsAffected'] },
  { name: 'negative pence', sent: money({ amountPence: -1 }), paths: [amount] },
  { name: 'half a penny', sent: money({ amountPence: 0.5 }), paths: [amount] },
  { name: '2^53 pence', sent: money({ amountPence: 2 ** 53 }), paths: [amount] },
  { name: 'more than the most', sent: money({ amountPence: 10_000_000_000_001 }), paths: [amount] },
  { name: 'pence as text', sent: money({ amountPence: '80000000' }), paths: [amount] },
  { name: 'pence as nothing', sent: money({ amountPence: null }), paths: [amount] },
  { name: 'a range upside down', sent: money({ amountPence: 2, upToPence: 1 }), paths: ['financialImplications.expenditure.0.upToPence'] },
  { name: 'annual cost for no number of years', sent: money({ kind: 'annual' }), paths: ['financialImplications.expenditure.0.years'] },
  {
    name: 'a negative saving',
    sent: savings({ description: 'A', amountPence: -5 }),
    paths: ['financialImplications.savings.0.amountPence'],
  },
  { name: 'a contract that ends before it starts', sent: contract({ start: '2023-08-01', end: '2023-07-31' }), paths: ['contracts.0.end'] },
  { name: 'a contract without dates', sent: contract({}), paths: ['contracts.0.start'] },
  { name: 'a date that does not exist', sent: { targetDecisionDate: '2023-02-29' }, paths: ['targetDecisionDate'] },
  { name: 'a date with a time', sent: { targetDecisionDate: '2023-04-05T00:00:00Z' }, paths: ['targetDecisionDate'] },
  { name: 'a date as the British write it', sent: { consultationClosesOn: '05/04/2023' }, paths: ['consultationClosesOn'] },
  { name: 'a date of another age', sent: { targetDecisionDate: '9999-01-01' }, paths: ['targetDecisionDate'] },
  { name: 'no resolution', sent: { proposedDecision: [] }, paths: ['proposedDecision'] },
  { name: 'an empty resolution', sent: { proposedDecision: ['Approve', ' \n '] }, paths: ['proposedDecision.1'] },
  { name: 'a resolution that is no text', sent: { proposedDecision: [{ text: 'Approve' }] }, paths: ['proposedDecision.0'] },
  { name: 'a null character', sent: { subject: 'Property\u0000security' }, paths: ['subject'] },
  { name: 'an escape character', sent: { background: 'Red \u001b[31m text' }, paths: ['background'] },
  { name: 'text turned round', sent: { reasons: 'Approve \u202egnihton' }, paths: ['reasons'] },
  {
    name: 'a second line in a subject, as for a second header',
    sent: { subject: 'Security\r\nBcc: somebody@elsewhere.example' },
    paths: ['subject'],
  },
  {
    name: 'two addresses in one',
    sent: { consultees: [{ name: 'A', email: 'a@kent.example, b@kent.example' }] },
    paths: ['consultees.0.email'],
  },
  {
    name: 'a link that runs',
    sent: { documents: [{ title: 'A', url: 'javascript:alert(1)', access: 'open' }] },
    paths: ['documents.0.url'],
  },
  {
    name: 'paragraph 8 of seven',
    sent: { publicAccess: { kind: 'part-exempt', paragraphs: [8], publicInterest: 'It would harm' } },
    paths: ['publicAccess.paragraphs.0'],
  },
  {
    name: 'exempt for no reason',
    sent: { publicAccess: { kind: 'fully-exempt', paragraphs: [] } },
    paths: ['publicAccess.paragraphs', 'publicAccess.publicInterest'],
  },
  {
    name: 'fields that there are not',
    sent: { subjekt: 'A', status: 'effective', number: '23/00001' },
    paths: ['subjekt', 'status', 'number'],
  },
  { name: 'a field deep down that there is not', sent: { contact: { ...safer().contact, fax: '1' } }, paths: ['contact.fax'] },
  {
    name: 'the wrong kind everywhere',
    sent: { subject: 5, proposedDecision: 'Approve', contact: [], declaredKey: 'yes', consultees: {} },
    paths: ['subject', 'proposedDecision', 'contact', 'declaredKey', 'consultees'],
  },
];

/** Bodies that are no proposal at all. */
export const bodies: [name: string, body: string][] = [
  ['not JSON', '{"subject": '],
  ['JSON twice', '{}{}'],
  ['a list', '[]'],
  ['text', '"subject"'],
  ['a number', '7'],
  ['null', 'null'],
  ['nothing', ''],
];

/** What is markup, a formula or a template elsewhere, and only words here. */
export const hostile = {
  subject: '<script>alert(1)</script> & "quotes" \'single\' =HYPERLINK("http://x.example") #{7*7} {{7*7}}',
  reasons: "</p><img src=x onerror=alert(2)><!-- \n@SUM(1+1)*cmd|'/C calc'!A0",
} satisfies Partial<Proposal>;

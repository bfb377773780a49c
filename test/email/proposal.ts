import type { Proposal } from '../../functions/proposal/proposal.schema.ts';

/** A proposal like Kent 23/00022, complete and lawful: two named consultees, one of them outside the council. */
export const aProposal = (over: Partial<Proposal> = {}): Proposal => ({
  subject: 'Property security for the sanctuary scheme',
  decisionMaker: 'cabinet-member-adult-social-care',
  department: 'Adult Social Care and Health',
  leadDirector: 'corporate-director-adult-social-care',
  contact: { name: 'A Commissioner', title: 'Senior Commissioner', phone: '01632 960000', email: 'commissioner@kent.example' },
  proposedDecision: ['Approve the procurement of the property security service', 'Delegate the actions needed to the Corporate Director'],
  background: 'Needs assessment.',
  reasons: 'Statutory duty to support survivors.',
  financialImplications: {
    summary: 'Met from grant.',
    expenditure: [
      { description: 'Initial two years', kind: 'initial-term', amountPence: 80_000_000 },
      { description: 'Two one-year options', kind: 'extension-option', amountPence: 80_000_000 },
    ],
    savings: [],
    funding: [{ source: 'Domestic Abuse Act grant', ringFenced: true }],
  },
  divisionsAffected: ['Ashford Central', 'Maidstone Central'],
  legalImplications: 'Domestic Abuse Act 2021.',
  equalityImplications: { status: 'full', date: '2023-02-01', words: 'No adverse effects found.' },
  dataProtectionImplications: { status: 'to-follow', words: 'DPIA to be completed.' },
  alternatives: [{ option: 'Do nothing', reasonRejected: 'Leaves the gap.' }],
  consultees: [
    { name: 'Community Safety', email: 'community-safety@kent.example' },
    { name: 'Refuge for All', email: 'hello@refuge.example', external: true },
  ],
  documents: [],
  publicAccess: { kind: 'open', paragraphs: [] },
  contracts: [],
  ...over,
});

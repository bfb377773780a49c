import type { ProposalView } from '../../functions/proposal/proposal.view.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { linkIn, type System } from './system.ts';

/** A proposal that nothing is missing from: the SAFER decision, key because its options reach £1.6m. */
export const safer = (over: Partial<Proposal> = {}): Proposal => ({
  subject: 'Property security for the sanctuary scheme',
  decisionMaker: 'cabinet-member-adult-social-care',
  department: 'Adult Social Care and Health',
  leadDirector: 'corporate-director-adult-social-care',
  contact: { name: 'A Commissioner', title: 'Senior Commissioner', phone: '01632 960000', email: 'commissioner@kent.example' },
  proposedDecision: ['Approve the procurement of the property security service', 'Delegate the actions needed to the Corporate Director'],
  background: 'A countywide needs assessment found a gap.',
  reasons: 'A duty to support survivors in safe accommodation.',
  financialImplications: {
    summary: 'Met in full from grant.',
    expenditure: [
      { description: 'Initial two years', kind: 'initial-term', amountPence: 80_000_000 },
      { description: 'Two one-year options', kind: 'extension-option', amountPence: 80_000_000 },
    ],
    savings: [],
    funding: [{ source: 'Domestic Abuse Act grant', ringFenced: true }],
  },
  divisionsAffected: 'all',
  legalImplications: 'Domestic Abuse Act 2021.',
  equalityImplications: { status: 'full', date: '2023-02-01', words: 'No adverse effects found.' },
  dataProtectionImplications: { status: 'to-follow', words: 'An assessment will be completed.' },
  alternatives: [{ option: 'Do nothing', reasonRejected: 'It leaves the gap.' }],
  consultees: [{ name: 'Community Safety', email: 'community-safety@kent.example' }],
  cabinetCommittee: { name: 'Adult Social Care Cabinet Committee', date: '2023-03-15' },
  documents: [],
  publicAccess: { kind: 'open', paragraphs: [] },
  contracts: [],
  ...over,
});

/** A proposal as the API answers it. */
export type View = ProposalView;

export type Walked = { id: string; number: string; get: () => Promise<ProposalView> };

const must = (what: string, { status, text }: { status: number; text: string }): void => {
  if (status >= 300) throw new Error(`${what}: ${status} ${text.slice(0, 600)}`);
};

/** A proposal drafted and submitted, in clearance. */
export const submitted = async (system: System, content: Proposal = safer(), sub = 'officer'): Promise<Walked> => {
  const officer = system.as('officer', sub);
  const made = await officer<ProposalView>('POST', '/api/proposals', content);
  must('draft', made);
  const { id } = made.json;
  const done = await officer<ProposalView>('POST', `/api/proposals/${id}/submit`, {});
  must('submit', done);
  return { id, number: done.json.number ?? '', get: async () => (await officer<ProposalView>('GET', `/api/proposals/${id}`)).json };
};

/** The links in the emails of one kind about one proposal, by the address each went to. */
export const linksOf = async (system: System, number: string, kind: string, least = 1): Promise<Map<string, string>> => {
  const mails = await system.waitFor((mail) => mail.subject.startsWith(number) && mail.kind === kind && linkIn(mail) !== undefined, least);
  return new Map(mails.map((mail) => [mail.to, linkIn(mail) ?? '']));
};

/** A proposal cleared by all three clearers, each by the link in their email. */
export const cleared = async (system: System, content?: Proposal): Promise<Walked> => {
  const walked = await submitted(system, content);
  for (const link of (await linksOf(system, walked.number, 'clearance-asked', 3)).values())
    must('clear', await system.answer(link, { response: 'approve', words: 'Cleared' }));
  return walked;
};

/** A proposal with its notice published by the clerk. */
export const noticed = async (
  system: System,
  content?: Proposal,
  notice: Record<string, string> = { route: 'ordinary' },
): Promise<Walked> => {
  const walked = await cleared(system, content);
  must('notice', await system.as('clerk')('POST', `/api/proposals/${walked.id}/notice`, notice));
  return walked;
};

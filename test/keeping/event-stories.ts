import type { Decision } from '../../functions/decision/decision.ts';
import type { Happening } from '../../functions/decision/events.ts';
import { evolve } from '../../functions/decision/evolve.ts';
import { seal } from '../../functions/decision/history.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { ContractStory } from '../contract/contract-story.ts';
import { awaiting, decided, drafted, inTurn, link, none, noticed, submitted, twoMembers, vacant } from '../decision/stories.ts';
import { clerk, officer, scrutiny, Story, submittedBy } from '../decision/story.ts';

/** A proposal of as few words as may be submitted, key by what it costs. */
const brief: Proposal = {
  subject: 'A service',
  decisionMaker: 'cabinet-member-adult-social-care',
  department: 'Adult Social Care and Health',
  leadDirector: 'corporate-director-adult-social-care',
  contact: { name: 'An Officer', title: 'Officer', email: 'officer@kent.example' },
  proposedDecision: ['Buy it'],
  background: 'Needed.',
  reasons: 'Needed.',
  financialImplications: {
    summary: 'Met.',
    expenditure: [{ description: 'All', kind: 'initial-term', amountPence: 160_000_000 }],
    savings: [],
    funding: [],
  },
  divisionsAffected: 'all',
  legalImplications: 'None.',
  equalityImplications: { status: 'not-required', words: 'None.' },
  dataProtectionImplications: { status: 'not-required', words: 'None.' },
  alternatives: [],
  consultees: [],
  documents: [],
  publicAccess: { kind: 'open', paragraphs: [] },
  contracts: [],
};
const consulted: Proposal = {
  ...brief,
  consultees: [
    { name: 'A Charity', email: 'charity@example.org' },
    { name: 'B Charity', email: 'b@example.org' },
    { name: 'C Charity', email: 'c@example.org' },
    { name: 'D Charity', email: 'd@example.org' },
  ],
};
const inPrivate: Proposal = {
  ...brief,
  decisionMaker: 'cabinet',
  publicAccess: { kind: 'part-exempt', paragraphs: [3], publicInterest: 'Prices.' },
};
const person = { name: 'A Person', email: 'person@kent.example' };
const small: Proposal = {
  ...brief,
  divisionsAffected: ['Ashford Central'],
  financialImplications: { ...brief.financialImplications, expenditure: [{ description: 'All', kind: 'initial-term', amountPence: 100 }] },
};

const why = { words: 'It cannot wait.', by: clerk };
const answersAgreement = (story: Story, response: 'agree' | 'refuse') =>
  story.does({ type: 'give-agreement', response, ...link(story, 'agreement'), words: 'Seen.' });
const approves = (story: Story) => story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
const checks = (story: Story) => story.does({ type: 'run-daily-check' });
const callsIn = (story: Story) =>
  story.does({ type: 'call-in-decision', requestedBy: twoMembers, grounds: ['Openness'], words: 'Why?', by: scrutiny });

/** What no command of these days leads to: it hangs on a bank holiday proclaimed after the record. */
const happens = (story: Story, happening: Happening): Story => {
  const { id, version, head } = story.decision as Decision;
  for (const event of seal([happening], { decisionId: id, version, head, at: story.now, by: clerk })) {
    story.events.push(event);
    story.decision = evolve(story.decision, event);
  }
  return story;
};

/** Lives of decisions, between them of everything that can happen to one. */
export const decisionStories: Record<string, () => Story> = {
  // Nobody can send half a character any more. It was stored while they could.
  'drafted with half a character': () => drafted({ content: { subject: 'A service \ud83d' } as Proposal }),
  returned: () => {
    const story = drafted({ content: { subject: 'A' } as Proposal }).does({ type: 'amend-proposal', content: brief });
    story.does({ type: 'submit-proposal' });
    return story.does({ type: 'give-clearance', response: 'return', ...link(story, 'clearance'), words: 'Which?' });
  },
  'declined in its turn, one of several': () => {
    const others = [{ number: '23/00009', subject: 'Another', expenditurePence: 100 }];
    const splitting = { shared: 'supplier', others, sumPence: 160_000_100, words: 'Together they pass it.' };
    const story = submitted({ content: brief, council: inTurn }).does({ type: 'point-out-splitting', splitting, by: clerk });
    story.does({ type: 'give-clearance', response: 'approve', ...link(story, 'clearance') });
    return story.does({ type: 'give-clearance', response: 'decline', ...link(story, 'clearance'), words: 'No.' });
  },
  'consulted and withdrawn': () => {
    const story = noticed({ content: consulted });
    const [first = '', second = '', third = ''] = story.open('consultation').map(({ stepId }) => stepId);
    story
      .does({ type: 'reissue-link', stepId: second, keepsLink: true, by: clerk })
      .does({ type: 'reissue-link', stepId: second, by: clerk });
    story.does({ type: 'delegate-step', stepId: first, to: { name: 'A Deputy', email: 'd@example.org' }, scheme: 'Cover', by: clerk });
    story.does({ type: 'answer-consultation', response: 'support', ...link(story, 'consultation') });
    story.does({ type: 'mark-undeliverable', stepId: third, words: 'No such mailbox', by: clerk });
    story.does({
      type: 'record-committee-outcome',
      committee: 'A committee',
      date: '2023-03-07',
      outcome: 'noted',
      words: 'Noted.',
      by: clerk,
    });
    return checks(checks(story.on('2023-03-14')).on('2023-04-06')).does({ type: 'withdraw-proposal', words: 'Overtaken.', by: officer });
  },
  'called in twice and superseded': () => {
    const story = callsIn(happens(decided({ content: brief }), { type: 'call-in-extended', closesOn: '2023-04-17' }));
    callsIn(story.does({ type: 'validate-call-in', valid: false, words: 'Not members.', by: clerk }));
    story.does({ type: 'validate-call-in', valid: true, words: 'Two members.', by: clerk });
    story.does({ type: 'conclude-call-in', outcome: 'reconsider', words: 'Again.', by: scrutiny });
    story.does({ type: 'reconsider-decision', outcome: 'confirmed', words: 'As before.', by: clerk });
    return checks(story.on('2023-04-20')).does({ type: 'supersede-decision', number: '23/00002', on: '2023-04-20' });
  },
  'corrected, put off, deferred and changed': () => {
    const story = awaiting({ content: brief }).does({ type: 'amend-proposal', content: { ...brief, reasons: 'Wanted.' } });
    story.does({ type: 'amend-proposal', content: { ...brief, targetDecisionDate: '2023-05-10' } });
    story
      .does({ type: 'defer-proposal', words: 'More work.', until: '2023-06-01', by: clerk })
      .does({ type: 'resume-proposal', by: clerk });
    return story.does({ type: 'amend-proposal', content: { ...brief, subject: 'Another service' } });
  },
  'urgent and in private': () => {
    const story = answersAgreement(noticed({ content: inPrivate, route: 'special-urgency' }), 'agree');
    answersAgreement(story.does({ type: 'ask-private-meeting-consent', ...why }), 'agree');
    return answersAgreement(story.does({ type: 'ask-call-in-waiver', ...why }), 'refuse');
  },
  'urgent no more, and asked of the next chair': () => {
    const story = noticed({ content: brief, route: 'special-urgency', council: vacant('scrutiny-chair', '2023-03-08') });
    story
      .does({ type: 'mark-undeliverable', stepId: 'agreement-1', words: 'No such mailbox', by: clerk })
      .does({ type: 'publish-notice', route: 'ordinary', by: clerk })
      .does({ type: 'ask-call-in-waiver', ...why });
    return story.on('2023-03-08').does({ type: 'ask-call-in-waiver', ...why });
  },
  'at short notice, which did not reach the chair': () =>
    noticed({ content: brief, route: 'general-exception' }).does({
      type: 'mark-notice-undeliverable',
      name: 'The Chair',
      email: 'chair@kent.example',
      words: 'No such mailbox',
    }),
  'at short notice, given by hand to the chair whom it did not reach': () => {
    const lost = { name: 'The Chair', email: 'chair@kent.example', words: 'No such mailbox' };
    const story = noticed({ content: brief, route: 'general-exception' }).does({ type: 'mark-notice-undeliverable', ...lost });
    return story
      .on('2023-03-09')
      .does({ type: 'record-written-notice', name: lost.name, givenOn: '2023-03-08', words: 'By hand', by: clerk });
  },
  'asked anew by a fresh link, and by cover, after an email that did not arrive': () => {
    const asked = { stepId: 'clearance-1', by: clerk };
    const lost = { type: 'mark-undeliverable', words: 'No such mailbox', ...asked } as const;
    const story = submitted({ content: brief })
      .does(lost)
      .on('2023-03-29')
      .does({ type: 'reissue-link', ...asked });
    return story
      .does(lost)
      .on('2023-04-03')
      .does({ type: 'delegate-step', to: { name: 'A Deputy', email: 'deputy@kent.example' }, scheme: 'Finance scheme', ...asked });
  },
  'prolonged after consultation had closed': () => {
    const story = checks(noticed({ content: { ...consulted, consultationClosesOn: '2023-03-20' } }).on('2023-03-21'));
    return story.does({ type: 'amend-proposal', content: { ...consulted, consultationClosesOn: '2023-03-31' } });
  },
  'declined on paper': () => {
    const story = awaiting({ content: brief }).on('2023-04-11');
    const paper = { signedOn: '2023-04-06', by: { ...clerk, override: 'A letter' } };
    return story.does({ type: 'determine', response: 'decline', interest: none, ...link(story, 'determination'), words: 'No.', ...paper });
  },
  'in private after both notices': () => {
    const story = noticed({ content: inPrivate });
    story.does({ type: 'publish-private-meeting-notice', representations: 'None.', response: 'None.', by: clerk });
    const meeting = { date: '2023-04-06', present: ['The Leader of the Council'], points: [], interests: [] };
    return approves(checks(story.on('2023-04-06')).does({ type: 'record-meeting', meeting, by: clerk }));
  },
  'signed by two, and not key': () => {
    const story = checks(approves(approves(awaiting({ content: { ...small, jointWith: 'leader' } }))).on('2023-04-20'));
    story.does({ type: 'challenge-key-status', words: 'It was key.', by: scrutiny });
    return story.does({ type: 'report-key-status', words: 'It was not.', by: clerk });
  },
  'handed over, and back': () => {
    const hands = (story: Story, name: string, email: string) =>
      story.does({ type: 'hand-over-proposal', to: { name, email }, words: 'Has other work.', by: clerk });
    return hands(hands(noticed({ content: brief }), 'B Officer', 'B.Officer@kent.example'), submittedBy.name, submittedBy.email);
  },
  imported: () =>
    new Story('2023-03-01T09:00:00Z').does({
      type: 'import-decision',
      content: brief,
      submittedBy,
      number: '21/00077',
      noticePublishedOn: '2021-03-01',
      decidedOn: '2021-04-20',
      keyStatus: 'key',
      interest: 'None',
      by: clerk,
    }),
};

const award = { number: '23/00074', outcome: 'award' as const };
const proposal = {
  type: 'propose-contract' as const,
  reference: 'A/1',
  ocid: 'ocds-000000-a-1',
  decision: award,
  particulars: { title: 'A service', department: 'A department', owner: person, sponsor: person },
  proposed: { outcome: 'award' as const, extensionOptions: [], replaces: [] },
};
const follows = { id: 'b-contract', start: '2025-12-01', basis: 'stated' as const };

/** Lives of contracts, between them of everything that can happen to one. */
export const contractStories: Record<string, () => ContractStory> = {
  'proposed and closed': () =>
    new ContractStory()
      .does(proposal)
      .does({ type: 'note-decision', decision: { ...award, number: '23/00075' } })
      .does({ type: 'close-contract', words: 'Not let.' }),
  'in hand no longer': () =>
    new ContractStory()
      .registers()
      .does({ type: 'take-decision-in-hand', number: '25/00001' })
      .does({ type: 'give-up-decision-in-hand', words: 'Withdrawn.' }),
  'registered, acted on and ended': () => {
    const story = new ContractStory().registers().does({ type: 'mark-contact-undeliverable', email: 'owner@kent.example' });
    const terms = { ...story.registered.terms, title: 'Security', owner: person };
    story.does({ type: 'amend-contract', terms, words: 'A new owner.' });
    story.does({ type: 'link-successor', successor: follows }).does({ type: 'unlink-successor', id: follows.id });
    story.on('2025-06-02').does({ type: 'run-daily-check' });
    story.does({ type: 'acknowledge-alert', alert: story.registered.alerted[0]?.id ?? '', words: 'Seen.' });
    story.does({ type: 'snooze-alerts', until: '2025-07-01', words: 'Later.' });
    story.does({ type: 'take-decision-in-hand', number: '25/00001' }).does({ type: 'give-up-decision-in-hand', words: 'Withdrawn.' });
    story.does({ type: 'exercise-option', on: '2025-06-02' }).does({ type: 'record-value', toDatePence: 5, on: '2025-06-02' });
    story.does({ type: 'record-notice', notice: 'UK7', publishedOn: '2025-06-02' });
    story.does({ type: 'plan-exit', how: 'lapse', words: 'No longer needed.', decision: '25/00002' });
    story.does({ type: 'note-decision', decision: { number: '25/00003', outcome: 'extend' }, approvedPence: 170_000_000 });
    return story.on('2026-12-01').does({ type: 'end-contract', on: '2026-11-30', how: 'expired', words: 'Ended.' });
  },
};

import * as fc from 'fast-check';
import type { CommandType } from '../../functions/decision/commands.ts';
import { nextDueOn } from '../../functions/decision/due.ts';
import type { Stage } from '../../functions/decision/decision.ts';
import { transitions } from '../../functions/decision/transitions.ts';
import type { Draft, Proposal } from '../../functions/proposal/proposal.schema.ts';
import { after, londonDay } from './model.law.ts';
import { costing, key, none, twoMembers } from './stories.ts';
import { clerk, type Loose, officer, scrutiny, somebody, type Story, submittedBy } from './story.ts';

type Edit = (content: Proposal, today: string) => Draft;

/** Ways in which an officer changes a proposal: corrections, material changes, and dates that come and go. */
const edits: Edit[] = [
  (content) => ({ ...content, reasons: `${content.reasons} Corrected.` }),
  (content) => costing(800_000, { ...content, divisionsAffected: ['Ashford Central'] }),
  (content) => costing(900_000, content),
  (content) => costing(2_500_000, content),
  (content) => ({ ...content, declaredKey: true }),
  (content) => ({ ...content, declaredKey: false }),
  (content) => ({ ...content, divisionsAffected: 'all' }),
  (content) => ({ ...content, subject: `${content.subject} again` }),
  (content) => ({ ...content, proposedDecision: [...content.proposedDecision, 'And this too.'].slice(-3) }),
  (content) => ({ ...content, decisionMaker: 'cabinet-member-highways', jointWith: undefined }),
  (content) => ({ ...content, decisionMaker: 'cabinet', jointWith: undefined }),
  (content) => ({ ...content, decisionMaker: 'leader', jointWith: 'cabinet-member-finance' }),
  (content) => ({ ...content, consultees: [] }),
  (content) => ({ ...content, consultees: key.consultees }),
  (content, today) => ({ ...content, consultationClosesOn: after(today, 9) }),
  (content, today) => ({ ...content, consultationClosesOn: after(today, 50) }),
  (content, today) => ({ ...content, consultationClosesOn: after(today, -3) }),
  (content) => ({ ...content, consultationClosesOn: undefined }),
  (content, today) => ({ ...content, targetDecisionDate: after(today, 12) }),
  (content, today) => ({ ...content, targetDecisionDate: after(today, 60) }),
  (content) => ({ ...content, targetDecisionDate: undefined }),
  (content, today) => ({ ...content, cabinetCommittee: { name: 'The committee', date: after(today, 20) } }),
  (content) => ({ ...content, reasons: undefined }),
  (content) => ({ ...content, decisionMaker: 'scrutiny-chair' }),
  (content) => ({ ...content, publicAccess: { kind: 'part-exempt', paragraphs: [3], publicInterest: 'Prices.' } }),
  (content) => ({ ...content, leadDirector: 'corporate-director-children' }),
  (content) => ({ ...content, inConsultationWith: ['cabinet-member-finance'] }),
  (content) => ({ ...content, inConsultationWith: undefined }),
];

/** Other grounds for meeting in private, which anybody seldom comes to who is to propose that first. */
const grounds: Edit[] = [
  (content) => ({ ...content, publicAccess: { kind: 'part-exempt', paragraphs: [3, 5], publicInterest: 'Prices, and advice.' } }),
  (content) => ({ ...content, publicAccess: { kind: 'part-exempt', paragraphs: [5], publicInterest: 'Advice.' } }),
];
const editsOf = ({ publicAccess }: Proposal, nth: number): Edit[] => (publicAccess.kind !== 'open' && nth % 2 === 0 ? grounds : edits);

export type Move = {
  kind: CommandType | 'onward' | 'heard';
  which: number;
  nth: number;
  clock: 'stay' | 'due' | 'midnight' | 'behind' | number;
  stale: boolean;
};
export type Links = { stepId: string; issue: number; stage: Stage }[];

const dayIn = ({ now }: Story) => londonDay(now);

/** A link of this stage: one that is open now, or, for somebody with an old email, any that ever was. */
const linkFor = (story: Story, stage: Stage, { nth, stale }: Move, sent: Links) => {
  const pool = stale ? sent.filter((link) => link.stage === stage) : story.open(stage);
  const { stepId, issue } = pool[nth % (pool.length || 1)] ?? { stepId: `${stage}-${(nth % 3) + 1}`, issue: 1 };
  return { stepId, issue, words: nth % 7 === 0 ? '' : 'In words.', by: { ...somebody, link: `${stepId}#${issue}` } };
};

const pick = <T>(from: readonly T[], nth: number): T => from[nth % from.length] as T;
const anyStep = ({ decision }: Story, nth: number) =>
  pick(decision?.steps.length ? decision.steps.map(({ id }) => id) : ['clearance-1'], nth);
const paper = (story: Story, nth: number) =>
  nth % 11 === 0 ? { signedOn: after(dayIn(story), -(nth % 5)), by: { ...clerk, override: 'Signed on paper' } } : {};
const interests = [
  none,
  none,
  none,
  { interest: 'declared' as const, detail: 'A lease' },
  { interest: 'declared' as const, detail: 'A lease', dispensation: 'Granted' },
  { interest: 'declared' as const, kind: 'other' as const, detail: 'A friend' },
];

const oneGroup = twoMembers.map(({ name }) => ({ name, group: 'Green' }));
const otherMembers = twoMembers.map(({ name, group }) => ({ name: `Another ${name}`, group }));

type Making = (story: Story, move: Move, sent: Links) => Loose;

const lacksNotice = ({ decision }: Pick<Story, 'decision'>): boolean => (decision?.notice?.unreached?.length ?? 0) > 0;

const makings: Record<CommandType, Making> = {
  'draft-proposal': () => ({ type: 'draft-proposal', content: key, submittedBy }),
  'amend-proposal': (story, { nth }) => {
    const content = (story.decision?.content ?? key) as Proposal;
    return { type: 'amend-proposal', content: pick(editsOf(content, nth), nth >> 1)(content, dayIn(story)) };
  },
  'submit-proposal': () => ({ type: 'submit-proposal' }),
  'give-clearance': (story, move, sent) => ({
    type: 'give-clearance',
    response: pick(['approve', 'approve', 'approve', 'return', 'return', 'decline'] as const, move.nth),
    ...linkFor(story, 'clearance', move, sent),
  }),
  'publish-notice': (_, { nth }) => ({
    type: 'publish-notice',
    route: pick(['ordinary', 'general-exception', 'special-urgency'] as const, nth),
    reason: nth % 5 === 0 ? undefined : 'A reason.',
    agreementFrom:
      nth % 3 === 2 || nth % 7 === 0 ? pick([undefined, undefined, 'council-chair', 'council-vice-chair', 'leader'], nth) : undefined,
    by: clerk,
  }),
  'give-agreement': (story, move, sent) => ({
    type: 'give-agreement',
    response: pick(['agree', 'refuse'] as const, move.nth),
    ...linkFor(story, 'agreement', move, sent),
  }),
  'answer-consultation': (story, move, sent) => ({
    type: 'answer-consultation',
    response: pick(['support', 'object', 'comment', 'amend'] as const, move.nth),
    // Of the executive alone an interest is asked; now and then somebody else sends one.
    ...(move.nth % 5 === 0 ? { interest: pick(interests, move.nth) } : {}),
    ...linkFor(story, 'consultation', move, sent),
  }),
  'record-committee-outcome': (story, { nth }) => ({
    type: 'record-committee-outcome',
    committee: 'The committee',
    date: after(dayIn(story), (nth % 4) - 2),
    outcome: nth % 2 ? 'amended' : 'noted',
    ...(nth % 2 ? { proposedDecision: [`As amended ${nth}`] } : {}),
    words: 'Considered.',
    by: clerk,
  }),
  determine: (story, move, sent) => ({
    type: 'determine',
    response: pick(['approve', 'approve', 'approve', 'return', 'return', 'return', 'decline'] as const, move.nth),
    interest: pick(interests, move.nth),
    ...(move.nth % 13 === 0 ? { fingerprint: 'of a page read before' } : {}),
    ...linkFor(story, 'determination', move, sent),
    ...paper(story, move.nth),
  }),
  'record-meeting': (story, { nth }) => ({
    type: 'record-meeting',
    meeting: { date: after(dayIn(story), -(nth % 3)), present: ['The Leader of the Council'], points: [], interests: [] },
    by: clerk,
  }),
  'withdraw-proposal': (_, { nth }) => ({
    type: 'withdraw-proposal',
    words: 'Overtaken.',
    by: nth % 4 ? { ...officer, id: 'another' } : clerk,
  }),
  'defer-proposal': (story, { nth }) => ({
    type: 'defer-proposal',
    words: 'More work.',
    until: nth % 2 ? after(dayIn(story), nth % 30) : null,
    by: clerk,
  }),
  'resume-proposal': () => ({ type: 'resume-proposal', by: clerk }),
  'hand-over-proposal': (story, { nth }) => ({
    type: 'hand-over-proposal',
    to:
      nth % 4
        ? { name: `Officer ${nth % 3}`, email: `Officer-${nth % 3}@kent.example` }
        : { name: 'Whoever is asked', email: pick(story.decision?.steps.map(({ email }) => email) ?? [], nth) ?? submittedBy.email },
    words: nth % 9 ? 'Has left.' : '',
    by: clerk,
  }),
  'call-in-decision': (_, { nth }) => ({
    type: 'call-in-decision',
    requestedBy: nth % 4 ? pick([otherMembers, twoMembers, twoMembers, otherMembers, twoMembers, oneGroup], nth) : twoMembers.slice(1),
    grounds: nth % 10 ? ['Openness'] : [],
    words: 'Called in.',
    byCommittee: nth % 8 === 0,
    by: scrutiny,
  }),
  'validate-call-in': (_, { nth }) => ({ type: 'validate-call-in', valid: nth % 3 !== 0, words: 'Looked at.', by: clerk }),
  'conclude-call-in': (_, { nth }) => ({
    type: 'conclude-call-in',
    outcome: pick(['no-comment', 'comments', 'reconsider', 'refer-to-council'] as const, nth),
    words: 'Considered.',
    by: scrutiny,
  }),
  'reconsider-decision': (story, { nth }) => ({
    type: 'reconsider-decision',
    outcome: nth % 2 ? 'confirmed' : 'changed',
    ...(nth % 3 ? {} : { decidedOn: after(dayIn(story), -(nth % 4)) }),
    ...(nth % 2 ? {} : { proposedDecision: ['Changed.'] }),
    words: 'Decided again.',
    by: clerk,
  }),
  'challenge-key-status': () => ({ type: 'challenge-key-status', words: 'It was key.', by: scrutiny }),
  'report-key-status': () => ({ type: 'report-key-status', words: 'It was not.', by: clerk }),
  'supersede-decision': (story, { nth }) => ({
    type: 'supersede-decision',
    number: pick(['24/00010', '24/00011', '23/00001'], nth),
    on: dayIn(story),
    by: clerk,
  }),
  'point-out-splitting': (_, { nth }) => ({
    type: 'point-out-splitting',
    splitting: {
      shared: 'supplier',
      others: [{ number: '23/00009', subject: 'Another', expenditurePence: nth }],
      sumPence: 80_000_000 + (nth % 3),
      words: 'Together they pass the threshold.',
    },
    by: clerk,
  }),
  'ask-call-in-waiver': () => ({ type: 'ask-call-in-waiver', words: 'It cannot wait.', by: clerk }),
  'ask-private-meeting-consent': () => ({ type: 'ask-private-meeting-consent', words: 'It cannot wait.', by: clerk }),
  'publish-private-meeting-notice': () => ({
    type: 'publish-private-meeting-notice',
    representations: 'None.',
    response: 'None.',
    by: clerk,
  }),
  'record-answer': (story, { nth }) => {
    const stepId = anyStep(story, nth);
    // Of a decision alone an interest and a day are asked; now and then they are sent of something else.
    const signs = stepId.startsWith('determination') || nth % 5 === 0;
    return {
      type: 'record-answer',
      stepId,
      response: pick(['approve', 'approve', 'support', 'agree', 'return', 'no such answer'], nth),
      words: 'By letter.',
      evidence: 'A letter',
      interest: signs ? pick([undefined, ...interests], nth) : undefined,
      ...(signs && nth % 3 === 0 ? { signedOn: after(dayIn(story), -(nth % 4)) } : {}),
      by: clerk,
    };
  },
  'reissue-link': (story, { nth }) => ({ type: 'reissue-link', stepId: anyStep(story, nth), by: clerk }),
  'delegate-step': (story, { nth }) => ({
    type: 'delegate-step',
    stepId: anyStep(story, nth),
    to:
      nth % 4
        ? { name: `Deputy ${nth % 5}`, email: `deputy-${nth % 5}@kent.example` }
        : pick([{ name: 'An Officer', email: 'Officer@kent.example' }, 'leader', 'nobody'], nth),
    scheme: 'Cover',
    by: clerk,
  }),
  'mark-undeliverable': (story, { nth }) => ({
    type: 'mark-undeliverable',
    stepId: anyStep(story, nth),
    words: 'No such mailbox',
    by: clerk,
  }),
  'mark-notice-undeliverable': (_, { nth }) => ({
    type: 'mark-notice-undeliverable',
    name: `Member ${nth % 2}`,
    email: `member-${nth % 2}@kent.example`,
    words: 'No such mailbox',
    by: clerk,
  }),
  'record-written-notice': ({ now, decision }, { nth }) => ({
    type: 'record-written-notice',
    name: decision?.notice?.unreached?.[0] ?? decision?.notice?.given?.[0]?.name ?? `Member ${nth % 2}`,
    givenOn: after(now.slice(0, 10), -(nth % 4)),
    words: 'By hand',
    by: clerk,
  }),
  'run-daily-check': () => ({ type: 'run-daily-check', by: clerk }),
  'import-decision': (_, { nth }) => ({
    type: 'import-decision',
    content: key,
    submittedBy,
    number: '19/00073',
    noticePublishedOn: after('2019-10-01', -(nth % 3000)),
    decidedOn: after('2019-11-15', -(nth % 3000)),
    keyStatus: pick(['key', 'not-key', 'unknown'] as const, nth),
    interest: 'None',
    by: clerk,
  }),
};

/** What people would ordinarily do next, so that histories get far enough to be worth having. */
const onward = (story: Story, move: Move): Loose => {
  const { decision } = story;
  const usual = { ...move, stale: false };
  const agree: Loose = {
    type: 'give-agreement',
    response: move.nth % 4 ? 'agree' : 'refuse',
    ...linkFor(story, 'agreement', usual, []),
    words: 'In words.',
  };
  switch (decision?.status) {
    case 'draft':
      return { type: 'submit-proposal' };
    case 'in-clearance':
      return { type: 'give-clearance', response: 'approve', ...linkFor(story, 'clearance', usual, []) };
    case 'cleared':
      return {
        type: 'publish-notice',
        route: pick(['ordinary', 'ordinary', 'general-exception', 'special-urgency'] as const, move.nth),
        reason: 'A reason.',
        by: clerk,
        // Of a chair who was asked before somebody may try to ask another, once it is changed.
        ...(move.nth % 2 && decision.steps.some(({ stage }) => stage === 'agreement')
          ? { route: 'special-urgency', agreementFrom: 'council-chair' }
          : {}),
      };
    case 'notice-published':
      if (story.open('agreement').length > 0) return agree;
      if (lacksNotice(story)) return makings['record-written-notice'](story, usual, []);
      if (decision.notice.route === 'general-exception' && !decision.notice.given && move.nth % 3 === 0)
        return makings['mark-notice-undeliverable'](story, usual, []);
      return decision.notice.privateMeeting && !decision.notice.privateMeeting.second
        ? makings[move.nth % 3 ? 'publish-private-meeting-notice' : 'ask-private-meeting-consent'](story, usual, [])
        : { type: 'run-daily-check', by: clerk };
    case 'awaiting-decision':
      if (lacksNotice(story)) return makings['record-written-notice'](story, usual, []);
      return decision.notice.maker.kind === 'body' && !decision.meeting
        ? makings['record-meeting'](story, { ...usual, nth: 0 }, [])
        : {
            type: 'determine',
            response: 'approve',
            interest: none,
            ...linkFor(story, 'determination', usual, []),
            ...paper(story, move.nth),
          };
    case 'decided':
      return makings[move.nth % 3 ? 'run-daily-check' : 'call-in-decision'](story, usual, []);
    case 'called-in':
      return move.nth % 4 === 0
        ? makings['validate-call-in'](story, usual, [])
        : decision.callIn.outcome
          ? makings['reconsider-decision'](story, usual, [])
          : makings['conclude-call-in'](story, usual, []);
    case 'deferred':
      return { type: 'resume-proposal', by: clerk };
    default:
      return { type: 'run-daily-check', by: clerk };
  }
};

// Whoever holds it by now is known by their address; nobody else says so.
const byHolder = (story: Story, command: Loose): Loose =>
  command.by ? command : { ...command, address: story.decision?.submittedBy.email };

/** The command of a move, as things stand when it is made. */
export const commandOf = (story: Story, move: Move, sent: Links): Loose => byHolder(story, chosen(story, move, sent));

const chosen = (story: Story, move: Move, sent: Links): Loose => {
  const { kind, which } = move;
  const heard = Object.keys(transitions[story.status ?? 'draft']) as CommandType[];
  if (kind === 'onward' || (kind === 'heard' && heard.length === 0)) return onward(story, move);
  return makings[kind === 'heard' ? pick(heard, which) : kind](story, move, sent);
};

/** London's midnight, which in summer is at 23:00 UTC, or the second before it: the next of the two from here. */
const nextMidnight = (now: string, nth: number): string => {
  const day = 86_400_000;
  const hours = nth % 2 ? 0 : -3_600_000;
  return new Date((Math.floor(Date.parse(now) / day) + 1) * day + hours - (nth % 3 ? 1000 : 0)).toISOString();
};

/**
 * Lets time pass: to half past midnight on the day something falls due, to about midnight, or by so many hours; or tells it by a clock that
 * is two seconds behind the last.
 */
export const letTimePass = (story: Story, { clock, nth }: Move): void => {
  const due = clock === 'due' && story.decision ? nextDueOn(story.decision) : null;
  if (due !== null && due > dayIn(story)) story.now = `${due}T00:30:00.000Z`;
  if (clock === 'midnight') story.now = nextMidnight(story.now, nth);
  if (clock === 'behind') story.now = new Date(Date.parse(story.now) - 2000).toISOString();
  if (typeof clock === 'number') story.now = new Date(Date.parse(story.now) + clock * 3_600_000).toISOString();
};

const kinds = Object.keys(makings) as CommandType[];
export const anyMove: fc.Arbitrary<Move> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant('onward' as const) },
    { weight: 2, arbitrary: fc.constant('heard' as const) },
    { weight: 1, arbitrary: fc.constant('amend-proposal' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...kinds) },
  ),
  which: fc.noBias(fc.nat(9999)),
  nth: fc.noBias(fc.nat(9999)),
  clock: fc.oneof(
    { weight: 3, arbitrary: fc.constant('stay' as const) },
    { weight: 2, arbitrary: fc.constant('due' as const) },
    { weight: 2, arbitrary: fc.constantFrom(7, 15, 24, 49, 96, 170, 700) },
    { weight: 1, arbitrary: fc.constantFrom('midnight' as const, 'behind' as const) },
  ),
  stale: fc.integer({ min: 0, max: 3 }).map((chance) => chance === 0),
});

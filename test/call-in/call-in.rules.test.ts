import { describe, expect, it } from 'vitest';
import { publicationOf } from '../../functions/record/publication/publication.ts';
import type { Council } from '../../functions/council/council.schema.ts';
import type { CommandOf } from '../../functions/decision/commands.ts';
import { nextDueOn } from '../../functions/decision/due.ts';
import { kent } from '../../seeds/kent/council.ts';
import {
  awaiting,
  calledIn,
  clear,
  costing,
  decided,
  effective,
  key,
  link,
  none,
  noticed,
  small,
  twoMembers,
} from '../decision/stories.ts';
import { clerk, scrutiny, type Story } from '../decision/story.ts';
import { handedOver } from '../link/handed-over.ts';

type Asked = Partial<CommandOf<'call-in-decision'>>;
const calls = (story: Story, over: Asked = {}) =>
  story.tries({
    type: 'call-in-decision',
    requestedBy: twoMembers,
    grounds: ['Openness was not presumed'],
    words: 'Called in.',
    by: scrutiny,
    ...over,
  });
const concludes = (story: Story, outcome: CommandOf<'conclude-call-in'>['outcome']) =>
  story.tries({ type: 'conclude-call-in', outcome, words: 'Considered.', by: scrutiny });
const validates = (story: Story, valid: boolean, words = 'Looked at.') =>
  story.tries({ type: 'validate-call-in', valid, words, by: clerk });
const reconsiders = (story: Story, over: Partial<CommandOf<'reconsider-decision'>> = {}) =>
  story.tries({ type: 'reconsider-decision', outcome: 'confirmed', words: 'Looked at again.', by: clerk, ...over });
const checks = (story: Story) => story.does({ type: 'run-daily-check', by: clerk });
const ruled = (over: Partial<Council['callInRules'][number]>): Council => ({
  ...kent,
  callInRules: kent.callInRules.map((rule) => ({ ...rule, ...over })),
});

describe('the call-in window', () => {
  it('is open to the last minute of its fifth clear working day, in London', () =>
    expect(calls(decided().on('2023-04-14', '22:59:00Z'))).toBeNull());

  it('is closed from the next midnight, whether or not the daily check has run', () => {
    expect(calls(decided().on('2023-04-14', '23:00:00Z'))).toMatchObject({ rule: 'call-in-closed', callInClosesOn: '2023-04-14' });
    expect(calls(effective())).toMatchObject({ rule: 'call-in-closed', callInClosesOn: '2023-04-14' });
  });

  it('holds the decision back until it is over', () => {
    const story = decided();
    expect(nextDueOn(story.decision ?? never())).toBe('2023-04-15');
    expect(checks(story.on('2023-04-14', '22:59:00Z')).status).toBe('decided');
    expect(checks(story.on('2023-04-14', '23:00:00Z')).status).toBe('effective');
  });

  it('is none where the council calls in key decisions only', () => {
    const story = decided({ council: ruled({ keyOnly: true }), content: small });
    expect(story.decision).toMatchObject({
      status: 'effective',
      record: { subjectToCallIn: false, callInClosesOn: null, effectiveFrom: '2023-03-07' },
    });
    expect(calls(story)).toMatchObject({ rule: 'not-subject-to-call-in' });
    expect(decided({ council: ruled({ keyOnly: true }) }).status).toBe('decided');
  });

  it('stays with what the public was told is a key decision, whatever a correction then takes off its cost, until a new notice', () => {
    const council = ruled({ keyOnly: true });
    const content = costing(1_600_000, { ...key, divisionsAffected: ['Ashford Central'] });
    const cheaper = costing(800_000, content);
    const story = awaiting({ council, content }).does({ type: 'amend-proposal', content: cheaper });
    expect(story.decision).toMatchObject({ status: 'awaiting-decision', keyDecision: { isKey: false } });
    story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
    expect(story.decision).toMatchObject({ status: 'decided', record: { subjectToCallIn: true, callInClosesOn: '2023-04-14' } });
    expect(calls(story)).toBeNull();

    const again = noticed({ council, content }).does({ type: 'amend-proposal', content: { ...cheaper, proposedDecision: ['Buy less.'] } });
    clear(again).does({ type: 'publish-notice', route: 'ordinary', by: clerk }).on('2023-04-05').does({ type: 'run-daily-check' });
    again.does({ type: 'determine', response: 'approve', interest: none, ...link(again, 'determination') });
    expect(again.decision).toMatchObject({ notice: { isKey: false }, record: { subjectToCallIn: false } });
  });
});

describe('who calls in', () => {
  it('is enough different members: one who signs twice is one', () => {
    expect(calls(decided(), { requestedBy: twoMembers.slice(0, 1) })).toMatchObject({ rule: 'call-in-members', members: 2 });
    expect(
      calls(decided(), {
        requestedBy: [
          { name: 'A Member', group: 'Green' },
          { name: ' a member ', group: 'Labour' },
        ],
      }),
    ).toMatchObject({ rule: 'call-in-members' });
  });

  it.each([
    'José  Ní Bhriain',
    'JOSÉ NÍ BHRIAIN',
    'Jose\u0301 Ni\u0301 Bhriain',
    'José\u00a0Ní Bhriain\u200b',
    'José Ní Bhri\u00adain',
    'Jose\u200d\u0301 Ní Bhriain',
  ])('is one member however a name is typed: %s', (name) => {
    const requestedBy = [
      { name: 'José Ní Bhriain', group: 'Green' },
      { name, group: 'Labour' },
    ];
    expect(calls(decided(), { requestedBy })).toMatchObject({ rule: 'call-in-members' });
  });

  it('is of different groups where the council asks it', () => {
    const oneGroup = twoMembers.map((member) => ({ ...member, group: 'Green' }));
    expect(calls(decided(), { requestedBy: oneGroup })).toMatchObject({ rule: 'call-in-groups' });
    expect(calls(decided({ council: ruled({ differentGroups: false }) }), { requestedBy: oneGroup })).toBeNull();
  });

  it('is of one group however its name is written, and of no group where none is stated', () => {
    const of = (first: string | undefined, second: string | undefined) =>
      calls(decided(), {
        requestedBy: [
          { name: 'A Member', group: first },
          { name: 'B Member', group: second },
        ],
      });
    expect(of('Green', ' GREEN ')).toMatchObject({ rule: 'call-in-groups' });
    expect([of(undefined, undefined), of('Green', undefined)]).toEqual([null, null]);
  });

  it('is one member alone where one is enough, whatever their group', () =>
    expect(calls(decided({ council: ruled({ members: 1 }) }), { requestedBy: twoMembers.slice(0, 1) })).toBeNull());

  it('is the committee itself where the council lets it', () => {
    expect(calls(decided(), { requestedBy: [], byCommittee: true })).toBeNull();
    expect(calls(decided({ council: ruled({ committeeMay: false }) }), { requestedBy: [], byCommittee: true })).toMatchObject({
      rule: 'call-in-members',
    });
  });

  it('gives a ground', () => expect(calls(decided(), { grounds: [] })?.errors?.[0]?.path).toBe('grounds'));
});

describe('a decision called in', () => {
  it('keeps who asked, when, on what grounds and in what words, and whether the clerk has found it valid', () => {
    const callIn = {
      requestedAt: '2023-04-11T09:00:00Z',
      requestedOn: '2023-04-11',
      requestedBy: twoMembers,
      grounds: ['Openness was not presumed'],
      words: 'Called in.',
    };
    const story = calledIn();
    expect(story.decision).toMatchObject({ callIn: { ...callIn, validated: false } });
    expect(validates(story, true, '')).toBeNull();
    expect(story.decision).toMatchObject({ status: 'called-in', callIn: { ...callIn, validated: true } });
    const byClerk = decided();
    calls(byClerk, { by: clerk });
    expect(byClerk.decision).toMatchObject({ callIn: { validated: true } });
  });

  it('is held past the day on which it would have taken effect', () =>
    expect(checks(calledIn().on('2023-06-01')).status).toBe('called-in'));

  it('found not valid, goes on from where its clock was', () => {
    const inTime = calledIn().on('2023-04-12');
    validates(inTime, false);
    expect(inTime.decision).toMatchObject({
      status: 'decided',
      record: { callInClosesOn: '2023-04-14', effectiveFrom: '2023-04-15' },
      callIn: { outcome: 'not-valid' },
    });
    const late = calledIn().on('2023-04-20');
    validates(late, false);
    expect(late.decision, 'its day has come, and it was held until then').toMatchObject({
      status: 'effective',
      record: { effectiveFrom: '2023-04-20' },
      callIn: { outcomeOn: '2023-04-20' },
    });
    expect(
      late.decision &&
        publicationOf(late.decision, late.council)
          ?.timeline.slice(-2)
          .map(({ label, date }) => [label, date]),
    ).toEqual([
      ['Call-in found not valid', '2023-04-20'],
      ['Takes effect', '2023-04-20'],
    ]);
  });

  it.each([true, false])('found valid is with scrutiny, and no other clerk judges it again (valid: %s)', (valid) => {
    const story = calledIn();
    validates(story, true);
    expect(validates(story, valid)).toMatchObject({ rule: 'call-in-found-valid' });
    expect(story.decision).toMatchObject({ status: 'called-in', callIn: { validated: true } });
    const byClerk = decided();
    calls(byClerk, { by: clerk });
    expect(validates(byClerk, valid)).toMatchObject({ rule: 'call-in-found-valid' });
  });

  it('found not valid, may be called in again in time, and found not valid only with words', () => {
    const story = calledIn().on('2023-04-12');
    expect(validates(story, false, ' ')?.errors?.[0]?.path).toBe('words');
    validates(story, false);
    expect(calls(story)).toBeNull();
  });

  it.each(['no-comment', 'comments'] as const)(
    'and given back with "%s" takes effect, never before call-in would have closed',
    (outcome) => {
      const early = calledIn().on('2023-04-12');
      concludes(early, outcome);
      expect(early.decision).toMatchObject({ status: 'decided', record: { effectiveFrom: '2023-04-15' } });
      expect(calls(early)).toMatchObject({ rule: 'call-in-once-only', source: 'Council scrutiny rules' });
      const late = calledIn().on('2023-05-04');
      concludes(late, outcome);
      expect(late.decision).toMatchObject({
        status: 'effective',
        record: { effectiveFrom: '2023-05-04' },
        callIn: { outcome, outcomeOn: '2023-05-04' },
      });
    },
  );

  it.each(['reconsider', 'refer-to-council'] as const)('and sent to "%s" is held until it is decided again', (outcome) => {
    const story = calledIn().on('2023-05-04');
    concludes(story, outcome);
    expect(checks(story.on('2023-06-01')).status).toBe('called-in');
    expect(concludes(story, 'no-comment')).toMatchObject({ rule: 'call-in-concluded' });
    expect(validates(story, false)).toMatchObject({ rule: 'call-in-concluded' });
  });
});

describe('a second call-in while the clerk has yet to look at the first', () => {
  const others = [
    { name: 'C Member', group: 'Labour' },
    { name: 'D Member', group: 'Conservative' },
  ];
  const joins = (story: Story, over: Asked = {}) =>
    calls(story, { requestedBy: others, grounds: ['Consultation was too short'], words: 'No time.', ...over });

  it('in time is heard with it: whoever asks in time does not lose their days to a request that may not be valid', () => {
    const story = calledIn().on('2023-04-14', '22:59:59Z');
    expect(joins(story)).toBeNull();
    expect(story.decision).toMatchObject({
      status: 'called-in',
      callIn: {
        requestedOn: '2023-04-11',
        requestedBy: [...twoMembers, ...others],
        grounds: ['Openness was not presumed', 'Consultation was too short'],
        words: 'Called in.\n\nNo time.',
        validated: false,
      },
    });
  });

  it('is valid with the first where the clerk enters it, and is one call-in with it, found valid or not', () => {
    const byClerk = calledIn();
    joins(byClerk, { by: clerk });
    expect(byClerk.decision).toMatchObject({ callIn: { validated: true } });
    const story = calledIn();
    joins(story);
    validates(story.on('2023-04-20'), false);
    expect(story.decision).toMatchObject({ status: 'effective', callIn: { outcome: 'not-valid' } });
  });

  it('comes too late after its days, and once the first was found valid or considered', () => {
    expect(joins(calledIn().on('2023-04-14', '23:00:00Z'))).toMatchObject({ rule: 'call-in-closed' });
    const valid = calledIn();
    validates(valid, true);
    expect(joins(valid)).toMatchObject({ rule: 'call-in-once-only' });
    const sent = calledIn();
    concludes(sent, 'reconsider');
    expect(joins(sent)).toMatchObject({ rule: 'call-in-once-only' });
  });

  it('is no second one where it names nobody new, and needs as many members as any', () => {
    expect(joins(calledIn(), { requestedBy: twoMembers })).toMatchObject({ rule: 'call-in-once-only' });
    expect(joins(calledIn(), { requestedBy: others.slice(0, 1) })).toMatchObject({ rule: 'call-in-members' });
  });

  it('is the committee’s own too, though whoever signs for it has signed already: once, and where the committee may', () => {
    const story = calledIn();
    const committee = { requestedBy: twoMembers.slice(0, 1), words: 'The committee calls it in.', byCommittee: true };
    expect(joins(story, committee)).toBeNull();
    expect(story.decision).toMatchObject({ callIn: { requestedBy: twoMembers, words: 'Called in.\n\nThe committee calls it in.' } });
    expect(joins(story, committee)).toMatchObject({ rule: 'call-in-once-only' });
    const never = calledIn();
    never.council = ruled({ committeeMay: false });
    expect(joins(never, { ...committee, requestedBy: twoMembers })).toMatchObject({ rule: 'call-in-once-only' });
  });

  it('names each member and ground once', () => {
    const story = calledIn();
    joins(story, { requestedBy: [{ name: ' a member ', group: 'Green' }, ...others], grounds: ['Openness was not presumed'] });
    expect(story.decision).toMatchObject({
      callIn: { requestedBy: [...twoMembers, ...others], grounds: ['Openness was not presumed'] },
    });
  });
});

describe('decided again', () => {
  const sentBack = (day = '2023-05-04') => {
    const story = calledIn().on(day);
    concludes(story, 'reconsider');
    return story;
  };

  it('is asked for by referring it to the council too', () => {
    const story = calledIn();
    concludes(story, 'refer-to-council');
    expect(reconsiders(story)).toBeNull();
  });

  it('waits for scrutiny to have asked', () => expect(reconsiders(calledIn())).toMatchObject({ rule: 'call-in-outcome-first' }));

  it('and confirmed keeps its words and takes effect that day', () => {
    const story = sentBack().on('2023-05-10');
    reconsiders(story);
    expect(story.decision).toMatchObject({
      status: 'effective',
      content: { proposedDecision: key.proposedDecision },
      record: { effectiveFrom: '2023-05-10' },
      callIn: { reconsidered: { outcome: 'confirmed' } },
    });
  });

  it('and changed carries the new words, the old beside them', () => {
    const story = sentBack();
    reconsiders(story, { outcome: 'changed', proposedDecision: ['For one year only.'] });
    expect(story.decision).toMatchObject({
      content: { proposedDecision: ['For one year only.'] },
      callIn: { reconsidered: { before: key.proposedDecision } },
    });
  });

  it('by somebody who has the post since names them, on the record too: whoever decided first did not agree to that', () => {
    const again = (story: Story) => publicationOf(story.decision!, story.council)!;
    const before = calledIn({ council: handedOver(key.decisionMaker, '2023-05-09') });
    concludes(before.on('2023-05-04'), 'reconsider');
    reconsiders(before.on('2023-05-15'), { outcome: 'changed', proposedDecision: ['For one year only.'] });
    const { decision, callIn } = again(before);
    expect(before.decision).toMatchObject({ determination: { by: { name: 'Before' } } });
    expect(decision?.changes.at(-1)?.by).toBe('After, Cabinet Member for Adult Social Care and Public Health, after call-in');
    expect(callIn?.reconsidered).toMatchObject({ by: 'After, Cabinet Member for Adult Social Care and Public Health' });
    const same = sentBack();
    reconsiders(same, { outcome: 'changed', proposedDecision: ['For one year only.'] });
    expect(again(same).decision?.changes.at(-1)?.by).toBe('The decision maker, after call-in');
    expect(again(same).callIn?.reconsidered).not.toHaveProperty('by');
  });

  it('is so by nobody whose proposal it is or was, in the post by now or as the clerk who enters it', () => {
    const to = { name: 'B Officer', email: 'b.officer@kent.example' };
    const story = sentBack().does({ type: 'hand-over-proposal', to, words: 'Has left.', by: clerk });
    for (const as of [{ by: { ...clerk, id: 'officer' } }, { by: clerk, address: 'B.Officer@kent.example' }])
      expect(reconsiders(story, as)).toMatchObject({ rule: 'own-proposal' });
    for (const email of ['officer@kent.example', to.email]) {
      const promoted = (post: Council['posts'][number]) => ({ ...post, holders: post.holders.map((holder) => ({ ...holder, email })) });
      story.council = { ...kent, posts: kent.posts.map((post) => (post.id === key.decisionMaker ? promoted(post) : post)) };
      expect(reconsiders(story)).toMatchObject({ rule: 'own-proposal' });
    }
    story.council = kent;
    expect(reconsiders(story)).toBeNull();
  });

  it('is so by no two of whom one is its officer', () => {
    const story = sentBack();
    story.decision = { ...story.decision, content: { ...key, jointWith: 'leader' } } as NonNullable<Story['decision']>;
    const promoted = (post: Council['posts'][number]) => ({
      ...post,
      holders: post.holders.map((holder) => ({ ...holder, email: 'officer@kent.example' })),
    });
    story.council = { ...kent, posts: kent.posts.map((post) => (post.id === 'leader' ? promoted(post) : post)) };
    expect(reconsiders(story)).toMatchObject({ rule: 'own-proposal' });
  });

  it('is dated the day on which that was done, though the clerk enters it later, and is in effect from the day on which it is entered', () => {
    const story = sentBack('2023-05-04').on('2023-05-16');
    expect(reconsiders(story, { decidedOn: '2023-05-15' })).toBeNull();
    expect(publicationOf(story.decision!, kent)?.callIn?.reconsidered?.on).toBe('2023-05-15');
    expect(story.decision).toMatchObject({ status: 'effective', record: { effectiveFrom: '2023-05-16' } });
    const said = (of: Story) => of.events.find(({ happening }) => happening.type === 'decision-reconsidered')?.happening;
    expect(said(story)).toMatchObject({ on: '2023-05-15', enteredOn: '2023-05-16' });
    const atOnce = sentBack();
    reconsiders(atOnce);
    expect(said(atOnce)).not.toHaveProperty('enteredOn');
  });

  it('is by whoever held the post on that day', () => {
    const story = calledIn({ council: handedOver(key.decisionMaker, '2023-05-09') });
    concludes(story.on('2023-05-04'), 'reconsider');
    reconsiders(story.on('2023-05-10'), { decidedOn: '2023-05-08' });
    expect(publicationOf(story.decision!, story.council)?.callIn?.reconsidered).not.toHaveProperty('by');
  });

  it.each(['2023-05-03', '2023-05-17'])('is not dated before scrutiny asked for it, nor ahead: %s', (decidedOn) =>
    expect(reconsiders(sentBack('2023-05-04').on('2023-05-16'), { decidedOn })).toMatchObject({
      errors: [{ path: 'decidedOn', message: 'Give a day from 4 May 2023 to today' }],
    }),
  );

  it('needs the new words when it is changed, and none when it is confirmed', () => {
    expect(reconsiders(sentBack(), { outcome: 'changed' })?.errors?.[0]?.path).toBe('proposedDecision');
    const story = sentBack();
    const { proposedDecision } = story.decision?.content ?? {};
    expect(reconsiders(story, { outcome: 'changed', proposedDecision })?.errors, 'as it was').toEqual([
      { path: 'proposedDecision', message: 'Give the decision as changed' },
    ]);
    expect(reconsiders(sentBack(), { proposedDecision: ['New.'] })?.errors?.[0]?.path).toBe('proposedDecision');
  });

  it('within the call-in days is not in effect before they end, and is not called in again', () => {
    const story = sentBack('2023-04-12');
    reconsiders(story);
    expect(story.decision).toMatchObject({ status: 'decided', record: { effectiveFrom: '2023-04-15' } });
    expect(calls(story)).toMatchObject({ rule: 'call-in-once-only' });
  });
});

const never = (): never => {
  throw new Error('There is a decision');
};

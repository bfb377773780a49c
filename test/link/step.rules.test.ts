import { describe, expect, it } from 'vitest';
import type { OpenStep } from '../../functions/decision/decision.ts';
import { answering } from '../../functions/decision/steps.ts';
import { clearWorkingDaysBetween } from '../../functions/rules/clear-days.ts';
import { londonDate } from '../../functions/rules/local-date.ts';
import { kent } from '../../seeds/kent/council.ts';
import { awaiting, clear, key, link, none, noticed, submitted } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';
import { handedOver, heldUntil } from './handed-over.ts';

const deputy = { name: 'A Deputy', email: 'deputy@kent.example' };
const delegates = (story: Story, to: string | typeof deputy = deputy, stepId = 'clearance-1') =>
  story.tries({ type: 'delegate-step', stepId, to, scheme: 'Scheme of delegation', by: clerk });
const reissues = (story: Story, stepId = 'clearance-1') => story.tries({ type: 'reissue-link', stepId, by: clerk });
const bounces = (story: Story, stepId = 'clearance-1') =>
  story.tries({ type: 'mark-undeliverable', stepId, words: 'No such mailbox', by: clerk });
const approves = (story: Story, used = link(story, 'clearance')) => story.tries({ type: 'give-clearance', response: 'approve', ...used });
const first = ({ decision }: Story) => decision?.steps[0];

describe('a fresh link', () => {
  it('makes the earlier one void', () => {
    const story = submitted();
    const old = link(story, 'clearance');
    reissues(story);
    expect(approves(story, old)).toMatchObject({ rule: 'link-superseded' });
    expect(approves(story)).toBeNull();
  });

  it('is not sent, nor cover arranged, while the answer would be refused: in clearance again, or deferred', () => {
    const changed = noticed();
    bounces(changed, 'consultation-1');
    changed.does({ type: 'amend-proposal', content: { ...key, proposedDecision: ['Something else.'] } });
    expect([reissues(changed, 'consultation-1'), delegates(changed, deputy, 'consultation-1')]).toMatchObject([
      { rule: 'stage', status: 'in-clearance' },
      { rule: 'stage', status: 'in-clearance' },
    ]);
    const again = clear(changed).does({ type: 'defer-proposal', words: 'More work.', until: null, by: clerk });
    expect([reissues(again, 'consultation-1'), delegates(again, deputy, 'consultation-1')]).toMatchObject([
      { rule: 'stage', status: 'deferred' },
      { rule: 'stage', status: 'deferred' },
    ]);
    const later = awaiting();
    bounces(later, 'determination-1');
    later.does({ type: 'defer-proposal', words: 'More work.', until: null, by: clerk });
    expect(reissues(later, 'determination-1')).toMatchObject({ rule: 'stage', status: 'deferred' });
  });

  it('is no reminder besides, though a check was missed on the day for one: that comes with the next', () => {
    const story = submitted().on('2023-03-21');
    reissues(story);
    const reminds = () => story.events.flatMap(({ happening }) => (happening.type === 'step-reminded' ? happening.stepId : []));
    expect([first(story)?.state, reminds().includes('clearance-1')]).toEqual(['open', false]);
    story.does({ type: 'run-daily-check', by: clerk });
    expect(reminds()).toContain('clearance-1');
  });

  it('says in the history why a mailbox that refused email may be written to again, where that is said', () => {
    const story = submitted();
    story.does({ type: 'reissue-link', stepId: 'clearance-1', lifting: 'The mailbox was full.', by: clerk });
    expect(story.events.at(-1)?.happening).toEqual({
      type: 'link-reissued',
      stepId: 'clearance-1',
      issue: 2,
      lifted: 'The mailbox was full.',
    });
    reissues(story);
    expect(story.events.at(-1)?.happening).toStrictEqual({ type: 'link-reissued', stepId: 'clearance-1', issue: 3 });
  });

  it('mailed again to whoever lost it ends none that counts, and goes to nobody who has the post no longer', () => {
    const again = (story: Story) => story.does({ type: 'reissue-link', stepId: 'clearance-1', keepsLink: true, by: clerk });
    const story = submitted();
    const old = link(story, 'clearance');
    expect(again(story).events.at(-1)?.happening).toStrictEqual({
      type: 'link-reissued',
      stepId: 'clearance-1',
      issue: 1,
      keepsLink: true,
    });
    expect(approves(story, old)).toBeNull();
    const changed = submitted({ council: handedOver('s151-officer', '2023-03-02') });
    const theirs = link(changed, 'clearance');
    expect(again(changed.on('2023-03-02')).events.at(-1)?.happening).toMatchObject({ issue: 2, holder: { name: 'After' } });
    expect(changed.events.at(-1)?.happening).not.toHaveProperty('keepsLink');
    expect(approves(changed, theirs)).toMatchObject({ rule: 'link-superseded' });
  });

  it('to whoever has the post now asks them from that day, for as many days as were given before, and reminds them anew', () => {
    const story = awaiting({ council: handedOver(key.decisionMaker, '2023-05-25') });
    const asked = () => story.decision?.steps.find(({ id }) => id === 'determination-1');
    const { openedAt, dueOn } = asked() as OpenStep;
    expect(clearWorkingDaysBetween(londonDate(openedAt), dueOn ?? '')).toBe(4);
    story.on('2023-04-24').does({ type: 'run-daily-check' });
    expect(asked()).toMatchObject({ name: 'Before', reminded: [expect.any(String)] });
    story.on('2023-05-26').does({ type: 'reissue-link', stepId: 'determination-1', by: clerk });
    expect(asked()).toMatchObject({ name: 'After', openedAt: '2023-05-26T09:00:00Z', dueOn: '2023-06-05', reminded: [] });
  });

  it('leaves whoever has the post now the day that was given before, where a later one is beyond the bank holidays known', () => {
    const story = awaiting({ council: handedOver(key.decisionMaker, '2028-12-01') });
    const asked = () => story.decision?.steps.find(({ id }) => id === 'determination-1');
    const { dueOn } = asked() as OpenStep;
    story.on('2028-12-28').does({ type: 'reissue-link', stepId: 'determination-1', by: clerk });
    expect(asked()).toMatchObject({ name: 'After', openedAt: '2028-12-28T09:00:00Z', dueOn });
  });

  it('gives whoever took over the post of somebody consulted no day more: consultation closes for all on one day', () => {
    const story = noticed({ content: { ...key, consultees: ['leader'] }, council: handedOver('leader', '2023-03-20') });
    const asked = () => story.decision?.steps.find(({ id }) => id === 'consultation-1');
    const { dueOn } = asked() as OpenStep;
    story.on('2023-03-21').does({ type: 'reissue-link', stepId: 'consultation-1', by: clerk });
    expect(asked()).toMatchObject({ name: 'After', dueOn });
  });

  it('asks a chair who took over what is urgent for an answer on the day itself, as the one before was', () => {
    const story = noticed({ route: 'special-urgency', council: handedOver('scrutiny-chair', '2023-03-08') });
    const asked = () => story.decision?.steps.find(({ id }) => id === 'agreement-1');
    expect(asked()).toMatchObject({ name: 'Before', dueOn: '2023-03-07' });
    story.on('2023-03-10').does({ type: 'reissue-link', stepId: 'agreement-1', by: clerk });
    expect(asked()).toMatchObject({ name: 'After', dueOn: '2023-03-10' });
  });

  it('is refused while nobody has the post', () => {
    const story = awaiting({ council: heldUntil(key.decisionMaker, '2023-04-30') }).on('2023-05-10');
    expect(reissues(story, 'determination-1')).toMatchObject({
      rule: 'no-longer-in-post',
      words: expect.stringContaining('Nobody does: the clerk can send a fresh link once somebody does'),
    });
  });

  it('goes to the address that the directory has for the person today, the one that refused email having been corrected there', () => {
    const story = submitted();
    bounces(story);
    story.council = {
      ...kent,
      posts: kent.posts.map((post) => ({
        ...post,
        holders: post.holders.map((holder) => (post.id === 's151-officer' ? { ...holder, email: 'finance@kent.example' } : holder)),
      })),
    };
    reissues(story);
    expect(first(story)).toMatchObject({ state: 'open', name: 'The Section 151 Officer', email: 'finance@kent.example', issue: 2 });
    expect(approves(story)).toBeNull();
  });

  it('is not sent for what is answered, waits its turn, or never was', () => {
    const story = submitted();
    approves(story);
    expect(reissues(story)).toMatchObject({ rule: 'already-answered' });
    expect(reissues(story, 'clearance-9')).toMatchObject({ rule: 'no-such-step' });
  });

  it('from long ago, of another stage, answers nothing here', () => {
    const story = awaiting();
    expect(
      story.tries({ type: 'determine', response: 'approve', interest: { interest: 'none' }, stepId: 'clearance-1', issue: 1, words: '' }),
    ).toMatchObject({ rule: 'no-such-step' });
  });
});

describe('whoever no email is known to have reached', () => {
  const asked = ({ decision }: Story, id: string) => decision?.steps.find((step) => step.id === id);
  const late = (story = submitted()) => {
    bounces(story);
    return story.on('2023-03-29').does({ type: 'run-daily-check', by: clerk });
  };

  it('is asked from the day of a fresh link, for as many days as were given before, and is not said to be slow', () => {
    const story = late();
    expect(asked(story, 'clearance-1')).toMatchObject({ state: 'undeliverable', dueOn: '2023-03-15' });
    reissues(story);
    expect(asked(story, 'clearance-1')).toMatchObject({ state: 'open', dueOn: '2023-04-14', reminded: [] });
    expect(story.happened.at(-1)).toBe('link-reissued');
    expect(story.on('2023-04-11').does({ type: 'run-daily-check', by: clerk }).happened.at(-1)).toBe('link-reissued');
    story.on('2023-04-12').does({ type: 'run-daily-check', by: clerk });
    expect(story.events.at(-1)?.happening).toMatchObject({ type: 'step-reminded', stepId: 'clearance-1', escalate: false });
  });

  it('is asked so where somebody covers, and so is whoever covers once the day to answer is past', () => {
    const story = late();
    delegates(story);
    expect(asked(story, 'clearance-1')).toMatchObject({ cover: deputy, openedAt: '2023-03-29T09:00:00Z', dueOn: '2023-04-14' });
    const reached = submitted();
    delegates(reached.on('2023-03-15'));
    expect(asked(reached, 'clearance-1')).toMatchObject({ cover: deputy, dueOn: '2023-03-15' });
    delegates(reached.on('2023-03-16'), 'corporate-director-children');
    expect(asked(reached, 'clearance-1')).toMatchObject({ openedAt: '2023-03-16T09:00:00Z', dueOn: '2023-03-30', reminded: [] });
  });

  it('may have been handed the paper meanwhile: what is signed on it counts from the day on which it was first put to them', () => {
    const story = awaiting();
    bounces(story, 'determination-1');
    story.on('2023-04-11').does({ type: 'reissue-link', stepId: 'determination-1', by: clerk });
    const { issue } = asked(story, 'determination-1') as OpenStep;
    const signed = { stepId: 'determination-1', issue, words: '', response: 'approve', interest: none, signedOn: '2023-04-06' } as const;
    expect(story.tries({ type: 'determine', ...signed, by: { ...clerk, override: 'Signed on paper' } })).toBeNull();
  });

  it('is given no day more of a consultation, before it closes or after', () => {
    const story = noticed();
    const { dueOn } = asked(story, 'consultation-1') as OpenStep;
    bounces(story, 'consultation-1');
    reissues(story.on('2023-03-20'), 'consultation-1');
    expect(asked(story, 'consultation-1')).toMatchObject({ openedAt: '2023-03-20T09:00:00Z', dueOn });
    bounces(story, 'consultation-1');
    reissues(story.on('2023-04-06'), 'consultation-1');
    expect(asked(story, 'consultation-1')).toMatchObject({ openedAt: '2023-03-20T09:00:00Z', dueOn });
  });
});

describe('cover', () => {
  it('answers as one for another, under its scheme', () => {
    const story = submitted();
    expect(delegates(story)).toBeNull();
    const step = first(story);
    expect(step && answering(step)).toEqual({ ...deputy, scheme: 'Scheme of delegation' });
    approves(story);
    expect(
      story.on('2023-03-02').tries({ type: 'give-clearance', response: 'approve', stepId: 'clearance-1', issue: 2, words: '' })?.words,
    ).toBe('A Deputy for The Section 151 Officer approved on 1 March 2023 at 09:00.');
  });

  it('may be a post, filled by whoever holds it that day', () => {
    const story = submitted();
    delegates(story, 'head-of-paid-service');
    expect(first(story)?.cover).toMatchObject({ name: 'The Head of Paid Service', email: 'head-of-paid-service@kent.example' });
    expect(delegates(story, 'nobody')?.errors?.[0]?.path).toBe('to');
  });

  it.each(['scrutiny-chair', 'council-chair', { name: 'The chair by name', email: 'Scrutiny-Chair@kent.example' }])(
    'to decide is never somebody of scrutiny or of the council, who has no executive power: %j',
    (to) => {
      expect(awaiting().tries({ type: 'delegate-step', stepId: 'determination-1', to, scheme: 'Cover', by: clerk })).toMatchObject({
        rule: 'no-executive-power',
        source: 'Local Government Act 2000, section 9E',
      });
      expect(
        submitted().tries({ type: 'delegate-step', stepId: 'clearance-1', to, scheme: 'Cover', by: clerk }),
        'clearing decides nothing',
      ).toBeNull();
    },
  );

  it('of an absence in the directory is not taken for a decision from somebody of scrutiny: the member is asked', () => {
    const absences = ['cabinet-member-adult-social-care', 's151-officer'].map((post) => ({
      post,
      from: '2023-03-01',
      to: '2023-04-30',
      cover: 'scrutiny-chair',
      scheme: 'Cover',
    }));
    const story = awaiting({ council: { ...kent, absences } });
    expect(story.decision?.steps.filter(({ cover }) => cover).map(({ stage }) => stage)).toEqual(['clearance']);
    expect(story.open('determination')).toHaveLength(1);
  });

  it('has what was signed on paper entered for somebody who has left since, by its day', () => {
    const left = awaiting({ council: heldUntil(key.decisionMaker, '2023-04-06') }).on('2023-04-11');
    expect(delegates(left, deputy, 'determination-1')).toBeNull();
    const paper = { interest: none, words: '', signedOn: '2023-04-06', evidence: 'Paper of 6 April', by: clerk };
    left.does({ type: 'record-answer', stepId: 'determination-1', response: 'approve', ...paper });
    expect(left.decision).toMatchObject({ status: 'decided', determination: { decidedOn: '2023-04-06', signedBy: 'A Deputy for Before' } });
  });

  it('is never the officer whose proposal it is, nor the person asked', () => {
    expect(delegates(submitted(), { name: 'An Officer', email: 'OFFICER@kent.example' })).toMatchObject({
      kind: 'forbidden',
      rule: 'own-proposal',
    });
    expect(delegates(submitted(), { name: 'Finance', email: 'S151-officer@kent.example' })?.errors?.[0]?.path).toBe('to');
  });

  it('is never for the agreement to special urgency: the law says who may give it', () => {
    const story = noticed({ route: 'special-urgency' });
    expect(delegates(story, 'leader', 'agreement-1')).toMatchObject({ rule: 'no-cover-for-agreement', source: 'Reg 11 of SI 2012/2089' });
  });

  it('is never for any other agreement of a chair either, each by its own rule', () => {
    const publicAccess = { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' };
    const meeting = noticed({ content: { ...key, decisionMaker: 'cabinet', publicAccess } });
    meeting.does({ type: 'ask-private-meeting-consent', words: 'The grant lapses.', by: clerk });
    expect(delegates(meeting, 'leader', 'agreement-1')).toMatchObject({
      rule: 'no-cover-for-agreement',
      source: 'Reg 5 of SI 2012/2089',
      words: 'Nobody can agree for the chair. If the chair cannot act, ask again and name the next in line.',
    });
    const waived = noticed().does({ type: 'ask-call-in-waiver', words: 'It cannot wait.', by: clerk });
    expect(delegates(waived, 'leader', 'agreement-1')).toMatchObject({
      source: 'Council scrutiny rules (urgency)',
      words: 'Nobody can agree for the chair. Without the chair’s yes before the decision, call-in runs.',
    });
  });

  it('of a clearance may be whoever decides: only two who decide together must be two people', () => {
    const again = awaiting();
    again
      .does({ type: 'determine', response: 'return', interest: { interest: 'none' }, ...link(again, 'determination'), words: 'Say more.' })
      .does({ type: 'submit-proposal' });
    expect(delegates(again, key.decisionMaker, 'clearance-4')).toBeNull();
    const joint = awaiting({ content: { ...key, jointWith: 'leader' } });
    expect(delegates(joint, 'leader', 'determination-1')).toMatchObject({
      rule: 'two-decide-together',
      source: 'Council scheme of delegation',
    });
    expect(delegates(joint, deputy, 'determination-1')).toBeNull();
    expect(delegates(joint, { ...deputy, email: 'DEPUTY@kent.example' }, 'determination-2')).toMatchObject({ rule: 'two-decide-together' });
    expect(delegates(joint, deputy, 'determination-1'), 'the same deputy again, under another scheme').toBeNull();
  });

  it('is not arranged for a step that is not there', () =>
    expect([delegates(submitted(), deputy, 'clearance-9'), bounces(submitted(), 'clearance-9')].map((refusal) => refusal?.rule)).toEqual([
      'no-such-step',
      'no-such-step',
    ]));

  it('is not arranged for what is answered', () => {
    const story = submitted();
    approves(story);
    expect(delegates(story)).toMatchObject({ rule: 'already-answered' });
  });
});

describe('an address that fails', () => {
  it('leaves the step undeliverable and the proposal waiting, until a fresh link or cover opens it again', () => {
    const story = submitted();
    bounces(story);
    expect(first(story)).toMatchObject({ state: 'undeliverable', words: 'No such mailbox' });
    expect(approves(story, { ...link(submitted(), 'clearance') })).toMatchObject({ rule: 'step-undeliverable' });
    delegates(story);
    expect(first(story)).toMatchObject({ state: 'open', issue: 2 });
    expect(first(story), 'what failed is in the history, not in the open step').not.toHaveProperty('words');
  });

  it('after the answer changes nothing', () => {
    const story = submitted();
    approves(story);
    expect(bounces(story)).toBeNull();
    expect(first(story)?.state).toBe('approved');
  });

  it('found out after consultation closed, takes back that its consultee was silent', () => {
    const story = awaiting();
    const stateOf = (id: string) => story.decision?.steps.find((step) => step.id === id)?.state;
    expect(stateOf('consultation-1')).toBe('silent');
    bounces(story, 'consultation-1');
    expect([stateOf('consultation-1'), stateOf('consultation-2')]).toEqual(['undeliverable', 'silent']);
  });

  it('is recorded while the decision is deferred, since its consultation goes on', () => {
    const story = noticed().does({ type: 'defer-proposal', words: 'Later.', until: null, by: clerk });
    bounces(story, 'consultation-1');
    expect(story.decision?.steps.find(({ id }) => id === 'consultation-1')?.state).toBe('undeliverable');
    expect(reissues(story, 'consultation-1')).toBeNull();
  });
});

it('gives no id twice, however often people are asked again', () => {
  const story = submitted();
  for (const words of ['One.', 'Two.', 'Three.']) story.does({ type: 'amend-proposal', content: { ...key, proposedDecision: [words] } });
  const ids = story.decision?.steps.map(({ id }) => id) ?? [];
  expect(ids).toHaveLength(12);
  expect(new Set(ids).size).toBe(12);
});

import { describe, expect, it } from 'vitest';
import { type Blocker, blockersOf } from '../../functions/proposal/blockers.rules.ts';
import {
  awaiting,
  calledIn,
  cleared,
  decided,
  declined,
  deferred,
  drafted,
  effective,
  key,
  link,
  none,
  noticed,
  small,
  submitted,
  vacant,
  withdrawn,
} from '../decision/stories.ts';
import { clerk, scrutiny, Story, submittedBy } from '../decision/story.ts';

const blockers = ({ decision, given }: Story): Blocker[] => (decision ? blockersOf(decision, given) : []);
const bounced = (story: Story, stepId: string) => story.does({ type: 'mark-undeliverable', stepId, words: 'No such mailbox', by: clerk });
const reg11 = 'Reg 11 of SI 2012/2089';
const determination = 'Regs 12 and 13 of SI 2012/2089';

describe('what stands in the way of a draft', () => {
  it('is every part that is missing, held by its officer', () => {
    const found = blockers(
      new Story().does({ type: 'draft-proposal', content: { subject: 'Half a thought', decisionMaker: 'leader' }, submittedBy }),
    );
    expect(found).toContainEqual({ rule: 'incomplete', source: 'API', words: 'reasons: This is missing', heldBy: 'An Officer' });
    expect(found.some(({ words }) => /^(subject|decisionMaker):/.test(words))).toBe(false);
  });

  it('is only that it is not submitted, once it is whole', () =>
    expect(blockers(drafted())).toEqual([
      { rule: 'not-submitted', source: 'API', words: 'Complete, and ready to submit.', heldBy: 'An Officer' },
    ]));
});

describe('what stands in the way of a proposal in clearance', () => {
  it('is everyone who has not answered', () => {
    const story = submitted();
    story.does({ type: 'give-clearance', response: 'approve', ...link(story, 'clearance') });
    expect(blockers(story)).toEqual([
      {
        rule: 'clearance',
        source: 'Council scheme of delegation',
        words: 'Waits for Monitoring Officer.',
        heldBy: 'The Monitoring Officer',
        stepId: 'clearance-2',
      },
      {
        rule: 'clearance',
        source: 'Council scheme of delegation',
        words: 'Waits for Corporate Director Adult Social Care and Health.',
        heldBy: 'Richard Smith',
        stepId: 'clearance-3',
      },
    ]);
  });

  it('is the clerk’s where an email came back, and the deputy’s where somebody covers', () => {
    const story = bounced(submitted(), 'clearance-1').does({
      type: 'delegate-step',
      stepId: 'clearance-2',
      to: { name: 'A Deputy', email: 'deputy@kent.example' },
      scheme: 'Scheme',
      by: clerk,
    });
    expect(blockers(story).map(({ rule, heldBy }) => [rule, heldBy])).toEqual([
      ['clearance', 'A Deputy'],
      ['clearance', 'Richard Smith'],
      ['step-undeliverable', 'Clerk'],
    ]);
    expect(blockers(story).at(-1)?.words).toBe(
      'An email to Section 151 Officer did not arrive. The clerk can send it again or arrange cover.',
    );
  });
});

it('is that nobody holds the post, and no email to send again, where the email to somebody who left it came back', () => {
  const story = bounced(awaiting({ council: vacant(key.decisionMaker, '2023-04-06') }), 'determination-1').on('2023-04-06');
  expect(blockers(story)).toMatchObject([
    {
      rule: 'no-longer-in-post',
      words: expect.stringContaining('Nobody does: the clerk can send a fresh link once somebody does'),
      heldBy: 'Clerk',
    },
  ]);
});

describe('what stands in the way of what is cleared', () => {
  it('is the notice, which the clerk publishes', () =>
    expect(blockers(cleared())).toMatchObject([{ rule: 'notice-to-publish', source: 'Reg 9 of SI 2012/2089', heldBy: 'Clerk' }]));

  it('is that nobody is in post to be named in the notice as the one who decides', () =>
    expect(blockers(cleared({ council: vacant(key.decisionMaker, '2023-03-05') }).on('2023-03-07'))).toEqual([
      {
        rule: 'decision-maker-in-post',
        source: 'Reg 9 of SI 2012/2089',
        words: 'Nobody holds the post of decision maker on 7 March 2023, and the notice must name them.',
        heldBy: 'Clerk',
      },
    ]));

  it('is that nobody holds the post in consultation with which it is decided, which the clerk is shown, with what can be done', () => {
    const content = { ...small, decisionMaker: 'corporate-director-growth', inConsultationWith: ['cabinet-member-finance'] };
    expect(blockers(cleared({ content, council: vacant('cabinet-member-finance', '2023-03-05') }).on('2023-03-07'))).toEqual([
      {
        rule: 'consultee-in-post',
        source: 'Council scheme of delegation',
        words: expect.stringMatching(/nobody holds that post on 7 March 2023\. Its officer can name another\.$/),
        heldBy: 'Clerk',
      },
    ]);
  });

  it('is a day beyond the bank holidays known, of a proposal that is read all the same', () =>
    expect(blockers(cleared({ content: { ...key, targetDecisionDate: '2028-12-31' } }))).toMatchObject([
      { rule: 'bank-holidays-known', words: expect.stringContaining('31 December 2028 only'), heldBy: 'An Officer' },
    ]));

  it('is the day on which consultation was to close, once it is past, which its officer puts right', () =>
    expect(blockers(cleared({ content: { ...key, consultationClosesOn: '2023-04-03' } }).on('2023-04-04'))).toMatchObject([
      { rule: 'consultation-after-notice', words: expect.stringContaining('Give a later date'), heldBy: 'An Officer' },
    ]));
});

describe('what stands in the way of a decision under notice', () => {
  it('is every gate that is not yet open, with the day on which it opens', () =>
    expect(blockers(noticed())).toMatchObject([
      { rule: 'notice-period', source: 'SI 2012/2089 reg 9', clearsOn: '2023-04-05' },
      { rule: 'consultation-open', source: 'R v Brent LBC ex p Gunning (1985)', clearsOn: '2023-04-05' },
    ]));

  it('leaves out a gate on the day on which it opens', () => {
    const early = noticed({ content: { ...key, consultationClosesOn: '2023-03-20' } });
    expect(blockers(early.on('2023-03-20')).map(({ rule }) => rule)).toEqual(['notice-period', 'consultation-open']);
    expect(blockers(early.on('2023-03-21')).map(({ rule }) => rule)).toEqual(['notice-period']);
  });

  it('is the chair who has still to agree that it is urgent', () =>
    expect(blockers(noticed({ route: 'special-urgency' }))).toEqual([
      {
        rule: 'special-urgency-agreement',
        source: reg11,
        words: 'Waits for Chair of the Scrutiny Committee.',
        heldBy: 'The Chair of the Scrutiny Committee',
        stepId: 'agreement-1',
      },
    ]));

  it('is a chair asked to agree to a private meeting, or to waive call-in, each by its own rule', () => {
    const publicAccess = { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' };
    const meeting = noticed({ content: { ...small, decisionMaker: 'cabinet', publicAccess } }).on('2023-04-05');
    meeting.does({ type: 'ask-private-meeting-consent', words: 'The grant lapses.', by: clerk });
    expect(blockers(meeting).at(-1)).toMatchObject({ rule: 'private-meeting-consent', source: 'Reg 5 of SI 2012/2089' });
    const waived = noticed().does({ type: 'ask-call-in-waiver', words: 'It cannot wait.', by: clerk });
    expect(blockers(waived).at(-1)).toMatchObject({ rule: 'call-in-waiver', source: 'Council scrutiny rules (urgency)' });
  });

  it('is the clerk’s where the email to a chair came back, for whom nobody can cover', () =>
    expect(blockers(bounced(noticed({ route: 'special-urgency' }), 'agreement-1'))).toMatchObject([
      {
        rule: 'step-undeliverable',
        source: reg11,
        words:
          'An email to Chair of the Scrutiny Committee did not arrive. The clerk can send it again, or ask whoever may agree instead if the chair cannot act.',
      },
    ]));

  it('is the chair’s refusal, until it is published by another route', () => {
    const story = noticed({ route: 'special-urgency' });
    story.does({ type: 'give-agreement', response: 'refuse', ...link(story, 'agreement'), words: 'It can wait.' });
    expect(blockers(story)).toEqual([
      {
        rule: 'special-urgency-refused',
        source: reg11,
        words: 'The chair did not agree that this is urgent. Publish it by another route.',
        heldBy: 'Clerk',
      },
    ]);
    story.does({ type: 'publish-notice', route: 'special-urgency', reason: 'The grant lapses tomorrow.', by: clerk });
    expect(
      blockers(story).map(({ rule }) => rule),
      'the same chair was asked again',
    ).toEqual(['special-urgency-agreement']);
    story.does({ type: 'publish-notice', route: 'ordinary', by: clerk });
    expect(blockers(story).map(({ rule }) => rule)).toEqual(['notice-period', 'consultation-open']);
  });

  it('is the second notice of a private meeting, until it is published', () => {
    const story = noticed({
      content: {
        ...key,
        decisionMaker: 'cabinet',
        publicAccess: { kind: 'fully-exempt', paragraphs: [3], publicInterest: 'Prices are still to be bid.' },
      },
    });
    expect(blockers(story)).toContainEqual({
      rule: 'private-meeting-second-notice',
      source: 'Reg 5 of SI 2012/2089',
      words: 'The meeting is to be in private, and its second notice, five clear days before, is not published.',
      heldBy: 'Clerk',
    });
    story.does({ type: 'publish-private-meeting-notice', representations: 'None.', response: 'None.', by: clerk });
    expect(blockers(story).filter(({ heldBy }) => heldBy)).toEqual([]);
  });
});

describe('what stands in the way of a decision that may be taken', () => {
  it('is the one who decides', () =>
    expect(blockers(awaiting())).toEqual([
      {
        rule: 'determination',
        source: determination,
        words: 'Waits for Cabinet Member for Adult Social Care and Public Health.',
        heldBy: 'The Cabinet Member for Adult Social Care and Public Health',
        stepId: 'determination-1',
      },
    ]));

  it('is the meeting of a body, and then its chair', () => {
    const story = awaiting({ content: { ...key, decisionMaker: 'cabinet' } });
    expect(blockers(story)).toEqual([
      { rule: 'meeting-to-record', source: determination, words: 'Cabinet may decide now. Record its meeting.', heldBy: 'Clerk' },
    ]);
    story.does({
      type: 'record-meeting',
      meeting: { date: '2023-04-05', present: ['The Leader of the Council'], points: [], interests: [] },
      by: clerk,
    });
    expect(blockers(story)).toMatchObject([{ rule: 'determination', heldBy: 'The Leader of the Council' }]);
  });

  it('is that nobody is in post', () =>
    expect(blockers(awaiting({ council: vacant(key.decisionMaker, '2023-04-01') }))).toEqual([
      {
        rule: 'decision-maker-in-post',
        source: determination,
        words: 'Nobody is in post who has still to sign. Defer it, and take it up again when somebody is.',
        heldBy: 'Clerk',
      },
    ]));
});

describe('what stands in the way of a decision taken', () => {
  it('is call-in, to the day of effect', () =>
    expect(blockers(decided())).toEqual([
      {
        rule: 'call-in-open',
        source: 'Council scrutiny rules',
        words: 'Call-in closes at the end of 14 April 2023.',
        clearsOn: '2023-04-15',
      },
    ]));

  it('called in is scrutiny’s outcome, and then deciding again', () => {
    const story = calledIn();
    expect(blockers(story)).toMatchObject([{ rule: 'called-in', source: 'Local Government Act 2000, section 9F', heldBy: 'Scrutiny' }]);
    story.does({ type: 'conclude-call-in', outcome: 'reconsider', words: 'Think again.', by: scrutiny });
    expect(blockers(story)).toMatchObject([{ rule: 'reconsideration', source: 'Local Government Act 2000, section 9F', heldBy: 'Clerk' }]);
    story.does({ type: 'reconsider-decision', outcome: 'confirmed', words: 'As before.', by: clerk });
    expect(blockers(story), 'nobody can call it in again').toMatchObject([{ rule: 'call-in-considered', clearsOn: '2023-04-15' }]);
  });
});

describe('what stands in the way of a deferred decision', () => {
  it('is the day that it is put off to, or nothing but a person', () => {
    expect(blockers(deferred('2023-05-01'))).toEqual([
      { rule: 'deferred', source: 'Council decision procedure', words: 'Deferred: More work.', clearsOn: '2023-05-01' },
    ]);
    expect(blockers(deferred(null))).toEqual([{ rule: 'deferred', source: 'Council decision procedure', words: 'Deferred: More work.' }]);
  });
});

it('is nothing once it is in effect, declined or withdrawn', () =>
  expect([effective(), declined(), withdrawn()].flatMap(blockers)).toEqual([]));

it('is nothing once decided where call-in never was', () => {
  const story = awaiting({
    content: small,
    council: { ...noticed().council, callInRules: noticed().council.callInRules.map((rule) => ({ ...rule, keyOnly: true })) },
  });
  story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
  expect([story.status, blockers(story)]).toEqual(['effective', []]);
});

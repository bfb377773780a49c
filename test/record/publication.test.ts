import { describe, expect, it } from 'vitest';
import { publicationSchema } from '../../functions/record/publication/publication.schema.ts';
import { publicationOf } from '../../functions/record/publication/publication.ts';
import { interestInWords } from '../../functions/record/in-words.ts';
import { publicationOn } from '../../functions/record/tense.ts';
import { kent } from '../../seeds/kent/council.ts';
import { pastDecision } from '../decision/past-decision.ts';
import { clerk, officer, scrutiny, somebody } from '../decision/story.ts';
import { safer, Told } from './told.ts';

const statusOf = (story: Told) => {
  const { kind, status } = publicationSchema.parse(story.published);
  return [kind, status.code, status.words];
};

const answered = (story: Told, response: 'return' | 'decline', words: string): Told => {
  for (const step of story.open('determination'))
    story.does({ type: 'determine', response, interest: { interest: 'none' }, ...step, words, by: somebody });
  return story;
};

describe('before a notice the public reads nothing', () => {
  it.each([
    [
      'a draft',
      () =>
        new Told().does({
          type: 'draft-proposal',
          content: safer(),
          submittedBy: { sub: 'officer', name: 'An Officer', email: 'officer@kent.example' },
        }),
    ],
    ['a proposal in clearance', () => new Told().submitted()],
    ['a cleared proposal', () => new Told().cleared()],
    ['one withdrawn before its notice', () => new Told().cleared().does({ type: 'withdraw-proposal', words: 'Not needed.', by: officer })],
  ])('of %s', (_, tell) => {
    expect(publicationOf(tell().told, kent)).toBeNull();
  });
});

describe('the public status says', () => {
  it('that a notice was published', () =>
    expect(statusOf(new Told().noticed())).toEqual(['notice', 'notice-published', 'Notice published']));
  it('that the decision maker has been asked', () =>
    expect(statusOf(new Told().awaiting())).toEqual(['notice', 'awaiting-decision', 'Awaiting decision']));
  it('that call-in is open', () => expect(statusOf(new Told().decided())).toEqual(['record', 'subject-to-call-in', 'Subject to call-in']));
  it('that it was called in', () => expect(statusOf(new Told().calledIn())).toEqual(['record', 'called-in', 'Called in']));
  it('that it is in force', () => expect(statusOf(new Told().effective())).toEqual(['record', 'in-force', 'In force']));
  it('when it is to be decided, in the notice too: the day of a notice is that of nothing once it is put off, sent back or given up', () => {
    const due = (story: Told) => publicationOn(story.published, '2023-04-06').particulars.decisionDue.words;
    const noticed = () => new Told().noticed();
    const deferring = { type: 'defer-proposal', words: 'More work.', by: clerk } as const;
    expect(due(noticed())).toBe('On or after Wednesday 5 April 2023');
    expect(due(noticed().does({ ...deferring, until: '2023-06-01' }))).toBe('Put off until Thursday 1 June 2023');
    expect(due(noticed().does({ ...deferring, until: null }))).toBe('Put off, with no new date set');
    expect(due(noticed().does({ type: 'withdraw-proposal', words: 'Overtaken.', by: officer }))).toBe('No decision will be taken');
    expect(due(answered(new Told().awaiting(), 'decline', 'Too dear.'))).toBe('On or after Wednesday 5 April 2023');
    expect(due(answered(new Told().awaiting(), 'return', 'Say more.'))).toBe('A new notice will say when');
  });

  it('that it was withdrawn', () =>
    expect(statusOf(new Told().noticed().does({ type: 'withdraw-proposal', words: 'Not needed.', by: clerk }))).toEqual([
      'notice',
      'withdrawn',
      'Withdrawn',
    ]));
  it('that it was deferred', () =>
    expect(statusOf(new Told().noticed().does({ type: 'defer-proposal', words: 'More work.', until: '2023-06-01', by: clerk }))).toEqual([
      'notice',
      'deferred',
      'Deferred',
    ]));
  it('that the decision maker did not agree', () =>
    expect(statusOf(answered(new Told().awaiting(), 'decline', 'Too dear.'))).toEqual(['record', 'not-agreed', 'Not agreed']));
  it('that it went back to be changed', () =>
    expect(statusOf(answered(new Told().awaiting(), 'return', 'Say more.'))).toEqual([
      'notice',
      'changed',
      'Changed: a new notice will follow',
    ]));
});

describe('what changed after the notice', () => {
  const changed = new Told().noticed();
  changed.does({
    type: 'amend-proposal',
    content: safer({ subject: 'Something else entirely', background: 'Words of which no notice was given' }),
    by: officer,
  });

  it('is not public before its own notice', () => {
    expect(changed.status).toBe('in-clearance');
    const text = JSON.stringify(changed.published);
    expect(text).not.toContain('Something else entirely');
    expect(text).not.toContain('Words of which no notice was given');
  });

  it('leaves the old notice’s matter, maker and dates to be read', () => {
    const { subject, particulars, timetable } = changed.published;
    expect(subject).toBe(safer().subject);
    expect(particulars.decisionMaker.title).toBe('Cabinet Member for Adult Social Care and Public Health');
    expect(timetable.publishedOn).toBe('2023-03-07');
  });

  it('is public with its new notice', () => {
    for (const step of changed.open('clearance')) changed.does({ type: 'give-clearance', response: 'approve', ...step, by: somebody });
    changed.on('2023-03-20').does({ type: 'publish-notice', route: 'ordinary', by: clerk });
    expect(changed.published).toMatchObject({
      subject: 'Something else entirely',
      timetable: { firstPublishedOn: '2023-03-07', publishedOn: '2023-03-20' },
    });
  });
});

describe('a record of decision', () => {
  it('says by whom, when, and that no interest was declared', () => {
    const { determination, interests, timetable } = new Told().decided().published;
    expect(determination).toMatchObject({
      decidedOn: '2023-04-05',
      by: { title: 'Cabinet Member for Adult Social Care and Public Health' },
      cover: null,
      recordedByClerk: false,
    });
    expect(interests?.summary).toBe('None');
    expect(timetable).toMatchObject({
      callInClosesOn: '2023-04-14',
      effectiveFrom: '2023-04-15',
      proof: 'Notice was published on 7 March 2023 and the decision was taken on 5 April 2023: 28 clear days, where 28 are required.',
    });
  });

  it('says nothing about interests before the decision', () => expect(new Told().awaiting().published.interests).toBeNull());

  it('says what interest was declared', () => {
    const { interests } = new Told().decided(undefined, { interest: 'declared', kind: 'other', detail: 'A friend works there' }).published;
    expect(interests).toMatchObject({
      summary: 'Declared',
      each: [{ interest: 'declared', kind: 'other', detail: 'A friend works there', dispensation: null }],
    });
  });

  it('of exempt business says that a dispensation was recorded, though not its words, and “none” only where there was none (reg 12(2)(e))', () => {
    const exempt = safer({ publicAccess: { kind: 'fully-exempt', paragraphs: [3], publicInterest: 'It would harm the bidding.' } });
    const says = (dispensation?: string) => {
      const interest = {
        interest: 'declared' as const,
        kind: 'other' as const,
        detail: 'A lease',
        ...(dispensation ? { dispensation } : {}),
      };
      const each = new Told().decided(exempt, interest).published.interests?.each ?? [];
      return each.map(interestInWords);
    };
    expect(says('Standards Committee, of Ms Smith’s lease')).toEqual([
      'Declared: other interest. Dispensation: recorded, and not published with exempt business.',
    ]);
    expect(says()).toEqual(['Declared: other interest. Dispensation: none.']);
  });

  it('names cover as one for another under a scheme', () => {
    const story = new Told().awaiting();
    const [step] = story.open('determination');
    story.does({
      type: 'delegate-step',
      stepId: step?.stepId ?? '',
      to: { name: 'Ann Cover', email: 'leader@kent.example' },
      scheme: 'the scheme of delegation',
      by: clerk,
    });
    expect(story.decided().published.determination?.cover).toMatch(/^Ann Cover for .+, under the scheme of delegation$/);
  });

  it('keeps the words that the committee changed beside those it put in their place', () => {
    const story = new Told().noticed();
    const after = ['Approve the procurement.', 'Delegate to the Corporate Director, in consultation with the Cabinet Member.'];
    story.does({
      type: 'record-committee-outcome',
      committee: 'Adult Social Care Cabinet Committee',
      date: '2023-03-07',
      outcome: 'amended',
      proposedDecision: after,
      words: 'Amended.',
      by: clerk,
    });
    expect(story.decided().published.decision).toEqual({
      state: 'taken',
      items: after,
      conditions: [],
      changes: [{ by: 'Adult Social Care Cabinet Committee', on: '2023-03-07', before: safer().proposedDecision, after }],
    });
  });

  it('shows what was changed after a call-in', () => {
    const story = new Told().calledIn().does({ type: 'conclude-call-in', outcome: 'reconsider', words: 'Think again.', by: scrutiny });
    story.does({
      type: 'reconsider-decision',
      outcome: 'changed',
      proposedDecision: ['Procure less.'],
      words: 'Scrutiny was right.',
      by: clerk,
    });
    const { status, callIn, decision } = story.published;
    expect(status.explanation).toBe('The decision was changed after a call-in. It takes effect on 15 April 2023.');
    expect(story.on('2023-04-15').does({ type: 'run-daily-check' }).published.status.explanation).toContain(
      'It was changed after a call-in.',
    );
    expect(callIn).toMatchObject({ outcome: 'reconsider', reconsidered: { outcome: 'changed' } });
    expect(decision).toMatchObject({ items: ['Procure less.'], changes: [{ before: safer().proposedDecision, after: ['Procure less.'] }] });
  });

  it('does not say when a called-in decision will take effect', () => {
    const last = new Told().calledIn().published.timeline.at(-1);
    expect(last).toMatchObject({ label: 'Takes effect', date: null, state: 'to-come' });
  });
});

it('says why a decision was made at short notice and who agreed, once they have', () => {
  const story = new Told()
    .cleared()
    .does({ type: 'publish-notice', route: 'special-urgency', reason: 'The refuge closes on Friday.', by: clerk });
  expect(story.published.shortNotice).toMatchObject({ route: 'special-urgency', reason: 'The refuge closes on Friday.', agreedBy: null });
  for (const step of story.open('agreement')) story.does({ type: 'give-agreement', response: 'agree', ...step, by: somebody });
  expect(story.published.shortNotice?.agreedBy).toMatchObject({ title: 'Chair of the Scrutiny Committee', on: '2023-03-07' });
});

it('records who was silent and who was late', () => {
  const story = new Told().awaiting();
  const outcomes = () => story.published.consultation?.consultees.map(({ outcome, late }) => [outcome, late]);
  expect(outcomes()).toEqual([
    ['silent', false],
    ['silent', false],
  ]);
});

it('names those whom a past decision consulted, from outside the council but for whoever is said to be of it', () => {
  const named = (external?: boolean) => ({
    name: 'A Trust',
    email: 'office@trust.example',
    ...(external === undefined ? {} : { external }),
  });
  const story = new Told('2026-11-21T09:00:00Z').does(
    pastDecision('23/00022', { consultees: ['cabinet-member-finance', named(false), named(true), named()] }),
  );
  expect(story.published.consultation?.consultees.map(({ external }) => external)).toEqual([false, false, true, true]);
});

it('does not say of whoever was asked again, with a new notice, that they did not answer before: what they answered before it does', () => {
  const story = new Told().noticed();
  story.does({ type: 'answer-consultation', response: 'comment', ...story.open('consultation')[0]!, words: 'Later.', by: somebody });
  story.on('2023-04-05').does({ type: 'run-daily-check', by: clerk });
  const outcomes = () => story.published.consultation?.consultees.map(({ outcome }) => outcome);
  expect(outcomes()).toEqual(['commented', 'silent']);
  story.does({ type: 'amend-proposal', content: { ...safer(), proposedDecision: ['Something else.'] }, by: officer });
  for (const step of story.open('clearance')) story.does({ type: 'give-clearance', response: 'approve', ...step, by: somebody });
  story.does({ type: 'publish-notice', route: 'ordinary', by: clerk });
  expect(outcomes()).toEqual(['commented', 'asked', 'asked']);
});

it('gives every stage of an ordinary decision in order, done, now and to come', () => {
  const stages = (story: Told) => story.published.timeline.map(({ label, date, state }) => `${label} ${date} ${state}`);
  expect(stages(new Told().noticed())).toEqual([
    'Notice published 2023-03-07 done',
    'Consultation closes 2023-04-04 now',
    'Earliest day for the decision 2023-04-05 to-come',
    'Decision null to-come',
  ]);
  expect(stages(new Told().decided())).toEqual([
    'Notice published 2023-03-07 done',
    'Consultation closes 2023-04-04 done',
    'Earliest day for the decision 2023-04-05 done',
    'Decision 2023-04-05 done',
    'Record of decision published 2023-04-05 done',
    'Call-in closes at the end of the day 2023-04-14 now',
    'Takes effect 2023-04-15 to-come',
  ]);
  const again = new Told().calledIn().does({ type: 'validate-call-in', valid: false, words: 'One member only.', by: clerk });
  expect(stages(again), 'there may be another call-in').toContain('Call-in closes at the end of the day 2023-04-14 now');
});

describe('an older record that was taken over', () => {
  const imported = (parts: { keyStatus?: 'key' | 'not-key' | 'unknown'; interest?: string } = {}) =>
    new Told('2023-06-01T09:00:00Z').does({
      type: 'import-decision',
      content: safer(),
      submittedBy: { sub: 'clerk', name: 'A Clerk', email: 'clerk@kent.example' },
      number: '18/00015',
      noticePublishedOn: '2018-03-23',
      decidedOn: '2018-04-20',
      keyStatus: 'key',
      interest: 'None',
      by: clerk,
      ...parts,
    }).published;

  it('says that its notice was a day short', () => {
    const { findings, timetable, number } = publicationSchema.parse(imported());
    expect(number).toBe('18/00015');
    expect(timetable.proof).toContain('27 clear days, where 28 are required');
    expect(findings).toEqual([expect.stringContaining('ran for 27 clear days')]);
  });

  it('that does not say whether it was key is not said to be key or not', () =>
    expect(imported({ keyStatus: 'unknown' }).key).toMatchObject({ isKey: null, grounds: [], statement: null }));
  it('that says it was not key is not said to be key by today’s figures', () =>
    expect(imported({ keyStatus: 'not-key' }).key).toMatchObject({ isKey: false, grounds: [], statement: null }));

  it.each([
    ['None', 'None'],
    ['none.', 'None'],
    ['', 'None'],
    ['Mr Gough is a trustee; dispensation granted', 'As recorded'],
  ])('with “%s” for its interests has the summary %s', (interest, summary) => {
    expect(imported({ interest }).interests?.summary).toBe(summary);
  });
});

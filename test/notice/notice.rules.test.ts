import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../functions/decision/commands.ts';
import type { Decision, Notice } from '../../functions/decision/decision.ts';
import { awaiting, clear, cleared, key, link, none, noticed, small, vacant } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

type Publishing = Omit<CommandOf<'publish-notice'>, 'type' | 'by'>;
const publishes = (story: Story, asked: Publishing = { route: 'ordinary' }) => story.tries({ type: 'publish-notice', by: clerk, ...asked });
const noticeOf = ({ decision }: Story) => (decision as Decision & { notice: Notice }).notice;
const earliest = (story: Story) => noticeOf(story).timetable.earliestDecisionDate;

/** Returned by the decision maker on 5 April, submitted again and cleared again on 6 April. */
const returned = (change: Partial<typeof key> = {}): Story => {
  const story = awaiting();
  story.does({ type: 'determine', response: 'return', interest: none, ...link(story, 'determination'), words: 'Say more.' });
  story.on('2023-04-06').does({ type: 'amend-proposal', content: { ...key, ...change } });
  return clear(story.does({ type: 'submit-proposal' }));
};

describe('a notice', () => {
  it('of a key decision runs for 28 clear days, weekends and bank holidays among them', () => {
    const story = noticed();
    expect(noticeOf(story)).toMatchObject({
      route: 'ordinary',
      publishedOn: '2023-03-07',
      firstPublishedOn: '2023-03-07',
      isKey: true,
      timetable: { clearDaysRequired: 28, earliestDecisionDate: '2023-04-05' },
    });
    expect(noticeOf(story).maker).toMatchObject({ name: 'The Cabinet Member for Adult Social Care and Public Health', kind: 'individual' });
  });

  it('of a key decision gives those consulted all of its days to answer, and not only the council’s five', () =>
    expect([
      noticeOf(noticed()).timetable.consultationClosesOn,
      ...(noticed().decision?.steps.flatMap(({ stage, dueOn }) => (stage === 'consultation' ? [dueOn] : [])) ?? []),
    ]).toEqual(['2023-04-04', '2023-04-04', '2023-04-04']));

  it('asks its consultees and nobody else', () =>
    expect(noticed().decision?.steps.map(({ id }) => id)).toEqual([
      'clearance-1',
      'clearance-2',
      'clearance-3',
      'consultation-1',
      'consultation-2',
    ]));

  it('asks each consultee once, whatever post and address they are named by', () => {
    const twice = [...key.consultees, { name: 'Once more', email: 'COMMUNITY.safety@districts.example' }, 'leader'];
    const story = noticed({ content: { ...key, consultees: twice, inConsultationWith: ['leader'] } });
    expect(story.open('consultation')).toHaveLength(3);
  });

  it('knows who of those it asks is outside the council: everyone by address, unless they are said not to be', () => {
    const consultees = [
      { name: 'Outside', email: 'outside@elsewhere.example' },
      { name: 'Inside', email: 'inside@kent.example', external: false },
      'leader',
    ];
    expect(
      noticed({ content: { ...key, consultees } })
        .decision?.steps.filter(({ stage }) => stage === 'consultation')
        .map(({ external }) => external),
    ).toEqual([true, false, false]);
  });

  it('asks nobody in a post that is empty by then', () => {
    const story = cleared({ content: { ...key, consultees: ['leader', ...key.consultees] }, council: vacant('leader', '2023-03-05') }).on(
      '2023-03-07',
    );
    publishes(story);
    expect(story.open('consultation')).toHaveLength(2);
  });

  it('names Cabinet with all its members', () =>
    expect(noticeOf(noticed({ content: { ...key, decisionMaker: 'cabinet' } })).maker).toMatchObject({
      kind: 'body',
      members: { length: 9 },
    }));

  it('is refused while nobody is in post to be named in it, alone or with another', () => {
    expect(publishes(cleared({ council: vacant(key.decisionMaker, '2023-03-05') }).on('2023-03-07'))).toMatchObject({
      rule: 'decision-maker-in-post',
    });
    const joint = { content: { ...key, jointWith: 'leader' }, council: vacant('leader', '2023-03-05') };
    expect(publishes(cleared(joint).on('2023-03-07'))).toMatchObject({ rule: 'decision-maker-in-post' });
  });

  it('is published once', () =>
    expect(publishes(noticed())).toMatchObject({ rule: 'notice-already-published', noticePublished: '2023-03-07' }));

  it('that has become urgent while it runs is refused with the way on, by which it can be given again at short notice', () => {
    const story = noticed().on('2023-03-10');
    const shortly = { route: 'general-exception' as const, reason: 'The grant now lapses on 31 March.' };
    expect(publishes(story, shortly)?.words).toBe(
      'The notice was published on 7 March 2023. To decide sooner, its officer changes the decision as it is worded, or withdraws it and proposes it anew: once cleared, its new notice can be given by this route.',
    );
    expect(publishes(story)?.words, 'and says nothing of it to whoever asks for no shorter route').toBe(
      'The notice was published on 7 March 2023.',
    );
    story.does({ type: 'amend-proposal', content: { ...key, proposedDecision: ['Buy it now, before the grant lapses.'] } });
    expect(publishes(clear(story), shortly)).toBeNull();
    expect(noticeOf(story)).toMatchObject({ publishedOn: '2023-03-10', timetable: { earliestDecisionDate: '2023-03-18' } });
  });

  it('is refused when consultation was to close before it was ever published', () =>
    expect(publishes(cleared({ content: { ...key, consultationClosesOn: '2023-03-06' } }).on('2023-03-07'))).toMatchObject({
      rule: 'consultation-after-notice',
      consultationClosesOn: '2023-03-06',
    }));

  it('may be published on the day on which its consultation closes', () =>
    expect(publishes(cleared({ content: { ...key, consultationClosesOn: '2023-03-07' } }).on('2023-03-07'))).toBeNull());

  it('published at 23:30 UTC in summer is of the next day', () => {
    const story = cleared().on('2023-03-31', '23:30:00Z');
    publishes(story);
    expect(noticeOf(story)).toMatchObject({ publishedOn: '2023-04-01', timetable: { earliestDecisionDate: '2023-04-30' } });
  });
});

describe('a decision that is not key', () => {
  it('opens at once when nobody is to be consulted', () =>
    expect(noticed({ content: small }).happened.slice(-2)).toEqual(['notice-published', 'determination-opened']));

  it('opens after its consultation: five clear working days', () => {
    const story = noticed({ content: { ...small, consultees: key.consultees } });
    expect([story.status, earliest(story)]).toEqual(['notice-published', '2023-03-15']);
    expect(story.on('2023-03-15').does({ type: 'run-daily-check', by: clerk }).status).toBe('awaiting-decision');
  });

  it('has no use for short notice', () =>
    expect(publishes(cleared({ content: small }), { route: 'general-exception', reason: 'Haste.' })).toMatchObject({
      rule: 'short-notice-is-for-key-decisions',
    }));
});

describe('short notice', () => {
  it.each(['general-exception', 'special-urgency'] as const)('by %s gives its reason', (route) => {
    for (const reason of [undefined, ' ']) expect(publishes(cleared(), { route, reason })?.errors?.[0]?.path).toBe('reason');
  });

  it('asks a chair to agree by special urgency alone: one named for another route is sent back, never passed over', () => {
    for (const route of ['ordinary', 'general-exception'] as const) {
      const named = { route, reason: 'The grant lapses.', agreementFrom: 'council-chair' };
      expect(publishes(cleared(), named)?.errors?.map(({ path }) => path)).toEqual(['agreementFrom']);
    }
  });

  it('by special urgency tells the chair why', () =>
    expect(noticed({ route: 'special-urgency' }).decision?.steps.find(({ stage }) => stage === 'agreement')?.reason).toBe(
      'The grant lapses on 31 March.',
    ));

  it('by general exception is five clear working days, not seven calendar ones', () => {
    const story = noticed({ route: 'general-exception' });
    expect(noticeOf(story).timetable).toMatchObject({
      clearDaysRequired: 5,
      clearDaysBasis: 'working',
      earliestDecisionDate: '2023-03-15',
    });
    expect(story.on('2023-03-14', '22:00:00Z').does({ type: 'run-daily-check', by: clerk }).status).toBe('notice-published');
    expect(story.on('2023-03-15', '00:00:00Z').does({ type: 'run-daily-check', by: clerk }).status).toBe('awaiting-decision');
  });

  it('over Easter skips Good Friday and Easter Monday', () => {
    const story = cleared().on('2023-04-04');
    publishes(story, { route: 'general-exception', reason: 'Haste.' });
    expect(earliest(story)).toBe('2023-04-14');
  });
});

describe('a notice published again', () => {
  it('keeps its clock when nothing material changed, and gives consultees their days to answer again', () => {
    const story = returned();
    publishes(story);
    expect(noticeOf(story)).toMatchObject({ publishedOn: '2023-03-07', firstPublishedOn: '2023-03-07' });
    expect(story.open('consultation')).toHaveLength(2);
    expect(noticeOf(story).timetable).toMatchObject({ consultationClosesOn: '2023-04-17', earliestDecisionDate: '2023-04-18' });
  });

  it('keeps its clock when its wording or its cost changed: the matter is the same', () => {
    const story = returned({ proposedDecision: ['Something else.'] });
    publishes(story);
    expect(noticeOf(story).publishedOn).toBe('2023-03-07');
  });

  it('keeps its clock by the same short route, or by a shorter one that brings nothing forward', () => {
    const again = (first: 'ordinary' | 'general-exception', content = key) => {
      const story = noticed({ route: first, content })
        .on('2023-03-08')
        .does({ type: 'amend-proposal', content: { ...content, proposedDecision: ['Something else.'] } });
      publishes(clear(story), { route: 'general-exception', reason: 'Haste.' });
      return noticeOf(story);
    };
    expect(again('general-exception')).toMatchObject({ publishedOn: '2023-03-07', reason: 'Haste.' });
    expect(again('ordinary', { ...key, targetDecisionDate: '2023-04-20' }).publishedOn).toBe('2023-03-07');
    expect(again('ordinary').publishedOn, 'it would come sooner than the public was told').toBe('2023-03-08');
  });

  it.each(['2023-03-10', '2023-04-20'])('on %s keeps a day for answers that has not gone', (day) => {
    const content = { ...key, consultationClosesOn: '2023-04-20' };
    const story = noticed({ content })
      .on(day)
      .does({ type: 'amend-proposal', content: { ...content, proposedDecision: ['Something else.'] } });
    publishes(clear(story));
    expect(noticeOf(story).timetable.consultationClosesOn).toBe('2023-04-20');
  });

  it('gives no days for answers where nobody is asked', () => {
    const story = awaiting({ content: small });
    story.does({ type: 'determine', response: 'return', interest: none, ...link(story, 'determination'), words: 'Say more.' });
    publishes(clear(story.on('2023-04-06').does({ type: 'submit-proposal' })));
    expect([story.status, noticeOf(story).timetable.consultationClosesOn]).toEqual(['awaiting-decision', null]);
  });

  it('still says on which day it was first to be decided', () => {
    const story = noticed().does({ type: 'amend-proposal', content: { ...key, targetDecisionDate: '2023-04-20' } });
    expect(noticeOf(story).originallyDue).toBe('2023-04-05');
    story.does({ type: 'amend-proposal', content: { ...key, targetDecisionDate: '2023-04-20', proposedDecision: ['Something else.'] } });
    publishes(clear(story));
    expect(noticeOf(story).originallyDue).toBe('2023-04-05');
  });

  it('is not stopped by a day for answers that has gone: the council’s own days count from now', () => {
    const story = awaiting({ content: { ...key, consultationClosesOn: '2023-03-20' } });
    story.does({ type: 'determine', response: 'return', interest: none, ...link(story, 'determination'), words: 'Say more.' });
    clear(story.on('2023-04-06').does({ type: 'submit-proposal' }));
    expect(publishes(story)).toBeNull();
    expect(noticeOf(story)).toMatchObject({ publishedOn: '2023-03-07', timetable: { consultationClosesOn: '2023-04-17' } });
  });

  it.each([
    ['its subject', { subject: 'Another matter' }],
    ['its decision maker', { decisionMaker: 'leader' }],
    ['a second decision maker', { jointWith: 'leader' }],
  ])('starts its clock again when it changed %s', (_, change) => {
    const story = returned(change);
    publishes(story);
    expect(noticeOf(story)).toMatchObject({
      publishedOn: '2023-04-06',
      firstPublishedOn: '2023-03-07',
      timetable: { earliestDecisionDate: '2023-05-05' },
    });
  });

  it('starts its clock when it is newly key, since the first told nobody so', () => {
    const story = noticed({ content: { ...small, consultees: key.consultees } });
    clear(story.on('2023-03-09').does({ type: 'amend-proposal', content: key }));
    publishes(story);
    expect(noticeOf(story)).toMatchObject({ isKey: true, publishedOn: '2023-03-09', timetable: { earliestDecisionDate: '2023-04-07' } });
  });

  it('starts its clock again when it is brought forward from the day that the public was told', () => {
    const story = noticed({ content: { ...key, targetDecisionDate: '2023-06-01' } });
    clear(story.on('2023-04-01').does({ type: 'amend-proposal', content: { ...key, targetDecisionDate: '2023-04-20' } }));
    publishes(story);
    expect(noticeOf(story)).toMatchObject({ publishedOn: '2023-04-01', timetable: { earliestDecisionDate: '2023-04-30' } });
  });

  it('by another route counts from its own day: a notice under regulation 11 is none under regulation 9 or 10', () => {
    const refused = () => {
      const story = noticed({ route: 'special-urgency' });
      return story
        .does({ type: 'give-agreement', response: 'refuse', ...link(story, 'agreement'), words: 'It can wait.' })
        .on('2023-03-08');
    };
    const ordinary = refused();
    publishes(ordinary);
    expect(noticeOf(ordinary)).toMatchObject({
      route: 'ordinary',
      publishedOn: '2023-03-08',
      timetable: { earliestDecisionDate: '2023-04-06' },
    });
    const exception = refused();
    publishes(exception, { route: 'general-exception', reason: 'The grant lapses.' });
    expect(noticeOf(exception)).toMatchObject({ publishedOn: '2023-03-08', timetable: { earliestDecisionDate: '2023-03-16' } });
  });

  it('by general exception, after an ordinary one, counts five working days from its own day', () => {
    const story = noticed();
    clear(story.on('2023-03-10').does({ type: 'amend-proposal', content: { ...key, proposedDecision: ['Sooner.'] } }));
    publishes(story, { route: 'general-exception', reason: 'The grant lapses.' });
    expect(noticeOf(story)).toMatchObject({ publishedOn: '2023-03-10', timetable: { earliestDecisionDate: '2023-03-18' } });
  });
});

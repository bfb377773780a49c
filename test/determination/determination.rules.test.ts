import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../functions/decision/commands.ts';
import { fingerprint } from '../../functions/decision/fingerprint.ts';
import { kent } from '../../seeds/kent/council.ts';
import { awaiting, clear, key, link, none, noticed, small } from '../decision/stories.ts';
import { clerk, Story, submittedBy } from '../decision/story.ts';

type Asked = Partial<CommandOf<'determine'>>;
const determines = (story: Story, over: Asked = {}) =>
  story.tries({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination'), ...over });
const declared = { interest: 'declared' as const, detail: 'I lease the building.' };

describe('the decision maker', () => {
  it('is not asked before the first lawful day, and is from its first minute in London', () => {
    expect(noticed().on('2023-04-04', '22:59:00Z').does({ type: 'run-daily-check', by: clerk }).status).toBe('notice-published');
    expect(noticed().on('2023-04-04', '23:00:00Z').does({ type: 'run-daily-check', by: clerk }).status).toBe('awaiting-decision');
  });

  it('cannot decide a day early, and is told from which day', () => {
    const refusal = noticed()
      .on('2023-04-04')
      .tries({ type: 'determine', response: 'approve', interest: none, stepId: 'determination-1', issue: 1, words: '' });
    expect(refusal).toMatchObject({ rule: 'notice-period', source: 'SI 2012/2089 reg 9', earliestDecisionDate: '2023-04-05' });
    expect(refusal?.words).toBe(
      'This decision cannot be taken before 5 April 2023. Notice was published on 7 March 2023; 28 clear days end on 4 April 2023.',
    );
  });

  it('is told which thing it waits for, when that is not the notice', () => {
    const refusal = noticed({ content: { ...key, consultationClosesOn: '2023-04-20' } })
      .on('2023-04-06')
      .tries({ type: 'determine', response: 'approve', interest: none, stepId: 'determination-1', issue: 1, words: '' });
    expect(refusal).toMatchObject({
      source: 'R v Brent LBC ex p Gunning (1985)',
      earliestDecisionDate: '2023-04-21',
      words: expect.stringContaining('Consultation closes at the end of 20 April 2023'),
    });
  });

  it('signs exactly what the file holds: the record is bound to its fingerprint', () => {
    const story = awaiting();
    determines(story, { fingerprint: fingerprint(story.decision?.content), words: 'Agreed.' });
    expect(story.decision).toMatchObject({
      status: 'decided',
      contentHash: fingerprint(key),
      determination: {
        contentHash: fingerprint(key),
        decidedOn: '2023-04-05',
        words: 'Agreed.',
        signedBy: 'The Cabinet Member for Adult Social Care and Public Health',
        interests: [{ interest: 'none' }],
      },
      record: { publishedOn: '2023-04-05', callInClosesOn: '2023-04-14', effectiveFrom: '2023-04-15' },
    });
  });

  it('is whoever holds the post on the day, although the notice named another before', () => {
    const posts = kent.posts.map((post) =>
      post.id === key.decisionMaker
        ? {
            ...post,
            holders: [
              { ...post.holders[0]!, from: '2012-01-01', to: '2023-03-31', name: 'An Old Member' },
              { ...post.holders[0]!, from: '2023-04-01', to: undefined, name: 'A New Member' },
            ],
          }
        : post,
    );
    const story = awaiting({ council: { ...kent, posts } });
    expect(story.decision).toMatchObject({ notice: { maker: { name: 'An Old Member' } } });
    determines(story);
    expect(story.decision).toMatchObject({ determination: { by: { name: 'A New Member', kind: 'individual' }, signedBy: 'A New Member' } });
  });

  it('leaves on the step what they said', () => {
    const story = awaiting();
    determines(story, { words: 'Agreed.' });
    expect(story.decision?.steps.find(({ stage }) => stage === 'determination')).toMatchObject({ state: 'approved', words: 'Agreed.' });
  });

  it('is stopped when the content was changed since the page was opened', () => {
    const story = awaiting();
    const read = fingerprint(story.decision?.content);
    story.does({ type: 'amend-proposal', content: { ...key, reasons: 'As before, spelled correctly.' } });
    expect(determines(story, { fingerprint: read })).toMatchObject({
      rule: 'content-changed',
      contentHash: fingerprint(story.decision?.content),
    });
    expect(determines(story, { fingerprint: fingerprint(story.decision?.content) })).toBeNull();
  });

  it('needs words to return or decline', () => {
    expect(determines(awaiting(), { response: 'return' })?.errors).toEqual([{ path: 'words', message: 'Say what needs to change' }]);
    expect(determines(awaiting(), { response: 'return', words: ' ' })?.errors?.[0]?.path).toBe('words');
    expect(determines(awaiting(), { response: 'decline' })?.errors).toEqual([{ path: 'words', message: 'Say why you decline' }]);
  });

  it('declines for good', () => {
    const story = awaiting();
    determines(story, { response: 'decline', words: 'Too dear.' });
    expect(story.decision).toMatchObject({ status: 'declined', notice: { publishedOn: '2023-03-07' }, declined: { words: 'Too dear.' } });
  });

  it('returns to the officer: number and notice stay, every approval goes', () => {
    const story = awaiting();
    determines(story, { response: 'return', words: 'Say more.' });
    expect(story.decision).toMatchObject({ status: 'draft', number: '23/00001', notice: { publishedOn: '2023-03-07' } });
    expect(story.decision?.steps.filter(({ stage }) => stage === 'clearance').every(({ state }) => state === 'void')).toBe(true);
    expect(clear(story.does({ type: 'submit-proposal' })).decision?.number).toBe('23/00001');
  });

  it('is never the officer whose proposal it is, by link or through somebody’s cover', () => {
    const member = { ...submittedBy, email: 'Cabinet-Member-Adult-Social-Care@kent.example' };
    const story = new Story().does({ type: 'draft-proposal', content: small, submittedBy: member }).does({ type: 'submit-proposal' });
    clear(story).does({ type: 'publish-notice', route: 'ordinary', by: clerk });
    expect(determines(story)).toMatchObject({ rule: 'own-proposal' });
    expect(
      awaiting().tries({
        type: 'delegate-step',
        stepId: 'determination-1',
        to: { name: 'An Officer', email: 'OFFICER@kent.example' },
        scheme: 'Cover',
        by: clerk,
      }),
    ).toMatchObject({ kind: 'forbidden', rule: 'own-proposal' });
  });
});

describe('an interest', () => {
  it('declared has to be said', () => {
    for (const detail of [undefined, ' '])
      expect(determines(awaiting(), { interest: { interest: 'declared', detail } })?.errors).toEqual([
        { path: 'interestDetail', message: 'Say what the interest is' },
      ]);
  });

  it('that may be pecuniary bars from approving and from declining', () => {
    expect(determines(awaiting(), { interest: declared })).toMatchObject({
      rule: 'disclosable-interest',
      source: 'Localism Act 2011, section 31',
    });
    expect(determines(awaiting(), { interest: { ...declared, kind: 'pecuniary' }, response: 'decline', words: 'No.' })).toMatchObject({
      rule: 'disclosable-interest',
    });
  });

  it('leaves whoever is barred able to hand it back', () => {
    const story = awaiting();
    expect(determines(story, { interest: declared, response: 'return', words: 'I lease the building.' })).toBeNull();
    expect(story.status).toBe('draft');
  });

  // Section 33 lets a dispensation relieve a member of section 31(4), which is about meetings, and not of section 31(8).
  it('that may be pecuniary bars a member who decides alone whatever dispensation there is (Localism Act 2011, ss 31(8) and 33)', () => {
    for (const kind of [undefined, 'pecuniary'] as const) {
      const refused = determines(awaiting(), { interest: { ...declared, kind, dispensation: 'Head of Paid Service, 1 April 2023' } });
      expect(refused).toMatchObject({ rule: 'disclosable-interest', source: 'Localism Act 2011, section 31' });
      expect(refused?.words).toBe(
        'A dispensation lets a member take part in a meeting. Nobody with a pecuniary interest may decide alone under one. Return it with words, and the clerk will arrange for somebody else to decide.',
      );
    }
  });

  const met = () =>
    awaiting({ content: { ...key, decisionMaker: 'cabinet' } }).does({
      type: 'record-meeting',
      meeting: { date: '2023-04-05', present: ['The Leader of the Council'], points: [], interests: [] },
      by: clerk,
    });

  it('under a dispensation does not bar whoever signs for a body, and both are on the record', () => {
    const story = met();
    determines(story, { interest: { ...declared, kind: 'pecuniary', dispensation: 'Head of Paid Service, 1 April 2023' } });
    expect(story.decision).toMatchObject({
      status: 'decided',
      determination: { interests: [{ detail: 'I lease the building.', dispensation: 'Head of Paid Service, 1 April 2023' }] },
    });
  });

  it('that is not pecuniary does not bar, and is on the record', () => {
    const story = awaiting();
    determines(story, { interest: { ...declared, kind: 'other' } });
    expect(story.decision).toMatchObject({
      status: 'decided',
      determination: { interests: [{ kind: 'other', detail: 'I lease the building.' }] },
    });
  });

  it('declared with an empty dispensation still bars, whoever signs for a body too', () => {
    const empty = { interest: { ...declared, dispensation: ' ' } };
    for (const story of [awaiting(), met()])
      expect(determines(story, empty)?.words).toMatch(/^You have declared an interest that stops you deciding this\./);
  });
});

describe('cover', () => {
  const covered = () =>
    awaiting().does({ type: 'delegate-step', stepId: 'determination-1', to: 'leader', scheme: 'Leader’s scheme, part 3', by: clerk });

  it('is recorded as one person for another, under its scheme', () => {
    const story = covered();
    determines(story);
    const signedBy = 'The Leader of the Council for The Cabinet Member for Adult Social Care and Public Health';
    expect(story.decision).toMatchObject({
      determination: {
        by: { name: 'The Cabinet Member for Adult Social Care and Public Health' },
        signedBy,
        cover: 'Leader’s scheme, part 3',
        interests: [{ name: signedBy }],
      },
    });
  });

  it('ends the link of the person covered for', () =>
    expect(determines(covered(), { issue: 1 })).toMatchObject({ rule: 'link-superseded' }));
});

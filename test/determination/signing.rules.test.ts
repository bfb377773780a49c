import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../functions/decision/commands.ts';
import type { In } from '../../functions/decision/decision.ts';
import { blockersOf } from '../../functions/proposal/blockers.rules.ts';
import { kent } from '../../seeds/kent/council.ts';
import { awaiting, key, link, none, noticed, vacant } from '../decision/stories.ts';
import { handedOver } from '../link/handed-over.ts';
import { clerk, type Story } from '../decision/story.ts';

type Asked = Partial<CommandOf<'determine'>>;
const determines = (story: Story, over: Asked = {}) =>
  story.tries({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination'), ...over });
const blocked = (story: Story) => (story.decision ? blockersOf(story.decision, story.given).map(({ rule }) => rule) : []);
const agreed = (content = key): Story => {
  const story = noticed({ route: 'special-urgency', content }).on('2023-03-09');
  return story.does({ type: 'give-agreement', response: 'agree', ...link(story, 'agreement') }).on('2023-03-10');
};

const paperOf = (signedOn: string): Asked => ({ signedOn, by: { ...clerk, override: 'Signed on paper, scanned by the clerk' } });

describe('a signature on paper', () => {
  const paper = paperOf;

  it('is recorded later by the clerk, dated when it was signed and marked as such', () => {
    const story = awaiting().on('2023-04-11');
    determines(story, paper('2023-04-06'));
    expect(story.decision).toMatchObject({
      determination: { decidedOn: '2023-04-06', override: 'Signed on paper, scanned by the clerk' },
      record: { publishedOn: '2023-04-11', callInClosesOn: '2023-04-18' },
    });
  });

  it('may be of the day it was asked for, or of today', () => {
    expect(determines(awaiting().on('2023-04-06'), paper('2023-04-05'))).toBeNull();
    expect(determines(awaiting().on('2023-04-06'), paper('2023-04-06'))).toBeNull();
  });

  it('may be of whoever has the post since, older than the fresh link without which it is not entered as theirs', () => {
    const story = awaiting({ council: handedOver(key.decisionMaker, '2023-04-07') }).on('2023-04-11');
    expect(determines(story, paper('2023-04-08'))).toMatchObject({ rule: 'no-longer-in-post', asked: 'Before' });
    story.does({ type: 'reissue-link', stepId: 'determination-1', by: clerk });
    expect(determines(story, paper('2023-04-06'))).toMatchObject({ rule: 'no-longer-in-post', asked: 'After' });
    expect(determines(story, paper('2023-04-08'))).toBeNull();
    expect(story.decision).toMatchObject({ determination: { decidedOn: '2023-04-08', by: { name: 'After' } } });
  });

  it('is dated by nobody else', () =>
    expect(determines(awaiting().on('2023-04-06'), { signedOn: '2023-04-05' })).toMatchObject({ rule: 'signed-today' }));

  it('is not of a day to come, nor of one before the notice had run', () => {
    expect(determines(awaiting(), paper('2023-04-06'))?.errors?.[0]?.path).toBe('signedOn');
    expect(determines(awaiting(), paper('2023-04-04'))).toMatchObject({ rule: 'notice-period', earliestDecisionDate: '2023-04-05' });
  });

  it('is not older than the words it signs', () => {
    const story = awaiting().on('2023-04-12');
    story.does({
      type: 'record-committee-outcome',
      committee: 'The committee',
      date: '2023-04-12',
      outcome: 'amended',
      proposedDecision: ['As amended.'],
      words: 'Amended.',
      by: clerk,
    });
    expect(determines(story, paper('2023-04-06'))).toMatchObject({ rule: 'signed-before-asked', askedOn: '2023-04-12' });
  });

  it('is not older than a correction of the words it signs', () => {
    const story = awaiting()
      .on('2023-04-12')
      .does({ type: 'amend-proposal', content: { ...key, reasons: 'Put otherwise.' } });
    expect(determines(story, paper('2023-04-11'))).toMatchObject({ rule: 'signed-before-asked', askedOn: '2023-04-12' });
    expect(determines(story.on('2023-04-13'), paper('2023-04-12'))).toBeNull();
  });

  it('is not older than the agreement that it is urgent', () =>
    expect(determines(agreed(), paper('2023-03-08'))).toMatchObject({
      rule: 'special-urgency-agreement',
      earliestDecisionDate: '2023-03-09',
    }));
});

it('on paper is not older than the agreement, although the chair had refused before', () => {
  const story = noticed({ route: 'special-urgency' });
  story.does({ type: 'give-agreement', response: 'refuse', ...link(story, 'agreement'), words: 'It can wait.' });
  story.on('2023-03-08').does({ type: 'publish-notice', route: 'special-urgency', reason: 'The grant lapses tomorrow.', by: clerk });
  story.on('2023-03-09').does({ type: 'give-agreement', response: 'agree', ...link(story, 'agreement') });
  expect(determines(story.on('2023-03-10'), { signedOn: '2023-03-08', by: { ...clerk, override: 'Signed on paper' } })).toMatchObject({
    rule: 'special-urgency-agreement',
    earliestDecisionDate: '2023-03-09',
  });
});

describe('two who decide together', () => {
  const joint = () => awaiting({ content: { ...key, jointWith: 'leader' } });

  it('both sign, and the record names both with what each declared', () => {
    const story = joint();
    determines(story);
    expect([story.status, story.happened.at(-1)]).toEqual(['awaiting-decision', 'determination-countersigned']);
    determines(story, { interest: { interest: 'declared', kind: 'other', detail: 'A friend' } });
    expect(story.decision).toMatchObject({
      status: 'decided',
      determination: {
        by: { name: 'The Cabinet Member for Adult Social Care and Public Health' },
        signedBy: 'The Cabinet Member for Adult Social Care and Public Health and The Leader of the Council',
        interests: [
          { interest: 'none', name: 'The Cabinet Member for Adult Social Care and Public Health' },
          { detail: 'A friend', name: 'The Leader of the Council' },
        ],
      },
    });
  });

  it('are two still when the email to one comes back: the other alone decides nothing', () => {
    const story = joint().does({ type: 'mark-undeliverable', stepId: 'determination-2', words: 'No such mailbox', by: clerk });
    determines(story);
    expect(story.status).toBe('awaiting-decision');
    expect(blocked(story)).toEqual(['step-undeliverable']);
    story.does({ type: 'reissue-link', stepId: 'determination-2', by: clerk });
    expect(determines(story)).toBeNull();
    expect(story.status).toBe('decided');
  });

  it('are two still when one leaves office before the day: the clerk sees that nobody is there to sign', () => {
    const story = awaiting({ content: { ...key, jointWith: 'leader' }, council: vacant('leader', '2023-04-01') });
    determines(story);
    expect(story.status).toBe('awaiting-decision');
    expect(blocked(story)).toEqual(['decision-maker-in-post']);
  });

  it('are two people: neither covers for the other', () =>
    expect(
      joint().tries({
        type: 'delegate-step',
        stepId: 'determination-2',
        to: 'cabinet-member-adult-social-care',
        scheme: 'Cover',
        by: clerk,
      }),
    ).toMatchObject({ rule: 'two-decide-together' }));

  it('both sign the same text: a correction after the first has signed asks both again', () => {
    const story = joint();
    determines(story);
    story.does({ type: 'amend-proposal', content: { ...key, jointWith: 'leader', reasons: 'Spelled correctly.' } });
    expect(story.open('determination')).toHaveLength(2);
    determines(story);
    expect(story.status).toBe('awaiting-decision');
  });

  it('decide on the day of the second signature where the first was stored when its day was not yet kept', () => {
    const story = joint().on('2023-04-06');
    determines(story);
    const { signatures, ...rest } = story.decision as In<'awaiting-decision'>;
    story.decision = { ...rest, signatures: signatures.map(({ on: _, ...signature }) => signature) };
    determines(story.on('2023-04-11'));
    expect(story.decision).toMatchObject({ status: 'decided', determination: { decidedOn: '2023-04-11' } });
  });

  it.each([
    ['the second on paper before the first', {}, paperOf('2023-04-05')],
    ['the first on paper', paperOf('2023-04-06'), {}],
    ['both on paper', paperOf('2023-04-11'), paperOf('2023-04-05')],
  ])('decide on the day of the later signature: %s', (_, first, second) => {
    const story = joint().on('2023-04-11');
    determines(story, first);
    determines(story.on('2023-04-12'), second);
    expect(story.decision).toMatchObject({ determination: { decidedOn: 'signedOn' in second ? '2023-04-11' : '2023-04-12' } });
    expect(JSON.stringify(story.decision)).not.toContain('"on":"2023-04-11"');
  });

  it('end it when either declines', () => {
    const story = joint();
    determines(story);
    determines(story, { response: 'decline', words: 'Not with me.' });
    expect(story.status).toBe('declined');
  });
});

describe('a body', () => {
  const cabinet = { ...key, decisionMaker: 'cabinet' };
  const meeting = {
    date: '2023-04-17',
    present: ['The Leader of the Council', 'An officer'],
    points: ['Discussed.'],
    interests: [{ interest: 'none' as const, name: 'The Leader of the Council' }],
  };
  const meets = (story: Story, over = {}) => story.tries({ type: 'record-meeting', meeting: { ...meeting, ...over }, by: clerk });
  const met = () => awaiting({ content: cabinet }).on('2023-04-17');

  it('decides at its meeting, and its chair then signs', () => {
    const story = met();
    expect([story.open('determination'), blocked(story)]).toEqual([[], ['meeting-to-record']]);
    expect(meets(story)).toBeNull();
    determines(story.on('2023-04-18'));
    expect(story.decision).toMatchObject({
      determination: {
        decidedOn: '2023-04-17',
        signedBy: 'The Leader of the Council',
        by: { kind: 'body', name: 'Cabinet' },
        meeting: { points: ['Discussed.'] },
      },
      record: { publishedOn: '2023-04-18' },
    });
  });

  it('decided on the day it met, whenever its chair signed on paper', () => {
    const story = met();
    meets(story);
    determines(story.on('2023-04-20'), { signedOn: '2023-04-19', by: { ...clerk, override: 'Signed on paper' } });
    expect(story.decision).toMatchObject({ determination: { decidedOn: '2023-04-17' } });
  });

  it('cannot have met before the lawful day, nor on a day to come, nor without a member', () => {
    expect(meets(met(), { date: '2023-04-04' })).toMatchObject({ rule: 'notice-period', earliestDecisionDate: '2023-04-05' });
    expect(meets(met(), { date: '2023-04-18' })).toMatchObject({ rule: 'meeting-has-been', clearsOn: '2023-04-18' });
    expect(meets(met(), { present: ['A passer-by'] })?.errors?.[0]?.path).toBe('present');
  });

  it('met as its members were on the day, although its notice named another who has left since', () => {
    const changing = () => awaiting({ content: cabinet, council: handedOver('leader', '2023-04-14') }).on('2023-04-17');
    expect(meets(changing(), { present: ['After'] })).toBeNull();
    expect(meets(changing(), { present: ['Before'] })?.errors?.[0]?.path).toBe('present');
    expect(meets(changing(), { present: ['Before'], date: '2023-04-13' })).toBeNull();
  });

  it('has its record signed by whoever holds the chair by then, who need not have held it on the day it met', () => {
    const story = awaiting({ content: cabinet, council: handedOver('leader', '2023-04-14') }).on('2023-04-17');
    meets(story, { present: ['Before'], date: '2023-04-13', interests: [{ interest: 'none' as const, name: 'Before' }] });
    expect(determines(story)).toBeNull();
    expect(story.decision).toMatchObject({ status: 'decided', determination: { decidedOn: '2023-04-13', signedBy: 'After' } });
  });

  it('cannot have met before it was agreed that this is urgent', () =>
    expect(meets(agreed(cabinet), { date: '2023-03-08' })).toMatchObject({ rule: 'special-urgency-agreement' }));

  it('names each interest once, as the minutes and its chair have it', () => {
    const interests = (own: Asked, minuted = meeting.interests) => {
      const story = met();
      meets(story, { interests: minuted });
      determines(story, own);
      return story.decision && 'determination' in story.decision ? story.decision.determination.interests : null;
    };
    const [minuted] = meeting.interests;
    const declared = { interest: 'declared' as const, kind: 'other' as const, detail: 'A friend' };
    expect(interests({})).toEqual([minuted]);
    expect(interests({ interest: declared })).toEqual([minuted, { ...declared, name: 'The Leader of the Council' }]);
    const other = { interest: 'none' as const, name: 'Another Member' };
    expect(interests({}, [other])).toEqual([other, minuted]);
    const said = { ...declared, name: 'The Leader of the Council' };
    expect(interests({}, [said as never])).toEqual([said, minuted]);
  });

  it('without members in the directory is believed to have met, and nobody is asked to sign', () => {
    const posts = kent.posts.map((post) => (post.id === 'cabinet' ? { ...post, members: [] } : post));
    const story = awaiting({ content: cabinet, council: { ...kent, posts } }).on('2023-04-17');
    expect(meets(story)).toBeNull();
    expect(story.events.at(-1)?.happening).toMatchObject({ type: 'meeting-recorded', steps: [] });
  });

  it('has conditions on its own resolutions only', () => {
    const [one, two, three] = [1, 2, 3].map((resolution) => meets(met(), { conditions: [{ resolution, words: 'For a year.' }] }));
    expect([one, two]).toEqual([null, null]);
    expect(three?.errors).toEqual([{ path: 'conditions.0.resolution', message: 'There is no resolution 3' }]);
  });

  it('does not have the words it met on corrected behind it: it is recorded again, on the words as they are', () => {
    const story = met();
    meets(story);
    story.does({ type: 'amend-proposal', content: { ...cabinet, reasons: 'Reasons found afterwards.' } });
    expect(story.decision).not.toHaveProperty('meeting');
    expect([story.open('determination'), blocked(story)]).toEqual([[], ['meeting-to-record']]);
    meets(story);
    expect(determines(story)).toBeNull();
  });

  it('recorded again, asks its chair again', () => {
    const story = met();
    meets(story);
    const old = link(story, 'determination');
    meets(story, { points: ['Discussed at length.'] });
    expect(determines(story, old)).toMatchObject({ rule: 'step-void' });
    expect(determines(story)).toBeNull();
  });

  it('is the only one with a meeting', () => expect(meets(awaiting())).toMatchObject({ rule: 'decided-by-one-person' }));
});

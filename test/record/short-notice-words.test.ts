import { describe, expect, it } from 'vitest';
import { publicationOf } from '../../functions/record/publication/publication.ts';
import { publicationOn } from '../../functions/record/tense.ts';
import { kent } from '../../seeds/kent/council.ts';
import { key, link, noticed } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

const exempt = { kind: 'fully-exempt' as const, paragraphs: [3 as const], publicInterest: 'Prices.' };
const words = ({ decision, council }: Story) => decision && publicationOf(decision, council)?.shortNotice?.words;
const answered = (story: Story, response: 'agree' | 'refuse') =>
  story.does({ type: 'give-agreement', response, ...link(story, 'agreement'), words: 'In words.' });
const urgent = () => noticed({ route: 'special-urgency' });

describe('what the public is told of special urgency', () => {
  it('is that it was agreed, once it was and not before', () => {
    expect(words(urgent())).toBe(
      'Special urgency (reg 11 of SI 2012/2089): the decision can be taken only once it is agreed to be urgent and such that it cannot reasonably be deferred.',
    );
    expect(words(answered(urgent(), 'agree'))).toBe(
      'Special urgency (reg 11 of SI 2012/2089): it was agreed that the decision was urgent and could not reasonably be deferred.',
    );
  });

  it('is who did not agree, where they did not', () =>
    expect(words(answered(urgent(), 'refuse'))).toBe(
      'Special urgency (reg 11 of SI 2012/2089): the Chair of the Scrutiny Committee did not agree that the decision was urgent, and it cannot be taken on this notice.',
    ));

  it('is never that its notice has run while nobody has agreed, since no notice of that kind runs', () => {
    const standing = ({ decision, council }: Story) =>
      decision && publicationOn(publicationOf(decision, council)!, '2023-03-08').status.explanation;
    const unless = 'A decision is proposed. It cannot be taken on this notice unless it is agreed to be urgent.';
    expect([standing(urgent()), standing(answered(urgent(), 'refuse'))]).toEqual([unless, unless]);
  });

  it('is, once it was agreed, never that a notice has run: there is none whose days were waited for', () => {
    const standing = ({ decision, council }: Story) => decision && publicationOn(publicationOf(decision, council)!, '2023-04-05').status;
    expect(standing(answered(urgent(), 'agree'))).toEqual({
      code: 'awaiting-decision',
      words: 'Awaiting decision',
      explanation: 'It was agreed that the decision is urgent. The decision maker has been asked to decide.',
    });
    const inPrivate = noticed({ route: 'special-urgency', content: { ...key, decisionMaker: 'cabinet', publicAccess: exempt } });
    expect(standing(answered(inPrivate, 'agree'))).toMatchObject({
      code: 'notice-published',
      explanation: 'It is agreed that the decision is urgent. The decision maker is asked to decide once nothing else stands in the way.',
    });
  });

  it('is the answer of whoever was asked last', () => {
    const story = urgent().does({
      type: 'publish-notice',
      route: 'special-urgency',
      reason: 'The chair is ill.',
      agreementFrom: 'council-chair',
      by: clerk,
    });
    expect(words(answered(story, 'agree'))).toContain('it was agreed');
  });
});

it('what the public is told of a general exception is true where a committee without a chair was told', () => {
  const posts = kent.posts.filter(({ id }) => id !== 'scrutiny-chair');
  const committees = kent.committees.map((each) =>
    each.chair ? { ...each, members: [{ name: 'A Member', email: 'a.member@kent.example' }] } : each,
  );
  expect(words(noticed({ route: 'general-exception', council: { ...kent, posts, committees } }))).toContain(
    'the scrutiny chair, or each member of a committee that has none, was written to',
  );
});

it('a notice published again by another route is under the regulation of that route, and the first one is not put under it', () => {
  const { decision, council } = answered(urgent(), 'refuse')
    .on('2023-03-08')
    .does({ type: 'publish-notice', route: 'general-exception', reason: 'The grant lapses.', by: clerk });
  expect(
    decision &&
      publicationOf(decision, council)
        ?.timeline.slice(0, 2)
        .map(({ label, source }) => [label, source]),
  ).toEqual([
    ['Notice first published', 'SI 2012/2089'],
    ['Notice published again', 'SI 2012/2089 reg 10'],
  ]);
});

it.each([
  ['ordinary', 'reg 9'],
  ['general-exception', 'reg 10'],
  ['special-urgency', 'reg 11'],
] as const)('a notice published as %s is said to be one under %s', (route, regulation) => {
  const { decision, council } = noticed({ route });
  expect(decision && publicationOf(decision, council)?.timeline[0]).toMatchObject({
    label: 'Notice published',
    source: `SI 2012/2089 ${regulation}`,
  });
});

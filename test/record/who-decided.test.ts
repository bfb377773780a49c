import { describe, expect, it } from 'vitest';
import type { Council } from '../../functions/council/council.schema.ts';
import { lettersFor } from '../../functions/email/letters.ts';
import { publicationOf } from '../../functions/record/publication/publication.ts';
import { recordPage } from '../../functions/record/page/record.page.tsx';
import { blocksOf } from '../../functions/record/print/record-blocks.ts';
import { kent } from '../../seeds/kent/council.ts';
import { awaiting, key, link, none, noticed, twoMembers } from '../decision/stories.ts';
import { clerk, scrutiny, type Story } from '../decision/story.ts';
import { handedOver } from '../link/handed-over.ts';

const signed = (story: Story): Story =>
  story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
const published = ({ decision, council }: Story) => publicationOf(decision!, council)!;

describe('the record of a decision by somebody who came to the post after the notice', () => {
  const maker = 'cabinet-member-adult-social-care';
  const story = () => signed(awaiting({ council: handedOver(maker, '2023-04-01') }));

  it('names them, and the notice whom it named', () => {
    const of = published(story());
    expect([of.determination?.by.name, of.particulars.decisionMaker.name]).toEqual(['After', 'Before']);
    expect(recordPage(of, kent)).toContain('"author":{"@type":"Person","name":"After"');
  });

  it('has scrutiny ask them, and not whoever came before, to think again', () => {
    const told = story().on('2023-04-11');
    told
      .does({ type: 'call-in-decision', requestedBy: twoMembers, grounds: ['Openness'], words: 'Called in.', by: scrutiny })
      .does({ type: 'conclude-call-in', outcome: 'reconsider', words: 'Again.', by: scrutiny });
    const asked = lettersFor(told.events.at(-1)!, told.decision!, told.council).filter(({ whatHappensNext }) =>
      whatHappensNext.includes('Please reconsider'),
    );
    expect(asked.map(({ to }) => to.email)).toEqual(['after@kent.example']);
  });
});

it('the record of a joint decision names both who took it, on the page and in print', () => {
  const story = signed(signed(awaiting({ content: { ...key, jointWith: 'leader' }, council: handedOver('leader', '2023-04-01') })));
  const of = published(story);
  expect(of.determination?.by.jointWith).toEqual({ name: 'After', title: 'Leader of the Council' });
  const page = recordPage(of, kent);
  expect(page).toContain('Jointly with After, Leader of the Council');
  expect(page).not.toContain('Before');
  expect(JSON.stringify(blocksOf(of))).toContain('jointly with After, Leader of the Council');
  for (const form of [page, JSON.stringify(blocksOf(of))])
    expect(form).toContain('As Cabinet Member for Adult Social Care and Public Health and as Leader of the Council we agree to:');
});

it('a body that has changed since its notice meets, and is recorded, as it was on the day', () => {
  const joined: Council = { ...handedOver('leader', '2023-04-01') };
  const story = awaiting({ content: { ...key, decisionMaker: 'cabinet' }, council: joined });
  const meets = (present: string[]) =>
    story.tries({
      type: 'record-meeting',
      meeting: { date: '2023-04-05', present, points: [], interests: [{ name: present[0] ?? '', interest: 'none' }] },
      by: clerk,
    });
  expect(meets(['Before'])?.errors?.[0]?.path).toBe('present');
  expect(meets(['After'])).toBeNull();
  expect(signed(story).decision).toMatchObject({
    determination: { by: { name: 'Cabinet', members: expect.arrayContaining([{ name: 'After', title: 'Leader of the Council' }]) } },
  });
});

it.each([
  ['in private', ['reasons' as const], []],
  ['in public', undefined, ['The price was discussed.']],
])('the record of a meeting %s has of what was said only what the public could hear', (_, sections, points) => {
  const publicAccess = sections ? { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.', sections } : key.publicAccess;
  const story = noticed({ content: { ...key, decisionMaker: 'cabinet', publicAccess } });
  if (sections)
    story.on('2023-03-28').does({ type: 'publish-private-meeting-notice', representations: 'None.', response: 'None.', by: clerk });
  story.on('2023-04-05').does({ type: 'run-daily-check' });
  story.does({
    type: 'record-meeting',
    meeting: {
      date: '2023-04-05',
      present: ['The Leader of the Council'],
      points: ['The price was discussed.'],
      interests: [{ name: 'The Leader of the Council', interest: 'none' }],
    },
    by: clerk,
  });
  expect(published(signed(story)).determination?.meeting).toMatchObject({ present: ['The Leader of the Council'], points });
});

describe('a decision that its maker did not agree to, which the clerk enters later', () => {
  const onPaper = { ...clerk, override: 'A letter' };
  const declines = (story: Story, over = {}) =>
    story.does({ type: 'determine', response: 'decline', interest: none, ...link(story, 'determination'), words: 'Too dear.', ...over });
  const days = (story: Story) => {
    const { timetable, ending, timeline } = published(story);
    return [timetable.decidedOn, ending?.on, timeline.at(-1)?.date];
  };

  it('is of the day on which they signed that on paper', () => {
    const story = declines(awaiting().on('2023-04-11'), { signedOn: '2023-04-06', by: onPaper });
    expect(days(story)).toEqual(['2023-04-06', '2023-04-06', '2023-04-06']);
  });

  it('is of that day too where another who decides with them had agreed to it later', () => {
    const story = signed(awaiting({ content: { ...key, jointWith: 'leader' } }).on('2023-04-08')).on('2023-04-11');
    expect(days(declines(story, { signedOn: '2023-04-06', by: onPaper }))).toEqual(['2023-04-06', '2023-04-06', '2023-04-06']);
  });

  it('is of the day on which the body met', () => {
    const story = awaiting({ content: { ...key, decisionMaker: 'cabinet' } });
    const meeting = { date: '2023-04-05', present: ['The Leader of the Council'], points: [], interests: [] };
    expect(days(declines(story.does({ type: 'record-meeting', meeting, by: clerk }).on('2023-04-11')))).toEqual([
      '2023-04-05',
      '2023-04-05',
      '2023-04-05',
    ]);
  });

  it('is of the day itself where they said so by their link', () =>
    expect(days(declines(awaiting().on('2023-04-11')))).toEqual(['2023-04-11', '2023-04-11', '2023-04-11']));
});

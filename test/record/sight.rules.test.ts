import { describe, expect, it } from 'vitest';
import { type PublicSection, publicSections } from '../../functions/record/publication/public-section.schema.ts';
import { publicAccessOf } from '../../functions/record/publication/public-notice.ts';
import { refusedByMaker, shown, sightOf, withheldFrom } from '../../functions/record/publication/sight.rules.ts';
import type { PublicAccess } from '../../functions/proposal/proposal.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import {
  awaiting,
  calledIn,
  clear,
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
  submitted,
  withdrawn,
} from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

const sight = ({ decision }: Story) => (decision ? sightOf(decision, kent) : null);
const exempt = (access: Partial<PublicAccess>) =>
  noticed({
    content: { ...key, publicAccess: { kind: 'part-exempt', paragraphs: [3], publicInterest: 'Prices are still to be bid.', ...access } },
  });
const kept = (story: Story) => {
  const seen = sight(story);
  return seen && withheldFrom(seen);
};
const returned = () => {
  const story = awaiting();
  return story.does({ type: 'determine', response: 'return', interest: none, ...link(story, 'determination'), words: 'Say more.' });
};
const declinedInClearance = () => {
  const story = returned().does({ type: 'submit-proposal' });
  return story.does({ type: 'give-clearance', response: 'decline', ...link(story, 'clearance'), words: 'No budget.' });
};

describe('what the public may see', () => {
  it('is nothing before a notice', () => expect([drafted(), submitted(), cleared()].map(sight)).toEqual([null, null, null]));

  it.each([
    ['under notice', noticed],
    ['put to its decision maker', awaiting],
    ['decided', decided],
    ['called in', calledIn],
    ['in effect', effective],
    ['declined by its decision maker', declined],
    ['deferred after its notice', deferred],
  ] as [string, () => Story][])('is the whole of an open proposal %s', (_, told) => {
    const story = told();
    expect(sight(story)).toMatchObject({
      number: '23/00001',
      notice: { publishedOn: '2023-03-07' },
      content: { subject: key.subject },
      hidden: new Set(),
    });
    expect(kept(story)).toEqual([]);
  });

  it.each([
    ['returned to its officer', returned, 'The proposal is being changed. A new notice will follow.'],
    [
      'cleared again',
      () => clear(returned().does({ type: 'submit-proposal' })),
      'The proposal is being changed. A new notice will follow.',
    ],
    ['in clearance again', () => returned().does({ type: 'submit-proposal' }), 'The proposal is being changed. A new notice will follow.'],
    ['declined when it was to be cleared again', declinedInClearance, 'The proposal did not go ahead.'],
    ['withdrawn', withdrawn, 'The proposal did not go ahead.'],
    [
      'deferred before a notice of its changes',
      () => clear(returned().does({ type: 'submit-proposal' })).does({ type: 'defer-proposal', words: 'Later.', until: null, by: clerk }),
      'The proposal is being changed. A new notice will follow.',
    ],
  ] as [string, () => Story, string][])('holds no content of a proposal %s', (_, told, words) => {
    const story = told();
    const seen = sight(story);
    expect(seen).toMatchObject({ content: null });
    expect(kept(story)).toEqual(publicSections.map((section) => ({ section, words })));
  });

  it('leaves out the sections kept back, saying by which paragraph and why', () => {
    expect(kept(exempt({ sections: ['background'], paragraphs: [3, 5] }))).toEqual([
      {
        section: 'background',
        words:
          'Not published: paragraph 3 of Schedule 12A to the Local Government Act 1972 (the financial or business affairs of a person or organisation, the council included); paragraph 5 of Schedule 12A to the Local Government Act 1972 (legal advice that is privileged). Prices are still to be bid.',
      },
    ]);
  });

  it('names a paragraph once that was sent twice', () => {
    const seen = sight(exempt({ sections: ['background'], paragraphs: [3, 3] }));
    expect(seen && withheldFrom(seen)[0]?.words.match(/paragraph 3/g)).toHaveLength(1);
    expect(seen && publicAccessOf(seen)?.paragraphs).toHaveLength(1);
  });

  it.each(['financialImplications', 'contracts'] as const)(
    'leaves out every figure with the section on %s: a total would give the sums away',
    (section) => expect(kept(exempt({ sections: [section] }))?.map((each) => each.section)).toEqual([section, 'figures']),
  );

  it('leaves out no section where none is named, and every one where all is exempt', () => {
    expect(kept(exempt({}))).toEqual([]);
    expect(kept(exempt({ kind: 'fully-exempt', sections: ['background'] }))?.map(({ section }) => section)).toEqual([...publicSections]);
  });
});

describe('a section', () => {
  const subject = (story: Story, section: PublicSection) => {
    const seen = sight(story);
    return seen && shown(seen, section, (content) => content.subject);
  };

  it('is made from what is released', () => expect(subject(noticed(), 'background')).toBe(key.subject));
  it('is none where it is kept back, and others are not', () =>
    expect((['background', 'reasons'] as const).map((section) => subject(exempt({ sections: ['background'] }), section))).toEqual([
      null,
      key.subject,
    ]));
  it('is none where nothing is released', () => expect(subject(withdrawn(), 'background')).toBeNull());
});

describe('a refusal', () => {
  const refused = ({ decision }: Story) => decision && refusedByMaker(decision);
  it('is the decision maker’s when one of two who decide together declined', () => {
    const story = awaiting({ content: { ...key, jointWith: 'leader' } });
    story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
    story.does({ type: 'determine', response: 'decline', interest: none, ...link(story, 'determination'), words: 'Too dear.' });
    expect(refused(story)).toBe(true);
  });

  it('is not the decision maker’s when they were never asked', () => {
    const story = noticed().does({ type: 'amend-proposal', content: { ...key, proposedDecision: ['Something else.'] } });
    expect(refused(story.does({ type: 'give-clearance', response: 'decline', ...link(story, 'clearance'), words: 'No budget.' }))).toBe(
      false,
    );
  });

  it('is the decision maker’s only when they declined', () =>
    expect([declined(), declinedInClearance(), decided(), withdrawn(), returned()].map(refused)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]));
});

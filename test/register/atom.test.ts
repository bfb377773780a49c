import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atomFeed, listFeed } from '../../functions/register/atom.ts';
import { registerEntry } from '../../functions/register/register-entry.ts';
import { kent } from '../../seeds/kent/council.ts';
import { Told } from '../record/told.ts';
import { noticeNumbered, notices } from './shelf.ts';
import { faultOf } from './well-formed.ts';

const origin = 'https://decisions.kent.example';
const feedOf = (publications = notices(2), nextPath: string | null = null) =>
  atomFeed(
    listFeed({
      register: 'NOTICES',
      council: kent,
      origin,
      self: '/notices.atom',
      next: nextPath,
      query: {},
      items: publications.map((publication) => registerEntry(publication).summary),
    }),
  );

const count = (feed: string, part: string) => feed.split(part).length - 1;

describe('the feed', () => {
  it('has what Atom asks of a feed and of each entry, once', () => {
    const feed = feedOf();
    expect(faultOf(feed)).toBeNull();
    const [head = '', ...entries] = feed.split('<entry>');
    for (const part of ['<id>', '<title>', '<updated>', '<author>', 'rel="self"']) expect(count(head, part)).toBe(1);
    expect(entries).toHaveLength(2);
    for (const entry of entries) for (const part of ['<id>', '<title>', '<updated>', 'rel="alternate"']) expect(count(entry, part)).toBe(1);
  });

  it('names each decision for good, wherever the site is', () => {
    expect(feedOf()).toContain('<id>tag:www.kent.example,2012:/decisions/23/00001</id>');
    expect(feedOf()).toContain(`href="${origin}/decisions/23/00001"`);
  });

  it('says what is due and from whom', () =>
    expect(feedOf()).toContain(
      'Notice published. Decision on or after 5 April 2023 by Cabinet Member for Adult Social Care and Public Health.',
    ));

  it('is as new as its newest entry', () => {
    const feed = feedOf([
      noticeNumbered('23/00001', { updatedAt: '2023-03-07T09:00:00Z' }),
      noticeNumbered('23/00002', { updatedAt: '2023-03-09T09:00:00Z' }),
    ]);
    expect(feed.split('<entry>')[0]).toContain('<updated>2023-03-09T09:00:00Z</updated>');
  });

  it('with nothing on it is a feed all the same', () => expect(faultOf(feedOf([]))).toBeNull());
  it('links to its next page', () =>
    expect(feedOf(notices(1), '/notices.atom?key=true&cursor=abc')).toContain(
      `<link rel="next" type="application/atom+xml" href="${origin}/notices.atom?key=true&amp;cursor=abc"/>`,
    ));

  it('is well-formed whatever a subject holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (subject) => {
        expect(faultOf(feedOf([noticeNumbered('23/00001', { subject })]))).toBeNull();
      }),
    );
  });
});

it('tells in the feed of decisions when one was decided', () => {
  const items = [registerEntry(new Told().decided().published).summary];
  expect(
    atomFeed(listFeed({ register: 'DECISIONS', council: kent, origin, self: '/decisions.atom', next: null, query: {}, items })),
  ).toContain('Subject to call-in. Decided on 5 April 2023 by');
});

it('the check for well-formed XML finds what is not', () => {
  for (const wrong of ['<a>', '</a>', '<a></b>', '<a>&</a>', '<a>&nbsp;</a>', '<a b=c/>', '<a><</a>', '<a>\u0001</a>'])
    expect(faultOf(wrong), wrong).not.toBeNull();
});

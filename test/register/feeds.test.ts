import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Publication } from '../../functions/record/publication/publication.schema.ts';
import { asking, everyPublication, realPublications } from '../gallery/public-scenes.ts';
import { atomFaults, treeOf } from './atom-check.ts';

let all: Publication[] = [];
let ask = asking([]);

beforeAll(async () => {
  const real = (await realPublications()).map((of, index) => ({ ...of, number: `19/0000${index + 1}` }));
  all = [...everyPublication(), ...real];
  ask = asking(all);
});

const body = async (path: string): Promise<string> => {
  const { status, body } = await ask(path);
  expect(status, path).toBe(200);
  return body;
};

describe('every feed is Atom as RFC 4287 has it', () => {
  it.each([
    '/notices.atom',
    '/decisions.atom',
    '/notices.atom?limit=1',
    '/decisions.atom?key=true&status=in-force',
    '/decisions.atom?division=Dover+Town',
    '/notices.atom?text=nothing+such',
    '/search.atom?q=security',
    '/search.atom?division=Dover+Town',
    '/search.atom?q=%3Cb%3E+%26',
  ])('%s', async (path) => expect(atomFaults(await body(path))).toEqual([]));

  it('each decision’s own', async () => {
    for (const { number } of all) expect(atomFaults(await body(`/decisions/${number}.atom`)), number).toEqual([]);
  });

  it.each([
    ['an entry without a title', (feed: string) => feed.replace(/<entry>(.*?)<title>.*?<\/title>/, '<entry>$1'), 'entry 1: 0 of "title"'],
    [
      'a day for an instant',
      (feed: string) => feed.replace(/<updated>[^<]*</, '<updated>2023-04-05<'),
      'feed: updated "2023-04-05" is no RFC 3339 instant',
    ],
    ['a link within the site', (feed: string) => feed.replace(/href="https:\/\/[^/]*/, 'href="'), 'is not absolute'],
    ['one id twice', (feed: string) => feed.replace(/(<entry>.*?<\/entry>)/, '$1$1'), 'two entries of one id'],
    ['an element of its own', (feed: string) => feed.replace('<entry>', '<entry><deadline>1</deadline>'), '"deadline" has no place here'],
    ['another namespace', (feed: string) => feed.replace('2005/Atom', '2006/Atom'), 'Not one feed'],
  ])('which %s is not', async (_, spoilt, words) => expect(atomFaults(spoilt(await body('/decisions.atom'))).join()).toContain(words));
});

describe('a feed of several pages', () => {
  it.each(['/notices.atom?limit=1', '/decisions.atom?limit=1', '/search.atom?q=security&limit=1'])(
    '%s: each page names its own address as its own, and no other page has it',
    async (first) => {
      const named = (feed: string, rel: string) => new RegExp(`<link rel="${rel}"[^>]* href="https://[^/"]*([^"]*)"`).exec(feed)?.[1];
      const plain = (address: string | undefined) => address?.replaceAll('&amp;', '&');
      let path: string | undefined = first;
      for (let page = 0; path !== undefined && page < 3; page += 1) {
        const feed = await body(path);
        expect(plain(named(feed, 'self'))).toBe(path);
        path = plain(named(feed, 'next'));
      }
    },
  );
});

describe('every calendar', () => {
  it('says in its type what it is sent for, as it does within (RFC 5545, 3.7.2)', async () => {
    const { contentType, body: file } = await ask(`/decisions/${all[0]?.number}.ics`);
    expect(contentType).toContain(`method=${ICAL.parse(file)[1].find(([name]: string[]) => name === 'method')?.[3]}`);
  });
  it('is read by another’s reading of RFC 5545: whole days, each with its name, the moment it was written and no alarm', async () => {
    for (const { number, timetable } of all) {
      const [, , components] = ICAL.parse(await body(`/decisions/${number}.ics`));
      const calendar = new ICAL.Component(ICAL.parse(await body(`/decisions/${number}.ics`)));
      expect([calendar.getFirstPropertyValue('version'), calendar.getFirstPropertyValue('prodid'), components.length > 0], number).toEqual([
        '2.0',
        '-//Clear Days//EN',
        true,
      ]);
      const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
      expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
      for (const event of events) {
        expect([event.startDate.isDate, event.duration.toSeconds(), event.component.getAllSubcomponents('valarm').length]).toEqual([
          true,
          86_400,
          0,
        ]);
        expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
        expect(event.summary).toContain(number);
      }
      if (timetable.callInClosesOn) expect(events.map(({ startDate }) => startDate.toString())).toContain(timetable.callInClosesOn);
    }
  });
});

describe('the sitemap', () => {
  it('is as sitemaps.org has it: every decision once, by its whole address and with the moment it changed', async () => {
    const [urlset] = treeOf(await body('/sitemap.xml')).children;
    expect([urlset?.name, urlset?.attributes.xmlns]).toEqual(['urlset', 'http://www.sitemaps.org/schemas/sitemap/0.9']);
    const places = (urlset?.children ?? []).map(({ name, children }) => ({
      name,
      parts: children.map((child) => child.name),
      loc: children[0]?.text ?? '',
      changed: children[1]?.text,
    }));
    for (const { name, parts, loc, changed } of places) {
      expect([name, ['loc', 'loc,lastmod'].includes(parts.join())]).toEqual(['url', true]);
      expect(new URL(loc).origin).toBe('https://decisions.kent.example');
      if (changed) expect(new Date(changed).getTime()).toBeGreaterThan(0);
    }
    const locations = places.map(({ loc }) => new URL(loc).pathname);
    expect(new Set(locations).size).toBe(locations.length);
    expect(locations).toEqual(expect.arrayContaining(all.map(({ number }) => `/decisions/${number}`)));
    for (const path of locations.filter((path) => path !== '/contracts')) expect((await ask(path)).status, path).toBe(200);
  });
});

describe('the feed of changes', () => {
  it('goes on from its cursor, which only rises, until every decision was told once', async () => {
    const told: { number: string; cursor: string }[] = [];
    for (let cursor = '0', more = true; more; ) {
      const answer = JSON.parse(await body(`/changes?cursor=${cursor}&limit=7`));
      expect(Object.keys(answer).sort()).toEqual(['items', 'more', 'next']);
      expect(Number(answer.next)).toBeGreaterThanOrEqual(Number(cursor));
      told.push(...answer.items);
      ({ next: cursor, more } = answer);
    }
    expect(told.map(({ number }) => number).sort()).toEqual(all.map(({ number }) => number).sort());
    expect(told.map(({ cursor }) => Number(cursor))).toEqual(told.map(({ cursor }) => Number(cursor)).toSorted((a, b) => a - b));
  });
});

// Terms of schema.org as it publishes them (version 29), of the types that are used here.
const terms: Record<string, string[]> = {
  Report: [
    'identifier',
    'reportNumber',
    'name',
    'url',
    'inLanguage',
    'isAccessibleForFree',
    'datePublished',
    'dateModified',
    'creativeWorkStatus',
    'publisher',
    'author',
    'spatialCoverage',
    'encoding',
  ],
  GovernmentOrganization: ['name', 'url'],
  Organization: ['name'],
  Person: ['name', 'jobTitle'],
  AdministrativeArea: ['name'],
  Dataset: ['name', 'description', 'url', 'inLanguage', 'isAccessibleForFree', 'creator', 'distribution', 'spatialCoverage'],
  DataDownload: ['encodingFormat', 'contentUrl', 'name'],
  MediaObject: ['encodingFormat', 'contentUrl'],
};

const unknownTerms = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(unknownTerms);
  if (value === null || typeof value !== 'object') return [];
  const { '@type': type = '', '@context': _, ...parts } = value as Record<string, unknown> & { '@type'?: string };
  return [
    ...Object.keys(parts)
      .filter((part) => !terms[type]?.includes(part))
      .map((part) => `${type}.${part}`),
    ...Object.values(parts).flatMap(unknownTerms),
  ];
};

const linkedData = (html: string): Record<string, unknown>[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, data = '']) => JSON.parse(data));

describe('the linked data in a page', () => {
  it('of a decision is a report of schema.org, in terms that it has and no others', async () => {
    for (const { number, subject } of all) {
      const [data, ...others] = linkedData(await body(`/decisions/${number}`));
      expect(others).toEqual([]);
      expect(data).toMatchObject({
        '@context': 'https://schema.org',
        '@type': 'Report',
        identifier: number,
        name: subject,
        inLanguage: 'en-GB',
      });
      expect(unknownTerms(data)).toEqual([]);
      expect([data?.datePublished, data?.dateModified].every((date) => !Number.isNaN(Date.parse(String(date))))).toBe(true);
    }
  });

  it.each(['/notices', '/decisions'])('of %s is a dataset, and each form in which it is offered is there as it says', async (path) => {
    const [data] = linkedData(await body(path));
    expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': 'Dataset', url: path });
    expect(unknownTerms(data)).toEqual([]);
    for (const { encodingFormat, contentUrl } of (data as { distribution: { encodingFormat: string; contentUrl: string }[] })
      .distribution) {
      const { status, contentType } = await ask(contentUrl, encodingFormat);
      expect([status, contentType.split(';')[0]]).toEqual([200, encodingFormat]);
    }
  });
});

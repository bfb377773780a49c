import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { css } from '../../functions/page/styles.css.ts';
import { publicAnswer } from '../../functions/register/public-routes.ts';
import type { Publication } from '../../functions/record/publication/publication.schema.ts';
import { readCsv } from '../../functions/spreadsheet/csv.ts';
import { kent } from '../../seeds/kent/council.ts';
import { generated } from '../search/generated.ts';
import { clerk, officer } from '../decision/story.ts';
import { safer, Told } from '../record/told.ts';
import { noticeNumbered, notices, Shelf } from './shelf.ts';
import { faultOf } from './well-formed.ts';

const origin = 'https://decisions.kent.example';

const ask = async (
  path: string,
  {
    shelf = new Shelf(notices(3)),
    accept = 'text/html',
    now = '2023-03-08T09:00:00Z',
  }: { shelf?: Shelf; accept?: string; now?: string } = {},
) => {
  const { pathname, searchParams } = new URL(path, origin);
  const request = { method: 'GET', rawPath: pathname, headers: { accept }, queryStringParameters: Object.fromEntries(searchParams) };
  return publicAnswer(request, { store: shelf, council: async () => kent, origin, now: () => now });
};

const decided = (): Publication => new Told().decided().published;

describe('a decision in other forms', () => {
  const shelf = new Shelf([decided()]);

  it('is a feed of its own stages, with nothing that is still to come', async () => {
    const { body, contentType } = await ask('/decisions/23/00001.atom', { shelf, now: '2023-04-06T09:00:00Z' });
    expect([contentType, faultOf(body)]).toEqual(['application/atom+xml; charset=utf-8', null]);
    expect(body).toContain('<title>23/00001: Notice published</title>');
    expect(body).not.toMatch(/Call-in closes|Takes effect:/);
    const ids = [...body.matchAll(/<id>([^<]+)<\/id>/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is its dates for a calendar, each with a name that stays and no other council gives (RFC 5545, 3.8.4.7)', async () => {
    const { body, headers } = await ask('/decisions/23/00001.ics', { shelf });
    expect(headers?.['content-disposition']).toBe('attachment; filename="23-00001.ics"');
    expect(body.match(/BEGIN:VCALENDAR/g)).toHaveLength(1);
    expect([...body.matchAll(/^(DTSTART;VALUE=DATE|UID):(.+)\r$/gm)].map(([, , value]) => value)).toEqual([
      'www.kent.example-23-00001-decision@clear-days',
      '20230405',
      'www.kent.example-23-00001-call-in@clear-days',
      '20230414',
      'www.kent.example-23-00001-effect@clear-days',
      '20230415',
    ]);
    for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('is the fields that ModernGov asks for, dates as it takes them', async () => {
    const { rows } = readCsv((await ask('/decisions/23/00001.moderngov.csv', { shelf })).body);
    const [labels, values] = rows.map(({ fields }) => fields);
    const field = (label: string) => values?.[labels?.indexOf(label) ?? -1];
    expect(field('Issue reference')).toBe('23/00001');
    expect(field('Decision due')).toBe('Not before 5 April 2023');
    expect(field('Call-in ends')).toBe('14/04/2023');
    expect(field('Decision')).toMatch(/^1\. Approve .+\n2\. Delegate /);
    expect(field('Interests and nature of interests declared')).toBe('None');
  });

  it('gives ModernGov no day of a notice that is the day of nothing any more, the decision having been put off or given up', async () => {
    const due = async (told: Told) => {
      const { body } = await ask('/decisions/23/00001.moderngov.csv', { shelf: new Shelf([told.published]) });
      const [labels, values] = readCsv(body).rows.map(({ fields }) => fields);
      return ['Decision due', 'Decision due from'].map((label) => values?.[labels?.indexOf(label) ?? -1]);
    };
    const noticed = () => new Told().noticed();
    expect(await due(noticed())).toEqual(['Not before 5 April 2023', '05/04/2023']);
    expect(await due(noticed().does({ type: 'defer-proposal', words: 'More work.', until: '2023-06-01', by: clerk }))).toEqual([
      'Put off until Thursday 1 June 2023',
      '',
    ]);
    expect(await due(noticed().does({ type: 'withdraw-proposal', words: 'Overtaken.', by: officer }))).toEqual([
      'No decision will be taken',
      '',
    ]);
  });

  it('is the same fields on a page, where our own script and no other may run', async () => {
    const { body, headers } = await ask('/decisions/23/00001.moderngov', { shelf });
    expect(body).toContain('aria-label="Copy Call-in ends"');
    expect(body).toContain('>14/04/2023</dd>');
    expect(headers?.['content-security-policy']).toMatch(/^default-src 'none';.* script-src 'self'$/);
  });

  it('is a PDF at an address of its own', async () =>
    expect(await ask('/decisions/23/00001.pdf', { shelf })).toMatchObject({
      status: 302,
      headers: { location: '/decisions/23/00001/record.pdf' },
    }));
  it.each([['.atom'], ['.ics'], ['.moderngov'], ['.moderngov.csv'], ['.pdf']])('%s of what is not public is not there', async (ending) =>
    expect((await ask(`/decisions/23/00009${ending}`, { shelf })).status).toBe(404),
  );
});

describe('a page reads on its day', () => {
  const shelf = new Shelf([decided()]);
  it.each([
    ['2023-04-14T20:00:00Z', 'Subject to call-in', 'Call-in closes at the end of 14 April 2023.'],
    ['2023-04-14T23:30:00Z', 'Call-in closed', 'Call-in closed at the end of 14 April 2023.'],
  ])('at %s, London’s midnight and nobody’s clock job deciding', async (now, status, callIn) => {
    const { body } = await ask('/decisions/23/00001', { shelf, now });
    expect(body).toContain(`<strong class="govuk-tag">${status}</strong>`);
    expect(body).toContain(callIn);
    expect((await ask('/decisions', { shelf, now })).body).toContain(`<strong class="govuk-tag">${status}</strong>`);
  });
});

it('a page gives no day until which members can call in a decision that scrutiny has considered', async () => {
  const { published } = new Told().calledIn().does({ type: 'conclude-call-in', outcome: 'comments', words: 'Some.', by: clerk });
  const { body } = await ask('/decisions/23/00001', { shelf: new Shelf([published]), now: '2023-04-12T12:00:00Z' });
  expect(body).toContain('This decision was called in, and cannot be called in again.');
  expect(body).not.toContain('Call-in closes');
});

describe('the search', () => {
  const shelf = new Shelf([
    noticeNumbered('23/00002', { subject: 'A library for Dover', divisionsAffected: ['Dover Town'] }),
    { ...decided(), number: '23/00001' },
  ]);

  it('finds across both lists, best first, and counts', async () => {
    const { items, found } = JSON.parse((await ask('/search?q=library', { shelf, accept: 'application/json' })).body);
    expect([items.map(({ number }: { number: string }) => number), found]).toEqual([['23/00002'], 1]);
    expect((await ask('/search?q=library', { shelf })).body).toContain('1 decision was found.');
  });

  it('is a feed: of a division, for one', async () => {
    const { body } = await ask('/search.atom?division=Dover+Town', { shelf });
    expect(faultOf(body)).toBeNull();
    expect(body.match(/<entry>/g)).toHaveLength(2);
    expect(body).toContain('Search: Dover Town - Kent County Council');
  });

  it('says how to go on where nothing is found, and nothing where nothing was asked', async () => {
    expect((await ask('/search?q=playground', { shelf })).body).toContain('Nothing was found. Try fewer or other words.');
    expect((await ask('/search', { shelf })).body).not.toContain('Results');
  });

  it('shows what was typed as text', async () =>
    expect((await ask(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`, { shelf })).body).not.toContain('<script>alert'));
  it('names what it cannot use', async () =>
    expect(JSON.parse((await ask('/search?urgency=very&limit=0')).body).errors.map(({ path }: { path: string }) => path)).toEqual([
      'limit',
      'urgency',
    ]));
});

describe('the feed of changes', () => {
  it('goes on from its cursor, and ends where there is nothing new', async () => {
    const first = JSON.parse((await ask('/changes?limit=2')).body);
    expect(first).toMatchObject({ items: [{ number: '23/00001' }, { number: '23/00002' }], next: '2', more: true });
    expect(JSON.parse((await ask(`/changes?cursor=${first.next}`)).body)).toMatchObject({
      items: [{ number: '23/00003' }],
      next: '3',
      more: false,
    });
    expect(JSON.parse((await ask('/changes?cursor=3')).body)).toEqual({ items: [], next: '3', more: false });
  });
});

it('the report on special urgency has those decisions only, of the period, with who agreed', async () => {
  const urgent = {
    route: 'special-urgency' as const,
    words: 'Special urgency.',
    reason: 'The roof fell in.',
    agreedBy: { name: 'A Chair', title: 'Chair of Scrutiny', on: '2023-04-04' },
  };
  const shelf = new Shelf([
    { ...decided(), shortNotice: urgent },
    { ...decided(), number: '23/00002' },
    noticeNumbered('23/00003', { shortNotice: urgent }),
  ]);
  const report = JSON.parse((await ask('/urgency-report?from=2023-04-01&to=2023-04-30', { shelf, accept: 'application/json' })).body);
  expect(report.items).toMatchObject([
    { number: '23/00001', decidedOn: '2023-04-05', reason: 'The roof fell in.', agreedBy: { name: 'A Chair' } },
  ]);
  expect(JSON.parse((await ask('/urgency-report?from=2023-05-01', { shelf, accept: 'application/json' })).body).items).toEqual([]);
  const counts = async (period: string) =>
    /class="govuk-body">([^<]* taken under [^<]*)</.exec((await ask(`/urgency-report${period}`, { shelf })).body)?.[1];
  expect([await counts(''), await counts('?from=2023-05-01'), await counts('?from=2023-04-01&to=2023-04-30')]).toEqual([
    '1 decision was taken under special urgency.',
    'No decision was taken under special urgency since 1 May 2023.',
    '1 decision was taken under special urgency from 1 April 2023 to 30 April 2023.',
  ]);
});

describe('for machines', () => {
  it('the sitemap has every page, and is well-formed', async () => {
    const { body } = await ask('/sitemap.xml');
    expect(faultOf(body.replace(/^<\?xml[^?]*\?>\n/, ''))).toBeNull();
    expect(body).toContain(`<loc>${origin}/decisions/23/00003</loc><lastmod>`);
  });

  it('robots are told of it, and kept from the links that sign', async () =>
    expect((await ask('/robots.txt')).body).toBe(
      `User-agent: *\nDisallow: /respond/\nDisallow: /search?\nDisallow: /api/\nSitemap: ${origin}/sitemap.xml\n`,
    ));

  it('a list as CSV has a row a decision, and no cell that a spreadsheet would run', async () => {
    const { body } = await ask('/notices.csv', {
      shelf: new Shelf([noticeNumbered('23/00001', { subject: '=HYPERLINK("x")' }), noticeNumbered('23/00002')]),
    });
    expect(readCsv(body).rows).toHaveLength(3);
    expect(body).toContain('"\'=HYPERLINK');
  });

  it('and a long one says where to go on', async () => {
    const { headers, body } = await ask('/notices.csv', { shelf: new Shelf(notices(1005)) });
    expect(readCsv(body).rows).toHaveLength(1001);
    const next = /<([^>]+)>; rel="next"/.exec(headers?.link ?? '')?.[1] ?? '';
    expect(readCsv((await ask(next, { shelf: new Shelf(notices(1005)) })).body).rows).toHaveLength(6);
  });

  it('a page says in schema.org’s terms what it is, and its words cannot end the block', async () => {
    const { body } = await ask('/decisions/23/00001', {
      shelf: new Shelf([new Told().noticed(safer({ subject: 'A </script><b> matter' })).published]),
    });
    const [, block = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? [];
    expect(JSON.parse(block)).toMatchObject({ '@type': 'Report', identifier: '23/00001', name: 'A </script><b> matter' });
  });
});

describe('the register is light', () => {
  it.each([['/notices?limit=25'], ['/decisions?limit=25'], ['/search?q=contract'], ['/decisions/13/00002']])(
    '%s is under 60 KB with its styles, compressed',
    async (path) => {
      const shelf = new Shelf(Array.from({ length: 300 }, (_, index) => generated(index)));
      const { body, status } = await ask(path, { shelf });
      expect(status).toBe(200);
      expect(gzipSync(body).length + gzipSync(css).length).toBeLessThan(60 * 1024);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { publicAnswer } from '../../functions/register/public-routes.ts';
import { readCsv } from '../../functions/spreadsheet/csv.ts';
import { kent } from '../../seeds/kent/council.ts';
import { Told } from '../record/told.ts';
import { Shelf } from './shelf.ts';

// Decided on 5 April 2023; call-in closes at the end of 14 April, and nothing was stored since.
const shelf = new Shelf([new Told().decided().published]);
const ask = async (path: string, now: string, accept = '*/*', store = shelf) => {
  const [rawPath = '', query] = path.split('?');
  const request = { method: 'GET', rawPath, headers: { accept }, queryStringParameters: Object.fromEntries(new URLSearchParams(query)) };
  const { status, body } = await publicAnswer(request, {
    store,
    council: async () => kent,
    origin: 'https://decisions.kent.example',
    now: () => now,
  });
  expect(status, path).toBe(200);
  return body;
};
const cell = (csv: string, name: string): string | undefined => {
  const [header, row] = readCsv(csv.replace('\uFEFF', '')).rows;
  return row?.fields[header?.fields.indexOf(name) ?? -1];
};

describe.each([
  ['2023-04-14T22:59:00Z', 'Subject to call-in'],
  ['2023-04-14T23:00:00Z', 'Call-in closed'],
])('At %s every form of a decision says “%s”:', (now, words) => {
  it('the page, the data and the fields for ModernGov', async () => {
    expect(await ask('/decisions/23/00001', now, 'text/html')).toContain(`<strong class="govuk-tag">${words}</strong>`);
    expect(JSON.parse(await ask('/decisions/23/00001.json', now)).status).toMatchObject({ code: 'subject-to-call-in', words });
    expect(cell(await ask('/decisions/23/00001.moderngov.csv', now), 'Decision status')).toBe(words);
    expect(await ask('/decisions/23/00001.moderngov', now)).toContain(words);
  });
  it('the lists, the search and the feeds', async () => {
    expect(await ask('/decisions', now, 'text/html')).toContain(words);
    for (const path of ['/decisions', '/search?q=security'])
      expect(JSON.parse(await ask(path, now, 'application/json')).items[0].status).toEqual({ code: 'subject-to-call-in', words });
    expect(cell(await ask('/decisions.csv', now), 'Status')).toBe(words);
    for (const path of ['/decisions.atom', '/search.atom?q=security', '/decisions/23/00001.atom'])
      expect(await ask(path, now), path).toContain(`label="${words}"`);
  });
});

describe('The page of a notice that has run while the decision waits for something else', () => {
  const noticed = new Shelf([new Told().noticed().published]);
  const text = async (now: string) =>
    (await ask('/decisions/23/00001', now, 'text/html', noticed)).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  it('says of nothing that is past that it is to come', async () => {
    expect(await text('2023-04-04T12:00:00Z')).toContain('Earliest day for the decision To come.');
    expect(await text('2023-04-05T12:00:00Z'), 'it may be decided on the day itself').toContain('Earliest day for the decision Done.');
    const after = await text('2023-04-06T12:00:00Z');
    expect(after).toContain('The notice has run.');
    expect(after).toContain('Earliest day for the decision Done.');
    expect(after).not.toMatch(/Consultation closes|considers it/);
    expect(after).toContain('Last day of consultation: 4 April 2023.');
    expect(after).toContain('Adult Social Care Cabinet Committee, 15 March 2023: no outcome is recorded yet.');
  });
});

describe('The feed of a decision', () => {
  const ids = async (now: string) => [...(await ask('/decisions/23/00001.atom', now)).matchAll(/<entry><id>([^<]+)/g)].map(([, id]) => id);
  it('keeps the id of each stage when it is told as past (RFC 4287, 4.2.6)', async () => {
    const [before, after] = [await ids('2023-04-14T12:00:00Z'), await ids('2023-04-15T00:30:00Z')];
    expect(before.length).toBeGreaterThan(3);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after.length).toBe(before.length + 1);
  });
});

describe('The calendar of a decision', () => {
  it('says that it takes effect unless called in only while it can be', async () => {
    expect(await ask('/decisions/23/00001.ics', '2023-04-14T12:00:00Z')).toContain('SUMMARY:23/00001: takes effect unless called in');
    expect(await ask('/decisions/23/00001.ics', '2023-04-15T00:30:00Z')).toMatch(/SUMMARY:23\/00001: takes effect\r/);
  });
});

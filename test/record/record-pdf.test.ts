import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { recordPdf } from '../../functions/record/record-pdf.ts';
import { kent2000017 } from '../../seeds/decisions/kent-20-00017.ts';
import { safer, Told } from './told.ts';

const latin = (file: Buffer): string => file.toString('latin1');

// The text of a PDF of standard fonts: what its content streams show between TJ's brackets, as hexadecimal Windows-1252.
const streams = (file: Buffer): string[] => [...latin(file).matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, packed = '']) => {
  try {
    return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
});
const textOf = (file: Buffer): string => streams(file).map((content) =>
  [...content.matchAll(/\[([^\]]*)\] TJ/g)].map(([, shown = '']) => [...shown.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) => new TextDecoder('windows-1252').decode(Buffer.from(hex, 'hex'))).join('')).join(' ')).join(' ').replace(/\s+/g, ' ');
const tags = (file: Buffer): string[] => [...latin(file).matchAll(/\/S \/(\w+)/g)].map(([, tag = '']) => tag);

describe('the record as a PDF', async () => {
  const file = await recordPdf(new Told().effective().published, '2023-05-01');

  it('has a title that is shown, a language, and says that it is tagged', () => {
    const source = latin(file);
    expect(source).toMatch(/^%PDF-1\.7/);
    expect(source).toContain('/Lang (en-GB)');
    expect(source).toContain('/DisplayDocTitle true');
    expect(source).toContain('/Marked true');
    expect(source).toMatch(/\/Title \d+ 0 R/);
    expect(source).toContain('Procurement of the Property Security');
  });

  it('marks its headings, lists and tables, with a scope to every heading of a table', () => {
    const found = new Set(tags(file));
    for (const tag of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD']) expect(found, tag).toContain(tag);
    expect(latin(file).match(/\/Scope \/(Row|Column)/g)?.length).toBe(tags(file).filter((tag) => tag === 'TH').length);
    expect(tags(file).filter((tag) => tag === 'H1')).toHaveLength(1);
  });

  it('says what the page says', () => {
    const text = textOf(file);
    for (const words of ['Record of decision 23/00001, as at 1 May 2023', 'property security part of the countywide Sanctuary Access', '£1,600,000', 'Call-in closed at the end of the day', 'Alternatives considered and rejected']) expect(text).toContain(words);
  });

  it('is the same file, to the byte, made again', async () => expect((await recordPdf(new Told().effective().published, '2023-05-01')).equals(file)).toBe(true));
});

it('a long record goes over several pages and loses no line of its table', async () => {
  const story = new Told('2020-04-29T09:00:00Z');
  story.number = '20/00017';
  const text = textOf(await recordPdf(story.noticed(kent2000017.proposal).effective().published, '2020-07-01'));
  for (const contract of kent2000017.proposal.contracts) expect(text.replace(/\s/g, '')).toContain(contract.title.replace(/\s/g, '').slice(0, 20));
});

it('says why a part is not published and none of it', async () => {
  const secret = 'The supplier is weeks from failing';
  const told = new Told().noticed(safer({ reasons: secret, publicAccess: { kind: 'part-exempt', sections: ['reasons'], paragraphs: [3], publicInterest: 'It would harm the bidding.' } }));
  const text = textOf(await recordPdf(told.published, '2023-03-08'));
  expect(text).not.toContain('weeks from failing');
  expect(text).toContain('Not published: paragraph 3 of Schedule 12A');
});

it('prints a name beyond its fonts without its accents', async () => {
  const told = new Told().noticed(safer({ subject: 'Łódź – a bridge to Győr 日' }));
  expect(textOf(await recordPdf(told.published, '2023-03-08'))).toContain('Lódz – a bridge to Gyor ?');
});

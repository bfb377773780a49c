import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { recordPdf } from '../../functions/record/print/record-pdf.ts';
import { kent2000017 } from '../../seeds/decisions/kent-20-00017.ts';
import { safer, Told } from './told.ts';

const latin = (file: Buffer): string => file.toString('latin1');
const opened = (file: Buffer) => getDocumentProxy(new Uint8Array(file));
const textOf = async (file: Buffer): Promise<string> =>
  (await extractText(await opened(file), { mergePages: true })).text.replace(/\s+/g, ' ');

type Part = { role: string; children: (Part | { type: string })[] };
// A table that goes over a page is in the tree of both, its cells with nothing in them where they are on the other.
const rolesIn = (part: Part): string[] =>
  part.children.length === 0 ? [] : [part.role, ...part.children.flatMap((child) => ('role' in child ? rolesIn(child) : []))];
const tags = async (file: Buffer): Promise<string[]> => {
  const pdf = await opened(file);
  const trees = await Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getStructTree()));
  return trees.flatMap((tree) => rolesIn(tree as Part));
};

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

  it('carries its fonts with it, so that it reads the same everywhere', () => {
    expect(
      latin(file)
        .match(/\/BaseFont \/(\S+)/g)
        ?.every((font) => font.includes('AtkinsonHyperlegibleNext')),
    ).toBe(true);
    expect(latin(file).match(/\/FontFile2 /g)).toHaveLength(2);
  });

  it('marks its headings, lists and tables, with a scope to every heading of a table', async () => {
    const roles = await tags(file);
    const found = new Set(roles);
    for (const tag of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD'])
      expect(found, tag).toContain(tag);
    expect(latin(file).match(/\/Scope \/(Row|Column)/g)?.length).toBe(roles.filter((tag) => tag === 'TH').length);
    expect(roles.filter((tag) => tag === 'H1')).toHaveLength(1);
  });

  it('says what the page says', async () => {
    const text = await textOf(file);
    for (const words of [
      'Record of decision 23/00001, as at 1 May 2023',
      'property security part of the countywide Sanctuary Access',
      '£1,600,000',
      'Call-in closed at the end of the day',
      'Alternatives considered and rejected',
    ])
      expect(text).toContain(words);
  });

  it('is the same file, to the byte, made again', async () =>
    expect((await recordPdf(new Told().effective().published, '2023-05-01')).equals(file)).toBe(true));
});

it('a long record goes over several pages and loses no line of its table', async () => {
  const story = new Told('2020-04-29T09:00:00Z');
  story.number = '20/00017';
  const text = await textOf(await recordPdf(story.noticed(kent2000017.proposal).effective().published, '2020-07-01'));
  for (const contract of kent2000017.proposal.contracts)
    expect(text.replace(/\s/g, '')).toContain(contract.title.replace(/\s/g, '').slice(0, 20));
});

it('leaves no head of a table at the foot of a page without a row of it, however long the row', async () => {
  const feet: string[] = [];
  for (const wide of [1, 4]) {
    const { financialImplications, ...rest } = safer();
    const expenditure = financialImplications.expenditure.map((line) => ({
      ...line,
      description: 'Something long to be paid. '.repeat(wide),
    }));
    for (let words = 50; words <= 400; words += 25) {
      const proposal = { ...rest, background: 'word '.repeat(words), financialImplications: { ...financialImplications, expenditure } };
      const file = await recordPdf(new Told().noticed(proposal).published, '2023-03-08');
      const { text } = await extractText(await opened(file), { mergePages: false });
      feet.push(...text.filter((page) => /(Details|Rule|Amount|Value)\s*$/.test(page)).map((page) => page.slice(-60)));
    }
  }
  expect(feet).toEqual([]);
});

it('says why a part is not published and none of it', async () => {
  const secret = 'The supplier is weeks from failing';
  const told = new Told().noticed(
    safer({
      reasons: secret,
      publicAccess: { kind: 'part-exempt', sections: ['reasons'], paragraphs: [3], publicInterest: 'It would harm the bidding.' },
    }),
  );
  const text = await textOf(await recordPdf(told.published, '2023-03-08'));
  expect(text).not.toContain('weeks from failing');
  expect(text).toContain('Not published: paragraph 3 of Schedule 12A');
});

it.each([
  ['Łódź – a bridge to Győr', 'Łódź – a bridge to Győr'],
  ['Tŷ Gŵyr, £2m ‘in all’', 'Tŷ Gŵyr, £2m ‘in all’'],
  ['A non‑breaking hyphen', 'A non-breaking hyphen'],
  ['Tiếng Việt', 'Tieng Viet'],
  ['日 and Дом', '? and ???'],
  ['Tabs\tand soft\u00adly zero\u200bwidth \u200emarks', 'Tabs and softly zerowidth marks'],
  ['x̂ and y\u20dd', 'x̂ and y'],
])('prints %s letter for letter, or says that a letter is missing', async (subject, printed) => {
  expect(await textOf(await recordPdf(new Told().noticed(safer({ subject })).published, '2023-03-08'))).toContain(printed);
});

it('ends its lines where its writer did, whatever their system ends lines with', async () => {
  const reasons = 'First\r\nsecond\rthird\u2028fourth\u2029fifth';
  expect(await textOf(await recordPdf(new Told().noticed(safer({ reasons })).published, '2023-03-08'))).toContain(
    'First second third fourth fifth',
  );
});

it('is printed in the time that its length takes, also where somebody wrote without a space, and loses no letter of it', async () => {
  const begun = performance.now();
  const text = await textOf(await recordPdf({ ...new Told().effective().published, background: 'letters'.repeat(10_000) }, '2023-05-01'));
  // The square of its length would take a minute here, and be given up by the function after ten seconds.
  expect(performance.now() - begun).toBeLessThan(20_000);
  expect(text.replaceAll(/\s/g, '').split('letters').length - 1).toBeGreaterThanOrEqual(10_000);
}, 120_000);

it('goes on with what no page can hold of a table on the next, and loses nothing of it nor of the rows after it', async () => {
  const title = (at: number) => `Paper ${at} of those that were relied on in ${'a long report on the matter '.repeat(8)}`;
  const documents = Array.from({ length: 100 }, (_, at) => ({ title: title(at).trim(), access: 'open' as const }));
  const text = await textOf(await recordPdf(new Told().noticed(safer({ documents })).published, '2023-03-08'));
  for (const { title } of documents) expect(text).toContain(title);
  for (const part of ['(e) Documents for the decision maker (continued)', '(f) Where to get copies', '(g) Other documents', '(h) How'])
    expect(text).toContain(part);
});

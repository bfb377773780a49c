import { deadlinesFile } from '../../functions/register/deadlines.ts';
import { entryOf } from '../../functions/register/atom.ts';
import { listCsv } from '../../functions/register/list-csv.ts';
import { modernGovFields } from '../../functions/register/moderngov.ts';
import { registerEntry } from '../../functions/register/register-entry.ts';
import { summaryOn, publicationOn } from '../../functions/record/tense.ts';
import type { Publication } from '../../functions/record/publication/publication.schema.ts';
import { blocksOf } from '../../functions/record/print/record-blocks.ts';
import { recordPage } from '../../functions/record/page/record.page.tsx';
import { structuredData } from '../../functions/record/page/structured-data.ts';
import { readCsv } from '../../functions/spreadsheet/csv.ts';
import { kent } from '../../seeds/kent/council.ts';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a reader sees of a page, in one line. */
export const textOf = (html: string): string =>
  html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(\w+|#\d+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ');

const row = (csv: string): Record<string, string> => {
  const [header, first] = readCsv(csv.replace(/^\uFEFF/, '')).rows;
  return Object.fromEntries((header?.fields ?? []).map((name, at) => [name, first?.fields[at] ?? '']));
};

const printed = (of: Publication, today: string) => {
  const blocks = blocksOf(of, today);
  const facts = blocks.find((block) => block.kind === 'table' && block.caption === 'About this decision');
  const text = blocks.map((block) =>
    block.kind === 'list'
      ? block.items.join(' ')
      : block.kind === 'table'
        ? [block.caption, ...block.columns, ...block.rows.flat()].join(' ')
        : block.words,
  );
  return {
    text: text.join(' ').replace(/\s+/g, ' '),
    headings: blocks.flatMap((block) => (block.kind === 'heading' ? [block.words] : [])),
    facts: Object.fromEntries(facts?.kind === 'table' ? facts.rows : []) as Record<string, string>,
  };
};

const calendar = (file: string): Record<string, string> => {
  const plain = file.replaceAll('\r\n ', '');
  const events = [...plain.matchAll(/UID:(\S+)@clear-days[\s\S]*?DTSTART;VALUE=DATE:(\d{4})(\d\d)(\d\d)[\s\S]*?SUMMARY:([^\r]+)/g)];
  return Object.fromEntries(
    events.map(([, uid = '', year, month, day, title = '']) => [uid.split('-').at(-1), `${year}-${month}-${day} ${title}`]),
  );
};

/** One decision in every form in which it is published, as they read on a day. */
export const formsOf = (stored: Publication, today: string) => {
  const of = publicationOn(stored, today);
  const line = summaryOn(registerEntry(stored).summary, today);
  return {
    json: of,
    line,
    page: textOf(recordPage(stored, kent, today)),
    pdf: printed(of, today),
    csv: row(listCsv([line], 'https://example.org')),
    atom: entryOf(line),
    modernGov: Object.fromEntries(modernGovFields(of, 'https://example.org')) as Record<string, string>,
    calendar: calendar(deadlinesFile(of, kent)),
    data: JSON.parse(structuredData(of, kent)) as Record<string, unknown>,
  };
};

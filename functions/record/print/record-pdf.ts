import { inWords, type LocalDate } from '../../rules/local-date.ts';
import PDFDocument, { fonts } from './pdf-writer.mjs';
import { printable } from './printable.ts';
import type { Publication } from '../publication/publication.schema.ts';
import type { Block } from './block.ts';
import { blocksOf } from './record-blocks.ts';
import { rowsThatFit } from './rows-that-fit.ts';
import { publicationOn } from '../tense.ts';

type Writer = InstanceType<typeof PDFDocument>;
type Part = ReturnType<Writer['struct']>;

const [regular, bold] = ['Regular', 'Bold'];
const size = { title: 18, heading: 13, body: 10.5, small: 9 };

const piece = (doc: Writer, into: Part, tag: string, draw: () => void): void => {
  const part = doc.struct(tag, {}, draw);
  into.add(part);
  part.end();
};

const paragraph = (doc: Writer, into: Part, tag: string, text: string, font = regular, points = size.body): void =>
  piece(doc, into, tag, () => {
    doc.font(font).fontSize(points).text(printable(doc, text), { paragraphGap: 4 }).moveDown(0.3);
  });

const item = (doc: Writer, into: Part, label: string, text: string): void => {
  const line = doc.struct('LI');
  into.add(line);
  const { left } = doc.page.margins;
  piece(doc, line, 'Lbl', () => {
    doc.font(regular).fontSize(size.body).text(label, left, doc.y, { width: 20, lineBreak: false });
  });
  const labelHeight = doc.currentLineHeight(true);
  piece(doc, line, 'LBody', () => {
    // The label moved on to the next line, or to the next page; its text stands beside it.
    doc.text(printable(doc, text), left + 22, doc.y - labelHeight, { paragraphGap: 3 });
    doc.x = left;
  });
  line.end();
};

const within = ({ page: { width, margins } }: Writer): number => width - margins.left - margins.right;

// What is longer than half a page has to be broken somewhere.
const needs = (doc: Writer, points: number): void => {
  const { height, margins } = doc.page;
  if (doc.y > height - margins.bottom - Math.min(points, height / 2)) doc.addPage();
};

const heightOf = (doc: Writer, text: string, font: string, points: number, width = within(doc)): number =>
  doc.font(font).fontSize(points).heightOfString(printable(doc, text), { width });

const list = (doc: Writer, into: Part, { items, isNumbered }: Extract<Block, { kind: 'list' }>): void => {
  const part = doc.struct('L');
  into.add(part);
  for (const [index, text] of items.entries()) {
    needs(doc, 2 * size.body);
    item(doc, part, isNumbered ? `${index + 1}.` : '•', text);
  }
  part.end();
  doc.moveDown(0.4);
};

type TableBlock = Extract<Block, { kind: 'table' }>;

const padding = { top: 3, right: 6, bottom: 3, left: 0 };

const heightIn = (doc: Writer, { columns }: TableBlock, text: string): number =>
  heightOf(doc, text, bold, size.small, within(doc) / columns.length - padding.right) + 7;

// Its caption, its head and its first row, with the gaps between them.
const beginningOf = (doc: Writer, block: TableBlock): number => {
  const { caption, columns, rows } = block;
  const rowOf = (cells: string[]) => Math.max(...cells.map((text) => heightIn(doc, block, text)));
  return heightOf(doc, caption, bold, size.body) + 10 + rowOf(columns) + rowOf(rows[0] ?? []);
};

// The package cuts what is longer than a page, and with it the rows that follow.
const fitting = (doc: Writer, block: TableBlock): string[][] => {
  const { height, margins } = doc.page;
  return block.rows.flatMap((row) => rowsThatFit(row, (text) => heightIn(doc, block, text) > height - margins.top - margins.bottom));
};

const table = (doc: Writer, into: Part, whole: TableBlock): void => {
  const block = { ...whole, rows: fitting(doc, whole) };
  const { caption, columns, rows } = block;
  needs(doc, beginningOf(doc, block));
  paragraph(doc, into, 'P', caption, bold, size.body);
  const titled = (text: string, scope: 'Column' | 'Row') => ({
    text: printable(doc, text),
    type: 'TH' as const,
    scope,
    font: { src: bold, size: size.small },
  });
  // The package's types do not know yet that a table can be given its place in the structure.
  const options = {
    structParent: into,
    defaultStyle: {
      border: { top: 0, left: 0, right: 0, bottom: 0.5 },
      borderColor: '#56636b',
      padding,
    },
    data: [
      columns.map((text) => titled(text, 'Column')),
      ...rows.map((row) => row.map((text, index) => (index === 0 ? titled(text, 'Row') : { text: printable(doc, text) }))),
    ],
  };
  doc.font(regular).fontSize(size.small).table(options);
  doc.x = doc.page.margins.left;
  doc.moveDown(0.6);
};

// A heading at the foot of a page stands over nothing: under it there is room for a line or two, or for the beginning of a table.
const heading = (doc: Writer, into: Part, words: string, next: Block | undefined): void => {
  const under = next?.kind === 'table' ? beginningOf(doc, next) : 48;
  needs(doc, heightOf(doc, words, bold, size.heading) + 14 + under);
  doc.moveDown(0.4);
  paragraph(doc, into, 'H2', words, bold, size.heading);
};

const write = (doc: Writer, into: Part, block: Block, next: Block | undefined): void => {
  if (block.kind === 'heading') heading(doc, into, block.words, next);
  else if (block.kind === 'words') paragraph(doc, into, 'P', block.words);
  else if (block.kind === 'list') list(doc, into, block);
  else table(doc, into, block);
};

const opened = (of: Publication): Writer => {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 56, bottom: 56, left: 56, right: 56 },
    pdfVersion: '1.7',
    lang: 'en-GB',
    tagged: true,
    displayTitle: true,
    // The same publication makes the same file, to the byte.
    info: {
      Title: `${of.number} ${of.subject}`,
      Author: of.council.name,
      Subject: of.kind === 'record' ? 'Record of decision' : 'Notice of a proposed decision',
      CreationDate: new Date(of.updatedAt),
      ModDate: new Date(of.updatedAt),
    },
    // Without it the document opens in a standard font, which no file may carry that embeds its fonts.
    font: '',
  });
  return doc.registerFont(regular, fonts.regular as Buffer).registerFont(bold, fonts.bold as Buffer);
};

const collected = (doc: Writer): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
};

/**
 * A decision as a tagged PDF, as it reads on a day, Europe/London: title, language, headings, lists and tables are marked for a screen
 * reader.
 */
export const recordPdf = (publication: Publication, today: LocalDate): Promise<Buffer> => {
  const of = publicationOn(publication, today);
  const doc = opened(of);
  const file = collected(doc);
  const whole = doc.struct('Document');
  doc.addStructure(whole);
  paragraph(
    doc,
    whole,
    'P',
    `${of.council.name}. ${of.kind === 'record' ? 'Record of decision' : 'Notice of a proposed decision'} ${of.number}, as at ${inWords(today)}`,
    regular,
    size.small,
  );
  paragraph(doc, whole, 'H1', of.subject, bold, size.title);
  const blocks = blocksOf(of, today);
  for (const [at, block] of blocks.entries()) write(doc, whole, block, blocks[at + 1]);
  whole.end();
  doc.end();
  return file;
};

import type { Publication } from '../publication/publication.schema.ts';
import { isAllWithheld } from '../publication/withheld.ts';

/** A piece of a document, for a page that is printed: what it is and what it says, never how it looks. */
export type Block =
  | { kind: 'heading'; words: string }
  | { kind: 'words'; words: string }
  | { kind: 'list'; items: string[]; isNumbered: boolean }
  | { kind: 'table'; caption: string; columns: string[]; rows: string[][] };

const heading = (words: string): Block => ({ kind: 'heading', words });
/** Text as it was written, line breaks kept. */
export const words = (text: string): Block => ({ kind: 'words', words: text });
/** A list; nothing where there is nothing in it. */
export const list = (items: string[], isNumbered = false): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items, isNumbered }]);

/** A table with a caption and the names of its columns; nothing where it has no rows. */
export const table = (caption: string, columns: string[], rows: string[][]): Block[] =>
  rows.length === 0 ? [] : [{ kind: 'table', caption, columns, rows }];

/** Blocks under a heading of their own; no heading over nothing. */
export const under = (title: string, ...blocks: Block[]): Block[] => (blocks.length === 0 ? [] : [heading(title), ...blocks]);

type Section = Publication['withheld'][number]['section'];

/** A section that can be kept back: where it is, it keeps its heading and gives the reason in its place. */
export const published = <T>(
  of: Publication,
  section: Section,
  title: string,
  content: T | null,
  make: (content: T) => Block[],
): Block[] => {
  if (content !== null) return under(title, ...make(content));
  const kept = of.withheld.find((part) => part.section === section);
  return kept && !isAllWithheld(of) ? [heading(title), words(kept.words)] : [];
};

/** Such a section that is nothing but text. */
export const plain = (of: Publication, section: Section, title: string, content: string | null): Block[] =>
  published(of, section, title, content, (text) => [words(text)]);

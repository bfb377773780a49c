import type PDFDocument from './pdf-writer.mjs';
import { holds } from './pdf-writer.mjs';

// What is longer than any word or address in print is broken once more: the package measures all that is left of a word anew for each line.
const endless = /\S{300}(?=\S)/g;

/**
 * A text as it can be printed. The fonts hold the letters of the European languages written in Latin script: any other is shown without its
 * accent, or else as a question mark, and not as nothing. What nobody sees between letters, and ends of lines of other systems, are no
 * letters that are missing.
 */
export const printable = (doc: InstanceType<typeof PDFDocument>, text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/\p{DI}/gu, '')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[^ -~]/gu, (letter) =>
      letter === '\n' || holds(doc, letter)
        ? letter
        : letter.normalize('NFKD').replace(/[^ -~]/gu, '') || (/\p{M}/u.test(letter) ? '' : '?'),
    )
    .replace(endless, '$&\n');

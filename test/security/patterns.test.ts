import { describe, expect, it } from 'vitest';
import { wordChanges } from '../../functions/link/word-changes.ts';
import { fieldsOf } from '../../functions/link/posted-fields.ts';
import { redact } from '../../functions/platform/log/redaction.ts';
import { withoutAddresses } from '../../functions/record/publication/public-consultation.ts';
import { readDueDate } from '../../functions/register/due-date-text.ts';
import { emailAddress } from '../../functions/rules/text.schema.ts';
import { readCsv } from '../../functions/spreadsheet/csv.ts';
import { importColumns } from '../../functions/spreadsheet/import-columns.ts';
import { readCell } from '../../functions/spreadsheet/import-values.ts';
import { wordsOf } from '../../functions/search/words.ts';
import { subscribeForm } from '../../functions/subscription/subscription.schema.ts';

const times = (text: string, most: number): string => text.repeat(Math.floor(most / text.length));
const kibibytes = 1024;
const cells = importColumns.filter(({ read }, at) => importColumns.findIndex((column) => column.read === read) === at);

// What one request can bring is 256 KiB, and one text of a proposal 20,000 characters.
const hostile: [string, () => unknown][] = [
  ...[',', ')', '.', 'a,', ' ,', '\n'].map((part): [string, () => unknown] => [
    `words that changed among ${JSON.stringify(part)}`,
    () => wordChanges(`${times(part, 20_000)}x`, `${times(part, 20_000)}y`),
  ]),
  ...['a', 'a-', '-', 'a@', 'x@a-', 'a.', '@', '_'].map((part): [string, () => unknown] => [
    `a line of the log of ${part}`,
    () => redact(`x@${times(part, 256 * kibibytes)}!`),
  ]),
  ...[' ', '1 months: ', ':', ' :', ',000', ';', '1 months:1 months:'].flatMap((part) =>
    cells.map((column): [string, () => unknown] => [
      `a cell of ${JSON.stringify(part)} read as ${column.read}`,
      () => readCell(column, `1 months: ${times(part, 256 * kibibytes)}!`),
    ]),
  ),
  ...['and ', 'to ', ' ', '1 ', 'a to '].map((part): [string, () => unknown] => [
    `a due date of ${JSON.stringify(part)}`,
    () => readDueDate(`from ${times(part, 256 * kibibytes)}`),
  ]),
  ...['a', 'a.', 'a@', 'a-', '.'].map((part): [string, () => unknown] => [
    `an address of ${part}`,
    () => emailAddress.safeParse(`a@${times(part, 256 * kibibytes)}!`),
  ]),
  ...['a', 'a@', '@', '.'].map((part): [string, () => unknown] => [
    `a consultee’s answer of ${part}, before it is published`,
    () => withoutAddresses(times(part, 256 * kibibytes)),
  ]),
  ...['"', 'a"', ' "', ' ', '"a\n'].map((part): [string, () => unknown] => [
    `a file of ${JSON.stringify(part)}`,
    () => readCsv(times(part, 256 * kibibytes)),
  ]),
  ['the form of a link, of as many fields as it may have', () => fieldsOf(Array.from({ length: 45_000 }, (_, at) => at).join('&'))],
  ['a search of ligatures', () => wordsOf(times('\ufdfa', 300))],
  // Accents are put in an order before texts are compared, which takes the square of how many stand in a row.
  [
    'a form for emails about nothing but accents',
    () => subscribeForm.safeParse({ email: 'a@b.example', text: times('\u0345', 256 * kibibytes) + times('\u0334', 256 * kibibytes) }),
  ],
];

describe('What a stranger or an officer may send', () => {
  it.each(hostile)('is read in the time that its length takes, be it %s', (_, reads) => {
    const begun = performance.now();
    reads();
    // The square of its length would take minutes, on whatever machine.
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

// Between two lines, else between two words; a word as long as a page is cut where it must be.
const middleOf = (text: string): number => {
  const half = text.slice(0, Math.ceil(text.length / 2));
  return half.lastIndexOf('\n') + 1 || half.lastIndexOf(' ') + 1 || half.length;
};

/**
 * A row of a table as one or more, so that no cell of them is longer than a page holds: what is too long goes on in the next row, under the
 * same name, and no word of it is lost.
 */
export const rowsThatFit = (row: string[], isTooLong: (text: string) => boolean): string[][] => {
  if (!row.some(isTooLong)) return [row];
  const cells = row.map((text, index) => {
    if (isTooLong(text)) return [text.slice(0, middleOf(text)), text.slice(middleOf(text))];
    return index === 0 ? [text, text.replace(/( \(continued\))?$/, ' (continued)')] : [text, ''];
  });
  const part = (at: number) => cells.map((pair) => (pair[at] ?? '').trim());
  return [...rowsThatFit(part(0), isTooLong), ...rowsThatFit(part(1), isTooLong)];
};

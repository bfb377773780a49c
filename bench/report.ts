/**
 * One figure and its goal; `met` is null where none is set. `watched` is what a later run is compared by: never milliseconds of one
 * machine.
 */
export type Figure = { id: string; met: boolean | null; watched?: number };

/** What one section measured: a table to paste into a page, with what misses its goal in bold, and the figures behind it. */
export type Report = { title: string; head: string[]; rows: string[][]; figures: Figure[] };

const cells = (texts: string[]): string => `| ${texts.join(' | ')} |`;

export const tableOf = ({ title, head, rows }: Report): string =>
  [`### ${title}`, '', cells(head), cells(head.map(() => '---')), ...rows.map(cells)].join('\n');

/** A figure in words, in bold where it misses its goal. */
export const marked = (text: string, met: boolean): string => (met ? text : `**${text}**`);

/** What every figure was that is compared, by its id. */
export type Baseline = Record<string, number>;
export const baselineOf = (figures: Figure[]): Baseline =>
  Object.fromEntries(
    figures.flatMap(({ id, watched }) => (watched === undefined || !Number.isFinite(watched) ? [] : [[id, Number(watched.toFixed(4))]])),
  );

const tolerated = 1.1;

/** Whatever is more than a tenth worse than the baseline, in words; a figure that the baseline does not know is passed over. */
export const worseThan = (baseline: Baseline, figures: Figure[]): string[] =>
  figures.flatMap(({ id, watched }) => {
    const before = baseline[id];
    if (before === undefined || watched === undefined || watched <= before * tolerated) return [];
    return [`${id}: ${watched.toFixed(2)}, and the baseline has ${before.toFixed(2)}`];
  });

type Range = { type: string; quality: number };

const rangesOf = (accept: string): Range[] =>
  accept.split(',').map((part) => {
    const [type = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(';')
      .map((piece) => piece.trim());
    const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    return { type, quality: Number.isFinite(quality) ? quality : 0 };
  });

// The most exact range that covers a type decides its quality (RFC 9110, 12.5.1).
const qualityOf = (type: string, ranges: Range[]): number => {
  const [main] = type.split('/');
  const found = [type, `${main}/*`, '*/*']
    .map((wanted) => ranges.find((range) => range.type === wanted))
    .find((range) => range !== undefined);
  return found?.quality ?? 0;
};

/**
 * Which of the media types on offer the sender likes best; the first on offer where it has no preference, says
 * nothing, or takes none of them: a public page is worth more than a 406.
 */
export const preferred = <T extends string>(accept: string | undefined, offered: readonly [T, ...T[]]): T => {
  if (!accept) return offered[0];
  const ranges = rangesOf(accept);
  return offered.reduce((best, type) => (qualityOf(type, ranges) > qualityOf(best, ranges) ? type : best));
};

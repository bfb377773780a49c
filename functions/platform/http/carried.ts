// Lambda carries six megabytes of an answer, written as JSON once more; the rest is left for what stands around the items.
const mostBytes = 5 * 1024 * 1024;

/** The first of these items, as many as one answer of Lambda carries, and one at least. */
export const carried = <T>(items: T[]): T[] => {
  let bytes = 0;
  const end = items.findIndex((item, at) => {
    bytes += Buffer.byteLength(JSON.stringify(JSON.stringify(item)));
    return at > 0 && bytes > mostBytes;
  });
  return end < 0 ? items : items.slice(0, end);
};

/** A part of a list: what comes after so many of it, as many as are asked for and one answer carries, and where the next part begins. */
export const carriedPart = <E, L>(
  all: E[],
  lineOf: (each: E) => L,
  { cursor = '0', limit }: { cursor?: string | undefined; limit?: number | undefined },
): { items: L[]; next: string | null } => {
  const from = Number(cursor);
  const items = carried(all.slice(from, limit && from + limit).map(lineOf));
  const end = from + items.length;
  return { items, next: end < all.length ? String(end) : null };
};

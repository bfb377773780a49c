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

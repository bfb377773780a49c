import { createHash } from 'node:crypto';

/** One line of GET …/history, as it came over the wire. */
export type HistoryLine = {
  schema: number;
  decisionId: string;
  sequence: number;
  at: string;
  by: Record<string, unknown>;
  type: string;
  what: Record<string, unknown>;
  before: string;
  hash: string;
};

// Written anew, as a stranger would from the API's description: checking a hash with the code that made it proves nothing.
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, inOrder(Reflect.get(value, key))]),
  );
};

const hashOf = ({ type, what, hash: _, ...line }: HistoryLine): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder({ ...line, happening: { type, ...what } })))
    .digest('hex');

/** The numbers of the lines that do not stand on the one before, or are not what was sealed. */
export const unverified = (lines: HistoryLine[]): number[] =>
  lines
    .filter((line, at) => line.sequence !== at + 1 || line.before !== (lines[at - 1]?.hash ?? '0'.repeat(64)) || line.hash !== hashOf(line))
    .map(({ sequence }) => sequence);

import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { leavesOut } from './left-out.ts';

// Below this an item stays readable in the console and costs no time to compress; above it would near DynamoDB's 400 KB.
const legible = 64 * 1024;

/**
 * From where on what is read far oftener than looked at in the console is compressed: DynamoDB charges for each 4 KiB read, and each 1 KiB
 * written.
 */
export const oftenRead = 4 * 1024;
const mostBytes = 390 * 1024;

/** JSON as it is kept in one attribute: text, or the same text compressed once it is long. */
export const packedSchema = z.union([z.string(), z.instanceof(Uint8Array)]);
export type Packed = z.infer<typeof packedSchema>;

/** Even compressed, this does not fit into one DynamoDB item of 400 KB. */
export class TooLargeToStore extends Error {
  constructor(bytes: number) {
    super(`${bytes} bytes do not fit into one stored item`);
  }
}

/**
 * Packs a value for one attribute: legible while it is short, compressed beyond 64 KiB or where it is said. Throws `TooLargeToStore` beyond
 * 390 KiB.
 */
export const pack = (value: unknown, legibleBytes = legible): Packed => {
  const text = JSON.stringify(value);
  if (text.length * 3 <= legibleBytes || Buffer.byteLength(text) <= legibleBytes) return text;
  const packed = gzipSync(text, { level: 6 });
  if (packed.byteLength > mostBytes) throw new TooLargeToStore(packed.byteLength);
  return packed;
};

/**
 * Packs what its schema can read again, and all of it; throws where it cannot. A fault of ours stops what is being done, instead of locking
 * what was stored for good. The value is judged and not its text: what a schema of ours takes and JSON does not keep (a date, NaN, a gap in
 * a list) there is none of.
 */
export const packReadable = <T>(schema: z.ZodMiniType<T>, value: T): Packed => {
  if (leavesOut(value, schema.parse(value))) throw new Error('What is to be stored says something that its schema does not know');
  return pack(value);
};

/** What was packed. Throws where it was not packed by `pack`. */
export const unpack = (packed: Packed): unknown => JSON.parse(typeof packed === 'string' ? packed : gunzipSync(packed).toString());

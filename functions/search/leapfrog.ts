import type { Clause } from './asked-terms.ts';
import type { Postings, Searched } from './postings.ts';

/** A list, and whether it is read from its first place on or from its last one back. */
export type Reading = { postings: Postings; register: Searched; forwards: boolean };
/** The places found, and where to go on: null at the end of the list. */
export type Places = { orders: string[]; next: string | null };

// A first read is one unit of capacity; one that has to go on reads more at a time.
const firstBatch = 50;
const mostBatch = 800;
// What one request may cost; the cursor goes on from there.
const mostReads = 80;

const comesBefore =
  (forwards: boolean) =>
  (a: string, b: string): boolean =>
    forwards ? a < b : a > b;

/** One term's places, read on only as far as they are asked for. */
class TermPlaces {
  private held: string[] = [];
  private isEnd = false;
  private batch = firstBatch;
  private readonly reading: Reading;
  private readonly term: string;

  constructor(reading: Reading, term: string) {
    this.reading = reading;
    this.term = term;
  }

  /** The first place at or after `at`, or null; `count` is told of every read. */
  async seek(at: string | null, count: () => void): Promise<string | null> {
    const isBefore = comesBefore(this.reading.forwards);
    this.held = at === null ? this.held : this.held.filter((place) => !isBefore(place, at));
    if (this.held.length === 0 && !this.isEnd) await this.read(at, count);
    return this.held[0] ?? null;
  }

  private async read(at: string | null, count: () => void): Promise<void> {
    const { postings, register, forwards } = this.reading;
    count();
    const hits = await postings.hits(register, this.term, { at, limit: this.batch, forwards });
    this.held = hits.map(({ order }) => order);
    this.isEnd = hits.length < this.batch;
    this.batch = Math.min(mostBatch, this.batch * 4);
  }
}

const firstOf = (places: (string | null)[], isBefore: (a: string, b: string) => boolean): string | null =>
  places.reduce((first, place) => (place !== null && (first === null || isBefore(place, first)) ? place : first), null);

const furthestOf = (places: string[], isBefore: (a: string, b: string) => boolean): string | undefined =>
  places.reduce<string | undefined>((last, place) => (last === undefined || isBefore(last, place) ? place : last), undefined);

// The least that DynamoDB can tell from a key, so that the place itself is left behind.
const justAfter = (order: string, forwards: boolean): string =>
  forwards ? `${order}\u0000` : order.replace(/.$/su, (last) => `${String.fromCharCode(last.charCodeAt(0) - 1)}\uffff`);

/**
 * The places of a list where every clause holds, at most `limit` after a place. The clauses leapfrog: each is sought
 * from where the furthest of the others stands, so the rarest decides what is read. Stops after eighty reads, and says where to go on.
 */
export const placesWhere = async (
  reading: Reading,
  clauses: Clause[],
  { after, limit }: { after: string | null; limit: number },
): Promise<Places> => {
  const isBefore = comesBefore(reading.forwards);
  const cursors = clauses.map((clause) => clause.map((term) => new TermPlaces(reading, term)));
  const orders: string[] = [];
  let reads = 0;
  let reached = after;
  let at = after === null ? null : justAfter(after, reading.forwards);
  while (reads < mostReads) {
    const found = await Promise.all(
      cursors.map(async (any) =>
        firstOf(
          await Promise.all(
            any.map((each) =>
              each.seek(at, () => {
                reads += 1;
              }),
            ),
          ),
          isBefore,
        ),
      ),
    );
    const places = found.filter((place) => place !== null);
    if (places.length < found.length) return { orders, next: null };
    const furthest = furthestOf(places, isBefore) ?? '';
    if (places.every((place) => place === furthest)) {
      if (orders.length === limit) return { orders, next: orders.at(-1) ?? null };
      orders.push(furthest);
      reached = furthest;
      at = justAfter(furthest, reading.forwards);
    } else {
      // No place before the furthest can hold, the first of these among them.
      reached = firstOf(places, isBefore);
      at = furthest;
    }
  }
  return { orders, next: reached };
};

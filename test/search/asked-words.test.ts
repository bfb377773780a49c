import { describe, expect, it } from 'vitest';
import { keys } from '../../functions/platform/table/keys.ts';
import type { PublicDeps } from '../../functions/register/public-deps.ts';
import { publicAnswer } from '../../functions/register/public-routes.ts';
import { clausesOf } from '../../functions/search/asked-terms.ts';
import { kent } from '../../seeds/kent/council.ts';

// Each of these is one character, and four words once it is read as the index reads it.
const ligatures = '\ufdfa'.repeat(300);
const letters = Array.from({ length: 150 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(' ');

const termsFor = async (query: Record<string, string>): Promise<string[]> => {
  const terms: string[] = [];
  const deps = {
    council: async () => kent,
    origin: 'https://decisions.kent.example',
    now: () => '2023-03-07T09:00:00Z',
    store: {
      postings: {
        hits: async (_: unknown, term: string) => {
          terms.push(term);
          return [];
        },
        lines: async () => [],
        contractLines: async () => [],
      },
    },
  } as unknown as PublicDeps;
  const { status } = await publicAnswer({ method: 'GET', rawPath: '/search', headers: {}, queryStringParameters: query }, deps);
  expect(status).toBe(200);
  return terms;
};

const readsFor = async (query: Record<string, string>): Promise<number> => (await termsFor(query)).length;

describe('What a search by a stranger may cost', () => {
  it('is bounded by twenty words, however many its three hundred characters are made to stand for', async () => {
    const lists = 3;
    for (const text of [ligatures, letters, 'road '.repeat(60)]) expect(await readsFor({ q: text })).toBeLessThanOrEqual(20 * lists);
    expect(await readsFor({ q: letters, text: letters, decisionMaker: letters })).toBeLessThanOrEqual(60 * lists);
  });

  it('grows by nothing where a word is said again', async () => {
    expect(await readsFor({ q: 'road Roads, roads!', text: 'ROAD' })).toBe(await readsFor({ q: 'road' }));
    expect(clausesOf({ text: 'a road, a road and a bridge' } as Parameters<typeof clausesOf>[0], kent)).toEqual([['w=road'], ['w=bridge']]);
  });

  it('asks for no key that DynamoDB does not take: none over 2,048 bytes, and no half of a character', async () => {
    // The forty letters that a word keeps end in the midst of the last of these.
    const halved = `a${'\u{20000}'.repeat(30)}`;
    for (const typed of [ligatures, '\u{20000}'.repeat(150), `${'a'.repeat(299)}\ufdfa`, halved])
      for (const name of ['q', 'text', 'decisionMaker', 'department', 'division'])
        for (const term of await termsFor({ [name]: typed })) {
          const { pk } = keys.posting('DECISIONS', term, '');
          expect([name, Buffer.byteLength(pk) <= 2048, pk.isWellFormed()]).toEqual([name, true, true]);
        }
  });
});

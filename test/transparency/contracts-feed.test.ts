import { describe, expect, it } from 'vitest';
import { publicContractsAnswer } from '../../functions/transparency/public-contract-routes.ts';
import { contractRelease } from '../../functions/transparency/ocds-contract.ts';
import type { PublicContractStore } from '../../functions/transparency/public-contract-store.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory } from '../contract/contract-story.ts';

const released = (reference: string, over = {}) => {
  const release = contractRelease(new ContractStory().registers({ reference, ...over }).contract!, { council: kent });
  if (!release) throw new Error(`${reference} is not public`);
  return { order: `2023-12-01#${reference}`, release };
};
const all = [
  released('20/00017-3'),
  released('B', { withheld: { parts: ['supplier'], paragraph: 3, publicInterest: 'A second lot is open.' } }),
  released('C'),
];

const store = {
  releases: async ({ after, limit }: { after: string | null; limit: number }) =>
    all.slice(after === null ? 0 : all.findIndex(({ order }) => order === after) + 1).slice(0, limit),
} as unknown as PublicContractStore;
const ask = (query: Record<string, string> = {}) =>
  publicContractsAnswer(
    { method: 'GET', rawPath: '/contracts.atom', headers: {}, queryStringParameters: query },
    { store, council: async () => kent, origin: 'https://decisions.kent.example', now: () => '2026-11-21T09:00:00Z' },
  );

describe('The feed of contracts', () => {
  it('has each with its term and supplier, and an address that keeps to one part', async () => {
    const { contentType, body } = await ask();
    expect(contentType).toBe('application/atom+xml; charset=utf-8');
    expect(String(body)).toContain(
      '<title>20/00017-3 SAFER property security</title><updated>2023-12-01T09:00:00Z</updated><link rel="alternate" type="text/html" href="https://decisions.kent.example/contracts/20~00017-3"/>',
    );
    expect(String(body)).toContain('<summary>Past its end. 1 December 2023 to 30 November 2025. A Security Company Ltd.</summary>');
  });

  it('names no supplier that is withheld', async () =>
    expect(String((await ask({ limit: '2' })).body)).toContain(
      '<summary>Past its end. 1 December 2023 to 30 November 2025. Supplier withheld.</summary>',
    ));

  it('goes on where a page ends', async () => {
    const first = String((await ask({ limit: '2' })).body);
    const [, next = ''] = /<link rel="next"[^>]*href="([^"]+)"/.exec(first) ?? [];
    const second = String((await ask(Object.fromEntries(new URL(next.replaceAll('&amp;', '&')).searchParams))).body);
    expect(second).toContain(`<link rel="self" type="application/atom+xml" href="${next}"/>`);
    expect(next).toContain('limit=2');
    expect([
      first.match(/<entry>/g)?.length,
      second.match(/<entry>/g)?.length,
      second.includes('<title>C '),
      second.includes('rel="next"'),
    ]).toEqual([2, 1, true, false]);
  });
});

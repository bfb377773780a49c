import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../functions/proof/check-record.ts';
import { postedRecord } from '../../functions/proof/posted-record.ts';
import type { ProofStore } from '../../functions/proof/proof-store.ts';

const nothingPublished: ProofStore = {
  published: async () => null,
  chain: async () => null,
  head: async () => null,
  headFrom: async () => null,
  lastHead: async () => null,
  leaves: async () => [],
  keep: async () => undefined,
};

const nested = (deep: number): string =>
  `{"number":"23/00001","historyHead":"x","a":${'['.repeat(deep)}${']'.repeat(deep)},"b":${'{"c":'.repeat(deep)}1${'}'.repeat(deep)}}`;

describe('A record that a stranger posts to be checked', () => {
  it('is no record where it is nested by the thousand, and is no fault of the council’s either', async () => {
    for (const deep of [100, 20_000, 120_000]) expect(await checkRecord(nothingPublished, nested(deep))).toEqual({ found: 'unreadable' });
    expect(await checkRecord(nothingPublished, nested(20))).toMatchObject({ found: 'unknown', number: '23/00001' });
  });

  it('is read in the time that its length takes, whatever line breaks fill a mebibyte of it', () => {
    const filled = Buffer.from(`--b\r\n${'\r\n\r\n'.repeat(262_000)}x`);
    const begun = performance.now();
    expect(postedRecord(filled, 'multipart/form-data; boundary=b')).toBeNull();
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  it('is found among the parts of a form with its own blank lines, and where it is empty there is none', () => {
    const form = (value: string) => Buffer.from(`--b\r\ncontent-disposition: form-data; name="record"\r\n\r\n${value}\r\n--b--\r\n`);
    expect(postedRecord(form('{\r\n\r\n"a": 1}'), 'multipart/form-data; boundary=b')).toBe('{\r\n\r\n"a": 1}');
    expect(postedRecord(form(''), 'multipart/form-data; boundary=b')).toBeNull();
    expect(postedRecord(Buffer.from('--b\r\nname="record"\r\n--b--'), 'multipart/form-data; boundary=b')).toBeNull();
  });
});

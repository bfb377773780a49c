import { describe, expect, it } from 'vitest';
import { publicationHash } from '../../functions/proof/chain.rules.ts';
import { checkRecord } from '../../functions/proof/check-record.ts';
import { postedRecord } from '../../functions/proof/posted-record.ts';
import type { ProofStore } from '../../functions/proof/proof-store.ts';

// What takes the square of its length takes minutes, on whatever machine.
const milliseconds = 20_000;

const nothingPublished: Pick<ProofStore, 'published'> = { published: async () => null };

const nested = (deep: number): string =>
  `{"number":"23/00001","historyHead":"x","a":${'['.repeat(deep)}${']'.repeat(deep)},"b":${'{"c":'.repeat(deep)}1${'}'.repeat(deep)}}`;

describe('A record that a stranger posts to be checked', () => {
  it('is no record where it is nested by the thousand, and is no fault of the council’s either', async () => {
    for (const deep of [100, 20_000, 120_000]) expect(await checkRecord(nothingPublished, nested(deep))).toEqual({ found: 'unreadable' });
    expect(await checkRecord(nothingPublished, nested(20))).toMatchObject({ found: 'unknown', number: '23/00001' });
  });

  it('is not what was published where it says more, under whatever name, though what reads it might leave that out', async () => {
    const record = { number: '23/00001', historyHead: 'f'.repeat(64), particulars: { subject: 'Roads' } };
    const [on, at, hash] = ['2023-03-07', '2023-03-07T09:00:00Z', publicationHash(record)];
    const version = { sequence: 1, on, at, publicationHash: hash, historyHead: record.historyHead };
    const store = { ...nothingPublished, published: async () => ({ publication: record, chain: { links: [], versions: [version] } }) };
    const found = async (text: string) => (await checkRecord(store, text)).found;
    const text = JSON.stringify(record);
    expect([await found(text), await found(`\ufeff${text}`)]).toEqual(['current', 'current']);
    for (const more of ['"__proto__":{"subject":"Bridges"},', '"__proto__":"Bridges",', '"constructor":1,', '"more":1,'])
      for (const forged of [text.replace('{', `{${more}`), text.replace('{"subject"', `{${more}"subject"`)])
        expect([forged, await found(forged)]).toEqual([forged, 'never']);
  });

  it('is no record where it lists things by the hundred thousand, and uses up no function’s memory', async () => {
    const publication = '{"number":"23/00001","historyHead":"x"}';
    const listed = (thing: string, many: number) =>
      `{"publication":${publication},"publicationHash":"${'f'.repeat(64)}","versions":[],"history":[${`${thing},`.repeat(many)}${thing}]}`;
    for (const thing of ['0', '{}', '[]', '""', '[0]'])
      for (const many of [17_000, 1_000_000 / (thing.length + 1)]) {
        const begun = performance.now();
        expect([thing, await checkRecord(nothingPublished, listed(thing, many))]).toEqual([thing, { found: 'unreadable' }]);
        expect(performance.now() - begun).toBeLessThan(milliseconds);
      }
    const link = { sequence: 1, type: 't', at: '2023-03-07T09:00:00Z', before: 'f'.repeat(64), hash: 'f'.repeat(64) };
    const versions = Array.from({ length: 1000 }, () => ({
      sequence: 1,
      on: '2023-03-07',
      at: link.at,
      publicationHash: link.hash,
      historyHead: link.hash,
    }));
    const longest = { publication: JSON.parse(publication), publicationHash: link.hash, versions, history: versions.map(() => link) };
    expect(await checkRecord(nothingPublished, JSON.stringify(longest))).toMatchObject({ found: 'unknown' });
  });

  it('is read in the time that its length takes, whatever line breaks fill a mebibyte of it', () => {
    const filled = Buffer.from(`--b\r\n${'\r\n\r\n'.repeat(262_000)}x`);
    const begun = performance.now();
    expect(postedRecord(filled, 'multipart/form-data; boundary=b')).toBeNull();
    expect(performance.now() - begun).toBeLessThan(milliseconds);
  });

  it('is found among the parts of a form with its own blank lines, and where it is empty there is none', () => {
    const form = (value: string) => Buffer.from(`--b\r\ncontent-disposition: form-data; name="record"\r\n\r\n${value}\r\n--b--\r\n`);
    expect(postedRecord(form('{\r\n\r\n"a": 1}'), 'multipart/form-data; boundary=b')).toBe('{\r\n\r\n"a": 1}');
    expect(postedRecord(form(''), 'multipart/form-data; boundary=b')).toBeNull();
    expect(postedRecord(Buffer.from('--b\r\nname="record"\r\n--b--'), 'multipart/form-data; boundary=b')).toBeNull();
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chainFault, chainLink, headOf, proofFaults, publicationHash, versionsOf } from '../../functions/proof/chain.rules.ts';
import type { ChainLink, Leaf, Proof } from '../../functions/proof/proof.schema.ts';

// What is hashed is written out by hand here, as a stranger would write it who has read how.
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const nothing = '0'.repeat(64);
const at = '2023-04-05T09:00:00.000Z';
const link = (sequence: number, before: string): ChainLink => ({
  sequence,
  type: 'proposal-drafted',
  at,
  before,
  hash: sha256(`event ${sequence}`),
});
const history = [link(1, nothing), link(2, sha256('event 1')), link(3, sha256('event 2'))] as [ChainLink, ChainLink, ChainLink];
const head = sha256('event 3');

describe('The hash of a record', () => {
  it('is that of its members in order, without those that are null', () => {
    expect(publicationHash({ b: 1, a: 'é', none: null, unsaid: undefined })).toBe(sha256('{"a":"é","b":1}'));
  });
  it('leaves what is null out at any depth, and out of no list', () => {
    expect(publicationHash({ a: [{ c: null, b: 2 }, null, 'x'], d: { e: null } })).toBe(sha256('{"a":[{"b":2},null,"x"],"d":{}}'));
  });
  it('is the same before and after a member is thought of that the record has not got', () =>
    expect(publicationHash({ a: 1, later: null })).toBe(publicationHash({ a: 1 })));
});

describe('An event, as a stranger may see it', () => {
  it('has its kind and its place in the chain, and nothing of what it holds', () => {
    const event = {
      ...history[1],
      decisionId: 'an-id',
      by: { name: 'A Member' },
      happening: { type: 'proposal-drafted', content: { subject: 'Secret' } },
    };
    expect(chainLink(event)).toEqual(history[1]);
  });
});

describe('A chain of events', () => {
  it('holds when each stands on the one before, from the beginning to the head', () => {
    expect(chainFault(history, head)).toBeNull();
    expect(chainFault([], nothing)).toBeNull();
  });
  it('names the event that is missing, first, last or between', () => {
    expect(chainFault(history.slice(1), head)).toBe('Event 1 is missing.');
    expect(chainFault([history[0], history[2]], head)).toBe('Event 2 is missing.');
    expect(chainFault(history.slice(0, 2), head)).toBe('The last event is not the head that the record names.');
  });
  it('names the event that was put in another’s place', () => {
    expect(chainFault([history[0], { ...history[1], hash: sha256('another') }, history[2]], head)).toBe(
      'Event 3 does not stand on the one before it.',
    );
    expect(chainFault([{ ...history[0], before: head }], history[0].hash)).toBe('Event 1 does not stand on the one before it.');
  });
});

describe('The head of a day', () => {
  const leaf = (on: string, number: string): Leaf => ({ on, number, publicationHash: sha256(number), historyHead: head });
  const [first, second, third] = [leaf('2023-04-04', '23/00009'), leaf('2023-04-05', '23/00001'), leaf('2023-04-05', '23/00002')];
  const records = [first, second, third].map(
    ({ on, number, publicationHash: hash }) => `{"historyHead":"${head}","number":"${number}","on":"${on}","publicationHash":"${hash}"}`,
  );

  it('covers every record by its day and number, whichever way they are read, and the head before', () => {
    const expected = {
      date: '2023-04-05',
      after: '2023-04-03',
      before: nothing,
      count: 3,
      head: sha256(`{"after":"2023-04-03","before":"${nothing}","date":"2023-04-05","records":[${records.join(',')}]}`),
    };
    for (const leaves of [
      [first, second, third],
      [third, second, first],
      [second, third, first],
      [third, first, second],
    ])
      expect(headOf({ date: '2023-04-05', after: '2023-04-03', before: nothing, leaves })).toEqual(expected);
  });
  it('is another when a record is, or the head before', () => {
    const of = (before: string, ...leaves: Leaf[]) => headOf({ date: '2023-04-05', after: null, before, leaves }).head;
    expect(new Set([of(nothing, first), of(nothing, second), of(head, first), of(nothing)]).size).toBe(4);
  });
});

describe('A proof', () => {
  const publication = { number: '23/00022', historyHead: head } as unknown as Proof['publication'];
  const stated = publicationHash(publication);
  const version = (hash: string, historyHead = head) => ({ sequence: 3, on: '2023-04-05', at, publicationHash: hash, historyHead });
  const proof = {
    publication,
    publicationHash: stated,
    versions: [version(sha256('first'), sha256('event 1')), version(sha256('before'), sha256('event 2')), version(stated)],
    history,
  };

  it('holds when its record is the one stated, the last published and the end of its chain', () => expect(proofFaults(proof)).toEqual([]));
  it('names a record that is not the one whose hash is stated', () =>
    expect(proofFaults({ ...proof, publication: { ...publication, number: '23/00023' } as Proof['publication'] })).toEqual([
      'The record is not the one whose hash is stated.',
    ]));
  it.each([
    ['of which an earlier wording was published last', [version(stated), version(sha256('after'))]],
    ['published at another event', [version(stated, sha256('event 2'))]],
    ['never published', []],
  ])('names a record %s', (_, versions) =>
    expect(proofFaults({ ...proof, versions })).toEqual(['The record is not the last one published.']),
  );
  it('names what is wrong with its chain', () =>
    expect(proofFaults({ ...proof, history: history.slice(1) })).toEqual(['Event 1 is missing.']));
  it('knows every wording that was published under a hash', () =>
    expect(versionsOf([...proof.versions, { ...version(stated), sequence: 4 }], stated).map(({ sequence }) => sequence)).toEqual([3, 4]));
});

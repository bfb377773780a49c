import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkFor, readLink } from '../../functions/link/links.ts';
import type { LinkSecrets } from '../../functions/link/macs.ts';

const older = 'b'.repeat(64);
const secrets: LinkSecrets = { current: 'a'.repeat(64), previous: older };
const target = { decisionId: '0f8fad5b-d9cb-469f-a165-70867728950e', stepId: 'clearance-1', issue: 1 };
const textOf = (path: string) => path.slice('/respond/'.length);
const text = textOf(linkFor(target, secrets));
const [id = '', mac = ''] = text.split('.');

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const ids = fc.stringMatching(/^[A-Za-z0-9-]{1,100}$/);
const targets = fc.record({ decisionId: ids, stepId: ids, issue: fc.integer({ min: 1, max: 999_999 }) });

describe('A link', () => {
  it('names its decision, its step and its issue, and stands in an address as it is', () => {
    expect(linkFor(target, secrets)).toMatch(/^\/respond\/[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{43}$/);
    expect(readLink(text, secrets)).toEqual(target);
  });

  it('opens what it was made for, whatever that was', () => {
    fc.assert(
      fc.property(targets, (any) => {
        expect(readLink(textOf(linkFor(any, secrets)), secrets)).toEqual(any);
      }),
    );
  });

  it('is never the link of anything else', () => {
    fc.assert(
      fc.property(targets, targets, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(linkFor(one, secrets)).not.toBe(linkFor(other, secrets));
      }),
    );
  });

  it.each([
    { ...target, decisionId: 'a_b' },
    { ...target, decisionId: '' },
    { ...target, stepId: 'a.b' },
    { ...target, stepId: 'a/b' },
    { ...target, issue: 0 },
    { ...target, issue: -1 },
    { ...target, issue: 1.5 },
    { ...target, issue: 10_000_000 },
  ])('is not made for %j', (impossible) => {
    expect(() => linkFor(impossible, secrets)).toThrow('No link can carry');
  });

  it('is not signed with a secret too short to be one', () => {
    expect(() => linkFor(target, { current: 'short', previous: null })).toThrow('at least 32');
  });
});

describe('A link that we did not write', () => {
  it('is refused when any one character of it is another', () => {
    for (let at = 0; at < text.length; at += 1) {
      for (const other of ['A', 'z', '0', '_', '-', '.']) {
        if (text[at] === other) continue;
        expect(readLink(text.slice(0, at) + other + text.slice(at + 1), secrets), `${other} at ${at}`).toBeNull();
      }
    }
  });

  it('is refused in the three other spellings of its mac’s last character', () => {
    const bytes = Buffer.from(mac, 'base64url');
    const spellings = [...alphabet].filter((last) => Buffer.from(mac.slice(0, -1) + last, 'base64url').equals(bytes));
    expect(spellings.length).toBe(4);
    const opened = spellings.filter((last) => readLink(`${id}.${mac.slice(0, -1)}${last}`, secrets) !== null);
    expect(opened).toEqual([mac.at(-1)]);
  });

  it.each([
    ['shortened', `${id}.${mac.slice(0, -1)}`],
    ['lengthened', `${id}.${mac}A`],
    ['padded', `${id}.${mac}=`],
    ['in capitals', `${id}.${mac.toUpperCase()}`],
    ['in small letters', `${id}.${mac.toLowerCase()}`],
    ['in plain base64', `${id}.${Buffer.from(mac, 'base64url').toString('base64')}`],
    ['in hexadecimal', `${id}.${Buffer.from(mac, 'base64url').toString('hex')}`],
    ['percent-encoded', encodeURIComponent(`${id}.${mac}`).replace('.', '%2E')],
    ['with a line break', `${id}.${mac}\n`],
    ['with a space', ` ${id}.${mac}`],
    ['with a second mac', `${id}.${mac}.${mac}`],
    ['without a mac', `${id}.`],
    ['without an id', `.${mac}`],
    ['of nothing', ''],
    ['very long', `${'a'.repeat(100_000)}.${mac}`],
  ])('is refused %s', (_, wrong) => {
    expect(readLink(wrong, secrets)).toBeNull();
  });

  it('is refused for another step, issue or decision under the same mac', () => {
    for (const other of [
      { ...target, issue: 2 },
      { ...target, stepId: 'clearance-2' },
      { ...target, decisionId: 'another' },
    ])
      expect(readLink(`${textOf(linkFor(other, secrets)).split('.')[0]}.${mac}`, secrets)).toBeNull();
  });

  it('is refused with an issue written another way', () => {
    const padded = id.replace(/_1$/, '_01');
    const signed = createHmac('sha256', secrets.current).update('clear-days/respond/1\n').update(padded).digest('base64url');
    expect(readLink(`${padded}.${signed}`, secrets)).toBeNull();
  });

  it('is refused when the secret signed it for another use', () => {
    expect(readLink(`${id}.${createHmac('sha256', secrets.current).update(id).digest('base64url')}`, secrets)).toBeNull();
  });

  it('is refused whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (any) => {
        expect(readLink(any, secrets)).toBeNull();
      }),
    );
    fc.assert(
      fc.property(targets, fc.stringMatching(/^[A-Za-z0-9_-]{43}$/), ({ decisionId, stepId, issue }, any) => {
        expect(readLink(`${decisionId}_${stepId}_${issue}.${any}`, secrets)).toBeNull();
      }),
    );
  });
});

describe('A change of the secret', () => {
  const rotated = { current: 'c'.repeat(64), previous: secrets.current };

  it('leaves the links of the generation before good', () => {
    expect(readLink(text, rotated)).toEqual(target);
  });

  it('signs with the new one at once', () => {
    expect(readLink(textOf(linkFor(target, rotated)), { ...secrets, previous: null })).toBeNull();
    expect(readLink(textOf(linkFor(target, rotated)), { current: rotated.current, previous: null })).toEqual(target);
  });

  it('ends the links of two generations before', () => {
    expect(readLink(textOf(linkFor(target, { current: older, previous: null })), rotated)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { derivedCode, isDerivedCode, keyName, keyNamed } from '../../functions/determination/derived-code.ts';
import { linkFor } from '../../functions/link/links.ts';

const key = 'a'.repeat(64);
const other = 'b'.repeat(64);
const one = { decisionId: '11111111-0000-4000-8000-000000000004', stepId: 'determination-1', issue: 1, nonce: '00'.repeat(16) };
const nth = (at: number) => ({ ...one, nonce: at.toString(16).padStart(32, '0') });
const thousand = Array.from({ length: 1000 }, (_, at) => derivedCode(nth(at), key));

describe('The code that signs a decision', () => {
  it('is six digits, zeros in front kept', () => {
    for (const code of thousand) expect(code).toMatch(/^\d{6}$/);
    expect(thousand.some((code) => code.startsWith('0'))).toBe(true);
  });

  it('is the same each time for one step, issue and nonce, as of the first version that derived it', () => {
    expect([derivedCode(one, key), derivedCode({ ...one }, key)]).toEqual(['735495', '735495']);
  });

  it('is another by another decision, step, issue, nonce or key', () => {
    const others = [
      { ...one, decisionId: '11111111-0000-4000-8000-000000000005' },
      { ...one, stepId: 'determination-2' },
      { ...one, issue: 2 },
      nth(1),
    ].map((each) => derivedCode(each, key));
    expect(new Set([derivedCode(one, key), derivedCode(one, other), ...others]).size).toBe(6);
  });

  it('is not to be had by pushing a letter from one part of its name into the next', () => {
    const pushed = [
      { ...one, stepId: 'determination-11', issue: 1 },
      { ...one, stepId: 'determination-1', issue: 11 },
      { ...one, stepId: 'determination-1","1', issue: 1 },
    ];
    expect(new Set(pushed.map((each) => derivedCode(each, key))).size).toBe(3);
  });

  it('comes up evenly: a thousand of them, in each place, show every digit about a hundred times', () => {
    for (let place = 0; place < 6; place += 1) {
      const counts = Array.from({ length: 10 }, (_, digit) => thousand.filter((code) => code[place] === String(digit)).length);
      // Chi-squared with nine degrees of freedom is above 27.9 once in a thousand places.
      expect(counts.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0)).toBeLessThan(27.9);
    }
    expect(new Set(thousand).size).toBeGreaterThan(990);
  });

  it('is no part of a link made with the same key', () => {
    const { current, previous } = { current: key, previous: null };
    expect(linkFor(one, { current, previous })).not.toContain(derivedCode(one, key));
  });

  it('counts only as it is written: not with other digits, more of them, or digits of another script', () => {
    const code = derivedCode(one, key);
    expect([isDerivedCode(code, one, key), isDerivedCode(code, nth(1), key), isDerivedCode(code, one, other)]).toEqual([
      true,
      false,
      false,
    ]);
    for (const typed of ['', code.slice(1), `${code}0`, ` ${code}`, `${code}\n`, code.replace(/\d/g, '٣')])
      expect(isDerivedCode(typed, one, key)).toBe(false);
  });
});

describe('The key of a code', () => {
  it('is found by its name while it is in use or was the one before, and not after that', () => {
    const name = keyName(key);
    expect([
      keyNamed(name, { current: key, previous: null }),
      keyNamed(name, { current: other, previous: key }),
      keyNamed(name, { current: other, previous: null }),
    ]).toEqual([key, key, null]);
  });

  it('does not show in its name, which is no code’s and no link’s mac', () => {
    expect([keyName(key).length, key.includes(keyName(key)), keyName(key) === keyName(other)]).toEqual([16, false, false]);
  });
});

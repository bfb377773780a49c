import { describe, expect, it } from 'vitest';
import { settingOn } from '../../functions/rules/setting-on.ts';

const rules = [
  { from: '2025-02-24', name: 'second' },
  { from: '2026-01-01', name: 'third' },
  { from: '2015-02-26', name: 'first' },
];
const inForce = (on: string, among = rules) => settingOn(among, on).name;

describe('The rule in force', () => {
  it('is the last that began by that day, its first day included, whatever the order in which they are listed', () => {
    for (const among of [rules, rules.toReversed()])
      expect(['2025-02-23', '2025-02-24', '2025-12-31', '2026-01-01', '2030-06-01'].map((on) => inForce(on, among))).toEqual([
        'first',
        'second',
        'second',
        'third',
        'third',
      ]);
  });
  it('before there was any is the first that there was', () => expect(inForce('1980-01-01')).toBe('first'));
  it('of settings that hold none is a fault of the settings', () => expect(() => inForce('2025-01-01', [])).toThrow(RangeError));
});

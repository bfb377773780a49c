import { describe, expect, it } from 'vitest';
import type { KeyRule } from '../../functions/council/council.schema.ts';
import { settingWarnings } from '../../functions/council/settings-warnings.rules.ts';
import { kent } from '../../seeds/kent/council.ts';

const warned = (change: Partial<KeyRule>) =>
  settingWarnings({ areaWord: 'division', keyRules: kent.keyRules.map((rule) => ({ ...rule, ...change })) }, '2023-03-07');

describe('a rule that makes fewer decisions key than regulation 8', () => {
  it('is one with no test of areas', () =>
    expect(warned({ area: null })).toEqual([
      {
        setting: 'keyRules.area',
        words:
          'The council’s rule does not look at divisions. Reg 8 of SI 2012/2089 makes a decision key that is significant in two or more.',
      },
    ]));

  it.each([
    ['more-than', 2, 2],
    ['more-than', 5, 5],
    ['or-more', 3, 2],
  ] as const)('is one of "%s" %i, by which %i divisions are not key', (comparison, limit, most) =>
    expect(warned({ area: { comparison, limit } })).toEqual([
      {
        setting: 'keyRules.area',
        words: `By the council’s rule a decision that affects ${most} divisions is not key for that. Reg 8 of SI 2012/2089 says two or more.`,
      },
    ]),
  );

  it.each([
    ['more-than', 1],
    ['or-more', 2],
    ['or-more', 1],
  ] as const)('is not one of "%s" %i', (comparison, limit) => expect(warned({ area: { comparison, limit } })).toEqual([]));

  it('is one that asks for money and areas both, where it has a test of areas', () => {
    expect(warned({ combine: 'both', area: { comparison: 'or-more', limit: 2 } })).toEqual([
      {
        setting: 'keyRules.combine',
        words: 'The council’s rule asks for money and divisions both. Reg 8 of SI 2012/2089 has either suffice.',
      },
    ]);
    expect(warned({ combine: 'both', area: null }).map(({ setting }) => setting)).toEqual(['keyRules.area']);
  });
});

import { describe, expect, it } from 'vitest';
import { valueFinding } from '../../functions/contract/contract-value.rules.ts';
import type { Council } from '../../functions/council/council.schema.ts';
import { followingIsKey } from '../../functions/procurement/next-path.rules.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory, settings } from './contract-story.ts';

type Rule = Council['keyRules'][number];
const [kents] = kent.keyRules as [Rule];
const council = (over: Partial<Rule>): Council => ({ ...kent, keyRules: [{ ...kents, from: '2010-01-01', ...over }] });
const money = (of: Rule['money'][number]['class'], basis: Rule['money'][number]['basis'] = 'whole-life'): Rule['money'] => [
  { class: of, measure: 'expenditure', comparison: 'more-than', amountPence: 50_000_000, basis },
];
const contract = (netPence: number, divisionsAffected: string[]) =>
  new ContractStory().registers({ netPence, divisionsAffected, extensionOptions: [] }).registered;

describe('The value of a contract', () => {
  it('makes a decision key by whichever class of money the council tests: it is revenue, capital and a contract’s', () => {
    for (const tested of ['any', 'revenue', 'capital', 'contract'] as const) {
      const by = council({ money: money(tested, tested === 'revenue' ? 'any-year' : 'whole-life'), area: null });
      expect([
        tested,
        valueFinding(0, 50_000_001, by, '2025-01-06').isKey,
        followingIsKey(contract(50_000_001, []), { on: '2025-01-06', council: by, settings }),
      ]).toEqual([tested, true, true]);
      expect([
        tested,
        valueFinding(0, 50_000_000, by, '2025-01-06').isKey,
        followingIsKey(contract(50_000_000, []), { on: '2025-01-06', council: by, settings }),
      ]).toEqual([tested, false, false]);
    }
  });
  it('makes a decision key where the council asks for two wards as well, as long as nobody has said which', () => {
    const both = council({ combine: 'both', money: money('any'), area: { comparison: 'or-more', limit: 2 } });
    expect([valueFinding(0, 50_000_001, both, '2025-01-06').isKey, valueFinding(0, 50_000_000, both, '2025-01-06').isKey]).toEqual([
      true,
      false,
    ]);
  });
  it('alone does not make one key by its divisions', () =>
    expect(valueFinding(0, 1, council({ area: { comparison: 'more-than', limit: 2 } }), '2025-01-06').isKey).toBe(false));
});

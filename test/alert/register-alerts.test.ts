import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alertsDue, nextAlertOn } from '../../functions/alert/alerts-due.rules.ts';
import { anchorsOf } from '../../functions/alert/alert-anchors.rules.ts';
import { addDays, addMonths } from '../../functions/rules/local-date.ts';
import { anyTerms, ContractStory } from '../contract/contract-story.ts';
import { given, walk } from './daily-checks.ts';

describe('a register of 5,000 contracts', { timeout: 60_000 }, () => {
  const register = fc.sample(anyTerms('2026-11-22', 5500), { numRuns: 5000, seed: 4 });

  it('has none that reaches its end without an alert having been due, whatever day it was entered', () => {
    for (const [index, found] of register.entries()) {
      const entered = addDays(found.end, -(index % 900));
      const contract = new ContractStory(`${entered}T07:00:00Z`).does({
        type: 'register-contract',
        reference: `C${index}`,
        ocid: 'ocds-000000-a',
        terms: found,
      }).contract!;
      const anchors = anchorsOf(contract, given('2026-11-21'));
      const due = nextAlertOn(contract, anchors);
      expect(due !== null && due <= found.end, found.end).toBe(true);
      expect(alertsDue(contract, anchors, found.end).length).toBeGreaterThan(0);
      if (entered <= addMonths(found.end, -3)) expect((due ?? '9') <= addMonths(found.end, -3)).toBe(true);
    }
  });

  it('checked only on the days that the index names, says the same as checked every day, and nothing twice', () => {
    for (const found of register.slice(0, 12)) {
      const begin = addDays(found.end, -200);
      const fresh = () =>
        new ContractStory(`${begin}T07:00:00Z`).does({
          type: 'register-contract',
          reference: 'A',
          ocid: 'ocds-000000-a',
          terms: { ...found, start: '2012-01-01' },
        });
      const daily = fresh();
      const every = Array.from({ length: 320 }, (_, day) => ({
        on: addDays(begin, day),
        codes: daily.on(addDays(begin, day), '07:00:00Z').checks(),
      })).filter(({ codes }) => codes.length > 0);
      expect(walk(fresh(), addDays(begin, 319))).toEqual(every);
      const ids = daily.contract?.alerted.map(({ id }) => id) ?? [];
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

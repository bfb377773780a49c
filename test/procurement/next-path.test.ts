import { describe, expect, it } from 'vitest';
import { arrivesBy, followingIsKey, latestSafeStartOf, nextRouteOf, safeStartFor } from '../../functions/procurement/next-path.rules.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory, settings } from '../contract/contract-story.ts';

const given = { on: '2024-01-02', council: kent, settings };
const contract = (over = {}) => new ContractStory().registers(over).registered;

describe('what follows a contract', () => {
  it('is by competition again, unless its officers say otherwise, even after a direct award', () => {
    expect([
      nextRouteOf(contract()),
      nextRouteOf(contract({ route: 'direct-award' })),
      nextRouteOf(contract({ route: 'framework' })),
      nextRouteOf(contract({ nextRoute: 'lapse' })),
    ]).toEqual(['open-tender', 'open-tender', 'framework-call-off', 'lapse']);
  });
  it('is no longer by option once the last one is used', () => {
    const story = new ContractStory()
      .registers({ nextRoute: 'extension-by-option', extensionOptions: [{ months: 12, amountPence: 0 }] })
      .on('2025-08-01');
    expect(nextRouteOf(story.registered)).toBe('extension-by-option');
    expect(nextRouteOf(story.does({ type: 'exercise-option', on: '2025-08-01' }).registered)).toBe('open-tender');
  });
  it('by option must be in place by its notice deadline, by any other way by the end', () =>
    expect([arrivesBy(contract(), 'extension-by-option'), arrivesBy(contract(), 'open-tender')]).toEqual(['2025-08-31', '2025-12-01']));
  it('is taken as key by what the contract is worth with its options, or by its divisions, and where those are not known', () => {
    const isKey = (over: object) => followingIsKey(contract(over), given);
    const few = { divisionsAffected: ['Ashford Central'], extensionOptions: [] };
    expect([
      isKey({ ...few, netPence: 100_000_000 }),
      isKey({ ...few, netPence: 100_000_001 }),
      isKey({ ...few, divisionsAffected: 'all' }),
      isKey({ ...few, divisionsAffected: undefined }),
    ]).toEqual([false, true, true, true]);
  });
  it('needs less time when it is not key', () => {
    const cycle = { ...settings, decisionMaking: settings.decisionMaking.map((making) => ({ ...making, committeeCycleDays: 0 })) };
    const start = (divisionsAffected: 'all' | string[]) =>
      latestSafeStartOf(contract({ divisionsAffected, netPence: 1, extensionOptions: [] }), { ...given, settings: cycle }).date;
    expect(start([]) > start('all')).toBe(true);
  });
  it('has no start to be safe where a decision lets the contract end', () => {
    const story = new ContractStory().registers();
    expect(safeStartFor(story.contract!, given)?.arrivesBy).toBe('2025-12-01');
    expect(
      safeStartFor(story.does({ type: 'plan-exit', how: 'bring-in-house', words: 'To be run by the council.' }).contract!, given),
    ).toBeNull();
  });
});

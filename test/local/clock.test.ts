import { describe, expect, it } from 'vitest';
import { BackwardsError, StandInClock } from '../../bin/local/stand-in-clock.ts';
import { replaceDate } from '../../bin/local/worker-clock.ts';

const machine = Date.UTC(2026, 10, 21, 12);

describe('the stand-in clock', () => {
  it('is the machine’s own until it is set', () => {
    expect(new StandInClock(() => machine).now()).toEqual(new Date(machine));
  });

  it('runs on from where it was set', () => {
    let now = machine;
    const clock = new StandInClock(() => now);
    clock.startAt(new Date('2023-03-07T09:00:00Z'));
    now += 1500;
    expect(clock.now().toISOString()).toBe('2023-03-07T09:00:01.500Z');
  });

  it('moves forwards and refuses to go back', () => {
    const clock = new StandInClock(() => machine);
    clock.reach(new Date('2027-01-01T00:00:00Z'));
    expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z');
    expect(() => clock.refuseBackwards(new Date('2026-12-31T23:59:59Z'))).toThrow(BackwardsError);
    expect(() => clock.refuseBackwards(new Date('2027-01-01T00:00:00Z'))).not.toThrow();
  });

  it('stays where it is when an instant to reach has passed', () => {
    const clock = new StandInClock(() => machine);
    clock.reach(new Date('2020-01-01T00:00:00Z'));
    expect(clock.now()).toEqual(new Date(machine));
  });
});

describe('the date inside a function', () => {
  const offset = new Float64Array(new StandInClock(() => machine).shared);
  const scope = { Date: class extends Date {} as DateConstructor };
  replaceDate(scope, () => offset[0] ?? 0);

  it('follows the clock at once when it is moved', () => {
    offset[0] = -86_400_000;
    const yesterday = Date.now() - 86_400_000;
    expect(Math.abs(scope.Date.now() - yesterday)).toBeLessThan(1000);
    expect(Math.abs(new scope.Date().getTime() - yesterday)).toBeLessThan(1000);
  });

  it('leaves a date made from arguments as it is', () => {
    expect(new scope.Date('2023-03-07T09:00:00Z').toISOString()).toBe('2023-03-07T09:00:00.000Z');
    expect(scope.Date.UTC(2023, 2, 7)).toBe(Date.UTC(2023, 2, 7));
  });

  it('is still a date', () => {
    expect(new scope.Date()).toBeInstanceOf(Date);
    expect(new scope.Date()).toBeInstanceOf(scope.Date);
    expect(scope.Date()).toMatch(/^\w{3} \w{3} \d\d \d{4}/);
  });
});

import { describe, expect, it } from 'vitest';
import { onceEach } from '../../functions/platform/once-each.ts';

describe('what is made once of each', () => {
  it('is made when it is first asked for, and again only of something else', () => {
    const made: string[] = [];
    const nameOf = onceEach(({ name }: { name: string }) => made.push(name));
    const [one, other] = [{ name: 'one' }, { name: 'other' }];
    expect([nameOf(one), nameOf(one), nameOf(other), nameOf(one)]).toEqual([1, 1, 2, 1]);
    expect(made).toEqual(['one', 'other']);
  });

  it('may be nothing, and is tried again where it could not be made', () => {
    const tries: object[] = [];
    const never = onceEach((key: object) => {
      if (tries.push(key) === 1) throw new Error('Not yet');
    });
    const key = {};
    expect(() => never(key)).toThrow('Not yet');
    expect([never(key), never(key), tries.length]).toEqual([undefined, undefined, 2]);
  });
});

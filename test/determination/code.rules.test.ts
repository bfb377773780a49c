import { describe, expect, it } from 'vitest';
import { codeMinutes, codeTries, needsCode } from '../../functions/determination/code.rules.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { awaiting, drafted, key, submitted } from '../decision/stories.ts';
import type { Story } from '../decision/story.ts';

const asked = ({ decision }: Story, codeOverPence?: number) => {
  const step = decision?.steps.at(-1);
  if (!decision || !step) throw new Error('Nobody is asked');
  return needsCode(decision, step, { codeOverPence });
};
const uncapped: Proposal = {
  ...key,
  financialImplications: { ...key.financialImplications, growth: { per: 'a home', amountPence: 100, maximumUnits: null } },
};

describe('a code besides the link', () => {
  it('is asked for a decision that costs more than the council’s figure, and not for exactly that', () => {
    expect(asked(awaiting(), 159_999_999)).toBe(true);
    expect(asked(awaiting(), 160_000_000)).toBe(false);
  });

  it('is asked for a cost without limit, whatever the figure', () =>
    expect(asked(awaiting({ content: uncapped }), 10_000_000_000_000)).toBe(true));

  it('is asked for nothing where the council names no figure, and for every cost where it names nought', () => {
    expect(asked(awaiting())).toBe(false);
    expect(asked(awaiting({ content: uncapped }))).toBe(false);
    expect(asked(awaiting(), 0)).toBe(true);
  });

  it('is not asked of those who clear it, nor of anyone before it is submitted', () => {
    expect(asked(submitted(), 1)).toBe(false);
    const { decision } = drafted();
    const step = awaiting().decision?.steps.at(-1);
    if (!decision || !step) throw new Error('There is a draft');
    expect(needsCode(decision, step, { codeOverPence: 1 })).toBe(false);
  });

  it('counts for ten minutes and may be typed five times', () => expect([codeMinutes, codeTries]).toEqual([10, 5]));
});

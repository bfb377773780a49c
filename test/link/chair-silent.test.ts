import { describe, expect, it } from 'vitest';
import type { Decision } from '../../functions/decision/decision.ts';
import { evolve } from '../../functions/decision/evolve.ts';
import { lettersFor } from '../../functions/email/letters.ts';
import { addDays } from '../../functions/rules/local-date.ts';
import { noticed, submitted } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

/** What the clerk was told, in all the letters of a kind that weeks of daily checks bring. */
const told = (story: Story, kind: string, post = 'clerk'): string[] => {
  for (let day = 1; day <= 28; day += 1) story.on(addDays('2023-03-07', day)).does({ type: 'run-daily-check', by: clerk });
  return story.events.flatMap((event, at) => {
    const decision = story.events.slice(0, at + 1).reduce<Decision | null>(evolve, null);
    return lettersFor(event, decision!, story.council)
      .filter((letter) => letter.kind === kind && letter.to.post === post)
      .map(({ paragraphs, whatHappensNext }) => [...paragraphs, whatHappensNext].join(' '));
  });
};
const urgent = () => noticed({ route: 'special-urgency' });
const lost = (story: Story, stepId: string) => story.does({ type: 'mark-undeliverable', stepId, words: 'No such mailbox', by: clerk });

describe('A chair who does not answer whether it is urgent', () => {
  it('is covered by nobody (reg 11(1)): the clerk is told to ask whoever may agree instead', () => {
    const letters = told(urgent(), 'step-overdue');
    expect(letters.length).toBeGreaterThan(0);
    for (const letter of letters) {
      expect(letter).not.toContain('cover');
      expect(letter).toContain('ask whoever may agree instead if the chair cannot act');
    }
  });
  it('nor is one whom no email reached', () => {
    const letters = [...told(lost(urgent(), 'agreement-1'), 'step-undeliverable'), ...told(lost(urgent(), 'agreement-1'), 'step-overdue')];
    expect(letters.length).toBeGreaterThan(1);
    for (const letter of letters) expect(letter).not.toContain('cover');
  });
  it('while an officer who clears can be covered', () =>
    expect(told(lost(submitted(), 'clearance-1'), 'step-overdue').join(' ')).toContain('arrange cover'));
});

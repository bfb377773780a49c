import { describe, expect, it } from 'vitest';
import { readForwardPlan } from '../../functions/desk/import/forward-plan.ts';
import { numberOf, letterTo } from '../../functions/email/letter.ts';
import { shortened } from '../../functions/rules/shortened.ts';
import { council } from '../desk/proposals.ts';
import { Story, submittedBy } from '../decision/story.ts';
import { kent } from '../../seeds/kent/council.ts';

describe('A text that is cut to so many letters', () => {
  it('says that it was, and is no longer than that; a shorter one is left alone', () => {
    expect(['Roads', 'Roads and bridges', 'Roads '].map((text) => shortened(text, 6))).toEqual(['Roads', 'Roads…', 'Roads ']);
  });

  it('ends in no half of a letter, wherever it is cut', () => {
    const bold = '𝗕𝗼𝗹𝗱'.repeat(200);
    for (const most of [9, 10, 11]) {
      expect(shortened(bold, most).isWellFormed()).toBe(true);
      expect(shortened(bold, most).length).toBeLessThanOrEqual(most);
    }
  });

  it('is the subject of an email, and of an item of a forward plan, in letters that every mail system can write', () => {
    const subject = '𝗕'.repeat(140);
    const { decision } = new Story().does({ type: 'draft-proposal', content: { subject }, submittedBy });
    if (!decision) throw new Error('There is no draft');
    const scene = { decision, council: kent, at: decision.updatedAt, by: { kind: 'system' as const, id: 's', name: 'S', capacity: 'S' } };
    const wording = { kind: 'proposal-drafted' as const, about: 'a test', heading: '', paragraphs: [], whatHappensNext: '' };
    const letter = letterTo({ name: 'A', email: 'a@kent.example', post: null }, scene, wording);
    expect([letter.subject.startsWith(`${numberOf(decision)}: a test – 𝗕`), letter.subject.isWellFormed()]).toEqual([true, true]);
    const [item] = readForwardPlan(council, `S${'𝗕'.repeat(200)}\t5 April 2023`);
    expect([item?.subject.isWellFormed(), item?.findings[0]]).toEqual([true, 'The subject was cut to 300 letters.']);
  });
});

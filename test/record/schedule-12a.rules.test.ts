import { describe, expect, it } from 'vitest';
import { coveredBy, paragraphInWords } from '../../functions/record/schedule-12a.rules.ts';

describe('a paragraph of Schedule 12A', () => {
  it.each([
    [1, 'information about an individual'],
    [2, 'information likely to reveal who an individual is'],
    [3, 'the financial or business affairs of a person or organisation, the council included'],
    [4, 'consultations or negotiations about labour relations'],
    [5, 'legal advice that is privileged'],
    [6, 'a notice, order or direction that the council proposes to make under an enactment'],
    [7, 'action to prevent, investigate or prosecute crime'],
  ])('%i covers %s', (paragraph, words) => expect(coveredBy(paragraph)).toBe(words));

  it('that is none of the seven covers what is exempt, and no more is said', () =>
    expect([0, 8].map(coveredBy)).toEqual(['exempt information', 'exempt information']));

  it('is named with its Act and what it covers', () =>
    expect(paragraphInWords(5)).toBe('paragraph 5 of Schedule 12A to the Local Government Act 1972 (legal advice that is privileged)'));
});

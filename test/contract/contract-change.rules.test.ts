import { describe, expect, it } from 'vitest';
import { changeNotice, optionChange } from '../../functions/contract/contract-change.rules.ts';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { ContractStory, terms } from './contract-story.ts';

const plain = { procurementStartedOn: '2025-06-02', signedOn: '2025-12-01', start: '2025-12-01', end: '2027-11-30', extensionOptions: [] };
const registered = (over: Partial<Terms> = {}) => new ContractStory('2025-12-01T07:00:00Z').registers({ ...plain, ...over });
const noticeOf = (story: ContractStory, over: Partial<Terms>) =>
  changeNotice(story.registered, terms({ ...story.registered.terms, ...over }), '2026-06-01');

describe('a change notice (Procurement Act 2023, s 75)', () => {
  it('is not needed for a term longer by exactly a tenth', () =>
    expect(noticeOf(registered(), { end: '2028-02-11' })).toMatchObject({
      notice: 'not-required',
      words: expect.stringContaining('the term by 10.0%'),
    }));

  it('is not needed where the value moves by a tenth of what it is with every option', () => {
    const story = registered({ extensionOptions: [{ months: 12, amountPence: 80_000_000 }] });
    expect([noticeOf(story, { netPence: 96_000_000 }).notice, noticeOf(story, { netPence: 96_000_001 }).notice]).toEqual([
      'not-required',
      'required',
    ]);
  });

  it('of a contract for nothing is needed for any value, and not for a few days more', () => {
    const story = registered({ netPence: 0 });
    expect([noticeOf(story, { netPence: 1 }).notice, noticeOf(story, { end: '2027-12-31' }).notice]).toEqual(['required', 'not-required']);
    expect(noticeOf(story, { netPence: 1 }).words).toContain('Since award the value has moved from nothing to £0.01 and the term by 0.0%.');
    expect(noticeOf(story, { end: '2027-12-31' }).words).toContain('Since award the value has moved by 0.0% (to £0)');
  });

  describe('after a change that needed one', () => {
    const option = { months: 12, amountPence: 0 };
    const changed = () => {
      const story = registered({ extensionOptions: [option] });
      return story.does({
        type: 'amend-contract',
        terms: terms({ ...story.registered.terms, netPence: 96_000_000 }),
        words: 'More homes.',
        decision: '26/00001',
      });
    };

    it('is not needed for wording', () =>
      expect(noticeOf(changed(), { title: 'Property security' })).toEqual({
        on: '2026-06-01',
        notice: 'not-required',
        words: 'Neither value nor term has changed.',
      }));
    it.each<[string, Partial<Terms>]>([
      ['value', { netPence: 95_000_000 }],
      ['start', { start: '2025-12-02' }],
      ['longest term, its end as it was', { extensionOptions: [option, { months: 1, amountPence: 0 }] }],
      ['end, its longest term as it was', { end: '2028-11-30', extensionOptions: [] }],
    ])('is needed for any further change of its %s, since all of them together count', (_, over) =>
      expect(noticeOf(changed(), over).notice).toBe('required'),
    );
  });

  it('is no question for an option of a contract under the 2015 Regulations', () => {
    const option = (over: Partial<Terms>) =>
      optionChange(registered({ extensionOptions: [{ months: 12, amountPence: 1 }], ...over }).registered, 1, '2027-05-03').notice;
    expect([option({ procurementStartedOn: '2024-01-08' }), option({ lightTouch: true }), option({})]).toEqual([
      'not-required',
      'not-required',
      'ask-legal',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { materialChanges } from '../../functions/proposal/material-change.rules.ts';
import { costing, key } from '../decision/stories.ts';

const parts = (change: Partial<Proposal>, before = key) => materialChanges(before, { ...before, ...change }).map(({ part }) => part);
const dated = { ...key, targetDecisionDate: '2023-06-01', consultationClosesOn: '2023-05-01' };

describe('what makes a change material', () => {
  it.each<[string, Partial<Proposal>]>([
    ['Subject', { subject: 'Another matter' }],
    ['Decision', { proposedDecision: ['Something else.'] }],
    ['Decision maker', { decisionMaker: 'leader' }],
    ['Decision maker', { jointWith: 'leader' }],
    ['Areas affected', { divisionsAffected: ['Ashford Central'] }],
    ['Decisions it takes the place of', { replaces: ['22/00007'] }],
    ['Public access', { publicAccess: { kind: 'part-exempt', paragraphs: [3], publicInterest: 'Prices.' } }],
    ['Highest expenditure', { financialImplications: costing(1_600_001).financialImplications }],
  ])('is of its %s', (part, change) => expect(parts(change)).toEqual([part]));

  it('is shown as it was and as it is', () => {
    const shown = (change: Partial<Proposal>, before = key) =>
      materialChanges(before, { ...before, ...change }).map(({ before: was, after: is }) => [was, is]);
    expect(shown({ divisionsAffected: ['Ashford East', 'Ashford Central'] })).toEqual([['all', 'Ashford Central, Ashford East']]);
    expect(shown({ decisionMaker: 'leader', jointWith: 'cabinet-member-finance' })).toEqual([
      ['cabinet-member-adult-social-care', 'leader with cabinet-member-finance'],
    ]);
    expect(
      shown({ publicAccess: { kind: 'part-exempt', paragraphs: [5, 3], publicInterest: 'Prices.', sections: ['reasons', 'background'] } }),
    ).toEqual([['open', 'part-exempt 3 5 background reasons']]);
    expect(
      shown({
        documents: [
          { title: 'Bids', access: 'exempt', paragraph: 3 },
          { title: 'Advice', access: 'exempt', paragraph: 5 },
        ],
      }),
    ).toEqual([['open', 'open "Advice" (5) "Bids" (3)']]);
    expect(shown({ financialImplications: costing(1_600_001).financialImplications })).toEqual([['£1,600,000', '£1,600,001']]);
    expect(shown({ targetDecisionDate: '2023-05-31' }, dated)).toEqual([['1 June 2023', '31 May 2023']]);
  });

  it('is a cost without limit where there was one, and not where there was none already', () => {
    const growing = (amountPence: number): Proposal => ({
      ...key,
      financialImplications: { ...key.financialImplications, growth: { per: 'a home', amountPence, maximumUnits: null } },
    });
    expect(materialChanges(key, growing(1))).toEqual([{ part: 'Highest expenditure', before: '£1,600,000', after: 'without limit' }]);
    expect([materialChanges(growing(1), growing(2)), materialChanges(growing(1), key)]).toEqual([[], []]);
  });

  it('is what is kept from the public, and not the order in which it is named nor a document open to all', () => {
    const access = (paragraphs: number[], sections?: Proposal['publicAccess']['sections']): Partial<Proposal> => ({
      publicAccess: { kind: 'part-exempt', paragraphs, publicInterest: 'Prices.', sections },
    });
    const before = { ...key, ...access([3, 5], ['background', 'reasons']) };
    expect(parts(access([3, 6], ['background', 'reasons']), before)).toEqual(['Public access']);
    expect(parts(access([3, 5], ['background', 'contracts']), before)).toEqual(['Public access']);
    expect(parts(access([5, 3], ['reasons', 'background']), before)).toEqual([]);
    expect(parts(access([3], []), { ...key, ...access([3]) })).toEqual([]);
    expect(parts({ documents: [...key.documents, { title: 'Another report', access: 'open' }] })).toEqual([]);
    const hidden: Proposal['documents'] = [
      { title: 'Bids', access: 'exempt', paragraph: 3 },
      { title: 'Advice', access: 'exempt', paragraph: 5 },
    ];
    expect(parts({ documents: hidden.toReversed() }, { ...key, documents: hidden })).toEqual([]);
    expect(parts({ documents: hidden.slice(1) }, { ...key, documents: hidden })).toEqual(['Public access']);
  });

  it('of one place for another is a change of its areas', () =>
    expect(parts({ divisionsAffected: ['Ashford East'] }, { ...key, divisionsAffected: ['Ashford Central'] })).toEqual(['Areas affected']));

  it('is of the decisions it takes the place of, one more or one fewer, and not of their order', () => {
    const before = { ...key, replaces: ['22/00008', '22/00007'] };
    expect(materialChanges(key, before)).toEqual([{ part: 'Decisions it takes the place of', before: '', after: '22/00007, 22/00008' }]);
    expect(parts({ replaces: ['22/00007'] }, before)).toEqual(['Decisions it takes the place of']);
    expect(parts({ replaces: ['22/00007', '22/00008'] }, before)).toEqual([]);
    expect(parts({ replaces: [] }, key), 'none is as much as nothing said of any').toEqual([]);
  });

  it('is a member left out of the consultation that an officer decides in, named or all of them', () => {
    const before = { ...key, inConsultationWith: ['leader', 'cabinet-member-finance'] };
    const change = { part: 'In consultation with', before: 'leader, cabinet-member-finance' };
    expect(materialChanges(before, { ...before, inConsultationWith: ['leader'] })).toEqual([{ ...change, after: 'leader' }]);
    expect(materialChanges(before, key)).toEqual([{ ...change, after: '' }]);
  });

  it('is an earlier day, and not a later one', () => {
    expect(parts({ targetDecisionDate: '2023-05-31' }, dated)).toEqual(['Decision date']);
    expect(parts({ consultationClosesOn: '2023-04-30' }, dated)).toEqual(['End of consultation']);
    expect(parts({ targetDecisionDate: '2023-06-02', consultationClosesOn: '2023-05-02' }, dated)).toEqual([]);
  });

  it('is not a lower cost, the same areas in another order, or a word spelled correctly', () => {
    expect(parts({ financialImplications: costing(1_200_000).financialImplications })).toEqual([]);
    expect(
      parts({ divisionsAffected: ['Ashford East', 'Ashford Central'] }, { ...key, divisionsAffected: ['Ashford Central', 'Ashford East'] }),
    ).toEqual([]);
    expect(parts({ reasons: 'Spelled correctly.', background: 'The same.' })).toEqual([]);
  });
});

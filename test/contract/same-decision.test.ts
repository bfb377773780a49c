import { describe, expect, it } from 'vitest';
import type { ProposedTerms } from '../../functions/contract/contract-noted.schema.ts';
import { ContractStory, terms } from './contract-story.ts';

const option = { extensionOptions: [{ months: 12, amountPence: 0 }] };
const letGo = () =>
  new ContractStory('2023-12-01T09:00:00Z')
    .registers(option)
    .on('2025-06-02')
    .does({ type: 'plan-exit', how: 'lapse', decision: '25/00040', words: 'As the decision says.' });

describe('A contract that a decision prolongs once more and then lets end', () => {
  it('is still let go when that decision is noted as extending it', () =>
    expect(letGo().does({ type: 'note-decision', decision: { number: '25/00040', outcome: 'extend' } }).registered.exit).toMatchObject({
      decision: '25/00040',
    }));
  it('is still let go when its option is taken up by that decision', () =>
    expect(
      letGo().on('2025-10-01').does({ type: 'exercise-option', on: '2025-10-01', decision: '25/00040' }).registered.exit,
    ).toMatchObject({ decision: '25/00040' }));
  it('is still let go when that decision makes its term longer', () =>
    expect(
      letGo().does({ type: 'amend-contract', terms: terms({ ...option, end: '2026-03-31' }), words: 'As decided.', decision: '25/00040' })
        .registered.exit,
    ).toMatchObject({ decision: '25/00040' }));
  it('is still let go whatever else is decided about it', () =>
    expect(letGo().does({ type: 'note-decision', decision: { number: '25/00041', outcome: 'award' } }).registered.exit).not.toBeNull());
  it('is let go no longer once another decision prolongs it', () =>
    expect(letGo().does({ type: 'note-decision', decision: { number: '25/00041', outcome: 'extend' } }).registered.exit).toBeNull());
});

describe('A contract that is entered by the decision that', () => {
  const approved = (outcome: ProposedTerms['outcome'], from: string | undefined, start: string) => {
    const proposed: ProposedTerms = {
      outcome,
      ...(from ? { start: from } : {}),
      end: '2026-11-30',
      valuePence: 10_000_000,
      extensionOptions: [],
      replaces: [],
    };
    const particulars = { title: 'SAFER', department: 'Adults', owner: terms().owner, sponsor: terms().sponsor };
    return new ContractStory('2025-12-01T09:00:00Z')
      .does({
        type: 'propose-contract',
        reference: '25/00050-1',
        ocid: 'ocds-000000-25-00050',
        particulars,
        proposed,
        decision: { number: '25/00050', outcome },
      })
      .registers({ netPence: 80_000_000, extensionOptions: [], end: '2026-11-30', start }).registered.approvedPence;
  };
  it('extends it, from its first day, is not held to the price of the extension alone', () =>
    expect([approved('extend', '2025-12-01', '2023-12-01'), approved('extend', undefined, '2023-12-01')]).toEqual([
      80_000_000, 80_000_000,
    ]));
  it('extends it, for the extension, is held to what the decision said', () =>
    expect(approved('extend', '2025-12-01', '2025-12-01')).toBe(10_000_000));
  it.each(['award', 'procure'] as const)('is to %s it is held to what the decision said, on whatever day it begins', (outcome) =>
    expect([approved(outcome, '2025-12-01', '2025-11-01'), approved(outcome, undefined, '2025-12-01')]).toEqual([10_000_000, 10_000_000]),
  );
});

describe('A decision that is heard of after a later one', () => {
  const noted = (number: string, outcome: 'extend' | 'lapse', effectiveFrom: string) => ({
    type: 'note-decision' as const,
    decision: { number, outcome, effectiveFrom },
  });
  const letGoBy = (effectiveFrom: string) => letGo().does(noted('25/00040', 'lapse', effectiveFrom));
  it('and extended the contract before that one let it end, does not prolong what is let go', () =>
    expect(letGoBy('2025-05-19').does(noted('24/00011', 'extend', '2024-03-04')).registered.exit).toMatchObject({ decision: '25/00040' }));
  it('is told from one that was taken since', () =>
    expect(letGoBy('2025-05-19').does(noted('25/00090', 'extend', '2025-05-20')).registered.exit).toBeNull());
});

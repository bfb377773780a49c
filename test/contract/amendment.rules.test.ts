import { describe, expect, it } from 'vitest';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { valueFinding } from '../../functions/contract/contract-value.rules.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory, terms } from './contract-story.ts';

const registered = (over: Partial<Terms> = {}) => new ContractStory('2023-12-01T09:00:00Z').registers(over);
const amends = (over: Partial<Terms>, decision?: string) => ({
  type: 'amend-contract' as const,
  terms: terms(over),
  words: 'As agreed.',
  decision,
});
const [first, second] = terms().extensionOptions as [Terms['extensionOptions'][number], Terms['extensionOptions'][number]];

describe('An option that was exercised', () => {
  const exercised = () => registered().on('2025-08-01').does({ type: 'exercise-option', on: '2025-08-01' });

  it('keeps its months and its price', () => {
    for (const changed of [
      { ...first, months: 11 },
      { ...first, amountPence: 39_999_999 },
    ])
      expect(exercised().tries(amends({ extensionOptions: [changed, second] }))).toMatchObject({ rule: 'option-already-exercised' });
  });
  it('does not keep the others from being changed, nor the rest of the contract', () => {
    expect(exercised().tries(amends({ title: 'Property security', extensionOptions: [first, { ...second, months: 6 }] }))).toBeNull();
  });
});

describe('A contract that is to run longer', () => {
  it('than its options allow may, by the decision that lets it, and its value is then what that approves', () => {
    expect(registered().tries(amends({ end: '2028-01-31' }))).toMatchObject({
      rule: 'term-over-approved',
      source: 'Council constitution; Procurement Act 2023, s 74, or Public Contracts Regulations 2015, reg 72',
      maximumEnd: '2027-11-30',
      words: expect.stringContaining('until 31 January 2030'),
    });
    expect(registered().does(amends({ end: '2028-01-31', netPence: 90_000_000 }, '26/00011')).registered).toMatchObject({
      terms: { end: '2028-01-31' },
      approvedPence: 170_000_000,
    });
  });
  it('after it has ended may not, except by the decision that shows its date to be mistyped', () => {
    const over = () => registered().on('2025-12-01');
    expect(over().tries(amends({ end: '2026-01-31' }))).toMatchObject({ rule: 'contract-expired', effectiveEnd: '2025-11-30' });
    expect(over().tries(amends({ end: '2026-01-31' }, '23/00074'))).toBeNull();
  });
});

describe('A contract of which the last day is past', () => {
  it('can still have its particulars put right, and its end brought forward', () => {
    expect(
      registered()
        .on('2025-12-01')
        .tries(amends({ title: 'Property security' })),
    ).toBeNull();
    expect(
      registered()
        .on('2025-12-01')
        .tries(amends({ end: '2025-10-31' })),
    ).toBeNull();
  });
});

describe('A value over what was approved', () => {
  const both = { ...kent, keyRules: kent.keyRules.map((rule) => ({ ...rule, combine: 'both' as const })) };
  it('is key by its sum alone where a council asks for its divisions too, and nobody has said which they are', () => {
    expect([valueFinding(0, 100_000_001, both, '2024-01-02').isKey, valueFinding(0, 100_000_000, both, '2024-01-02').isKey]).toEqual([
      true,
      false,
    ]);
  });
});

describe('An amendment', () => {
  it('over the value approved is refused with by how much', () =>
    expect(registered().tries(amends({ netPence: 170_000_000 }))).toMatchObject({
      rule: 'value-over-approved',
      approvedPence: 160_000_000,
      newTotalPence: 170_000_000,
      overPence: 10_000_000,
      isKey: true,
    }));
  it('puts the decision that allows it on the contract once, beside those before', () => {
    const story = registered()
      .does(amends({ end: '2028-01-31' }, '26/00011'))
      .does(amends({ end: '2028-02-29' }, '26/00011'))
      .does(amends({ end: '2028-03-31' }, '26/00012'))
      .does(amends({ title: 'Property security', end: '2028-03-31' }));
    expect(story.registered.decisions).toEqual([
      { number: '23/00074', outcome: 'authority' },
      { number: '26/00011', outcome: 'authority' },
      { number: '26/00012', outcome: 'authority' },
    ]);
  });
  it('by the decision that the contract stands on does not put it there twice', () =>
    expect(registered().does(amends({ end: '2028-01-31' }, '23/00074')).registered.decisions).toHaveLength(1));
  it('that keeps an owner whose address bounced keeps the address marked; another owner’s is not', () => {
    const bounced = () =>
      registered()
        .does({ type: 'mark-contact-undeliverable', email: 'owner@kent.example' })
        .does({ type: 'mark-contact-undeliverable', email: 'sponsor@kent.example' });
    expect(bounced().does(amends({ title: 'Property security' })).registered.bounced).toEqual([
      'owner@kent.example',
      'sponsor@kent.example',
    ]);
    expect(bounced().does(amends({ owner: { name: 'Another', email: 'another@kent.example' } })).registered.bounced).toEqual([
      'sponsor@kent.example',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { ProposedTerms } from '../../functions/contract/contract-noted.schema.ts';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { valueStanding } from '../../functions/contract/contract-value.rules.ts';
import { noticesOf } from '../../functions/procurement/notices-due.rules.ts';
import { contractPage } from '../../functions/transparency/contract.page.tsx';
import { contractRelease } from '../../functions/transparency/ocds-contract.ts';
import { isPublic, publicContractOf } from '../../functions/transparency/public-contract.ts';
import { kent } from '../../seeds/kent/council.ts';
import { given } from '../alert/daily-checks.ts';
import { ContractStory, terms } from './contract-story.ts';

const registered = (over: Partial<Terms> = {}) => new ContractStory('2023-12-01T09:00:00Z').registers(over);
const amends = (over: Partial<Terms>, decision?: string) => ({
  type: 'amend-contract' as const,
  terms: terms(over),
  words: 'As agreed.',
  decision,
});
const [first, second] = terms().extensionOptions as [Terms['extensionOptions'][number], Terms['extensionOptions'][number]];

describe('A contract that is amended without a decision', () => {
  it('cannot come to run longer step by step: the furthest day that its options allow stays where it was', () => {
    expect(registered().tries(amends({ end: '2026-01-31' }))).toMatchObject({
      rule: 'term-over-approved',
      maximumEnd: '2027-11-30',
      words: expect.stringContaining('until 31 January 2028'),
    });
    expect(registered().tries(amends({ extensionOptions: [first, second, { months: 12, amountPence: 0 }] }))).toMatchObject({
      rule: 'term-over-approved',
      words: expect.stringContaining('until 30 November 2028'),
    });
    expect(registered().tries(amends({ extensionOptions: [first, { ...second, months: 13 }] }))).toMatchObject({
      rule: 'term-over-approved',
    });
  });
  it('can have part of its options made part of its term, and its options shortened', () => {
    expect(registered().tries(amends({ end: '2026-11-30', extensionOptions: [second] }))).toBeNull();
    expect(registered().tries(amends({ extensionOptions: [first, { ...second, months: 6 }] }))).toBeNull();
  });
  it('is not prolonged over a decision that lets it end, whatever its options allow', () => {
    const letGo = () => registered().does({ type: 'plan-exit', how: 'lapse', decision: '25/00011', words: 'As the decision says.' });
    const longer = { end: '2026-11-30', extensionOptions: [second] };
    expect(letGo().tries(amends(longer))).toMatchObject({ rule: 'exit-planned', words: expect.stringContaining('25/00011') });
    expect(letGo().tries(amends({ title: 'Property security' }))).toBeNull();
    expect(letGo().does(amends(longer, '25/00050')).registered.exit).toBeNull();
  });
  it('can by the decision that lets it', () => expect(registered().tries(amends({ end: '2026-01-31' }, '25/00050'))).toBeNull());
});

describe('An option that is taken up', () => {
  it('counts what has been paid already where that is more than was agreed', () => {
    const story = registered().on('2025-08-01').does({ type: 'record-value', toDatePence: 125_000_000, on: '2025-08-01' });
    expect(story.tries({ type: 'exercise-option', on: '2025-08-01' })).toMatchObject({
      rule: 'value-over-approved',
      newTotalPence: 165_000_000,
      overPence: 5_000_000,
    });
    expect(
      registered()
        .on('2025-08-01')
        .does({ type: 'record-value', toDatePence: 120_000_000, on: '2025-08-01' })
        .tries({ type: 'exercise-option', on: '2025-08-01' }),
    ).toBeNull();
  });
});

describe('A contract that comes of a decision', () => {
  const proposed = (over: Partial<ProposedTerms> = {}) =>
    new ContractStory('2023-12-01T09:00:00Z').does({
      type: 'propose-contract',
      reference: 'SC23001',
      ocid: 'ocds-000000-23-00022',
      decision: { number: '23/00022', outcome: over.outcome ?? 'award' },
      particulars: { title: 'SAFER', department: 'Adults', owner: terms().owner, sponsor: terms().sponsor },
      proposed: {
        outcome: 'award',
        extensionOptions: [{ months: 24, amountPence: 80_000_000 }],
        replaces: [],
        valuePence: 80_000_000,
        ...over,
      },
    });
  const approved = (story: ContractStory, over: Partial<Terms> = {}) => story.registers(over).registered.approvedPence;

  it('is approved at what the decision said, with its options, and not at whatever it was signed for', () => {
    const story = proposed();
    expect(approved(story, { netPence: 170_000_000 })).toBe(160_000_000);
    expect(valueStanding(story.registered, kent, '2023-12-01')).toMatchObject({ needsDecision: true, overPence: 10_000_000 });
    expect(story.checks()).toContain('value-over-approved');
  });
  it('is approved at what its officers say was approved, where they say so', () =>
    expect(approved(proposed(), { approvedPence: 175_000_000 })).toBe(175_000_000));
  it('of which the decision said no value, or only that it is let go, is approved as it stands', () => {
    expect([approved(proposed({ valuePence: undefined })), approved(proposed({ outcome: 'lapse', valuePence: 1 }))]).toEqual([
      160_000_000, 160_000_000,
    ]);
  });
});

describe('A notice recorded twice', () => {
  const underTheAct = {
    procurementStartedOn: '2025-06-02',
    signedOn: '2025-12-01',
    start: '2025-12-01',
    end: '2027-11-30',
    extensionOptions: [],
  };
  const publishes = (reference?: string) => ({ type: 'record-notice' as const, notice: 'UK10', publishedOn: '2026-02-20', reference });
  const changed = () =>
    new ContractStory('2025-12-01T07:00:00Z')
      .registers(underTheAct)
      .on('2026-03-02')
      .does(amends({ ...underTheAct, netPence: 96_000_000 }, '26/00002'))
      .on('2026-04-01')
      .does(amends({ ...underTheAct, netPence: 99_000_000 }, '26/00003'));
  const served = (story: ContractStory) =>
    noticesOf(story.registered)
      .notices.filter(({ notice }) => notice === 'UK10')
      .map(({ publishedOn }) => publishedOn);

  it('is one notice, and answers for one change', () =>
    expect(served(changed().does(publishes()).does(publishes()))).toEqual(['2026-02-20', null]));
  it('under another reference is another', () =>
    expect(served(changed().does(publishes('011111-2026')).does(publishes('022222-2026')))).toEqual(['2026-02-20', '2026-02-20']));
});

describe('A contract that was signed and is given up before it begins', () => {
  const signed = () =>
    new ContractStory('2026-01-05T09:00:00Z')
      .registers({
        procurementStartedOn: '2025-06-02',
        signedOn: '2026-01-05',
        start: '2026-04-01',
        end: '2028-03-31',
        extensionOptions: [],
      })
      .on('2026-02-10');
  const ends = (on: string) => ({ type: 'end-contract' as const, on, how: 'terminated' as const, words: 'The supplier is insolvent.' });

  it('has ended, and its termination is noticed from that day', () => {
    const story = signed().does(ends('2026-02-10'));
    const { contract } = story;
    if (contract?.status !== 'ended') throw new Error('The contract has not ended');
    expect(noticesOf(contract).notices.find(({ notice }) => notice === 'UK11')).toMatchObject({
      from: '2026-02-10',
      deadline: '2026-03-11',
    });
  });
  it('is published as ended before it began', () => {
    const { contract } = signed().does(ends('2026-02-10'));
    if (!contract || !isPublic(contract)) throw new Error('The contract is not public');
    expect(contractRelease(contract, { council: kent })?.contracts?.[0]).toMatchObject({
      status: 'terminated',
      period: { endDate: '2026-02-10T23:59:59Z' },
    });
    expect(contractPage(publicContractOf(contract, given('2026-02-10')), kent, '2026-02-10')).toContain('It was to begin on 1 April 2026');
  });
  it('cannot have ended before it was signed', () =>
    expect(signed().tries(ends('2026-01-04'))?.errors).toEqual([
      { path: 'on', message: 'The contract was entered into on 5 January 2026' },
    ]));
});

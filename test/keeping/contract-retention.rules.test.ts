import { describe, expect, it } from 'vitest';
import type { Contract } from '../../functions/contract/contract.schema.ts';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { awaitsDecision, claimsOver, staysFor } from '../../functions/keeping/contract-retention.rules.ts';
import { ContractStory, plain } from '../contract/contract-story.ts';

const registered = (over: Partial<Terms> = {}): ContractStory =>
  new ContractStory('2012-01-05T09:00:00Z').does({
    type: 'register-contract',
    reference: 'A/1',
    ocid: 'ocds-000000-a',
    terms: plain({ start: '2010-04-01', end: '2014-03-31', ...over }),
  });
const ended = (over: Partial<Terms> = {}, on = over.end ?? '2014-03-31'): ContractStory =>
  registered(over)
    .on('2015-05-01')
    .does({ type: 'end-contract', on, how: on === (over.end ?? '2014-03-31') ? 'expired' : 'terminated', words: 'It came to its end.' });
const proposed = (): ContractStory =>
  new ContractStory('2012-01-05T09:00:00Z').does({
    type: 'propose-contract',
    reference: '12/00001-1',
    ocid: 'ocds-000000-a',
    particulars: { title: 'A', department: 'D', owner: plain().owner, sponsor: plain().sponsor },
    proposed: { outcome: 'award', extensionOptions: [], replaces: [] },
    decision: { number: '12/00001', outcome: 'award' },
  });
const of = ({ contract }: ContractStory): Contract => contract as Contract;
const nothing = { records: [], proceedings: [], neighbours: [], lastTold: null };

describe('A contract that has ended', () => {
  it('known to be made under hand stays while its last day’s claims can be brought, the sixth anniversary included (Limitation Act 1980, s 5)', () => {
    expect(claimsOver(of(ended()), 'under-hand')).toMatchObject({
      from: '2020-04-01',
      rule: 'contract-six-years',
      source: 'Limitation Act 1980, s 5; Procurement Act 2023, s 98, asks for less',
    });
  });

  it('that may be a deed stays twelve years (Limitation Act 1980, s 8), since the register does not say which are', () => {
    expect(claimsOver(of(ended()), 'perhaps-a-deed')).toMatchObject({
      from: '2026-04-01',
      rule: 'contract-twelve-years',
      source: 'Limitation Act 1980, s 8; Procurement Act 2023, s 98, asks for less',
    });
  });

  it('on 29 February stays until 28 February, that day included', () => {
    expect(claimsOver(of(ended({ end: '2012-02-29' })), 'under-hand')?.from).toBe('2018-03-01');
  });

  it('before its time is counted from the last day that was agreed', () => {
    expect(claimsOver(of(ended({}, '2012-05-01')), 'under-hand')?.from).toBe('2020-04-01');
  });

  it('is counted from the last value or notice recorded for a day after its end', () => {
    const paid = ended().on('2016-05-01').does({ type: 'record-value', toDatePence: 1, on: '2015-07-31' });
    expect(claimsOver(of(paid), 'under-hand')?.from).toBe('2021-08-01');
    expect(claimsOver(of(paid.does({ type: 'record-notice', notice: 'UK7', publishedOn: '2015-09-30' })), 'under-hand')?.from).toBe(
      '2021-10-01',
    );
  });

  it('signed long after its end, on paper, is kept three years from the signature (Procurement Act 2023, s 98)', () => {
    expect(claimsOver(of(ended({ signedOn: '2018-01-15' })), 'under-hand')?.from).toBe('2021-01-15');
  });
});

describe('A contract that is not over', () => {
  it('stays while it runs, its last day past or not', () => {
    expect(claimsOver(of(registered()), 'under-hand')).toBeNull();
  });

  it('awaits a decision until something follows it or its end is settled', () => {
    expect(awaitsDecision(of(registered()))).toBe(true);
    expect(awaitsDecision(of(registered().does({ type: 'plan-exit', how: 'lapse', words: 'No longer needed.' })))).toBe(false);
    expect(
      awaitsDecision(of(registered().does({ type: 'link-successor', successor: { id: 'next', start: '2014-04-01', basis: 'stated' } }))),
    ).toBe(false);
    expect(awaitsDecision(of(ended()))).toBe(false);
  });

  it('awaits one while it is proposed too, until it is closed without being registered', () => {
    expect(awaitsDecision(of(proposed()))).toBe(true);
    expect(awaitsDecision(of(proposed().does({ type: 'close-contract', words: 'Nothing came of it.' })))).toBe(false);
  });
});

describe('A contract on which nobody can sue any more', () => {
  const over = of(ended());

  it('may go when nothing names it', () => {
    expect(staysFor(over, nothing, '2026-04-01')).toEqual([]);
  });

  it('stays until the day on which every record that it hangs on may go', () => {
    expect(staysFor(over, { ...nothing, records: ['2026-04-01', '2026-04-02'] }, '2026-04-01')).toEqual([
      'the record of a decision that it hangs on is still kept',
    ]);
    expect(staysFor(over, { ...nothing, records: ['2026-04-01', '2026-04-02'] }, '2026-04-02')).toEqual([]);
    expect(staysFor(over, { ...nothing, records: [null] }, '2099-01-01')).toEqual([
      'the record of a decision that it hangs on is still kept',
    ]);
  });

  it('stays while a decision still to be taken, a contract that runs or an alert names it, each said', () => {
    expect(staysFor(over, { ...nothing, proceedings: ['26/00001'], neighbours: ['B/1'], lastTold: '2025-12-01' }, '2026-04-01')).toEqual([
      'a decision still to be taken names it: 26/00001',
      'a contract that is proposed or runs names it: B/1',
      'an alert about it of 2025-12-01 is still kept',
    ]);
  });

  it('stays while an option in it could still prolong it', () => {
    const open = of(ended({ extensionOptions: [{ months: 240, amountPence: 1 }] }));
    expect(staysFor(open, nothing, '2034-03-31')).toEqual(['an option in it could lead to 2034-03-31']);
    expect(staysFor(open, nothing, '2034-04-01')).toEqual([]);
  });
});

describe('A contract that was never registered', () => {
  it('goes six years after it was closed: nothing was ever made that could be a deed', () => {
    const story = proposed();
    expect(claimsOver(of(story), 'perhaps-a-deed')).toBeNull();
    expect(
      claimsOver(of(story.on('2013-01-31').does({ type: 'close-contract', words: 'Nothing came of it.' })), 'perhaps-a-deed'),
    ).toMatchObject({ from: '2019-01-31', rule: 'contract-never-made', source: 'Council retention schedule' });
  });

  it('goes when nothing names it: it has no option that could prolong it', () => {
    expect(
      staysFor(of(proposed().on('2013-01-31').does({ type: 'close-contract', words: 'Nothing came of it.' })), nothing, '2019-01-31'),
    ).toEqual([]);
  });
});

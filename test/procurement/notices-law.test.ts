import { describe, expect, it } from 'vitest';
import { changeNotice } from '../../functions/contract/contract-change.rules.ts';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { noticesOf } from '../../functions/procurement/notices-due.rules.ts';
import { alertsDue } from '../../functions/alert/alerts-due.rules.ts';
import { anchorsOf } from '../../functions/alert/alert-anchors.rules.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory, settings, terms } from '../contract/contract-story.ts';

const act = {
  procurementStartedOn: '2025-06-02',
  signedOn: '2025-12-01',
  start: '2025-12-01',
  end: '2027-11-30',
  extensionOptions: [],
};
const registered = (over: Partial<Terms> = {}) => new ContractStory('2025-12-01T07:00:00Z').registers({ ...act, ...over });
const notices = (over: Partial<Terms>) => noticesOf(registered(over).registered);
const codes = (over: Partial<Terms>) => notices(over).notices.map(({ notice }) => notice);
const of = (over: Partial<Terms>, code: string) => notices(over).notices.find(({ notice }) => notice === code);
const chosen = { route: 'direct-award', userChoice: true, lightTouch: true } as const;
const under = { netPence: 10_000_000, grossPence: 12_000_000 };

describe('What the user chose (Procurement Act 2023, Sch 5 para 15)', () => {
  it('has no transparency, award, details or termination notice, and says why (ss 44(3), 50(6), 53(6) and 80(4))', () =>
    expect(notices(chosen)).toEqual({
      none: 'None: it was awarded directly, to whom the user chose (Procurement Act 2023, ss 44, 50, 53 and 80).',
      notices: [],
    }));
  it('has its payments published all the same, since section 70 does not leave it out', () =>
    expect(codes({ ...chosen, procurementStartedOn: '2026-04-01', signedOn: '2026-06-01', start: '2026-06-01' })).toEqual(['UK8']));
  it('has its details published below the thresholds, since section 87 does not leave it out', () =>
    expect(codes({ ...chosen, ...under })).toEqual(['UK7']));
  it('is a direct award: ticked of a contract that was put out to competition it spares nothing', () =>
    expect(codes({ userChoice: true })).toEqual(['UK4', 'UK6', 'UK7', 'UK11']));
});

describe('A contract below the thresholds (Procurement Act 2023, s 87)', () => {
  it('has a tender notice where it is advertised, and none where it is not', () => {
    expect([codes(under), codes({ ...under, route: 'competitive-flexible' })]).toEqual([
      ['UK4', 'UK7'],
      ['UK4', 'UK7'],
    ]);
    expect([codes({ ...under, route: 'direct-award' }), codes({ ...under, route: 'framework' })]).toEqual([['UK7'], ['UK7']]);
  });
  it('has its details published as soon as reasonably practicable, and by no day that the law names (s 87(3))', () => {
    expect(of(under, 'UK7')).toMatchObject({ from: '2025-12-01', deadline: null });
    const told = (on: string) => {
      const { registered: contract } = new ContractStory(`${on}T07:00:00Z`).registers({ ...act, ...under, divisionsAffected: 'all' });
      return alertsDue(contract, anchorsOf(contract, { on, council: kent, settings }), on).map(({ words }) => words);
    };
    const words = 'UK7, Contract details notice. As soon as reasonably practicable after the contract is entered into.';
    expect([told('2025-12-01'), told('2025-12-03'), told('2026-01-05')]).toEqual([[words], [words], []]);
  });
  it('for which quotes are asked needs one only if it is advertised to more than those asked (s 87(2))', () =>
    expect(of({ ...under, route: 'quotes' }, 'UK4')?.words).toBe(
      'Before the contract is advertised. None where only particular suppliers are asked.',
    ));
  it('under £30,000 has none by section 87(4), which says what is notifiable', () =>
    expect(notices({ netPence: 2_499_999 }).none).toBe('None: £29,999.99 with VAT is under £30,000 (Procurement Act 2023, s 87).'));
});

describe('A concession of which the procurement began before the Act', () => {
  it('is under the Concession Contracts Regulations 2016, and not the regulations of other contracts (SI 2024/716)', () => {
    const before = { subject: 'concession', procurementStartedOn: '2024-01-01' } as const;
    expect(notices(before).none).toBe(
      'None: CCR 2016. The procurement began on 1 January 2024. That is before 24 February 2025, so the 2016 Regulations apply for its whole life. They cover its changes and its end too.',
    );
    const { registered: contract } = registered(before);
    expect(changeNotice(contract, terms({ ...act, ...before, netPence: 1 }), '2026-01-05').words).toBe(
      'No contract change notice: the contract is under the Concession Contracts Regulations 2016, later changes included.',
    );
  });
});

describe('Payments (Procurement Act 2023, s 70)', () => {
  const begun = { procurementStartedOn: '2026-04-01', signedOn: '2026-06-01', start: '2026-06-01' };
  it('are not published of a concession (s 70(4)(b))', () =>
    expect(codes({ ...begun, subject: 'concession', netPence: 500_000_000, grossPence: 600_000_000 })).toEqual([
      'UK4',
      'UK6',
      'UK7',
      'UK11',
    ]));
  it('are published within 30 days of which the last day of the quarter is the first: by 29 July for the quarter to 30 June', () =>
    expect(of(begun, 'UK8')?.words).toBe(
      'For every payment over £30,000 with VAT, within 30 days beginning with the last day of its quarter: by 29 July for one to 30 June.',
    ));
});

describe('The performance of a contract over £5m (Procurement Act 2023, ss 52(2) and 71)', () => {
  it('is assessed against the indicators that are set, where any suit the contract', () =>
    expect(of({ netPence: 500_000_000 }, 'UK9')?.words).toBe(
      'Performance against each indicator, at least once a year and at the end. None where the council found that no indicator suits the contract.',
    ));
});

describe('A contract whose value is changed across £5m (Procurement Act 2023, ss 52(1) and 53(3))', () => {
  const changed = (from: number, to: number) =>
    noticesOf(
      registered({ netPence: from })
        .on('2026-06-01')
        .does({ type: 'amend-contract', terms: terms({ ...act, netPence: to }), words: 'More homes.', decision: '26/00002' }).registered,
    ).notices;
  const reports = (from: number, to: number) => changed(from, to).filter(({ notice }) => notice === 'UK9');
  const details = (from: number, to: number) => changed(from, to).find(({ notice }) => notice === 'UK7')?.words;
  const [large, small] = [500_000_000, 100_000_000];

  it.each([
    ['grown', small, large],
    ['made smaller', large, small],
  ])('has its reports asked of legal where it was %s, since indicators are set before it is entered into', (_, from, to) => {
    expect(reports(from, to).map(({ from: on, duty }) => [on, duty])).toEqual([
      ['2025-12-01', 'ask-legal'],
      ['2026-12-01', 'ask-legal'],
    ]);
    for (const { words } of reports(from, to))
      expect(words).toMatch(
        / Indicators are for a contract worth more than £5m when it is entered into, and its value was changed across that since: ask legal\.$/,
      );
  });
  it('has them for sure where it stayed above, and none where it stayed below', () =>
    expect([reports(large, 600_000_000).map(({ duty }) => duty), reports(small, 200_000_000)]).toEqual([['required', 'required'], []]));
  it('has a copy of it published where it was above when it was entered into, and legal is asked where it came to be', () => {
    expect(details(large, small)).toMatch(/ Worth more than £5m then: .* a copy of the contract is published by 28 February 2026, 90 days/);
    expect(details(small, large)).toMatch(
      / Its value was put over £5m since: whether a copy of the contract was to be published is for legal to say\.$/,
    );
  });
});

describe('A contract that a change makes worth exactly £5m (Procurement Act 2023, ss 52(1) and 77)', () => {
  it('is worth no more than that: its reports are asked of legal, and no copy of the change is published', () => {
    const exactly = terms({ ...act, netPence: 416_666_667, grossPence: 500_000_000 });
    const story = registered({ netPence: 500_000_000, grossPence: 600_000_000 })
      .on('2026-03-02')
      .does({ type: 'amend-contract', terms: exactly, words: 'Fewer homes.', decision: '26/00002' });
    const found = noticesOf(story.registered).notices;
    expect(found.filter(({ notice }) => notice === 'UK9').map(({ duty }) => duty)).toEqual(['ask-legal', 'ask-legal']);
    expect(found.find(({ notice }) => notice === 'UK10')?.words).not.toContain('a copy');
  });
});

describe('An option taken up, of which it is unsettled whether it needs a notice (Procurement Act 2023, s 75 and Sch 8 para 1)', () => {
  it('is told with the day by which a notice is due if legal finds that one is needed', () => {
    const story = registered({ extensionOptions: [{ months: 12, amountPence: 1 }], divisionsAffected: 'all' })
      .on('2026-05-05')
      .does({ type: 'exercise-option', on: '2026-05-05' });
    const { registered: contract } = story;
    const alerts = alertsDue(contract, anchorsOf(contract, { on: '2026-05-05', council: kent, settings }), '2026-05-05');
    expect(alerts.find(({ code }) => code.startsWith('uk10'))?.words).toBe(
      'UK10, Contract change notice, if legal finds that it is needed: due by Tuesday 5 May 2026. Option 1 was taken up on 5 May 2026. Whether a priced option needs a contract change notice is unsettled: ask legal.',
    );
  });
});

describe('A change of supplier (Procurement Act 2023, ss 74(9) and 75(2), Sch 8 para 9)', () => {
  const change = (before: Partial<Terms>, after: Partial<Terms>) =>
    changeNotice(registered(before).registered, terms({ ...act, ...before, ...after }), '2026-06-01');
  const another = { supplier: { name: 'Successor Ltd' } };
  it('is for legal, however little else has changed: after a restructuring it is noticed whatever its size', () => {
    const found = change({}, another);
    expect(found.notice).toBe('ask-legal');
    expect(found.words).toBe(
      'The supplier is another than before. One may take over from another only after a restructuring, and that needs a contract change notice however small it is (Procurement Act 2023, s 75 and Sch 8 para 9): ask legal. A name put right needs none.',
    );
  });
  it('does not take away the notice that a change of value needs', () => {
    const found = change({}, { ...another, netPence: 160_000_000 });
    expect([found.notice, found.words.includes('The supplier is another')]).toEqual(['required', true]);
  });
  it('is none where the company is the same by its number, and goes by another name', () =>
    expect(change({}, { supplier: { name: 'Another Name Ltd', number: ' 01234567' } })).toMatchObject({
      notice: 'not-required',
      words: 'Neither value nor term has changed.',
    }));
  it('is none where only the writing of the name differs, nor does it ask for a notice of a light touch contract', () => {
    const name = terms().supplier.name;
    expect(change({}, { supplier: { ...terms().supplier, name: ` ${name.toUpperCase()} ` } }).notice).toBe('not-required');
    expect(change({ lightTouch: true }, another).notice).toBe('not-required');
  });
});

describe('A contract below the thresholds that a change makes a public one (Procurement Act 2023, ss 74(1) and 75)', () => {
  const grown = () =>
    noticesOf(
      registered(under)
        .on('2026-03-02')
        .does({ type: 'amend-contract', terms: terms({ ...act, netPence: 30_000_000 }), words: 'More homes.', decision: '26/00002' })
        .registered,
    ).notices;
  const duties = () => Object.fromEntries(grown().map(({ notice, duty }) => [notice, duty]));
  it('has the change noticed and its end, as a public contract has', () =>
    expect(duties()).toMatchObject({ UK10: 'required', UK11: 'required' }));
  it('is not told to have published before its award what only a public contract must: legal says whether the value was mistyped', () => {
    expect(duties()).toMatchObject({ UK4: 'ask-legal', UK6: 'ask-legal', UK7: 'ask-legal' });
    for (const { words } of grown().filter(({ notice }) => notice === 'UK6' || notice === 'UK7'))
      expect(words).toMatch(
        / It was entered as under the threshold, and a change put it over: whether this was needed before that is for legal to say\.$/,
      );
  });
  it('owes no notice of a change that left it below: legal says which of several put it over, and the last is owed', () => {
    const amends = (netPence: number) => ({
      type: 'amend-contract' as const,
      terms: terms({ ...act, netPence }),
      words: 'More homes.',
      decision: '26/00002',
    });
    const story = registered(under).on('2026-03-02').does(amends(14_000_000)).on('2026-06-01').does(amends(30_000_000));
    const found = noticesOf(story.registered).notices.filter(({ notice }) => notice === 'UK10');
    expect(found.map(({ from, duty }) => [from, duty])).toEqual([
      ['2026-03-02', 'ask-legal'],
      ['2026-06-01', 'required'],
    ]);
    expect(found[0]?.words).toMatch(
      / The contract was entered as under the threshold, and a change that left it there needed no notice: ask legal\.$/,
    );
    const others = noticesOf(story.on('2026-07-01').does(amends(29_000_000)).registered).notices.filter(({ notice }) => notice === 'UK10');
    expect(others.map(({ duty }) => duty)).toEqual(['ask-legal', 'ask-legal', 'required']);
  });
  it('owes that notice still after a change that needs none, and is told of an option only what is unsettled', () => {
    const options = [{ months: 12, amountPence: 0 }];
    const amends = (netPence: number) => ({
      type: 'amend-contract' as const,
      terms: terms({ ...act, netPence, extensionOptions: options }),
      words: 'More homes.',
      decision: '26/00002',
    });
    const story = registered({ ...under, extensionOptions: options })
      .on('2026-03-02')
      .does(amends(30_000_000));
    story.on('2026-04-01').does({ type: 'exercise-option', on: '2026-04-01' });
    const found = noticesOf(story.registered).notices.filter(({ notice }) => notice === 'UK10');
    expect(found.map(({ from, duty }) => [from, duty])).toEqual([
      ['2026-03-02', 'required'],
      ['2026-04-01', 'ask-legal'],
    ]);
    expect(found[1]?.words).toMatch(/ is unsettled: ask legal\.$/);
  });
  it('was none where it was worth exactly the threshold from the first', () => {
    const exactly = registered({ netPence: 17_908_667, grossPence: 21_490_400 });
    expect(noticesOf(exactly.registered).notices.map(({ duty }) => duty)).toEqual(['required', 'required', 'required', 'required']);
  });
  it('is as any other where it was over the threshold from the first', () =>
    expect(notices({}).notices.map(({ duty }) => duty)).toEqual(['required', 'required', 'required', 'required']));
});

describe('A change that is noticed, of a contract worth more than £5m (Procurement Act 2023, s 77)', () => {
  const words = (netPence: number) =>
    noticesOf(
      registered({ netPence: 100_000_000 })
        .on('2026-03-02')
        .does({ type: 'amend-contract', terms: terms({ ...act, netPence }), words: 'More homes.', decision: '26/00002' }).registered,
    ).notices.find(({ notice }) => notice === 'UK10')?.words;
  it('has a copy of it published within 90 days beginning with the day on which it is made', () =>
    expect(words(500_000_000)).toMatch(
      / Worth more than £5m: a copy of the change, or of the contract as changed, is published by 30 May 2026, 90 days beginning with 2 March 2026\.$/,
    ));
  it('has none below that', () => expect(words(200_000_000)).not.toContain('a copy'));
});

import { describe, expect, it } from 'vitest';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { latestSafeStartOf } from '../../functions/procurement/next-path.rules.ts';
import { noticesAhead } from '../../functions/procurement/notices-ahead.rules.ts';
import { estimatedGross, thresholdOf } from '../../functions/procurement/estimated-value.rules.ts';
import { noticesOf, noticesOutstanding } from '../../functions/procurement/notices-due.rules.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory, settings, terms } from '../contract/contract-story.ts';

const underTheAct = {
  procurementStartedOn: '2025-06-02',
  signedOn: '2025-12-01',
  start: '2025-12-01',
  end: '2027-11-30',
  extensionOptions: [],
};
const registered = (over: Partial<Terms> = {}) => new ContractStory('2025-12-01T07:00:00Z').registers({ ...underTheAct, ...over });
const notices = (over: Partial<Terms>) => noticesOf(registered(over).registered);
const codes = (over: Partial<Terms>) => notices(over).notices.map(({ notice }) => notice);
const words = (over: Partial<Terms>, code: string) => notices(over).notices.find(({ notice }) => notice === code)?.words;

describe('A concession', () => {
  const concession = { subject: 'concession' as const };
  it('that is light touch has a threshold of its own, which 2026 left as it was (Procurement Act 2023, Sch 1)', () => {
    const threshold = (procurementStartedOn: string, lightTouch: boolean) =>
      thresholdOf(terms({ ...concession, lightTouch, procurementStartedOn }));
    expect([
      threshold('2025-06-02', true),
      threshold('2026-06-01', true),
      threshold('2025-06-02', false),
      threshold('2026-06-01', false),
    ]).toEqual([537_260_900, 537_260_900, 537_260_900, 519_300_000]);
  });
  it('over £5m needs no indicators, and so none of its years is reported on (s 52)', () => {
    expect(codes({ ...concession, grossPence: 600_000_000, netPence: 500_000_000 })).not.toContain('UK9');
    expect(words({ ...concession, grossPence: 600_000_000, netPence: 500_000_000 }, 'UK7')).not.toContain('indicators');
  });
  it('below the threshold is not regulated (s 84)', () => {
    expect(notices(concession)).toEqual({ none: expect.stringContaining('concession below the threshold'), notices: [] });
  });
});

describe('A contract over £5m', () => {
  const large = { netPence: 500_000_000, grossPence: 600_000_000 };
  it('is published itself within 90 days, later than its details (s 53(3))', () => {
    expect(words(large, 'UK7')).toBe(
      'Within 30 days beginning with 1 December 2025, when it was entered into. Worth more than £5m then: it names the key performance indicators, and a copy of the contract is published by 28 February 2026, 90 days beginning with the same day.',
    );
  });
  it('that is light touch has 180 days for that, and needs no indicators (ss 52 and 53(3))', () => {
    expect(words({ ...large, lightTouch: true }, 'UK7')).toBe(
      'Within 120 days beginning with 1 December 2025, when it was entered into. Worth more than £5m then: a copy of the contract is published by 29 May 2026, 180 days beginning with the same day.',
    );
  });
});

describe('The award notice', () => {
  it('of a call-off from a framework has no standstill that the law demands (s 51(3)): the day before signature will do', () => {
    const award = notices({ route: 'framework' }).notices.find(({ notice }) => notice === 'UK6');
    expect(award).toMatchObject({
      deadline: '2025-11-30',
      words: 'Before the contract is signed. A call-off from a framework needs no standstill.',
    });
  });
  it('is not asked for where the user chose (s 50(6)(b))', () =>
    expect(codes({ route: 'direct-award', userChoice: true })).not.toContain('UK6'));
});

describe('A contract that was over the threshold when it was entered into', () => {
  const cut = () =>
    registered({ netPence: 30_000_000 })
      .on('2026-03-02')
      .does({ type: 'amend-contract', terms: terms({ ...underTheAct, netPence: 10_000_000 }), words: 'Two of three lots were given up.' })
      .registered;
  it('and is cut to less by a change still has that change noticed, and its end', () => {
    const codesOf = noticesOutstanding(cut(), '2027-11-30', '2025-12-01').map(({ notice, from }) => [notice, from]);
    expect(codesOf).toEqual(
      expect.arrayContaining([
        ['UK10', '2026-03-02'],
        ['UK11', '2027-11-30'],
      ]),
    );
  });
});

describe('The law of a contract that its officers name', () => {
  it('is not explained by a day that says the opposite', () => {
    const { none } = notices({ route: 'framework', regime: 'pcr-2015' });
    expect(none).toBe(
      'None: PCR 2015, as its officers say. The 2015 Regulations apply for its whole life. They cover its changes and its end too.',
    );
  });
});

describe('A call-off of which nobody has said under which law its framework is', () => {
  it('is asked about with the notice that its law decides on (SI 2024/716), and is not once it is said', () => {
    expect(words({ route: 'framework' }, 'UK7')).toContain('Taken to be under the Procurement Act 2023, since no other regime is recorded');
    expect(words({ route: 'framework', regime: 'pa-2023' }, 'UK7')).not.toContain('Taken to be');
    expect(words({}, 'UK7')).not.toContain('Taken to be');
  });
});

describe('A contract of which nobody has said when its procurement began', () => {
  const unsaid = { procurementStartedOn: undefined };
  const taken =
    ' Taken to be under the Procurement Act 2023, since nobody has said when its procurement began: one begun before 24 February 2025 is under the 2015 Regulations, which ask for no such notice.';
  it('is asked about likewise, over the threshold and below it, since it may have begun under the 2015 Regulations (SI 2024/716)', () => {
    expect(words(unsaid, 'UK7')).toContain(taken);
    expect(words({ ...unsaid, netPence: 10_000_000 }, 'UK7')).toContain(taken);
    expect(words({ ...unsaid, regime: 'pa-2023' }, 'UK7')).not.toContain('Taken to be');
  });
});

describe('The value of a contract with VAT', () => {
  it('is never less than was stated', () =>
    expect(estimatedGross(terms({ netPence: 0, grossPence: 5_000_000, extensionOptions: [] }))).toBe(5_000_000));
});

describe('What follows a contract', () => {
  const ahead = (over: Partial<Terms>, on = '2025-06-02') => {
    const found = registered({
      start: '2024-01-01',
      signedOn: undefined,
      procurementStartedOn: '2023-06-01',
      divisionsAffected: 'all',
      ...over,
    }).registered;
    const plan = latestSafeStartOf(found, { on, council: kent, settings });
    const route = 'open-tender' as const;
    return {
      tender: plan.timetable.find(({ stage }) => stage === 'tender')?.from,
      start: plan.date,
      codes: noticesAhead({ terms: found.terms, route, plan, spendsOver100mAYear: false, today: on }).map(({ notice }) => notice),
    };
  };
  it('is measured by the threshold of the day on which its own procurement begins, not of its proposal', () => {
    // £210,000 with VAT: under the threshold of 2025, over that of 2026.
    const found = ahead({ netPence: 17_500_000, grossPence: 21_000_000, end: '2026-09-30' });
    expect([found.start < '2026-01-01', (found.tender ?? '') >= '2026-01-01']).toEqual([true, true]);
    expect(found.codes).toContain('UK4');
  });
});

import { describe, expect, it } from 'vitest';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import type { LatestSafeStart, TimetableRow } from '../../functions/procurement/latest-safe-start.rules.ts';
import { noticesAhead, pipelineOutstanding } from '../../functions/procurement/notices-ahead.rules.ts';
import { estimatedGross, thresholdOf } from '../../functions/procurement/estimated-value.rules.ts';
import { noticesOf, noticesOutstanding } from '../../functions/procurement/notices-due.rules.ts';
import { procurementBegan, regimeOf } from '../../functions/procurement/regime.rules.ts';
import { ContractStory, terms } from '../contract/contract-story.ts';

const underTheAct = {
  procurementStartedOn: '2025-06-02',
  signedOn: '2025-12-01',
  start: '2025-12-01',
  end: '2027-11-30',
  extensionOptions: [],
};
const registered = (over: Partial<Terms> = {}) => new ContractStory('2025-12-01T07:00:00Z').registers({ ...underTheAct, ...over });
const noticed = (story: ContractStory, code: string) => noticesOf(story.registered).notices.filter(({ notice }) => notice === code);
const publishes = (notice: string, publishedOn: string) => ({ type: 'record-notice' as const, notice, publishedOn });

describe('The value of a contract with VAT', () => {
  const valued = (over: Partial<Terms>) => estimatedGross(terms({ extensionOptions: [], ...over }));
  it('is to the penny what its officers say it is', () => {
    // 17,908,689 times the ratio of the two is 21,490,399.000000004.
    expect(valued({ netPence: 17_908_689, grossPence: 21_490_399 })).toBe(21_490_399);
    expect(noticesOf(registered({ netPence: 17_908_689, grossPence: 21_490_399 }).registered).notices.map(({ notice }) => notice)).toEqual([
      'UK4',
      'UK7',
    ]);
  });
  it('counts its options with as much VAT as the rest, and never less than a whole penny', () => {
    const option = (amountPence: number) => ({ extensionOptions: [{ months: 12, amountPence }] });
    expect([
      valued({ netPence: 300, grossPence: 330, ...option(100) }),
      valued({ netPence: 300, grossPence: 330, ...option(101) }),
      valued({ netPence: 300, grossPence: 330, ...option(110) }),
    ]).toEqual([440, 442, 451]);
    expect([valued({ netPence: 0, grossPence: 0, ...option(1000) }), valued({ netPence: 1000 })]).toEqual([1200, 1200]);
  });
  it('of exactly £30,000 calls for notices, a penny less for none', () => {
    const none = (grossPence: number) => noticesOf(registered({ netPence: 2_500_000, grossPence }).registered).none;
    expect([none(3_000_000), none(2_999_999)]).toEqual([null, 'None: £29,999.99 with VAT is under £30,000 (Procurement Act 2023, s 87).']);
  });
  it('of exactly £5m calls for no indicators and no copy: it takes more', () => {
    const found = (grossPence: number) => [
      noticed(registered({ netPence: 420_000_000, grossPence }), 'UK7')[0]?.words,
      noticed(registered({ netPence: 420_000_000, grossPence }), 'UK9').length > 0,
    ];
    expect(found(500_000_000)).toEqual(['Within 30 days beginning with 1 December 2025, when it was entered into.', false]);
    expect(found(500_000_001)).toEqual([
      expect.stringContaining('Worth more than £5m then: it names the key performance indicators'),
      true,
    ]);
  });
  it('of exactly £5m at first is that to the penny, whatever a change makes of it since', () => {
    const free = { netPence: 500_000_000, grossPence: 500_000_000 };
    const raised = registered(free)
      .on('2026-03-02')
      .does({
        type: 'amend-contract',
        terms: terms({ ...underTheAct, netPence: 600_000_000, grossPence: 600_000_000 }),
        words: 'More homes.',
        decision: '26/00001',
      });
    expect(noticed(raised, 'UK7')[0]?.words).toContain('Its value was put over £5m since');
    expect(noticed(raised, 'UK9').map(({ duty }) => duty)).toEqual(['ask-legal', 'ask-legal']);
  });
});

describe('A contract that began on 29 February', () => {
  it('has one notice of performance for every year, none of them a day short and none over another', () => {
    const found = noticed(
      registered({
        netPence: 600_000_000,
        grossPence: undefined,
        procurementStartedOn: '2027-06-01',
        signedOn: '2028-02-01',
        start: '2028-02-29',
        end: '2033-02-27',
      }),
      'UK9',
    );
    expect(found.slice(0, 5).map(({ from, deadline }) => [from, deadline])).toEqual([
      ['2028-02-29', '2029-02-28'],
      ['2029-03-01', '2030-02-28'],
      ['2030-03-01', '2031-02-28'],
      ['2031-03-01', '2032-02-28'],
      ['2032-02-29', '2033-02-27'],
    ]);
  });
});

describe('The law that a contract is under', () => {
  it('is told by its start where it was signed after that, as it is by the signature where that came first', () => {
    expect(procurementBegan({ start: '2025-02-01', signedOn: '2025-03-01' })).toEqual({ on: '2025-02-01', known: false });
    expect(procurementBegan({ start: '2025-03-01', signedOn: '2025-02-01' })).toEqual({ on: '2025-02-01', known: false });
  });
  it('is the Act from 24 February 2025 on, and its thresholds are those of that day', () => {
    expect([regimeOf({ start: '2025-02-23' }), regimeOf({ start: '2025-02-24' })]).toEqual(['pcr-2015', 'pa-2023']);
    expect([
      thresholdOf(terms({ procurementStartedOn: '2025-02-23' })),
      thresholdOf(terms({ procurementStartedOn: '2025-02-24' })),
    ]).toEqual([null, 21_490_400]);
  });
  it('is the 2015 Regulations where its officers say so, from the first day of the Act on too', () => {
    const none = (procurementStartedOn: string) => noticesOf(registered({ regime: 'pcr-2015', procurementStartedOn }).registered).none;
    expect([none('2025-02-24'), none('2025-02-23')]).toEqual([
      expect.stringContaining('as its officers say'),
      expect.stringContaining('The procurement began on 23 February 2025'),
    ]);
  });
  it('is the Act where its officers say so, whatever the day, under the first thresholds that there were', () =>
    expect(thresholdOf(terms({ regime: 'pa-2023', procurementStartedOn: '2024-01-08' }))).toBe(21_490_400));
});

describe('The performance notices of a contract over £5m', () => {
  const large = (over: Partial<Terms>) => registered({ netPence: 500_000_000, end: '2028-11-30', ...over }).on('2029-01-31');
  const years = (story: ContractStory) => noticed(story, 'UK9').map(({ deadline, publishedOn }) => [deadline, publishedOn]);

  it('are one more where its last day begins a year of its own', () =>
    expect(years(large({ end: '2026-12-01' })).map(([deadline]) => deadline)).toEqual(['2026-11-30', '2026-12-01']));
  it('are not asked for before 2026', () => {
    const short = (end: string) =>
      years(large({ signedOn: '2025-03-03', start: '2025-03-03', procurementStartedOn: '2025-02-24', end })).map(([deadline]) => deadline);
    expect([short('2025-12-31'), short('2026-01-01')]).toEqual([[], ['2026-01-01']]);
  });
  it('each serve one year, in the order in which they were published and not recorded; no other notice is one', () => {
    const story = large({})
      .does(publishes('UK9', '2028-01-10'))
      .does(publishes('UK7', '2026-12-05'))
      .does(publishes('UK9', '2025-12-01'))
      .does(publishes('UK9', '2026-12-20'));
    expect(years(story)).toEqual([
      ['2026-11-30', '2025-12-01'],
      ['2027-11-30', '2026-12-20'],
      ['2028-11-30', '2028-01-10'],
    ]);
  });
  it('do not serve a year that had not begun', () => {
    const story = large({}).does(publishes('UK9', '2026-11-20')).does(publishes('UK9', '2026-11-25'));
    expect(years(story)).toEqual([
      ['2026-11-30', '2026-11-20'],
      ['2027-11-30', null],
      ['2028-11-30', null],
    ]);
  });
});

describe('The change notices of a contract (Procurement Act 2023, s 75)', () => {
  const amends = (over: Partial<Terms>, decision: string) => ({
    type: 'amend-contract' as const,
    terms: terms({ ...underTheAct, ...over }),
    words: 'More homes.',
    decision,
  });
  const changes = (story: ContractStory) => noticed(story, 'UK10').map(({ from, publishedOn, duty }) => [from, publishedOn, duty]);
  const small = (story: ContractStory) => story.does(amends({ netPence: 81_000_000 }, '26/00001'));
  const first = (story: ContractStory) => story.does(amends({ netPence: 96_000_000 }, '26/00002'));
  const second = (story: ContractStory) => story.does(amends({ netPence: 99_000_000 }, '26/00003'));

  it('are one for each change that needs one, and none for a change that needs none', () => {
    const story = second(first(small(registered().on('2026-02-02')).on('2026-03-02')).on('2026-04-01'));
    expect(changes(story)).toEqual([
      ['2026-03-02', null, 'required'],
      ['2026-04-01', null, 'required'],
    ]);
    expect(noticesOf(story.registered).notices.map(({ notice }) => notice)).toEqual(['UK4', 'UK6', 'UK7', 'UK10', 'UK10', 'UK11']);
  });
  it('are theirs alone: the years of a contract over £5m take none of them', () => {
    const large = { ...underTheAct, netPence: 500_000_000 };
    const story = registered(large)
      .on('2026-03-02')
      .does(publishes('UK10', '2026-02-20'))
      .does({ ...amends({}, '26/00002'), terms: terms({ ...large, netPence: 600_000_000 }) });
    expect([changes(story), noticed(story, 'UK9').map(({ publishedOn }) => publishedOn)]).toEqual([
      [['2026-03-02', '2026-02-20', 'required']],
      [null, null],
    ]);
  });
  it('each serve one change: that of the first does not answer for the second', () => {
    const story = second(first(registered().on('2026-03-02').does(publishes('UK10', '2026-02-20'))).on('2026-04-01'));
    expect(changes(story)).toEqual([
      ['2026-03-02', '2026-02-20', 'required'],
      ['2026-04-01', null, 'required'],
    ]);
    expect(noticesOutstanding(story.registered, '2026-04-01', '2025-12-01').map(({ notice }) => notice)).toEqual(['UK7', 'UK10']);
    expect(changes(story.does(publishes('UK10', '2026-04-01')))).toEqual([
      ['2026-03-02', '2026-02-20', 'required'],
      ['2026-04-01', '2026-04-01', 'required'],
    ]);
  });
  it('cover all that is changed on one day', () => {
    const story = second(first(registered().on('2026-03-02').does(publishes('UK10', '2026-03-02'))));
    expect(changes(story)).toEqual([
      ['2026-03-02', '2026-03-02', 'required'],
      ['2026-03-02', '2026-03-02', 'required'],
    ]);
  });
  it('published after the change are late: they do not answer for it', () =>
    expect(changes(first(registered().on('2026-03-02')).on('2026-03-03').does(publishes('UK10', '2026-03-03')))).toEqual([
      ['2026-03-02', null, 'required'],
    ]));
  it('published before an option, of which legal is asked, do not hide that a later change was not noticed', () => {
    const option = { extensionOptions: [{ months: 12, amountPence: 0 }] };
    const story = registered(option)
      .on('2027-03-01')
      .does({ type: 'exercise-option', on: '2027-03-01' })
      .on('2027-04-01')
      .does(publishes('UK10', '2027-02-20'))
      .does(amends({ ...option, netPence: 96_000_000 }, '27/00002'));
    expect(changes(story)).toEqual([
      ['2027-03-01', '2027-02-20', 'ask-legal'],
      ['2027-04-01', null, 'required'],
    ]);
    expect(changes(story.does(publishes('UK10', '2027-03-25')))).toEqual([
      ['2027-03-01', '2027-02-20', 'ask-legal'],
      ['2027-04-01', '2027-03-25', 'required'],
    ]);
  });
});

describe('A notice that was published', () => {
  it('is no other notice, and twice published shows its last day, whichever was recorded first', () => {
    for (const [first, second] of [
      ['2025-12-20', '2025-12-05'],
      ['2025-12-05', '2025-12-20'],
    ] as const) {
      const story = registered().on('2026-01-31').does(publishes('UK7', first)).does(publishes('UK7', second));
      expect(noticesOf(story.registered).notices.map(({ notice, publishedOn }) => [notice, publishedOn])).toEqual([
        ['UK4', null],
        ['UK6', null],
        ['UK7', '2025-12-20'],
        ['UK11', null],
      ]);
    }
  });
  it('is asked for from its day on, and no more once it is out', () => {
    const asked = (story: ContractStory, on: string) => noticesOutstanding(story.registered, on, '2025-12-01').map(({ notice }) => notice);
    expect([
      asked(registered(), '2025-11-30'),
      asked(registered(), '2025-12-01'),
      asked(registered().does(publishes('UK7', '2025-12-01')), '2025-12-01'),
    ]).toEqual([[], ['UK7'], []]);
  });
});

const stage = (name: string, from: string): TimetableRow => ({
  stage: name,
  from,
  to: from,
  rule: 'r',
  source: 's',
  words: 'w.',
  provisional: false,
});
const planned = (...timetable: TimetableRow[]): LatestSafeStart => ({
  date: '2026-01-05',
  arrivesBy: '2027-12-01',
  provisional: false,
  timetable,
});
const ahead = (over: Partial<Parameters<typeof noticesAhead>[0]> = {}, of: Partial<Terms> = {}) => ({
  terms: terms({ ...underTheAct, netPence: 300_000_000, ...of }),
  route: 'open-tender' as const,
  plan: planned(stage('tender', '2027-04-01'), stage('standstill', '2027-09-01')),
  spendsOver100mAYear: true,
  today: '2026-01-05',
  ...over,
});
const codes = (input: Parameters<typeof noticesAhead>[0]) => noticesAhead(input).map(({ notice }) => notice);

describe('The pipeline notice of what follows (Procurement Act 2023, s 93)', () => {
  const year = (tenderOn: string, today: string) => noticesAhead(ahead({ plan: planned(stage('tender', tenderOn)), today }))[0]?.from;

  it('is that of the first April whose eighteen months reach the tender', () => {
    expect([year('2027-03-31', '2026-01-05'), year('2027-09-30', '2026-01-05'), year('2027-10-01', '2026-01-05')]).toEqual([
      '2026-04-01',
      '2026-04-01',
      '2027-04-01',
    ]);
  });
  it('is that of the next one, the tender’s own day included, once the 56 days for the first are over', () =>
    expect([year('2027-04-01', '2026-05-26'), year('2027-04-01', '2026-05-27')]).toEqual(['2026-04-01', '2027-04-01']));
  it('is the last that should have been published, where none can be in time', () =>
    expect([year('2026-11-02', '2026-12-01'), year('2027-03-31', '2026-05-27')]).toEqual(['2026-04-01', '2026-04-01']));
  it('is for councils that spend more than £100m a year', () =>
    expect([codes(ahead()), codes(ahead({ spendsOver100mAYear: false }))]).toEqual([
      ['UK1', 'UK2', 'UK3', 'UK4', 'UK6'],
      ['UK2', 'UK3', 'UK4', 'UK6'],
    ]));
  it('of a direct award is told by the day of its transparency notice', () => {
    const direct = (plan: LatestSafeStart) =>
      noticesAhead(ahead({ route: 'direct-award', plan })).map(({ notice, from, deadline }) => [notice, from, deadline]);
    expect(direct(planned(stage('standstill', '2027-10-01')))).toEqual([
      ['UK1', '2027-04-01', '2027-05-26'],
      ['UK5', null, '2027-10-01'],
      ['UK6', null, '2027-10-01'],
    ]);
    expect(direct(planned())).toEqual([['UK1', '2025-04-01', '2025-05-26']]);
  });

  it('is outstanding until the last day for it, and once it is published it is not', () => {
    const due = (today: string, ...published: { notice: string; publishedOn: string }[]) =>
      pipelineOutstanding(ahead({ plan: planned(stage('tender', '2027-01-04')), today }), published)?.deadline ?? null;
    expect([due('2026-05-26'), due('2026-05-27')]).toEqual(['2026-05-26', null]);
    expect(due('2026-05-01', { notice: 'UK1', publishedOn: '2026-04-01' })).toBeNull();
    expect(due('2026-05-01', { notice: 'UK2', publishedOn: '2026-04-01' }, { notice: 'UK1', publishedOn: '2026-04-20' })).toBeNull();
    expect(due('2026-05-01', { notice: 'UK2', publishedOn: '2026-04-20' }, { notice: 'UK1', publishedOn: '2026-03-31' })).toBe(
      '2026-05-26',
    );
  });
  it('is none of a contract that belongs in no pipeline', () =>
    expect(pipelineOutstanding(ahead({ spendsOver100mAYear: false }), [])).toBeNull());
});

describe('The notices on the way to what follows', () => {
  it('have the days that the law counts from the tender notice: engagement before it, planned procurement from a year to forty days ahead', () =>
    expect(
      noticesAhead(ahead())
        .slice(1, 4)
        .map(({ from, deadline }) => [from, deadline]),
    ).toEqual([
      [null, '2027-03-31'],
      ['2026-04-01', '2027-02-20'],
      [null, '2027-04-01'],
    ]));
  it('by a framework are the award notice alone', () => expect(codes(ahead({ route: 'framework-call-off' }))).toEqual(['UK6']));
  it('are none of an award for which the plan leaves no day', () =>
    expect(codes(ahead({ plan: planned(stage('tender', '2027-04-01')) }))).toEqual(['UK1', 'UK2', 'UK3', 'UK4']));
  it('are those of a contract worth exactly the threshold, and none of one worth a penny less', () => {
    const worth = (grossPence: number) => codes(ahead({ route: 'framework-call-off' }, { netPence: 17_908_666, grossPence }));
    expect([worth(20_772_000), worth(20_771_999)]).toEqual([['UK6'], []]);
  });
  it('are none of an award that the user chooses, and all of them where there is competition after one', () => {
    const chosen = { route: 'direct-award', userChoice: true } as const;
    expect([codes(ahead({ route: 'direct-award' }, chosen)), codes(ahead({}, chosen))]).toEqual([[], ['UK1', 'UK2', 'UK3', 'UK4', 'UK6']]);
  });
  it('are those of any direct award where the user’s choice was ticked of a contract that was put out to competition', () =>
    expect(codes(ahead({ route: 'direct-award' }, { route: 'open', userChoice: true }))).toEqual(['UK1', 'UK5', 'UK6']));
  it('are measured by the threshold of the tender’s year, and not of the award’s', () => {
    const worth = (tenderOn: string) =>
      codes(
        ahead(
          { plan: planned(stage('tender', tenderOn), stage('standstill', '2026-06-01')) },
          { netPence: 17_500_000, grossPence: 21_000_000 },
        ),
      );
    expect([worth('2025-12-31'), worth('2026-01-01')]).toEqual([[], ['UK2', 'UK3', 'UK4', 'UK6']]);
  });
  it('are not the Act’s for health care services', () => expect(codes(ahead({}, { regime: 'psr-2023' }))).toEqual([]));
});

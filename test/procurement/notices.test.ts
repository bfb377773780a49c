import { describe, expect, it } from 'vitest';
import { changeNotice } from '../../functions/contract/contract-change.rules.ts';
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
const contract = (over: Partial<Terms> = {}) => new ContractStory('2025-12-01T07:00:00Z').registers({ ...underTheAct, ...over }).registered;
const notice = (code: string, over: Partial<Terms> = {}) => noticesOf(contract(over)).notices.find((each) => each.notice === code);
const codes = (over: Partial<Terms> = {}) => noticesOf(contract(over)).notices.map((each) => each.notice);

describe('a contract under the Procurement Act 2023', () => {
  it('after open competition calls for a tender notice, an award notice, its details and its end', () =>
    expect(codes()).toEqual(['UK4', 'UK6', 'UK7', 'UK11']));
  it('entered into on 1 December 2025 has its details published by 30 December', () =>
    expect(notice('UK7')).toMatchObject({ from: '2025-12-01', deadline: '2025-12-30' }));
  it('of light touch has until 30 March 2026 for them', () => expect(notice('UK7', { lightTouch: true })?.deadline).toBe('2026-03-30'));
  it('that expires on 30 November 2027 has its termination notice by 29 December: coming to an end counts', () =>
    expect(notice('UK11')).toMatchObject({ from: '2027-11-30', deadline: '2027-12-29' }));
  it('terminated sooner has it from that day', () => {
    const story = new ContractStory('2025-12-01T07:00:00Z')
      .registers(underTheAct)
      .on('2026-06-30')
      .does({ type: 'end-contract', on: '2026-06-30', how: 'terminated', words: 'Breach.' });
    const ended = story.contract;
    expect(ended?.status === 'ended' && noticesOf(ended).notices.find((each) => each.notice === 'UK11')).toMatchObject({
      from: '2026-06-30',
      deadline: '2026-07-29',
    });
  });
  it('signed on 13 November 2025 had its award notice by 3 November, for eight working days of standstill', () =>
    expect(notice('UK6', { signedOn: '2025-11-13' })?.deadline).toBe('2025-11-03'));
  it('signed on 6 January 2026 had it by 19 December 2025, over the bank holidays, one of them Scotland’s', () =>
    expect(notice('UK6', { signedOn: '2026-01-06', start: '2026-01-06' })?.deadline).toBe('2025-12-19'));
  it('of light touch needs no standstill, and its award notice before signature all the same', () =>
    expect(notice('UK6', { lightTouch: true })).toMatchObject({
      deadline: '2025-11-30',
      words: expect.stringContaining('needs no standstill'),
    }));
  it('with its award notice published on the last day for it has nothing said against that; on the day after, it is for legal to say', () => {
    const published = (publishedOn: string, over: Partial<Terms> = {}, again = publishedOn) => {
      const told = new ContractStory('2025-10-01T07:00:00Z').registers({ ...underTheAct, signedOn: '2025-11-13', ...over });
      told.on('2025-12-01').does({ type: 'record-notice', notice: 'UK6', publishedOn });
      if (again !== publishedOn) told.does({ type: 'record-notice', notice: 'UK6', publishedOn: again });
      told.does({ type: 'record-notice', notice: 'UK7', publishedOn: '2025-11-13' });
      return noticesOf(told.registered).notices.find((each) => each.notice === 'UK6')?.words;
    };
    expect(published('2025-11-03')).not.toContain('legal');
    expect(published('2025-11-04')).toMatch(/last day for that was 3 November 2025: unless section 51\(3\) spares/);
    expect(published('2025-11-03', {}, '2025-11-04'), 'published again while suppliers could still go by it').toContain('legal');
    expect(published('2025-11-03', {}, '2025-12-01'), 'put right once it is signed').not.toContain('legal');
    expect(published('2025-12-01', {}, '2025-11-20'), 'published only once it is signed').toContain('legal');
    expect(published('2025-11-12', { lightTouch: true })).not.toContain('legal');
    expect(published('2025-11-13', { lightTouch: true })).toMatch(/last day for that was 12 November 2025: what follows/);
  });
  it('known before it is signed owes its award notice from then, be it too late for its standstill; known from that day on only, that is history', () => {
    const outstanding = (registeredOn: string, today: string) =>
      noticesOutstanding(contract({ signedOn: '2025-11-13' }), today, registeredOn).map((each) => [each.notice, each.from]);
    expect(outstanding('2025-11-03', '2025-11-02')).toEqual([]);
    expect(outstanding('2025-11-03', '2025-11-03')).toEqual([['UK6', '2025-11-03']]);
    expect(outstanding('2025-11-03', '2025-11-14')).toEqual([
      ['UK6', '2025-11-03'],
      ['UK7', '2025-11-13'],
    ]);
    expect(outstanding('2025-11-12', '2025-11-12')).toEqual([['UK6', '2025-11-12']]);
    expect(outstanding('2025-11-13', '2025-11-14')).toEqual([['UK7', '2025-11-13']]);
  });
  it('awarded directly calls for a transparency notice first, but not by user choice', () => {
    expect(codes({ route: 'direct-award' })).toEqual(['UK5', 'UK6', 'UK7', 'UK11']);
    expect(codes({ route: 'direct-award', userChoice: true })).toEqual([]);
  });
  it('called off from a framework needs no tender notice of its own', () =>
    expect(codes({ route: 'framework' })).toEqual(['UK6', 'UK7', 'UK11']));
  it('worth more than £5m publishes indicators and a performance notice, unless light touch', () => {
    expect(codes({ netPence: 500_000_000 })).toContain('UK9');
    expect(notice('UK9', { netPence: 500_000_000 })?.deadline).toBe('2026-11-30');
    expect(notice('UK7', { netPence: 500_000_000 })?.words).toContain('key performance indicators');
    expect(codes({ netPence: 500_000_000, lightTouch: true })).not.toContain('UK9');
  });
  it('with indicators has a performance notice for every year and one at its end, each published once', () => {
    const large = { netPence: 500_000_000, end: '2028-03-31' };
    const years = (story: ContractStory) =>
      noticesOf(story.registered)
        .notices.filter((each) => each.notice === 'UK9')
        .map(({ from, deadline, publishedOn }) => [from, deadline, publishedOn]);
    const story = () => new ContractStory('2027-01-10T07:00:00Z').registers({ ...underTheAct, ...large });
    expect(years(story())).toEqual([
      ['2025-12-01', '2026-11-30', null],
      ['2026-12-01', '2027-11-30', null],
      ['2027-12-01', '2028-03-31', null],
    ]);
    const late = story().does({ type: 'record-notice', notice: 'UK9', publishedOn: '2027-01-05' });
    expect(years(late).map(([, , publishedOn]) => publishedOn)).toEqual(['2027-01-05', null, null]);
    expect(
      years(late.does({ type: 'record-notice', notice: 'UK9', publishedOn: '2027-01-10' })).map(([, , publishedOn]) => publishedOn),
    ).toEqual(['2027-01-05', '2027-01-10', null]);
  });
  it('of which the procurement began from 1 April 2026 has its payments published', () => {
    expect(codes({ procurementStartedOn: '2026-04-01' })).toContain('UK8');
    expect(codes({ procurementStartedOn: '2026-03-31' })).not.toContain('UK8');
  });
  it('shows a notice as published once it is', () =>
    expect(
      noticesOf(
        new ContractStory('2025-12-02T07:00:00Z')
          .registers(underTheAct)
          .does({ type: 'record-notice', notice: 'UK7', publishedOn: '2025-12-02' }).registered,
      ).notices.find((each) => each.notice === 'UK7')?.publishedOn,
    ).toBe('2025-12-02'));
  it('registered long after its notices were due lists them and asks for none of them', () => {
    expect(noticesOutstanding(contract(), '2026-06-01', '2026-05-01')).toEqual([]);
    expect(noticesOutstanding(contract(), '2025-12-30', '2025-12-30').map((each) => each.notice)).toEqual(['UK7']);
    expect(noticesOutstanding(contract(), '2025-12-31', '2025-12-31')).toEqual([]);
    expect(noticesOutstanding(contract(), '2025-12-05', '2025-12-01').map((each) => each.notice)).toEqual(['UK7']);
  });
});

describe('a contract that calls for no notice says why', () => {
  it.each<[string, Partial<Terms>, string]>([
    ['begun before the Act', { procurementStartedOn: '2025-02-23' }, 'None: PCR 2015. The procurement began on 23 February 2025'],
    [
      'of which nobody recorded when it began',
      { procurementStartedOn: undefined, signedOn: '2025-01-06', start: '2025-04-01' },
      'None: PCR 2015. We have no record of when its procurement began.',
    ],
    ['for health care services', { regime: 'psr-2023' }, 'None: PSR 2023.'],
    ['with the council’s own company', { route: 'in-house' }, 'None: an agreement with the council’s own company'],
    ['under £30,000 with VAT', { netPence: 2_499_999 }, 'None: £29,999.99 with VAT is under £30,000'],
  ])('%s', (_, over, words) => {
    const found = noticesOf(contract(over));
    expect(found.none).toContain(words);
    expect(found.notices).toEqual([]);
  });
});

describe('the thresholds', () => {
  const at = (procurementStartedOn: string, over: Partial<Terms> = {}) => thresholdOf(terms({ procurementStartedOn, ...over }));
  it('are those of the day on which the procurement began', () =>
    expect([at('2025-12-31'), at('2026-01-01')]).toEqual([21_490_400, 20_772_000]));
  it('are their own for light touch and works', () =>
    expect([
      at('2026-01-01', { lightTouch: true }),
      at('2025-12-31', { subject: 'works' }),
      at('2026-01-01', { subject: 'works' }),
    ]).toEqual([66_354_000, 537_260_900, 519_300_000]));
  it('are none before the Act', () => expect(at('2025-02-23')).toBeNull());
  it('are met by exactly the figure', () => {
    expect(codes({ netPence: 17_908_666, grossPence: 21_490_400 })).toContain('UK6');
    expect(codes({ netPence: 17_908_666, grossPence: 21_490_399 })).toEqual(['UK4', 'UK7']);
  });
  it('are tested on the value with VAT and every option', () => {
    expect(estimatedGross(terms())).toBe(192_000_000);
    expect(estimatedGross(terms({ grossPence: 80_000_000 }))).toBe(160_000_000);
  });
});

describe('a change to a contract', () => {
  const changed = (over: Partial<Terms>, of: Partial<Terms> = {}) =>
    changeNotice(contract(of), terms({ ...underTheAct, ...of, ...over }), '2026-06-01').notice;
  it('of no more than 10% in value needs no notice, of more does', () =>
    expect([changed({ netPence: 88_000_000 }), changed({ netPence: 88_000_001 }), changed({ netPence: 71_999_999 })]).toEqual([
      'not-required',
      'required',
      'required',
    ]));
  it('of works has 15%', () =>
    expect([changed({ netPence: 92_000_000 }, { subject: 'works' }), changed({ netPence: 92_000_001 }, { subject: 'works' })]).toEqual([
      'not-required',
      'required',
    ]));
  it('of more than 10% of its maximum term needs one', () =>
    expect([changed({ end: '2028-02-10' }), changed({ end: '2028-02-12' })]).toEqual(['not-required', 'required']));
  it('of a light touch contract, or one under the 2015 Regulations, needs none', () =>
    expect([
      changed({ netPence: 800_000_000 }, { lightTouch: true }),
      changed({ netPence: 800_000_000 }, { procurementStartedOn: '2024-01-01' }),
    ]).toEqual(['not-required', 'not-required']));
  it('after another is measured from the contract as it was awarded', () => {
    const story = new ContractStory('2025-12-01T07:00:00Z').registers(underTheAct);
    story
      .does({ type: 'amend-contract', terms: terms({ ...underTheAct, netPence: 86_000_000 }), words: 'More homes.', decision: '26/00001' })
      .does({ type: 'amend-contract', terms: terms({ ...underTheAct, netPence: 90_000_000 }), words: 'And more.', decision: '26/00002' });
    expect(story.registered.changes.map((each) => each.notice)).toEqual(['not-required', 'required']);
    expect(noticesOf(story.registered).notices.find((each) => each.notice === 'UK10')).toMatchObject({
      duty: 'required',
      deadline: '2025-12-01',
    });
  });
  it('of wording alone needs none', () => expect(changed({ title: 'Property security' })).toBe('not-required'));
  it('by taking up a priced option is for legal to say', () => {
    const option = { extensionOptions: [{ months: 12, amountPence: 1 }] };
    const story = new ContractStory('2025-12-01T07:00:00Z')
      .registers({ ...underTheAct, ...option })
      .on('2027-05-03')
      .does({ type: 'exercise-option', on: '2027-05-03' });
    expect(noticesOf(story.registered).notices.find((each) => each.notice === 'UK10')?.duty).toBe('ask-legal');
  });
});

describe('the notices on the way to what follows', () => {
  const today = '2025-12-01';
  const ahead = (route: Parameters<typeof latestSafeStartOf>[2], over: Partial<Terms> = {}) => {
    const found = contract({ divisionsAffected: 'all', ...over });
    return noticesAhead({
      terms: found.terms,
      route: route ?? 'open-tender',
      plan: latestSafeStartOf(found, { on: today, council: kent, settings }, route),
      spendsOver100mAYear: true,
      today,
    });
  };
  it('by open tender are engagement, planned procurement, tender and award, whatever the old contract was under', () =>
    expect(ahead('open-tender', { procurementStartedOn: '2024-01-01' }).map((each) => each.notice)).toEqual(['UK2', 'UK3', 'UK4', 'UK6']));
  it('over £2m begin with the pipeline, published by 26 May of the first year that reaches the tender', () =>
    expect(ahead('open-tender', { netPence: 300_000_000 })[0]).toMatchObject({
      notice: 'UK1',
      from: '2026-04-01',
      deadline: '2026-05-26',
    }));
  it('worth exactly £2m are not in the pipeline: it takes more', () => {
    const worth = (grossPence: number) =>
      ahead('open-tender', { netPence: 100_000_000, grossPence })
        .map((each) => each.notice)
        .includes('UK1');
    expect([worth(200_000_000), worth(200_000_001)]).toEqual([false, true]);
  });
  it('by direct award include the transparency notice', () =>
    expect(ahead('direct-award').map((each) => each.notice)).toEqual(['UK5', 'UK6']));
  it('by variation leave the change notice to be tested', () =>
    expect(ahead('variation').map(({ notice: code, duty }) => [code, duty])).toEqual([['UK10', 'ask-legal']]));
  it('by variation are none under the 2015 Regulations, which cover its changes, and none of a light touch contract (s 75(6))', () =>
    expect([
      ...ahead('variation', { procurementStartedOn: '2024-01-01' }),
      ...ahead('variation', { lightTouch: true, netPence: 300_000_000 }),
    ]).toEqual([]));
  it('to the council’s own company, again or by a change, are none, in no pipeline either (Sch 2), and to be put out to tender they are those of a tender', () => {
    const own = { route: 'in-house', netPence: 300_000_000 } as const;
    expect(ahead('direct-award', own)).toEqual([]);
    expect(ahead('variation', own)).toEqual([]);
    expect(ahead('open-tender', own).map((each) => each.notice)).toEqual(['UK1', 'UK2', 'UK3', 'UK4', 'UK6']);
  });
  it('are none where the contract lapses, or is under the threshold', () =>
    expect([...ahead('lapse'), ...ahead('open-tender', { netPence: 3_000_000 })]).toEqual([]));
});

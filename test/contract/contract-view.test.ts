import { describe, expect, it } from 'vitest';
import { contractView } from '../../functions/contract/api/contract.view.ts';
import { addDays } from '../../functions/rules/local-date.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory, contractsOfficer, settings } from './contract-story.ts';

const given = (on: string, over = {}) => ({ on, council: kent, settings: { ...settings, ...over } });
const plain = { start: '2023-01-01', end: '2026-12-31', extensionOptions: [] };
const codes = (view: ReturnType<typeof contractView>) => view.warnings.map(({ code }) => code);

describe('a contract as the council sees it', () => {
  it('has its dates, its value, its latest safe start and why no notice is called for', () =>
    expect(contractView(new ContractStory().registers().contract!, given('2024-01-02'))).toMatchObject({
      reference: 'SC23001',
      status: 'registered',
      effectiveEnd: '2025-11-30',
      maximumEnd: '2027-11-30',
      regime: 'Public Contracts Regulations 2015',
      value: { approvedPence: 160_000_000, committedPence: 80_000_000, needsDecision: false },
      latestSafeStart: { arrivesBy: '2025-12-01', provisional: false },
      notices: { none: expect.stringContaining('PCR 2015') },
      nextAlertOn: expect.any(String),
    }));
  it('has its whole ladder in order, told and still to come', () => {
    const story = new ContractStory('2026-10-05T07:00:00Z').registers(plain);
    story.checks();
    const { alerts } = contractView(story.contract!, given('2026-10-05'));
    expect(alerts.map(({ date }) => date)).toEqual(alerts.map(({ date }) => date).toSorted());
    const of = (code: string) => alerts.find((each) => each.code === code);
    expect(of('end-3m')).toMatchObject({ date: '2026-09-30', toldOn: '2026-10-05' });
    expect(of('expiry')).toMatchObject({ date: '2026-12-31', toldOn: null });
  });
  it('has it to its last rung after the end, however far off that is', () => {
    const { alerts } = contractView(new ContractStory().registers(plain).contract!, given('2024-01-02'));
    expect(alerts.at(-1)?.code).toBe('expired-12');
  });
  it('warns of a gap and of an overlap, and of neither when the next begins the day after', () => {
    const linked = (start: string) =>
      codes(
        contractView(
          new ContractStory().registers(plain).does({ type: 'link-successor', successor: { id: 'next', start, basis: 'stated' } })
            .contract!,
          given('2024-01-02'),
        ),
      );
    expect([linked('2027-01-02'), linked('2026-12-31'), linked('2027-01-01')]).toEqual([['gap'], ['overlap'], []]);
  });
  it('warns where its options run past the council’s own end', () => {
    const reorganisation = { on: '2027-11-30', words: 'Its functions pass to new councils.' };
    const contract = new ContractStory().registers().contract!;
    expect(codes(contractView(contract, given('2024-01-02', { reorganisation })))).toEqual(['past-reorganisation']);
    expect(
      codes(contractView(contract, given('2024-01-02', { reorganisation: { ...reorganisation, on: addDays('2027-11-30', 1) } }))),
    ).toEqual([]);
  });
  it('warns of a signature before call-in of its award had closed', () => {
    const signed = (signedOn: string) =>
      new ContractStory()
        .registers({ signedOn })
        .does({ type: 'note-decision', decision: { number: '23/00074', outcome: 'award', effectiveFrom: '2023-10-24' } }).contract!;
    expect([
      codes(contractView(signed('2023-10-23'), given('2024-01-02'))),
      codes(contractView(signed('2023-10-24'), given('2024-01-02'))),
    ]).toEqual([['signed-before-effective'], []]);
  });
  it('warns of a signature before the decision to procure it had effect where no award was decided, and never by one that prolongs it', () => {
    const signed = (outcome: 'procure' | 'extend' | 'lapse') =>
      new ContractStory()
        .registers({ signedOn: '2023-10-23' })
        .does({ type: 'note-decision', decision: { number: '23/00080', outcome, effectiveFrom: '2023-10-24' } });
    const warned = (story: ContractStory) => codes(contractView(story.contract!, given('2024-01-02')));
    expect([warned(signed('procure')), warned(signed('extend')), warned(signed('lapse'))]).toEqual([['signed-before-effective'], [], []]);
    const prolonged = signed('procure').does({
      type: 'note-decision',
      decision: { number: '25/00090', outcome: 'extend', effectiveFrom: '2025-10-01' },
    });
    // It may have been urgent, or waived from call-in: nobody is told that call-in had closed.
    expect(contractView(prolonged.contract!, given('2024-01-02')).warnings[0]?.words).toBe(
      'The contract was signed on 23 October 2023. Decision 23/00080 took effect only on 24 October 2023.',
    );
  });
  it('warns of no signature where nobody said when it was signed, or from when any decision has effect', () => {
    const noted = (signedOn: string | undefined, effectiveFrom?: string) =>
      new ContractStory()
        .registers({ signedOn })
        .does({ type: 'note-decision', decision: { number: '23/00080', outcome: 'award', ...(effectiveFrom ? { effectiveFrom } : {}) } });
    const warned = (story: ContractStory) => codes(contractView(story.contract!, given('2024-01-02')));
    for (const story of [noted(undefined, '2023-10-24'), noted('2023-10-23')]) expect(warned(story)).toEqual([]);
    const known = noted('2023-10-23', '2023-10-24').does({ type: 'note-decision', decision: { number: '23/00081', outcome: 'award' } });
    expect(warned(known)).toEqual(['signed-before-effective']);
  });
  it('says until when its alerts are put off, until they come back', () => {
    const put = new ContractStory('2024-01-02T09:00:00Z')
      .registers(plain)
      .does({ type: 'snooze-alerts', until: '2024-02-01', words: 'It can wait.' });
    const until = (story: ContractStory, on: string) => contractView(story.contract!, given(on)).snoozedUntil;
    expect([until(new ContractStory().registers(plain), '2024-01-02'), until(put, '2024-01-31'), until(put, '2024-02-01')]).toEqual([
      null,
      '2024-02-01',
      null,
    ]);
  });
  it('has the options that can still be taken up, and none once it has ended', () => {
    const story = new ContractStory('2025-12-02T09:00:00Z').registers();
    const seen = () => contractView(story.contract!, given('2025-12-02'));
    const both = [
      { option: 1, endsOn: '2026-11-30' },
      { option: 2, endsOn: '2027-11-30' },
    ];
    expect(seen()).toMatchObject({ optionsAhead: both });
    story.does({ type: 'end-contract', on: '2025-11-30', how: 'expired', words: '' });
    expect(seen()).toMatchObject({ status: 'ended', optionsAhead: [] });
  });
  it('once ended has no start to be safe', () =>
    expect(
      contractView(
        new ContractStory('2027-01-02T09:00:00Z')
          .registers(plain)
          .does({ type: 'end-contract', on: '2026-12-31', how: 'expired', words: '' }).contract!,
        given('2027-01-02'),
      ),
    ).toMatchObject({ status: 'ended', latestSafeStart: null, optionsAhead: [] }));
  it('says of proposed dates that they are no contract dates', () => {
    const story = new ContractStory().does({
      type: 'propose-contract',
      by: contractsOfficer,
      reference: '23/00022-1',
      ocid: 'ocds-000000-23-00022',
      decision: { number: '23/00022', outcome: 'procure' },
      particulars: {
        title: 'SAFER',
        department: 'Adult Social Care and Health',
        owner: { name: 'A', email: 'a@kent.example' },
        sponsor: { name: 'B', email: 'b@kent.example' },
      },
      proposed: { outcome: 'procure', start: '2023-08-01', end: '2025-07-31', extensionOptions: [], replaces: [] },
    });
    expect(codes(contractView(story.contract!, given('2023-06-01')))).toEqual(['proposed-dates']);
    expect(contractView(story.does({ type: 'close-contract', words: 'Not pursued.' }).contract!, given('2023-12-02')).status).toBe(
      'closed',
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Lawfulness } from '../../functions/decision/decision.ts';
import { rulesVersion } from '../../functions/record/lawfulness.rules.ts';
import { kent } from '../../seeds/kent/council.ts';
import { awaiting, decided, link, none, noticed, type Setting, small } from '../decision/stories.ts';
import { clerk } from '../decision/story.ts';

const proofOf = ({ decision }: ReturnType<typeof decided>): Lawfulness | undefined =>
  decision?.status === 'decided' ? decision.record.lawfulness : undefined;
const proof = (setting: Setting = {}) => proofOf(decided(setting));

describe('what shows that a decision was lawful', () => {
  it('names the reading of the rules, and the bank holidays it was counted by', () => {
    expect(proof()).toMatchObject({ rulesVersion, calendar: { version: 'england-and-wales-2026-11', coversUntil: '2028-12-31' } });
    expect(proof()?.calendar.source).toContain('Banking and Financial Dealings Act 1971');
  });

  it('holds the figures, and the council’s rule that they were judged by', () =>
    expect(proof()?.classification).toMatchObject({
      isKey: true,
      grounds: ['expenditure-over-threshold', 'divisions-over-limit'],
      totals: { expenditurePence: 160_000_000 },
      rule: kent.keyRules[0],
      statement: expect.stringMatching(/^Key decision: expenditure of up to £1,600,000 is more than £1,000,000/),
    }));

  it('counts every day of the notice, one by one', () => {
    const notice = proof()?.notice;
    expect(notice).toMatchObject({ route: 'ordinary', publishedOn: '2023-03-07', clearDaysRequired: 28, clearDaysBasis: 'calendar' });
    expect(notice?.days).toHaveLength(30);
    expect(notice?.days.at(-2)).toMatchObject({ date: '2023-04-04', place: 28 });
  });

  it('counts the working days of short notice, leaving weekends out', () => {
    const story = noticed({ route: 'general-exception' }).on('2023-03-15').does({ type: 'run-daily-check' });
    story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
    expect(
      proofOf(story)
        ?.notice.days.filter(({ counted }) => counted)
        .map(({ date }) => date),
    ).toEqual(['2023-03-08', '2023-03-09', '2023-03-10', '2023-03-13', '2023-03-14']);
  });

  it('counts no day where the law asks for none', () =>
    expect(proof({ content: small })?.notice).toMatchObject({ clearDaysRequired: 0, clearDaysBasis: 'none', days: [] }));

  it('holds every gate, the days, and the council’s settings as they were', () =>
    expect(proof()).toMatchObject({
      gates: [{ rule: 'notice-period' }, { rule: 'consultation-open' }],
      earliestDecisionDate: '2023-04-05',
      decidedOn: '2023-04-05',
      settings: {
        noticeClearDays: 28,
        generalExceptionClearWorkingDays: 5,
        callIn: { from: '2012-01-01', source: kent.callInRules[0]?.source, clearWorkingDays: 5 },
      },
    }));

  it('names the call-in rule that the record’s own day went by, and not that of an earlier signature', () => {
    const rule = kent.callInRules[0]!;
    const story = awaiting({ council: { ...kent, callInRules: [rule, { ...rule, from: '2023-04-10', clearWorkingDays: 8 }] } }).on(
      '2023-04-11',
    );
    story.does({
      type: 'determine',
      response: 'approve',
      interest: none,
      ...link(story, 'determination'),
      signedOn: '2023-04-06',
      by: { ...clerk, override: 'Signed on paper' },
    });
    expect(story.decision).toMatchObject({ record: { callInClosesOn: '2023-04-21' } });
    expect(proofOf(story)).toMatchObject({ decidedOn: '2023-04-06', settings: { callIn: { from: '2023-04-10', clearWorkingDays: 8 } } });
  });
});

import { describe, expect, it } from 'vitest';
import { defaultContractSettings } from '../../functions/contract/contract-settings.ts';
import type { Plan } from '../../functions/contract/contract-settings.schema.ts';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { draftFromContract } from '../../functions/procurement/draft-proposal.rules.ts';
import { latestSafeStart } from '../../functions/procurement/latest-safe-start.rules.ts';
import { nextRouteOf, safeStartFor } from '../../functions/procurement/next-path.rules.ts';
import { decisionStages } from '../../functions/procurement/decision-stages.rules.ts';
import { type PathInput, planFor, plannedStages } from '../../functions/procurement/planned-stages.rules.ts';
import { calendarCoveredUntil, knownCalendar } from '../../functions/procurement/working-calendar.ts';
import { addDays, daysBetween } from '../../functions/rules/local-date.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory, settings } from '../contract/contract-story.ts';

const input = (over: Partial<PathInput> = {}): PathInput => ({
  route: 'open-tender',
  serviceClass: 'standard',
  decisionIsKey: true,
  awardIsKey: true,
  on: '2026-11-21',
  council: kent,
  settings: defaultContractSettings,
  ...over,
});

describe('The times of a council’s settings', () => {
  const plan = (over: Partial<Plan>): Plan => ({ ...planFor(input()), ...over });
  const plans = [
    plan({ route: 'lapse', tenderDays: 1, from: '2026-06-01' }),
    plan({ route: 'open-tender', serviceClass: 'simple', tenderDays: 2 }),
    plan({ route: 'open-tender', serviceClass: 'complex', tenderDays: 3, from: '2026-01-01' }),
  ];
  const days = (over: Partial<PathInput>, among = plans) =>
    planFor(input({ settings: { ...defaultContractSettings, plans: among }, ...over })).tenderDays;

  it('are those of the route and of how hard the service is', () =>
    expect([days({ serviceClass: 'simple' }), days({ serviceClass: 'complex' }), days({ route: 'lapse' })]).toEqual([2, 3, 1]));
  it('where none are set for that class are those of the route, and where none are set for the route, any', () => {
    expect([
      days({ serviceClass: 'standard' }),
      days({ serviceClass: 'standard' }, plans.slice(0, 2)),
      days({ route: 'variation' }, plans.slice(0, 1)),
    ]).toEqual([3, 2, 1]);
  });

  const notice = (committeeCycleDays: number, isKey: boolean) => {
    const decisionMaking = defaultContractSettings.decisionMaking.map((making) => ({ ...making, committeeCycleDays }));
    return decisionStages('decision', isKey, input({ settings: { ...defaultContractSettings, decisionMaking } })).find(
      ({ stage }) => stage === 'decision-notice',
    )?.words;
  };
  it('name the Cabinet Committee where a decision waits for one', () => {
    expect([notice(56, true), notice(0, true), notice(1, false)]).toEqual([
      'Notice of a key decision runs for 28 clear days, and a Cabinet Committee meets within 56 days.',
      'Notice of a key decision runs for 28 clear days.',
      `Consultation runs for ${kent.consultationClearWorkingDays} clear working days, and a Cabinet Committee meets within 1 day.`,
    ]);
  });
  it('speak of one day as one', () => {
    const ones = {
      tenderDays: 1,
      evaluationDays: 1,
      standstillWorkingDays: 1,
      signatureWorkingDays: 1,
      mobilisationDays: 1,
      contingencyDays: 1,
    };
    const of = (route: Plan['route']) => {
      const decisionMaking = defaultContractSettings.decisionMaking.map((making) => ({
        ...making,
        clearanceWorkingDays: 1,
        workingDaysToDecide: 1,
      }));
      const one = { ...defaultContractSettings, plans: [plan({ route, awardDecision: false, ...ones })], decisionMaking };
      return plannedStages(input({ route, settings: one })).map(({ words }) => words);
    };
    const said = (['open-tender', 'extension-by-option', 'variation', 'lapse'] as const).flatMap(of);
    expect(said.filter((words) => /\b1 [a-z ]*days\b/.test(words))).toEqual([]);
    expect(said).toContain('The supplier is told that the option is taken up: 1 working day.');
  });
});

describe('The tender period', () => {
  it.each([
    ['simple', 25],
    ['standard', 30],
    ['complex', 40],
  ] as const)(
    'of a %s service begins on the day after the tender notice and is %i days long (Procurement Act 2023, s 54(5))',
    (serviceClass, days) => {
      const { timetable } = latestSafeStart({ ...input({ serviceClass }), arrivesBy: '2027-10-01' });
      const [tender, evaluation] = [
        timetable.find(({ stage }) => stage === 'tender'),
        timetable.find(({ stage }) => stage === 'evaluation'),
      ];
      expect(daysBetween(tender?.from ?? '', tender?.to ?? '')).toBe(days);
      expect((evaluation?.from ?? '') > (tender?.to ?? '')).toBe(true);
      expect(tender?.words).toBe(`Suppliers have ${days} days to answer, the first of them the day after the tender notice.`);
    },
  );
});

describe('The time in which suppliers answer a call-off from a framework', () => {
  it('is the council’s own, after it asks them: there is no tender notice, and section 54 says nothing of it', () => {
    const { timetable } = latestSafeStart({ ...input({ route: 'framework-call-off' }), arrivesBy: '2027-10-01' });
    expect(timetable.find(({ stage }) => stage === 'tender')).toMatchObject({
      source: 'Council procurement settings',
      words: 'Suppliers have 14 days to answer, the first of them the day after they are asked.',
    });
  });
});

describe('A way back over the end of the bank holidays known', () => {
  const rows = (coversUntil: string) =>
    latestSafeStart({ ...input({ route: 'lapse' }), arrivesBy: '2027-04-01' }, calendarCoveredUntil(coversUntil)).timetable.map(
      ({ stage, from, to, provisional }) => [stage, from, to, provisional] as const,
    );

  it('says of each stage whether it reaches beyond them, its own last day included', () => {
    const ends = rows('2027-04-01').map(([, , to]) => to);
    expect(rows('2027-03-31').map(([, , , provisional]) => provisional)).toEqual(ends.map(() => false));
    expect(rows('2027-03-30')).toContainEqual(['holiday-margin', '2027-03-31', '2027-03-31', true]);
    expect(rows('2027-03-30').filter(([, , to, provisional]) => provisional !== to > '2027-03-30')).toEqual([]);
    expect(rows('2026-12-31').filter(([, , to, provisional]) => provisional !== to > '2026-12-31')).toEqual([]);
    expect(new Set(rows('2026-12-31').map(([, , , provisional]) => provisional)).size).toBe(2);
  });
  it('is provisional before the first of them too, and on that day no more', () => {
    const from = (coversFrom: string) =>
      latestSafeStart({ ...input({ route: 'lapse' }), arrivesBy: '2027-04-01' }, { ...knownCalendar, coversFrom }).timetable;
    const second = from(knownCalendar.coversFrom)[1]?.from ?? '';
    expect(from(second).map(({ provisional }) => provisional)).toEqual([true, false, false, false, false]);
    expect(from(addDays(second, 1)).map(({ provisional }) => provisional)).toEqual([true, true, false, false, false]);
  });
  it('counts weekends alone beyond them', () => {
    expect(
      [calendarCoveredUntil('2026-12-24'), calendarCoveredUntil('2026-12-25'), knownCalendar].map(({ isWorking }) =>
        isWorking('2026-12-25'),
      ),
    ).toEqual([true, false, false]);
  });
});

describe('What follows a contract', () => {
  const contract = (over: Partial<Terms>) => new ContractStory().registers(over);
  it('is what its officers say, whether it has options or not', () =>
    expect(nextRouteOf(contract({ nextRoute: 'lapse', extensionOptions: [] }).registered)).toBe('lapse'));
  it('has no start to be safe once the contract has ended, or before it is registered', () => {
    const given = { on: '2025-12-02', council: kent, settings };
    const ended = contract({}).on('2025-12-02').does({ type: 'end-contract', on: '2025-11-30', how: 'expired', words: '' });
    expect([safeStartFor(ended.contract!, given), safeStartFor(contract({}).contract!, given)?.arrivesBy]).toEqual([null, '2025-12-01']);
  });
});

describe('A proposal drawn up from a contract', () => {
  const registered = (over: Partial<Terms> = {}) => new ContractStory('2023-12-01T09:00:00Z').registers(over);

  it('tells in its background who provides what, until when, for how much, and by which decisions', () => {
    const story = registered()
      .on('2024-06-03')
      .does({ type: 'record-value', toDatePence: 12_345_600, on: '2024-06-01' })
      .does({ type: 'note-decision', decision: { number: '24/00050', outcome: 'extend' } });
    expect(draftFromContract(story.registered, 'vary').background).toBe(
      [
        'SAFER property security (SC23001) is provided by A Security Company Ltd under a contract that began on 1 December 2023 and ends on 30 November 2025.',
        'Security measures in the homes of survivors of domestic abuse.',
        'Approved value: £1,600,000. Value to date, on 1 June 2024: £123,456.',
        'Decisions so far: 23/00074, 24/00050.',
      ].join('\n\n'),
    );
  });
  it('names no decisions and no value to date where there are none', () =>
    expect(draftFromContract(registered({ decision: undefined }).registered, 'vary').background).toMatch(/Approved value: £1,600,000\.$/));
  it('keeps a title of 200 letters, and cuts a longer one to as many with a sign that there was more', () => {
    const title = (length: number) =>
      draftFromContract(registered({ title: 'a'.repeat(length) }).registered, 'let-lapse').contracts?.[0]?.title;
    expect([title(200), title(201)]).toEqual(['a'.repeat(200), `${'a'.repeat(199)}…`]);
  });
  it('to procure again numbers the options that it carries over', () =>
    expect(
      draftFromContract(registered().registered, 're-procure').financialImplications?.expenditure.map(({ description }) => description),
    ).toEqual([
      'SAFER property security: initial term, at the value of the present contract',
      'Extension option 1, of 12 months',
      'Extension option 2, of 12 months',
    ]));
  it('to extend has the value of the option, and none where no option is left', () => {
    const value = (over: Partial<Terms>) =>
      draftFromContract(registered(over).registered, 'extend').contracts?.map(({ valuePence }) => valuePence);
    expect([value({}), value({ extensionOptions: [] })]).toEqual([[40_000_000], [undefined]]);
  });
  it('to let it lapse or to extend it names the contract that it is about; to vary it enters none', () => {
    const contracts = (intent: 'let-lapse' | 'extend' | 'vary') =>
      draftFromContract(registered().registered, intent).contracts?.map(({ replaces }) => replaces);
    expect([contracts('let-lapse'), contracts('extend'), contracts('vary')]).toEqual([[['a-contract']], [['a-contract']], []]);
  });
});

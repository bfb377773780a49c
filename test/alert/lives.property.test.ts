import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { contractAnswer } from '../../functions/contract/api/contract-answer.ts';
import { contractResponse } from '../../functions/contract/api/contract-responses.schema.ts';
import { effectiveEnd } from '../../functions/contract/contract-dates.rules.ts';
import { addDays, londonDate } from '../../functions/rules/local-date.ts';
import { contractPage } from '../../functions/transparency/contract.page.tsx';
import { contractRelease } from '../../functions/transparency/ocds-contract.ts';
import { isPublic, publicContractOf } from '../../functions/transparency/public-contract.ts';
import { publicContract } from '../../functions/transparency/public-contract.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import { anyTerms, ContractStory, terms } from '../contract/contract-story.ts';
import { dueOn, given, next } from './daily-checks.ts';

type Act = (told: ContractStory, today: string) => void;

const words = 'As agreed.';
const decision = fc.constantFrom(undefined, '26/00077');
const days = (most: number) => fc.integer({ min: 0, max: most });

// What is refused changes nothing, as in life.
const acts: fc.Arbitrary<Act>[] = [
  fc.record({ netPence: fc.constantFrom(0, 1, 20_000_000, 600_000_000), by: fc.integer({ min: -400, max: 800 }), decision }).map(
    ({ netPence, by, decision }): Act =>
      (told) => {
        const { contract } = told;
        if (contract?.status !== 'registered') return;
        const end = addDays(contract.terms.end, by);
        if (end < contract.terms.start) return;
        told.tries({ type: 'amend-contract', terms: terms({ ...contract.terms, netPence, end }), words, decision });
      },
  ),
  fc.record({ ago: days(30), late: fc.constantFrom(undefined, words), decision }).map(
    ({ ago, ...rest }): Act =>
      (told, today) =>
        void told.tries({ type: 'exercise-option', on: addDays(today, -ago), ...rest }),
  ),
  fc.integer({ min: -40, max: 40 }).map(
    (off): Act =>
      (told) => {
        if (told.contract?.status !== 'registered') return;
        told.tries({
          type: 'link-successor',
          successor: { id: 'next', start: addDays(effectiveEnd(told.contract), off), basis: 'stated' },
        });
      },
  ),
  fc.constant((told) => void told.tries({ type: 'unlink-successor', id: 'next' })),
  fc.constant((told) => void told.tries({ type: 'plan-exit', how: 'lapse', decision: '26/00079', words })),
  fc.constant((told) => void told.tries({ type: 'note-decision', decision: { number: '26/00080', outcome: 'extend' } })),
  fc.constantFrom('UK1', 'UK7', 'UK9', 'UK10', 'UK11').map(
    (notice): Act =>
      (told, today) =>
        void told.tries({ type: 'record-notice', notice, publishedOn: today }),
  ),
  days(2_000_000_000).map(
    (toDatePence): Act =>
      (told, on) =>
        void told.tries({ type: 'record-value', toDatePence, on }),
  ),
  days(90).map(
    (ahead): Act =>
      (told, today) =>
        void told.tries({ type: 'snooze-alerts', until: addDays(today, ahead), words }),
  ),
  fc.constant((told) => void told.tries({ type: 'acknowledge-alert', alert: told.contract?.alerted.at(-1)?.id ?? '', words })),
  fc.constant((told) => void told.tries({ type: 'take-decision-in-hand', number: '26/00081' })),
  fc.constant((told) => void told.tries({ type: 'give-up-decision-in-hand', words })),
  days(60).map(
    (ago): Act =>
      (told, today) =>
        void told.tries({ type: 'end-contract', on: addDays(today, -ago), how: 'terminated', words }),
  ),
];
const life = fc.array(fc.record({ wait: fc.constantFrom(0, 1, 7, 30, 100, 400), act: fc.oneof(...acts) }), {
  minLength: 12,
  maxLength: 24,
});

const raised = ({ events }: ContractStory): string[] =>
  events.flatMap(({ happening }) => (happening.type === 'alerts-raised' ? happening.alerts.map(({ id }) => id) : []));

const broken = /NaN|Infinity|undefined|\[object/;

const isShownWhole = ({ contract, now }: ContractStory, today: string) => {
  if (!contract) throw new Error('There is no contract');
  const answer = JSON.stringify(contractAnswer(contract, { now, council: kent }));
  expect(answer).not.toMatch(broken);
  contractResponse.parse(JSON.parse(answer));
  if (!isPublic(contract)) return;
  const shown = publicContract.parse(publicContractOf(contract, given(today)));
  expect(contractPage(shown, kent, today)).not.toMatch(broken);
  expect(JSON.stringify(contractRelease(contract, { council: kent }))).not.toMatch(broken);
};

it('A contract, whatever becomes of it, tells of nothing twice, has said each day all that is due, is looked at again on a later day, and is shown whole', () => {
  fc.assert(
    fc.property(anyTerms('2025-06-01', 2500), life, (found, steps) => {
      const told = new ContractStory('2025-06-01T06:15:00Z').registers({ ...found, regime: 'pa-2023' });
      for (const { wait, act } of steps) {
        const today = addDays(londonDate(told.now), wait);
        act(told.on(today, '06:15:00Z'), today);
        told.checks();
        if (!told.contract) throw new Error('There is no contract');
        expect(dueOn(told.contract, today)).toEqual([]);
        expect((next(told.contract, today) ?? '9999-12-31') > today).toBe(true);
        isShownWhole(told, today);
      }
      expect(new Set(raised(told)).size).toBe(raised(told).length);
    }),
    { numRuns: 60 },
  );
});

import type { Council } from '../council/council.schema.ts';
import type { Decision } from '../decision/decision.ts';
import { withinCover } from '../decision/within-cover.ts';
import { movedByCounting } from '../notice/counted-again.rules.ts';
import type { LocalDate } from '../rules/local-date.ts';
import { leftUntold } from './reminders.rules.ts';

// Beyond the bank holidays known nothing is counted again.
const isMoved = (decision: Decision, on: LocalDate): boolean =>
  decision.status === 'notice-published' && withinCover(() => movedByCounting(decision.notice, on) !== null) === true;

/**
 * Whether there is something to tell of a decision on a Europe/London day though no day of its own has come: that a bank holiday proclaimed
 * since makes its notice end later, or that somebody asked has left for good.
 */
export const isUntold = (decision: Decision, council: Council, on: LocalDate): boolean =>
  isMoved(decision, on) || leftUntold(decision, council, on);

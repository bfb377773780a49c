import { addDays, inWordsWithDay, type LocalDate } from '../rules/local-date.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { continuity } from '../contract/continuity.rules.ts';
import type { Anchors } from './alert-anchors.rules.ts';
import { endRungs, optionRungs, startRungs } from './date-rungs.rules.ts';
import { bounceRungs, factRungs, gapRungs, noticeRungs } from './fact-rungs.rules.ts';
import { type Rung, rung } from './rung.rules.ts';

/** Whether nothing is to be begun for a contract of this end: something follows it without a gap, or a decision on that is in hand. */
export const isFollowed = (contract: Contract, end: LocalDate | null): boolean =>
  contract.inHand !== null || (contract.successor !== null && end !== null && continuity(end, contract.successor.start).kind !== 'gap');

// One escalation for each spell of silence: the first alert since anybody last acted starts it. Once something follows the
// contract, or a decision lets it end, only a notice that the law asks for is worth a director's time.
const escalationRungs = (contract: Contract, { settings, end }: Anchors, others: Rung[]): Rung[] => {
  const settled = contract.exit !== null || isFollowed(contract, end);
  const matters = (id: string): boolean => (settled ? id.startsWith('uk') : !/^(escalation|review|address)/.test(id));
  const first = contract.alerted.find(({ id, on }) => matters(id) && (contract.actedOn === null || on > contract.actedOn));
  if (!first) return [];
  const date = addDays(first.on, settings.escalateAfterDays);
  // Whoever hears of the silence alone would not know of what. Once it is answered by a fact there is nothing more to say of it.
  const about = others.find(({ id }) => id === first.id)?.words;
  return [
    rung(
      'escalation',
      'escalation',
      date,
      first.on,
      `Nobody has acted in the ${settings.escalateAfterDays} days since ${inWordsWithDay(first.on)}${about ? `, when this was told. ${about}` : '.'}`,
      ['director', 'owner', 'sponsor'],
    ),
  ];
};

// Whoever had said that a decision was in hand would not know why they are asked again.
const sayingWhy =
  ({ noLongerInHand: number }: Contract) =>
  (each: Rung): Rung =>
    number === undefined ? each : { ...each, words: `Decision ${number} is no longer in hand. ${each.words}` };

/** Every rung of a contract up to a horizon, alerted or not. What is answered by a fact, such as a successor without a gap, has no rung. */
export const rungsOf = (contract: Contract, anchors: Anchors, horizon: LocalDate): Rung[] => {
  if (contract.status === 'closed') return [];
  if (contract.status === 'ended') return [...gapRungs(contract, anchors.end), ...noticeRungs(contract, anchors, horizon)];
  const start = isFollowed(contract, anchors.end) ? [] : startRungs(anchors).map(sayingWhy(contract));
  const rungs = [
    ...start,
    ...optionRungs(contract, anchors),
    ...endRungs(anchors, horizon),
    ...factRungs(contract, anchors),
    ...noticeRungs(contract, anchors, horizon),
    ...bounceRungs(contract),
  ];
  return [...rungs, ...escalationRungs(contract, anchors, rungs)];
};

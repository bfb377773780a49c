import { type CommandOf, happened, type Outcome } from '../decision/commands.ts';
import type { In } from '../decision/decision.ts';

type Noticed = In<'notice-published' | 'awaiting-decision'>;

/**
 * An email with the written notice of regulation 10(1)(a) of SI 2012/2089 never arrived: the record says so, and the clerk is told. Said once
 * of each of those who are written to; the notice published again is another.
 */
export const markNoticeUndeliverable = (
  { notice: { route, unreached = [] } }: Noticed,
  { name, email, words }: CommandOf<'mark-notice-undeliverable'>,
): Outcome =>
  route === 'general-exception' && !unreached.includes(name) ? happened({ type: 'notice-undeliverable', name, email, words }) : happened();

import { holdInWords, isInForce } from '../../functions/keeping/hold.rules.ts';
import { londonDate } from '../../functions/rules/local-date.ts';
import type { NamedHold } from './hold.ts';

const lineOf = (hold: NamedHold): string => {
  const { on, lifted } = hold;
  const words = `${on}: ${holdInWords(hold)}`;
  return lifted ? `Lifted: ${words}; lifted on ${londonDate(lifted.at)} by ${lifted.by}: ${lifted.because}` : `In force: ${words}`;
};

/** What is held and was, a line each, those in force first; and at the end how many there are. */
export const listed = (holds: NamedHold[]): string[] => {
  const inForce = holds.filter(isInForce);
  const lifted = holds.filter((hold) => !isInForce(hold));
  return [
    ...[...inForce, ...lifted].map(lineOf),
    holds.length === 0 ? 'Nothing is held, and nothing was.' : `${inForce.length} in force, ${lifted.length} lifted.`,
  ];
};

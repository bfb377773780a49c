import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { In } from '../decision/decision.ts';
import { invalid, refuse } from '../decision/refusal.ts';
import { londonDate } from '../rules/local-date.ts';

type Taken = In<'decided' | 'called-in' | 'effective'>;

const reg18 = 'Reg 18 of SI 2012/2089';

// What an imported record says of itself counts, and not what its figures would make it.
const treatedAsKey = ({ imported, keyDecision }: Taken): boolean => (imported ? imported.keyStatus === 'key' : keyDecision.isKey);

/** Scrutiny thinks that a decision treated as not key was key, and requires the executive to report to council (reg 18 of SI 2012/2089). */
export const challengeKeyStatus = (decision: Taken, { words, reportBy }: CommandOf<'challenge-key-status'>, { now }: Given): Outcome => {
  if (treatedAsKey(decision)) return refuse('treated-as-key', reg18, 'This decision was treated as key, so there is nothing to report.');
  if (decision.keyChallenge) return refuse('already-challenged', reg18, 'A report has already been required.');
  const raisedOn = londonDate(now);
  if (reportBy !== undefined && reportBy < raisedOn) return invalid([{ path: 'reportBy', message: 'That day is past' }]);
  return happened({ type: 'key-status-challenged', challenge: { raisedOn, words, ...(reportBy ? { reportBy } : {}) } });
};

/** The executive's report: the decision, its maker, the reasons, and why it was thought not to be key. */
export const reportKeyStatus = (decision: Taken, { words }: CommandOf<'report-key-status'>, { now }: Given): Outcome =>
  decision.keyChallenge && !decision.keyChallenge.report
    ? happened({ type: 'key-status-reported', on: londonDate(now), words })
    : refuse('no-report-required', reg18, 'No report is outstanding on this decision.');

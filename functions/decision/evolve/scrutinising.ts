import { addDays, latest } from '../../rules/local-date.ts';
import type { Decision } from '../decision.ts';
import type { HappeningOf } from '../events.ts';
import { fingerprint } from '../fingerprint.ts';
import { type Reducers, type When, within } from './reducer.ts';

type Scrutinising =
  | 'call-in-extended'
  | 'decision-called-in'
  | 'call-in-validated'
  | 'call-in-concluded'
  | 'decision-reconsidered'
  | 'key-status-challenged'
  | 'key-status-reported'
  | 'decision-superseded';

const concluded = (was: Decision, { outcome, words, on }: HappeningOf<'call-in-concluded'>): Decision | null => {
  const from = within(was, 'called-in');
  if (!from) return null;
  const callIn = { ...from.callIn, outcome, outcomeOn: on, outcomeWords: words };
  if (outcome === 'reconsider' || outcome === 'refer-to-council') return { ...from, callIn };
  return { ...from, callIn, status: 'decided', record: { ...from.record, effectiveFrom: latest(from.record.effectiveFrom, on) } };
};

const reconsidered = (
  was: Decision,
  { outcome, words, on, enteredOn = on, by, proposedDecision }: HappeningOf<'decision-reconsidered'>,
  { at }: When,
): Decision | null => {
  const from = within(was, 'called-in');
  if (!from) return null;
  const content = { ...from.content, proposedDecision };
  const callIn = { ...from.callIn, reconsidered: { outcome, on, words, before: from.content.proposedDecision, ...(by ? { by } : {}) } };
  // Nothing is in effect before the day on which it is entered and told.
  const record = { ...from.record, publishedAt: at, effectiveFrom: latest(from.record.effectiveFrom, enteredOn) };
  return { ...from, status: 'decided', content, contentHash: fingerprint(content), record, callIn };
};

export const scrutinising: Reducers<Scrutinising> = {
  'call-in-extended': (was, { closesOn }) => {
    const from = within(was, 'decided');
    if (!from) return null;
    const effectiveFrom = latest(from.record.effectiveFrom, addDays(closesOn, 1));
    return { ...from, record: { ...from.record, callInClosesOn: closesOn, effectiveFrom } };
  },
  'decision-called-in': (was, { callIn }) => {
    const from = within(was, 'decided', 'called-in');
    return from && { ...from, status: 'called-in', callIn };
  },
  'call-in-validated': (was, { valid, words, on }) => {
    const from = within(was, 'called-in');
    if (!from) return null;
    if (valid) return { ...from, callIn: { ...from.callIn, validated: true } };
    // It was held until now, however little there was in the call-in.
    const record = { ...from.record, effectiveFrom: latest(from.record.effectiveFrom, ...(on ? [on] : [])) };
    return {
      ...from,
      status: 'decided',
      record,
      callIn: { ...from.callIn, outcome: 'not-valid', ...(on ? { outcomeOn: on } : {}), outcomeWords: words },
    };
  },
  'call-in-concluded': concluded,
  'decision-reconsidered': reconsidered,
  'key-status-challenged': (was, { challenge }) => {
    const from = within(was, 'decided', 'called-in', 'effective');
    return from && { ...from, keyChallenge: challenge };
  },
  'decision-superseded': (was, { number, on }) => {
    const from = within(was, 'decided', 'called-in', 'effective');
    return from && { ...from, superseded: { number, on } };
  },
  'key-status-reported': (was, { on, words }) =>
    was.keyChallenge ? { ...was, keyChallenge: { ...was.keyChallenge, report: { on, words } } } : null,
};

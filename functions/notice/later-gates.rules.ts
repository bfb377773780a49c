import { inWords } from '../rules/local-date.ts';
import type { Gate, Timetable } from '../rules/timetable.ts';
import { regated } from './private-meeting-days.rules.ts';

const isOfCommittee = ({ rule }: Gate): boolean => rule === 'cabinet-committee';

// A committee that will not meet on its day, or not at all, is not to be said to: of its gate there stays the day that the public was told.
const stillTold =
  ({ earliestDecisionDate }: Timetable) =>
  (gate: Gate): Gate[] => {
    if (!isOfCommittee(gate)) return [gate];
    const words = `The notice told the public that the decision would not be taken before ${inWords(gate.date)}.`;
    return gate.date === earliestDecisionDate
      ? [{ ...gate, rule: 'published-decision-date', source: 'SI 2012/2089 reg 9(1)(d)', words }]
      : [];
  };

/** A timetable worked out again, in which nothing that the public was told comes sooner: of each gate the later day stands. */
export const withLaterGates = (next: Timetable, before: Timetable): Timetable => {
  const later = (gate: Gate) => before.gates.some(({ rule, date }) => rule === gate.rule && date > gate.date);
  const fresh = next.gates.filter((gate) => isOfCommittee(gate) || !later(gate));
  const kept = before.gates.filter(({ rule, date }) => !next.gates.some((gate) => gate.rule === rule && gate.date >= date));
  return regated(next, [...fresh, ...kept.flatMap(stillTold(before))]);
};

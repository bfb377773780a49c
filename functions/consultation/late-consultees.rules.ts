import type { Given } from '../decision/commands.ts';
import type { Decision, Notice, Step } from '../decision/decision.ts';
import type { HappeningOf } from '../decision/events.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { askEach, standing } from '../decision/steps.ts';
import { reissued } from '../link/step.rules.ts';
import { type Consultee, consulted, isSamePerson } from './consultees.rules.ts';
import type { Proposal } from '../proposal/proposal.schema.ts';
import { inWords, londonDate } from '../rules/local-date.ts';

const refused = (why: string, names: string[]): Refused =>
  refuse(
    'consultation-open',
    'Council consultation rules',
    `${new Intl.ListFormat('en-GB').format(names)} cannot be asked any more: ${why}`,
    { consultees: names.join(', ') },
  );

// What a change or a new notice made void was asked of nobody in the end.
const askedBefore = (decision: Decision, person: Consultee): Step[] =>
  standing(decision, 'consultation').filter((step) => isSamePerson(step, person));

/**
 * Asks afresh, by the later day that a correction gives consultation, those who had not answered by the day before and those whom no email
 * had reached: until then nobody is late, nor silent. None where consultation stays closed.
 */
export const askAgain = (decision: Decision, content: Proposal, { timetable }: Notice, given: Given): HappeningOf<'link-reissued'>[] => {
  const on = londonDate(given.now);
  const closes = timetable.consultationClosesOn;
  if (closes === null || closes < on) return [];
  return consulted(content, given.council, on)
    .flatMap((person) => askedBefore(decision, person).slice(-1))
    .filter(({ state, dueOn }) => (state === 'silent' || state === 'undeliverable') && dueOn !== null && dueOn < closes)
    .map((step) => ({ ...reissued(decision, step, given), dueOn: closes }));
};

/**
 * Asks whoever a correction names to be consulted and who has not been asked, until consultation closes by this notice. Refuses names that
 * nobody could ask: after consultation has closed, or while the decision maker already has it. Nobody is named on a record as consulted who
 * was not.
 */
export const askLate = (
  decision: Decision,
  content: Proposal,
  { timetable }: Notice,
  isWithMaker: boolean,
  { now, council }: Given,
): Step[] | Refused => {
  const late = consulted(content, council, londonDate(now)).filter((person) => askedBefore(decision, person).length === 0);
  if (late.length === 0) return [];
  const names = late.map(({ title }) => title);
  const closes = timetable.consultationClosesOn;
  if (isWithMaker)
    return refused('the decision maker has it already. Move the decision to a later date, with time for their answers.', names);
  if (closes === null || closes < londonDate(now))
    return refused(
      `consultation ${closes === null ? 'is not open' : `closed on ${inWords(closes)}`}. Give a later consultationClosesOn.`,
      names,
    );
  return askEach(late, 'consultation', decision.steps, { at: now, dueOn: closes });
};

import type { Given } from '../decision/commands.ts';
import type { Decision, Notice, Step } from '../decision/decision.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { askEach } from '../decision/steps.ts';
import { consulted } from './consultees.rules.ts';
import type { Proposal } from '../proposal/proposal.schema.ts';
import { inWords, londonDate } from '../rules/local-date.ts';

const refused = (why: string, names: string[]): Refused =>
  refuse(
    'consultation-open',
    'Council consultation rules',
    `${new Intl.ListFormat('en-GB').format(names)} cannot be asked any more: ${why}`,
    { consultees: names.join(', ') },
  );

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
  const isAsked = ({ post, email }: { post: string | null; email: string }) =>
    decision.steps.some(
      (step) =>
        step.stage === 'consultation' && ((post !== null && step.post === post) || step.email.toLowerCase() === email.toLowerCase()),
    );
  const late = consulted(content, council, londonDate(now)).filter((person) => !isAsked(person));
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

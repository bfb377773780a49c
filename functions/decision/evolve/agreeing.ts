import { withGiven } from '../../notice/written-notice.ts';
import { withConsent, withSecondNotice } from '../../notice/private-meeting-days.rules.ts';
import { nameAndTitle } from '../../record/in-words.ts';
import { londonDate } from '../../rules/local-date.ts';
import type { Timetable } from '../../rules/timetable.ts';
import type { Decision, In, Notice, Step } from '../decision.ts';
import type { HappeningOf } from '../events.ts';
import { stepOf } from '../steps.ts';
import { answer, type Reducers, voidSteps, type When, within } from './reducer.ts';

type Agreeing =
  | 'agreement-given'
  | 'agreement-refused'
  | 'waiver-asked'
  | 'private-meeting-consent-asked'
  | 'private-meeting-notice-published'
  | 'notice-undeliverable'
  | 'written-notice-given';
type Before = In<'notice-published' | 'awaiting-decision'>;

// A history comes to the same by whatever calendar it is read again.
const asSuggested = (timetable: Timetable, suggestedDecisionDate = timetable.suggestedDecisionDate): Timetable => ({
  ...timetable,
  suggestedDecisionDate,
});

// Consent to a private meeting at short notice stands in for both of reg 5's notices; why it was asked is published with it (reg 5(7)).
const consented = (
  notice: Notice,
  step: Step,
  { words, clears = ['private-meeting'], suggested }: HappeningOf<'agreement-given'>,
  at: string,
): Notice => {
  if (!notice.privateMeeting) return notice;
  const timetable = asSuggested(withConsent(notice.timetable, clears), suggested);
  return {
    ...notice,
    timetable,
    privateMeeting: {
      ...notice.privateMeeting,
      consent: { name: nameAndTitle(step), ...(step.reason ? { reason: step.reason } : {}), words, on: londonDate(at) },
    },
  };
};

const agreement = (
  was: Decision,
  happening: HappeningOf<'agreement-given'> | HappeningOf<'agreement-refused'>,
  { at }: When,
): Decision | null => {
  const from = within(was, 'notice-published', 'awaiting-decision');
  const step = from && stepOf(from, happening.stepId);
  if (!step) return null;
  if (happening.type === 'agreement-refused') return { ...from, steps: answer(from.steps, happening, 'declined', 'refuse', at) };
  const steps = answer(from.steps, happening, 'approved', 'agree', at);
  return step.purpose === 'private-meeting' ? { ...from, steps, notice: consented(from.notice, step, happening, at) } : { ...from, steps };
};

const asking = (was: Decision, { steps, instead = [] }: { steps: Step[]; instead?: string[] | undefined }, { at }: When): Before | null => {
  const from = within(was, 'notice-published', 'awaiting-decision');
  const others = from && voidSteps(from.steps, at, 'Somebody else was asked instead', ({ id }) => !instead.includes(id));
  return from && { ...from, steps: [...(others ?? []), ...steps] };
};

const told = (was: Decision, next: (notice: Notice) => Notice): Decision | null => {
  const from = within(was, 'in-clearance', 'cleared', 'notice-published', 'awaiting-decision', 'deferred');
  return from?.notice ? { ...from, notice: next(from.notice) } : null;
};

export const agreeing: Reducers<Agreeing> = {
  'agreement-given': agreement,
  'agreement-refused': agreement,
  'waiver-asked': asking,
  'private-meeting-consent-asked': asking,
  'notice-undeliverable': (was, { name }) => told(was, (notice) => ({ ...notice, unreached: [...(notice.unreached ?? []), name] })),
  'written-notice-given': (was, { type: _, ...one }) => told(was, (notice) => withGiven(notice, one)),
  'private-meeting-notice-published': (was, { type: _, notBefore, suggested, ...second }) => {
    const from = within(was, 'notice-published');
    if (!from?.notice.privateMeeting) return null;
    const timetable = asSuggested(withSecondNotice(from.notice.timetable, notBefore), suggested);
    return {
      ...from,
      notice: { ...from.notice, timetable, privateMeeting: { ...from.notice.privateMeeting, second: { ...second, notBefore } } },
    };
  },
};

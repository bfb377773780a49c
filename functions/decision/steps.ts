import { nthClearWorkingDay } from '../rules/clear-days.ts';
import type { Instant, LocalDate } from '../rules/local-date.ts';
import type { Decision, OpenStep, Stage, Step } from './decision.ts';

type Person = {
  post: string | null;
  name: string;
  title: string;
  email: string;
  external?: boolean;
  cover?: Step['cover'];
  purpose?: Step['purpose'];
  reason?: string;
};

/** Asks people for one thing each; ids go on from the steps there already are, so that no id is ever used twice. */
export const askEach = (
  people: Person[],
  stage: Stage,
  before: Step[],
  ask: { at: Instant; dueOn: LocalDate | null; waitingFrom?: number },
): Step[] => {
  const taken = before.filter((step) => step.stage === stage).length;
  return people.map((person, index) => {
    const asked = { ...person, external: person.external ?? false, id: `${stage}-${taken + index + 1}`, stage, dueOn: ask.dueOn, issue: 1 };
    return index >= (ask.waitingFrom ?? people.length)
      ? { ...asked, state: 'waiting' as const }
      : { ...asked, state: 'open' as const, openedAt: ask.at };
  });
};

/** The day by which an answer is asked: so many clear working days after the asking. */
export const dueAfter = (on: LocalDate, workingDays: number): LocalDate => nthClearWorkingDay(on, workingDays);

export const isOpen = (step: Step): step is OpenStep => step.state === 'open';

/** A step that still wants an answer. */
export type Unanswered = Extract<Step, { state: 'open' | 'undeliverable' }>;

/** Whether a step still wants an answer, its email having arrived or not. */
export const isUnanswered = <Asked extends Pick<Step, 'state'>>(step: Asked): step is Asked & Pick<Unanswered, 'state'> =>
  step.state === 'open' || step.state === 'undeliverable';

/** The step of this id; null when the decision has none. */
export const stepOf = (decision: Decision, id: string): Step | null => decision.steps.find((step) => step.id === id) ?? null;

/** The steps of a stage that still want an answer. */
export const openSteps = (decision: Decision, stage: Stage): OpenStep[] =>
  decision.steps.filter(isOpen).filter((step) => step.stage === stage);

/** The round of a stage that counts now: every step that no change has made void. */
export const standing = (decision: Decision, stage: Stage): Step[] =>
  decision.steps.filter((step) => step.stage === stage && step.state !== 'void');

type Purpose = NonNullable<Step['purpose']>;

/** What an agreement is asked for; reg 11's special urgency where the step, stored before there were others, does not say. */
export const purposeOf = <Said extends string>({ purpose }: { purpose?: Said | undefined }): Said | 'special-urgency' =>
  purpose ?? 'special-urgency';

/** The agreements asked for one purpose that still count: reg 11's, a waiver of call-in, or a private meeting. */
export const agreements = (decision: Decision, purpose: Purpose): Step[] =>
  standing(decision, 'agreement').filter((step) => purposeOf(step) === purpose);

/** The last agreement asked for one purpose, though it may count no longer: one that was given after a refusal and has lapsed since. */
export const lastAsked = (decision: Decision, purpose: Purpose): Step | undefined =>
  decision.steps.findLast((step) => step.stage === 'agreement' && purposeOf(step) === purpose);

/** Who answers a step, by name: `X for Y` where X covers for Y. */
export const answererOf = ({ cover, name }: Pick<Step, 'cover' | 'name'>): string => (cover ? `${cover.name} for ${name}` : name);

/** The person who in fact answers a step: its cover when there is one. */
export const answering = (step: Step): { name: string; email: string } => step.cover ?? { name: step.name, email: step.email };

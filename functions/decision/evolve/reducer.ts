import type { Decision, In, Status, Step } from '../decision.ts';
import type { Happening, HappeningOf } from '../events.ts';

/** When an event happened and by whom. */
export type When = { at: string; by: string };

/** The decision after an event of this type; null where it cannot follow. */
export type Reducer<T extends Happening['type']> = (was: Decision, happening: HappeningOf<T>, when: When) => Decision | null;

/** One reducer for each of these types. */
export type Reducers<T extends Happening['type']> = { [K in T]: Reducer<K> };

/** The decision if it is in one of these statuses; null otherwise. */
export const within = <S extends Status>(was: Decision, ...allowed: S[]): In<S> | null =>
  (allowed as string[]).includes(was.status) ? (was as In<S>) : null;

/** What every status holds. */
export const identityOf = ({
  id,
  version,
  head,
  createdAt,
  updatedAt,
  submittedBy,
  heldBefore,
  steps,
  committeeOutcomes,
  keyChallenge,
  splittings,
  imported,
}: Decision) => ({
  id,
  version,
  head,
  createdAt,
  updatedAt,
  submittedBy,
  heldBefore,
  steps,
  committeeOutcomes,
  keyChallenge,
  splittings,
  imported,
});

/** What every status after submission holds: all that a move to another status takes along. */
export const submittedOf = (was: In<'in-clearance' | 'cleared' | 'notice-published' | 'awaiting-decision' | 'deferred'>) => ({
  ...identityOf(was),
  content: was.content,
  number: was.number,
  submittedAt: was.submittedAt,
  keyDecision: was.keyDecision,
  notice: was.notice,
});

type Asked = Omit<Extract<Step, { state: 'waiting' }>, 'state'>;
const ofOneState = ['state', 'openedAt', 'actedAt', 'closedAt', 'response', 'words', 'late'];

/** What a step holds in every state: what is left of it when it moves to another. */
export const askedOf = (step: Step): Asked =>
  Object.fromEntries(Object.entries(step).filter(([part]) => !ofOneState.includes(part))) as Asked;

/** The steps with one of them changed. */
export const change = (steps: Step[], id: string, next: (step: Step) => Step): Step[] =>
  steps.map((step) => (step.id === id ? next(step) : step));

type Ended = 'approved' | 'returned' | 'declined';

/** The steps with one of them answered. */
export const answer = (steps: Step[], answered: { stepId: string; words: string }, state: Ended, response: string, at: string): Step[] =>
  change(steps, answered.stepId, (step) => ({
    ...askedOf(step),
    state,
    openedAt: openedAt(step, at),
    actedAt: at,
    response,
    words: answered.words,
  }));

export const openedAt = (step: Step, otherwise: string): string => ('openedAt' in step ? step.openedAt : otherwise);

/** Makes steps void, saying why; what `keep` names stays as it is. */
export const voidSteps = (steps: Step[], at: string, words: string, keep: (step: Step) => boolean): Step[] =>
  steps.map((step) => (step.state === 'void' || keep(step) ? step : { ...askedOf(step), state: 'void', closedAt: at, words }));

/** Whether a step has had its answer, or never will. */
export const isSettled = (step: Step): boolean => step.state !== 'open' && step.state !== 'waiting';

// One who said that it is not urgent is not one who cannot act, however it is worded since (regs 5(6) and 11(1) of SI 2012/2089).
const isChairsRefusal = ({ stage, state, purpose }: Step): boolean =>
  stage === 'agreement' && state === 'declined' && purpose !== 'call-in-waiver';

/** A consultee's answer, or silence, and a chair's refusal of urgency stay in the file whatever becomes of the proposal. */
export const staysSaid = (step: Step): boolean => (step.stage === 'consultation' && isSettled(step)) || isChairsRefusal(step);

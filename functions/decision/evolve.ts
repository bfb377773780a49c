import type { Decision } from './decision.ts';
import type { DecisionEvent, Happening, HappeningOf } from './events.ts';
import { agreeing } from './evolve/agreeing.ts';
import { asking } from './evolve/asking.ts';
import { deciding } from './evolve/deciding.ts';
import { preparing } from './evolve/preparing.ts';
import type { Reducer, When } from './evolve/reducer.ts';
import { scrutinising } from './evolve/scrutinising.ts';

type Begun = Pick<Decision, 'id' | 'version' | 'head' | 'createdAt' | 'updatedAt'>;

const imported = (happening: HappeningOf<'decision-imported'>, begun: Begun): Decision => {
  const { type: _, effective, findings, keyStatus, ...stated } = happening;
  const { contentHash } = happening.determination;
  return {
    ...begun,
    ...stated,
    steps: [],
    committeeOutcomes: [],
    contentHash,
    submittedAt: begun.createdAt,
    status: effective ? 'effective' : 'decided',
    imported: { findings, keyStatus },
  };
};

const drafted = ({ submittedBy, content }: HappeningOf<'proposal-drafted'>, begun: Begun): Decision => ({
  ...begun,
  status: 'draft',
  submittedBy,
  content,
  steps: [],
  committeeOutcomes: [],
  number: null,
  notice: null,
  returned: null,
});

const begin = (happening: Happening, begun: Begun): Decision | null => {
  if (happening.type === 'decision-imported') return imported(happening, begun);
  return happening.type === 'proposal-drafted' ? drafted(happening, begun) : null;
};

const reducers: { [T in Happening['type']]: Reducer<T> } = {
  'proposal-drafted': () => null,
  'decision-imported': () => null,
  ...preparing,
  ...deciding,
  ...agreeing,
  ...scrutinising,
  ...asking,
};

const follow = <T extends Happening['type']>(was: Decision, happening: HappeningOf<T>, when: When): Decision | null => {
  const reduce = reducers[happening.type as T] as Reducer<T>;
  return reduce(was, happening, when);
};

/** The stored history holds an event that cannot follow the one before it: a fault, never a refusal. */
export class HistoryBroken extends Error {
  constructor(happening: Happening, was: Decision | null) {
    super(`"${happening.type}" cannot follow ${was ? `"${was.status}" in decision ${was.id}` : 'nothing'}`);
  }
}

/**
 * The decision after something happened to it, its version and history head as they were; throws `HistoryBroken` where it cannot follow.
 */
export const apply = (decision: Decision | null, happening: Happening, when: When, id: string): Decision => {
  const begun = { id, version: 0, head: '', createdAt: when.at, updatedAt: when.at };
  const next = decision === null ? begin(happening, begun) : follow(decision, happening, when);
  if (next === null) throw new HistoryBroken(happening, decision);
  return next;
};

// A step that a clerk answered in somebody's place says so for good.
const marked = (decision: Decision, { by, happening }: DecisionEvent): Decision =>
  by.override && 'stepId' in happening && happening.stepId
    ? { ...decision, steps: decision.steps.map((step) => (step.id === happening.stepId ? { ...step, override: by.override } : step)) }
    : decision;

/** The decision after a stored event. Replaying a whole history from null gives the decision as it stands. */
export const evolve = (decision: Decision | null, event: DecisionEvent): Decision => {
  const next = apply(decision, event.happening, { at: event.at, by: event.by.name }, event.decisionId);
  return { ...marked(next, event), version: event.sequence, head: event.hash, updatedAt: event.at };
};

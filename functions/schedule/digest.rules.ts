import type { Council } from '../council/council.schema.ts';
import type { Decision, OpenStep } from '../decision/decision.ts';
import { answering } from '../decision/steps.ts';
import { leftOpen } from '../link/in-post.rules.ts';
import { notOvertaken } from '../link/overtaken.rules.ts';
import { plainAddress } from '../rules/alike.ts';
import type { LocalDate } from '../rules/local-date.ts';

/** One open step of one decision. */
export type Waiting = { decision: Decision; step: OpenStep };

/** Somebody with many open steps at once, and every one of them, the most urgent first. */
export type Burdened = { name: string; email: string; external: boolean; waiting: Waiting[] };

// Three emails are read one by one; of more, one is soon lost.
const mostWithoutDigest = 3;

const dueDay = ({ step, decision }: Waiting): string => `${step.dueOn ?? '9999'} ${decision.number}`;

const waitingOf = (decision: Decision, council: Council, on: LocalDate): Waiting[] =>
  decision.status === 'deferred'
    ? []
    : notOvertaken(decision)
        .filter((step) => !leftOpen(decision, step, council, on))
        .map((step) => ({ decision, step }));

/**
 * Everybody who is asked for more than three answers, by the address that is asked; capitals in it make nobody else of them. What would be
 * refused on this Europe/London day is not counted.
 */
export const burdened = (decisions: Decision[], council: Council, on: LocalDate): Burdened[] => {
  const all = decisions.flatMap((decision) => waitingOf(decision, council, on));
  return [...Map.groupBy(all, ({ step }) => plainAddress(answering(step).email)).values()].flatMap((waiting) => {
    const [first] = waiting;
    if (!first || waiting.length <= mostWithoutDigest) return [];
    return {
      ...answering(first.step),
      external: waiting.some(({ step }) => step.external),
      waiting: waiting.toSorted((a, b) => (dueDay(a) < dueDay(b) ? -1 : 1)),
    };
  });
};

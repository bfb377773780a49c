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

const byDueDay = (a: Waiting, b: Waiting): number => {
  const [one, other] = [a, b].map(({ step, decision }) => `${step.dueOn ?? '9999'} ${decision.number}`) as [string, string];
  return one < other ? -1 : 1;
};

/**
 * Everybody who is asked for more than three answers, by the address that is asked; capitals in it make nobody else of them. What would be
 * refused on this Europe/London day is not counted.
 */
export const burdened = (decisions: Decision[], council: Council, on: LocalDate): Burdened[] => {
  const byAddress = new Map<string, Waiting[]>();
  for (const decision of decisions) {
    if (decision.status === 'deferred') continue;
    for (const step of notOvertaken(decision).filter((each) => !leftOpen(decision, each, council, on))) {
      const address = plainAddress(answering(step).email);
      byAddress.set(address, [...(byAddress.get(address) ?? []), { decision, step }]);
    }
  }
  const many = [...byAddress.values()].filter(({ length }) => length > mostWithoutDigest);
  return many.map((waiting) => ({
    ...answering((waiting[0] as Waiting).step),
    external: waiting.some(({ step }) => step.external),
    waiting: waiting.sort(byDueDay),
  }));
};

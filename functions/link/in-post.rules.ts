import type { Council } from '../council/council.schema.ts';
import { holderOf } from '../council/directory.rules.ts';
import type { Step } from '../decision/decision.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { inWords, type LocalDate } from '../rules/local-date.ts';

/**
 * Whether the person asked by their post no longer holds it on a Europe/London day. Told by name, since mail follows the post: whoever
 * holds it next has the same mailbox, and the link that was sent to it.
 */
export const hasLeft = ({ post, name }: Pick<Step, 'post' | 'name'>, council: Council, on: LocalDate): boolean => post !== null && holderOf(council, post, on)?.name !== name;

/** Refuses an answer for somebody who has left the post they were asked in: its powers went with it. Null while they hold it. */
export const inPost = (step: Step, council: Council, on: LocalDate): Refused | null => {
  if (!hasLeft(step, council, on)) return null;
  const remedy = step.state === 'approved' ? 'Defer the decision and take it up again: whoever decides it is then asked afresh.' : 'The clerk can send a fresh link to whoever does.';
  const words = `${step.name} was asked as ${step.title}, and does not hold that post on ${inWords(on)}. ${remedy}`;
  return refuse('no-longer-in-post', 'Local Government Act 2000, section 9E', words, { asked: step.name });
};

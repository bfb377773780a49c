import type { Council } from '../council/council.schema.ts';
import type { Command } from '../decision/commands.ts';
import type { Decision } from '../decision/decision.ts';
import { stepOf } from '../decision/steps.ts';
import { systemActor } from '../decision/system-actor.ts';
import type { DecisionStore } from '../platform/store/decision-store.ts';
import { digestDayOf } from '../platform/table/keys.ts';
import { logger } from '../platform/log/logger.ts';
import type { Instant } from '../rules/local-date.ts';
import type { EmailItem } from './email-item.ts';

export type Telling = {
  store: DecisionStore;
  loadCouncil: () => Promise<Council>;
  now: () => Instant;
  /** Which of these steps no email arrived for. */
  unreached: (decision: Decision, stepIds: readonly string[]) => Promise<string[]>;
  /** What becomes of an email about contracts that did not arrive; it has no step. */
  digestUndeliverable?: (email: Pick<EmailItem, 'decisionId' | 'key'>) => Promise<void>;
};

type Lost = Pick<EmailItem, 'decisionId' | 'key' | 'stepId' | 'issue'> & Partial<Pick<EmailItem, 'kind' | 'to' | 'sequence'>>;

/** Marks on what an email was about, its step, its notice or its contracts, that it never arrived. Throws where that may not have been stored. */
export type Undelivered = (email: Lost, words: string) => Promise<void>;

// What asks nobody anything is missed by nobody, but for the notice that the law has somebody given.
const marking = async (
  { store, unreached }: Telling,
  { decisionId, stepId, issue, kind, to, sequence }: Lost,
  words: string,
): Promise<Command | null> => {
  if (kind === 'general-exception-notice' && to) {
    const since = sequence === undefined ? [] : (await store.history(decisionId)).slice(sequence);
    const isEarlier = since.some(({ happening }) => happening.type === 'notice-published');
    return isEarlier ? null : { type: 'mark-notice-undeliverable', by: systemActor, ...to, words };
  }
  const decision = stepId === undefined ? null : await store.load(decisionId);
  const step = decision && stepId !== undefined ? stepOf(decision, stepId) : null;
  if (!decision || !step || step.issue !== issue) return null;
  const isMissed = step.state === 'open' || (step.state === 'silent' && (await unreached(decision, [step.id])).length > 0);
  return isMissed ? { type: 'mark-undeliverable', by: systemActor, stepId: step.id, ofIssue: issue, words } : null;
};

/**
 * Records on the step that its email never arrived, so that silence is not taken for an answer and the clerk is told; and of the notice of
 * regulation 10 that it did not reach whom it must. An email of an earlier issue says nothing of the address that the step has now, nor one
 * with an earlier notice of the notice published since; nor does one of several of somebody whose silence is recorded already.
 */
export const markUndeliverable = async (telling: Telling, ...[email, words]: Parameters<Undelivered>): Promise<void> => {
  const { store, loadCouncil, now, digestUndeliverable } = telling;
  const { decisionId, stepId } = email;
  if (digestDayOf(decisionId) !== null) return digestUndeliverable?.(email);
  const command = await marking(telling, email, words);
  if (!command) return;
  const executed = await store.execute(decisionId, command, { given: { now: now(), council: await loadCouncil() } });
  if (!executed.ok) logger.warn('What did not arrive could not be marked', { decisionId, stepId, rule: executed.refusal.rule });
};

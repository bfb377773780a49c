import type { Council } from '../council/council.schema.ts';
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

/** Marks on what an email was about, its step or its contracts, that it never arrived. Throws where that may not have been stored. */
export type Undelivered = (email: Pick<EmailItem, 'decisionId' | 'key' | 'stepId' | 'issue'>, words: string) => Promise<void>;

/**
 * Records on the step that its email never arrived, so that silence is not taken for an answer and the clerk is told.
 * An email of an earlier issue says nothing of the address that the step has now; nor does one of several of somebody whose silence is
 * recorded already.
 */
export const markUndeliverable = async (
  { store, loadCouncil, now, unreached, digestUndeliverable }: Telling,
  ...[email, words]: Parameters<Undelivered>
): Promise<void> => {
  const { decisionId, stepId, issue } = email;
  if (digestDayOf(decisionId) !== null) return digestUndeliverable?.(email);
  if (stepId === undefined) return;
  const decision = await store.load(decisionId);
  const step = decision && stepOf(decision, stepId);
  if (!step || step.issue !== issue) return;
  if (step.state !== 'open' && !(step.state === 'silent' && (await unreached(decision, [stepId])).length > 0)) return;
  const given = { now: now(), council: await loadCouncil() };
  const executed = await store.execute(
    decisionId,
    { type: 'mark-undeliverable', by: systemActor, stepId, ofIssue: issue, words },
    { given },
  );
  if (!executed.ok) logger.warn('The step could not be marked undeliverable', { decisionId, stepId, rule: executed.refusal.rule });
};

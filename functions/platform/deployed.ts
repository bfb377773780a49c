import { publicationOf } from '../record/publication/publication.ts';
import { registerEntry } from '../register/register-entry.ts';
import { type DecisionStore, dynamoDecisionStore } from './store/decision-store.ts';
import type { Publishing } from './store/execution.ts';
import { deployedReading, type Reading } from './deployed-reading.ts';

/** What every command needs: the decisions, the council's settings, and the time. */
export type Surroundings = Reading & { store: DecisionStore };

/** What the public may read of a decision and where it stands in the public lists; null until its notice is published. */
export const publishing: Publishing = (decision, council) => {
  const document = publicationOf(decision, council);
  return document && { number: document.number, document, ...registerEntry(document) };
};

let kept: Surroundings | undefined;

/** The surroundings as deployed, made once a container. Throws where the environment names no table. */
export const deployed = (): Surroundings => {
  if (kept) return kept;
  const reading = deployedReading();
  kept = { ...reading, store: dynamoDecisionStore({ ...reading.table, publication: publishing }) };
  return kept;
};

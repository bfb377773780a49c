import type { Council } from '../council/council.schema.ts';
import type { Instant } from '../rules/local-date.ts';
import { publicationOf } from '../record/publication.ts';
import { registerEntry } from '../register/register-entry.ts';
import { now } from './clock.ts';
import { councilStore } from './council-store.ts';
import { type DecisionStore, dynamoDecisionStore, type Publishing } from './decision-store.ts';
import { readEnv } from './env.ts';
import { documentClient, type Table } from './table.ts';

/** What every command needs: the decisions, the council's settings, and the time. */
export type Surroundings = { table: Table; store: DecisionStore; loadCouncil: () => Promise<Council>; now: () => Instant };

/** What the public may read of a decision and where it stands in the public lists; null until its notice is published. */
export const publishing: Publishing = (decision, council) => {
  const document = publicationOf(decision, council);
  return document && { number: document.number, document, ...registerEntry(document) };
};

let kept: Surroundings | undefined;

/** The surroundings as deployed, made once a container. Throws where the environment names no table. */
export const deployed = (): Surroundings => {
  if (kept) return kept;
  const table = { client: documentClient(), tableName: readEnv('TABLE_NAME').TABLE_NAME };
  kept = { table, store: dynamoDecisionStore({ ...table, publication: publishing }), loadCouncil: councilStore(table).loadCouncil, now };
  return kept;
};

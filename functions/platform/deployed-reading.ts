import type { Council } from '../council/council.schema.ts';
import type { Instant } from '../rules/local-date.ts';
import { now } from './clock.ts';
import { councilStore } from './council-store.ts';
import { type DecisionReader, dynamoDecisionReader } from './decision-reader.ts';
import { readEnv } from './env.ts';
import { documentClient, type Table } from './table.ts';

/** What is needed where decisions are read and none is changed: the rules of every command stay out of it. */
export type Reading = { table: Table; store: DecisionReader; loadCouncil: () => Promise<Council>; now: () => Instant };

let kept: Reading | undefined;

/** The surroundings of a reader as deployed, made once a container. Throws where the environment names no table. */
export const deployedReading = (): Reading => {
  if (kept) return kept;
  const table = { client: documentClient(), tableName: readEnv('TABLE_NAME').TABLE_NAME };
  kept = { table, store: dynamoDecisionReader(table), loadCouncil: councilStore(table).loadCouncil, now };
  return kept;
};

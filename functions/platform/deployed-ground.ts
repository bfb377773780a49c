import type { Council } from '../council/council.schema.ts';
import type { Instant } from '../rules/local-date.ts';
import { now } from './clock.ts';
import { councilStore } from './store/council-store.ts';
import { readEnv } from './env.ts';
import { documentClient, type Table } from './table/table.ts';

/** What every function stands on, whatever it reads: the table, the council's settings, and the time. */
export type Ground = { table: Table; loadCouncil: () => Promise<Council>; now: () => Instant };

let kept: Ground | undefined;

/** The ground as deployed, made once a container. Throws where the environment names no table. */
export const deployedGround = (): Ground => {
  if (kept) return kept;
  const table = { client: documentClient(), tableName: readEnv('TABLE_NAME').TABLE_NAME };
  kept = { table, loadCouncil: councilStore(table).loadCouncil, now };
  return kept;
};

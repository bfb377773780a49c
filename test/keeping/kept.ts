import { dailyCheck } from '../../functions/schedule/daily-check.ts';
import { dynamoDecisionStore } from '../../functions/platform/store/decision-store.ts';
import { publishing } from '../../functions/platform/deployed.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { indexPublication } from '../../functions/search/index-publication.ts';
import { kent } from '../../seeds/kent/council.ts';
import { loadSeeds } from '../../seeds/load.ts';
import { freshTable } from '../platform/fresh-table.ts';

export const when = '2026-11-21T09:00:00.000Z';

/** Kent's real decisions of 2017 to 2023 in a table of their own, indexed, with the daily heads up to yesterday. */
export const keptTable = async (): Promise<Table> => {
  const table = await freshTable();
  await loadSeeds({ council: 'kent', empty: false, table, now: when });
  for (const number of ['17/00102', '19/00073', '20/00017', '23/00022']) await indexPublication(table, number, () => when);
  await dailyCheck({
    table,
    store: dynamoDecisionStore({ ...table, publication: publishing }),
    loadCouncil: async () => kent,
    now: () => when,
  });
  return table;
};

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Council } from '../functions/council/council.schema.ts';
import type { Decision } from '../functions/decision/decision.ts';
import { now as thisMoment } from '../functions/platform/clock.ts';
import { councilStore } from '../functions/platform/store/council-store.ts';
import { dynamoDecisionStore } from '../functions/platform/store/decision-store.ts';
import { publishing } from '../functions/platform/deployed.ts';
import type { Instant } from '../functions/rules/local-date.ts';
import { enterContracts } from './contracts/enter.ts';
import { contractFamilies } from './contracts/index.ts';
import { decisions } from './decisions/index.ts';
import { councils } from './councils/index.ts';
import { retell } from './retell.ts';

export type Loading = {
  /** The id of a council that there are settings for. */
  council: string;
  /** Settings, directory and divisions only. */
  empty: boolean;
  table: { tableName: string; client: DynamoDBDocumentClient };
  /** The moment to stop at: what happened later is left out. This moment when not given. */
  now?: Instant | undefined;
};

const retellAll = async (council: Council, { empty, table, now = thisMoment() }: Loading): Promise<Decision[]> => {
  const store = dynamoDecisionStore({ ...table, publication: publishing });
  const its = empty ? [] : decisions.filter((seed) => seed.council === council.id);
  const told = await Promise.all(its.map((seed) => retell(store, council, seed, now)));
  return told.filter((decision) => decision !== null);
};

const inWords = (decisions: Decision[]): string =>
  decisions.length === 0
    ? 'no decisions'
    : `${decisions.length === 1 ? 'decision' : 'decisions'} ${new Intl.ListFormat('en-GB').format(decisions.map(({ number, status }) => `${number ?? 'without a number'} (${status})`))}`;

/**
 * Saves a council's settings and, unless it is to be empty, brings its decisions to where they really stood at `now`. Loading
 * again adds nothing. Throws, naming the decision, the act and the refusal, where the process refuses what really happened.
 */
export async function loadSeeds(options: Loading): Promise<{ summary: string }> {
  const council = councils.find(({ id }) => id === options.council);
  if (!council) throw new Error(`There are no settings for a council called ${options.council}`);
  await councilStore(options.table).saveCouncil(council);
  const told = await retellAll(council, options);
  const families = options.empty ? [] : contractFamilies.filter((family) => family.council === council.id);
  const contracts = await enterContracts(options.table, council, told, families, options.now ?? thisMoment());
  return {
    summary: `${council.name}: ${council.posts.length} posts, ${council.divisions.length} ${council.areaWord}s and ${inWords(told)}${contracts > 0 ? `, with ${contracts} contracts` : ''}`,
  };
}

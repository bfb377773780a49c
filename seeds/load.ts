import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Decision } from '../functions/decision/decision.ts';
import { now as thisMoment } from '../functions/platform/clock.ts';
import { councilStore } from '../functions/platform/council-store.ts';
import { dynamoDecisionStore } from '../functions/platform/decision-store.ts';
import { publishing } from '../functions/platform/deployed.ts';
import type { Instant } from '../functions/rules/local-date.ts';
import { enterContracts } from './contracts/enter.ts';
import { contractFamilies } from './contracts/index.ts';
import { decisions } from './decisions/index.ts';
import { kent } from './kent/council.ts';
import { plymouth } from './plymouth/council.ts';
import { retell } from './retell.ts';

const councils = { kent, plymouth };

export type Loading = {
  council: keyof typeof councils;
  /** Settings, directory and divisions only. */
  empty: boolean;
  table: { tableName: string; client: DynamoDBDocumentClient };
  /** The moment to stop at: what happened later is left out. This moment when not given. */
  now?: Instant | undefined;
};

const retellAll = async ({ council, empty, table, now = thisMoment() }: Loading): Promise<Decision[]> => {
  const store = dynamoDecisionStore({ ...table, publication: publishing });
  const its = empty ? [] : decisions.filter((seed) => seed.council === council);
  const told = await Promise.all(its.map((seed) => retell(store, councils[council], seed, now)));
  return told.filter((decision) => decision !== null);
};

const inWords = (decisions: Decision[]): string =>
  decisions.length === 0 ? 'no decisions' : `${decisions.length === 1 ? 'decision' : 'decisions'} ${new Intl.ListFormat('en-GB').format(decisions.map(({ number, status }) => `${number ?? 'without a number'} (${status})`))}`;

/**
 * Saves a council's settings and, unless it is to be empty, brings its decisions to where they really stood at `now`. Loading
 * again adds nothing. Throws, naming the decision, the act and the refusal, where the process refuses what really happened.
 */
export async function loadSeeds(options: Loading): Promise<{ summary: string }> {
  const council = councils[options.council];
  await councilStore(options.table).saveCouncil(council);
  const told = await retellAll(options);
  const families = options.empty ? [] : contractFamilies.filter((family) => family.council === options.council);
  const contracts = await enterContracts(options.table, council, told, families, options.now ?? thisMoment());
  return { summary: `${council.name}: ${council.posts.length} posts, ${council.divisions.length} ${council.areaWord}s and ${inWords(told)}${contracts > 0 ? `, with ${contracts} contracts` : ''}` };
}

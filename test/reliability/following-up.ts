import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoContractStore } from '../../functions/contract/store/contract-store.ts';
import { enterContracts } from '../../functions/follow-up/enter-contracts.ts';
import { supersedeReplaced } from '../../functions/follow-up/supersede.ts';
import { publishing } from '../../functions/platform/deployed.ts';
import { announcedMoment } from '../../functions/platform/store/decision-history.ts';
import { dynamoDecisionStore } from '../../functions/platform/store/decision-store.ts';
import { contractIdOf, decisionIdOf, type Key, sequenceOf } from '../../functions/platform/table/keys.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { watchSplitting } from '../../functions/proposal/splitting-watch.ts';
import { kent } from '../../seeds/kent/council.ts';
import { pastDecision } from '../decision/past-decision.ts';

/** The moment at which everything here happens. */
export const at = '2026-11-21T09:00:00.000Z';

/** What a function has around it, over a table of a test's own. */
export const surroundings = (table: Table, now = at) => ({
  table,
  store: dynamoDecisionStore({ ...table, publication: publishing }),
  contracts: dynamoContractStore(table),
  loadCouncil: async () => kent,
  now: () => now,
});

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

const announced = async ({ client, tableName }: Table): Promise<Key[]> => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true }));
  return Items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })).filter(({ sk }) => sk.startsWith('EVENT#'));
};

/** Which shards are read next: each holds the events of one decision or contract, in their order. */
export type Shards = (shards: Key[][]) => Key[][];

/**
 * Everything announced so far, and whatever comes of that, as the stream hands it to `follow-up`: the events of one decision or contract in
 * their order, and those of several in the order chosen, or side by side.
 */
export const followUp = async (table: Table, chosen: Shards = (shards) => shards.slice(0, 1)): Promise<void> => {
  const around = surroundings(table);
  const register = enterContracts(around);
  const heard = async ({ pk, sk }: Key): Promise<void> => {
    const [decision, contract, sequence] = [decisionIdOf(pk), contractIdOf(pk), sequenceOf(sk) ?? 0];
    if (contract) await register.contract(contract, sequence);
    if (!decision) return;
    const moment = await announcedMoment(around.store, decision, sequence);
    await watchSplitting(around, moment);
    await supersedeReplaced(around, moment);
    await register.decision(moment);
  };
  const done = new Set<string>();
  for (;;) {
    const left = (await announced(table)).filter((key) => !done.has(nameOf(key))).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    if (left.length === 0) return;
    const next = chosen([...Map.groupBy(left, ({ pk }) => pk).values()]).flatMap((shard) => shard.slice(0, 1));
    for (const key of next) done.add(nameOf(key));
    await Promise.all(next.map(heard));
  }
};

/** Takes in a past decision like Kent's 23/00022, which is in effect. */
export const takesIn = async (table: Table, id: string, number: string, over: Partial<Proposal>): Promise<void> => {
  const done = await surroundings(table).store.execute(id, pastDecision(number, over), { given: { now: at, council: kent } });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
};

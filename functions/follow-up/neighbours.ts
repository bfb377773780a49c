import type { Contract } from '../contract/contract.schema.ts';
import type { ContractEvent } from '../contract/contract-events.ts';
import type { ContractTask } from '../contract/contract-commands.ts';
import type { Terms } from '../contract/contract-terms.schema.ts';
import { besideWrite } from '../contract/store/beside-write.ts';
import type { ContractSurroundings } from '../contract/store/contract-deployed.ts';
import {
  cameToNothing,
  correctionTasks,
  followsNoMore,
  lossTasks,
  predecessorsOf,
  statedSuccessor,
  successionTasks,
} from '../contract/succession.rules.ts';
import { beforeKey } from '../platform/table/keys.ts';
import { queryAll } from '../platform/table/table.ts';
import { transact } from '../platform/table/transact.ts';
import { carryOut, type Entering } from './entering.ts';

type Linking = Entering & Pick<ContractSurroundings, 'table'>;

const found = async ({ contracts }: Entering, ids: string[]): Promise<Contract[]> =>
  (await contracts.loadAll(ids)).filter((each) => each !== null);

// Of those that said once that this one follows them, some may have been put right since.
const contractsBefore = async (around: Linking, contract: Contract): Promise<Contract[]> => {
  const { pk, sk } = beforeKey(contract.id, '');
  const naming = await queryAll(around.table, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :before)',
    ExpressionAttributeValues: { ':pk': pk, ':before': sk },
    ConsistentRead: true,
  });
  const named = predecessorsOf(contract);
  const each = await found(around, [...new Set([...named, ...naming.map((item) => item.sk.slice(sk.length))])]);
  return each.filter((before) => named.includes(before.id) || statedSuccessor(before) === contract.id);
};

const ownTasks = async (around: Linking, contract: Contract): Promise<ContractTask[]> => {
  const id = statedSuccessor(contract);
  if (id === undefined) return [];
  // Written before that one is read, so that whatever becomes of it from now on is told here.
  await transact(around.table, [besideWrite(around.table.tableName, beforeKey(id, contract.id), {})]);
  const following = await around.contracts.load(id);
  return following && !followsNoMore(following, contract) ? successionTasks(following, [contract.id]) : [];
};

/**
 * Tells the contracts before this one, and this one itself, who follows whom and from when: once its dates are real, and whenever they
 * move.
 */
export const linkNeighbours = async (around: Linking, contract: Contract): Promise<void> => {
  const before = (await contractsBefore(around, contract)).filter((each) => !followsNoMore(contract, each));
  const ids = before.map(({ id }) => id);
  await carryOut(around, [...successionTasks(contract, ids), ...(await ownTasks(around, contract))]);
};

const became = (contract: Contract): string => (cameToNothing(contract) ? 'came to nothing' : 'has ended');

/** Tells the contracts that one which has ended or was closed follows no more that nothing does: their alerts begin again. */
export const unlinkFrom = async (around: Linking, contract: Contract): Promise<void> => {
  const before = (await contractsBefore(around, contract)).filter((each) => followsNoMore(contract, each));
  await carryOut(around, lossTasks(contract, before, became(contract)));
};

/** Tells a contract that nothing follows it, where what it was told does so follows it no more: its own end may have moved since. */
export const unlinkItself = async (around: Entering, contract: Contract): Promise<void> => {
  const following = contract.successor && (await around.contracts.load(contract.successor.id));
  if (following && followsNoMore(following, contract)) await carryOut(around, lossTasks(following, [contract], became(following)));
};

/**
 * Tells a contract that has lost what followed it who still says that they do: the last of those that it was told of before. Nothing where
 * it has been told of another since.
 */
export const linkEarlier = async (around: Entering, contractId: string, events: ContractEvent[]): Promise<void> => {
  const ids = events.flatMap(({ happening }) => (happening.type === 'successor-linked' ? [happening.successor.id] : []));
  const [[contract], followers] = await Promise.all([found(around, [contractId]), found(around, [...new Set(ids)])]);
  if (!contract || contract.successor !== null) return;
  const last = followers.findLast((each) => predecessorsOf(each).includes(contractId) && !followsNoMore(each, contract));
  if (last) await carryOut(around, successionTasks(last, [contractId]));
};

/** Takes back what a contract said of its neighbours before it was put right. */
export const unlinkNamedBefore = async (around: Entering, contract: Contract, before: Terms): Promise<void> => {
  const { replaces = [], successor } = before;
  const named = await found(around, [...replaces, ...(successor ? [successor] : [])]);
  await carryOut(around, correctionTasks(contract, before, named));
};

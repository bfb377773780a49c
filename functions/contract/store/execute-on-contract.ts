import { beginning } from '../../decision/history.ts';
import { refuse, type Refused, stale } from '../../decision/refusal.ts';
import { isConflict } from '../../platform/table/conflict.ts';
import { keys } from '../../platform/table/keys.ts';
import { TooLargeToStore } from '../../platform/table/packed-json.ts';
import { answerWrite, readAnswer, reused, type SavedAnswer, savedMeanwhile } from '../../platform/store/saved-answer.ts';
import { getAll, type Table, type Write } from '../../platform/table/table.ts';
import { transact } from '../../platform/table/transact.ts';
import { untilDone } from '../../platform/table/until-done.ts';
import type { Contract } from '../contract.schema.ts';
import type { ContractCommand } from '../contract-commands.ts';
import type { ContractEvent } from '../contract-events.ts';
import { sealContract } from './contract-history.ts';
import { contractEventWrite, contractItem, contractWrite, readContract } from './contract-items.ts';
import { contractSettingsOf } from '../contract-settings.ts';
import type { ContractExecuted, ContractExecution } from './contract-execution.ts';
import { decideContract } from '../decide-contract.ts';
import { evolveContract } from '../evolve-contract.ts';
import { publicReferenceOf, publicWrites, referenceHeldBy } from '../../transparency/public-contract-items.ts';

type Asked = {
  table: Table;
  id: string;
  command: ContractCommand;
  execution: ContractExecution;
  at: (id: string, version: number) => Promise<Contract | null>;
};
type Loaded = { current: Contract | null; saved: SavedAnswer | null; heldBy: string | null };
type Next = { contract: Contract; events: ContractEvent[] };

// The reference is read with the contract, so that one public address never comes to stand for two.
const loadFor = async ({ table, id, command, execution: { answer, given } }: Asked): Promise<Loaded> => {
  const reference = 'reference' in command && command.type !== 'record-notice' ? command.reference : null;
  const asked = [
    keys.contract(id),
    ...(answer ? [keys.answer(answer.sub, answer.key)] : []),
    ...(reference ? [publicReferenceOf(reference)] : []),
  ];
  const [current, ...others] = await getAll(table, asked);
  const saved = answer ? readAnswer(others.shift() ?? null, given.now) : null;
  return { current: current ? readContract(current) : null, saved, heldBy: reference ? referenceHeldBy(others.shift() ?? null) : null };
};

const answeredBefore = async ({ execution, at }: Pick<Asked, 'execution' | 'at'>, saved: SavedAnswer): Promise<ContractExecuted> => {
  const refused = execution.answer && reused(saved, execution.answer);
  if (refused) return refused;
  const contract = await at(saved.decisionId, saved.version);
  if (!contract) throw new Error(`The answer saved for contract ${saved.decisionId} names version ${saved.version}, which is not there`);
  return { ok: true, contract, events: [], answered: saved };
};

/** What the same request was answered before; null where it was not. */
export const answeredAlready = async (asked: Pick<Asked, 'table' | 'execution' | 'at'>): Promise<ContractExecuted | null> => {
  const saved = await savedMeanwhile(asked.table, asked.execution);
  return saved && answeredBefore(asked, saved);
};

const overtaken = async (asked: Asked, refused: Refused): Promise<ContractExecuted> => (await answeredAlready(asked)) ?? refused;

const decideNext = ({ id, command, execution: { given } }: Asked, current: Contract | null): (Next & { ok: true }) | Refused => {
  const outcome = decideContract(current, command, { ...given, settings: contractSettingsOf(given.council) });
  if (!outcome.ok) return outcome;
  const { version = 0, head = beginning } = current ?? {};
  const events = sealContract(outcome.happenings, { contractId: id, version, head, at: given.now, by: command.by });
  const contract = events.reduce<Contract | null>(evolveContract, current);
  if (!contract) throw new Error(`"${command.type}" made no contract`);
  return { ok: true, contract, events };
};

const writesFor = (
  { table: { tableName }, id, command, execution: { given, answer, beside } }: Asked,
  current: Contract | null,
  { contract, events }: Next,
): Write[] => {
  const reached = { decisionId: id, version: contract.version, now: given.now };
  const saved = answer ? [answerWrite(tableName, answer, reached)] : [];
  if (events.length === 0) return saved;
  return [
    ...events.map((event) => contractEventWrite(tableName, event)),
    contractWrite(tableName, contractItem(contract, given, command.type === 'run-daily-check'), current?.version ?? 0),
    ...publicWrites(tableName, contract, given),
    ...(beside?.({ before: current, contract, events }) ?? []),
    ...saved,
  ];
};

const inUse = (reference: string): Refused =>
  refuse(
    'reference-in-use',
    'Council contract procedure',
    `Another contract has the reference ${reference}. A reference stands for one contract only.`,
    { reference },
  );

const tooLarge = (): Refused => refuse('fits-the-record', 'API', 'This contract is too long to be kept. Move part of it into documents.');

/** One reading, deciding and writing; null when somebody else wrote first. */
const attempt = async (asked: Asked): Promise<ContractExecuted | null> => {
  const { current, saved, heldBy } = await loadFor(asked);
  const { expect } = asked.execution;
  if (saved) return answeredBefore(asked, saved);
  if (expect !== undefined && current && current.version !== expect) return overtaken(asked, stale('contract', current.version));
  const next = decideNext(asked, current);
  if (!next.ok) return overtaken(asked, next);
  if (heldBy !== null && heldBy !== asked.id) return overtaken(asked, inUse(next.contract.reference));
  try {
    const TransactItems = writesFor(asked, current, next);
    if (TransactItems.length > 0) await transact(asked.table, TransactItems);
  } catch (fault) {
    if (fault instanceof TooLargeToStore) return tooLarge();
    if (isConflict(fault)) return null;
    throw fault;
  }
  return { ok: true, contract: next.contract, events: next.events, answered: null };
};

/** Decides a command on a contract and stores what then happened, in one read and one write, as is done with decisions. */
export const executeOnContract = (
  table: Table,
  id: string,
  command: ContractCommand,
  execution: ContractExecution,
  at: Asked['at'],
): Promise<ContractExecuted> => untilDone(`"${command.type}" on contract ${id}`, () => attempt({ table, id, command, execution, at }));

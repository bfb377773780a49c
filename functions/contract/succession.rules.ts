import { systemActor } from '../decision/system-actor.ts';
import type { Contract } from './contract.schema.ts';
import type { ContractTask } from './contract-commands.ts';
import { endOf, startOf } from './contract-dates.rules.ts';
import type { Terms } from './contract-terms.schema.ts';

/** The contracts that this one follows, as its decision or its officers say. */
export const predecessorsOf = (contract: Contract): string[] => {
  const proposed = contract.proposed?.replaces ?? [];
  const stated = 'terms' in contract ? (contract.terms.replaces ?? []) : [];
  return [...new Set([...proposed, ...stated])].filter((id) => id !== contract.id);
};

/** Whether nothing came of a contract: it was closed, or given up before it began. */
export const cameToNothing = (contract: Contract): boolean =>
  contract.status === 'closed' || (contract.status === 'ended' && contract.ended.on < contract.terms.start);

/**
 * Whether a contract does not follow another, or no more: it came to nothing, or it was over by the last day of that one and nothing
 * follows it in its turn.
 */
export const followsNoMore = (contract: Contract, before: Contract): boolean => {
  const end = endOf(before);
  const wasOver = contract.status === 'ended' && contract.successor === null && end !== null && contract.ended.on <= end;
  return wasOver || cameToNothing(contract);
};

/**
 * What the contracts before this one must be told, those that it names unless others are given: who follows them and from which day, real
 * or still proposed. To be carried out whenever this contract is registered or its start moves, so that a gap shows at once; told again, it
 * changes nothing.
 */
export const successionTasks = (contract: Contract, before = predecessorsOf(contract)): ContractTask[] => {
  const start = startOf(contract);
  if (start === undefined || cameToNothing(contract)) return [];
  return before.map((contractId) => ({
    contractId,
    command: { by: systemActor, type: 'link-successor', successor: { id: contract.id, start, basis: 'stated' } },
  }));
};

/**
 * What the contracts before one that came to nothing, or that has ended, must be told: that it does not follow them, and that the decision
 * which it came of is in hand no longer. Told again, it changes nothing; a contract that something else follows by now is left alone.
 */
export const lossTasks = ({ id, reference, decisions }: Contract, before: Contract[], became = 'came to nothing'): ContractTask[] =>
  before
    .filter(({ status, successor }) => status !== 'closed' && successor?.id === id)
    .flatMap(({ id: contractId, status, inHand }): ContractTask[] => {
      const inVain = status !== 'ended' && decisions.some(({ number }) => number === inHand);
      const release: ContractTask = {
        contractId,
        command: { by: systemActor, type: 'give-up-decision-in-hand', words: `${reference}, which was to follow, ${became}.` },
      };
      return [...(inVain ? [release] : []), { contractId, command: { by: systemActor, type: 'unlink-successor', id } }];
    });

/** The contract that this one itself says follows it. */
export const statedSuccessor = (contract: Contract): string | undefined => ('terms' in contract ? contract.terms.successor : undefined);

/**
 * What is taken back where it was put right what a contract follows or what follows it: each that it was said `before` to follow is told
 * that it does not, and it is itself told so of the one that was said to follow it. Not where the other one says it too. `named` are those
 * that it named before. Told again, it changes nothing.
 */
export const correctionTasks = (contract: Contract, before: Pick<Terms, 'replaces' | 'successor'>, named: Contract[]): ContractTask[] => {
  const put = 'was put right, and does not';
  const follows = predecessorsOf(contract);
  const dropped = named.filter(
    (each) => before.replaces?.includes(each.id) && !follows.includes(each.id) && statedSuccessor(each) !== contract.id,
  );
  const lost = named.filter(
    (each) => each.id === before.successor && statedSuccessor(contract) !== each.id && !predecessorsOf(each).includes(contract.id),
  );
  return [...lossTasks(contract, dropped, put), ...lost.flatMap((each) => lossTasks(each, [contract], put))];
};

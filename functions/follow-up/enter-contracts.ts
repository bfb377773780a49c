import type { Moment } from '../platform/store/decision-history.ts';
import type { BesideDecisions } from '../contract/store/contract-deployed.ts';
import { enterContractsOf, publishReleaseOf } from './entering.ts';
import { linkEarlier, linkNeighbours, unlinkFrom, unlinkItself, unlinkNamedBefore } from './neighbours.ts';
import { decisionOf } from '../contract/store/decision-named.ts';
import { letGoOf, letGoOfVain, letGoWhereSilent } from '../contract/store/in-hand.ts';
import type { Contract } from '../contract/contract.schema.ts';
import type { ContractEvent } from '../contract/contract-events.ts';
import type { Terms } from '../contract/contract-terms.schema.ts';
import { takenEffect } from './takes-effect.ts';

const moves = new Set(['contract-proposed', 'contract-registered', 'contract-amended', 'decision-noted', 'successor-lost']);

const onDecision = async (around: BesideDecisions, moment: Moment): Promise<void> => {
  const {
    event: { happening, sequence },
    decision,
    now,
  } = moment;
  // What a past decision ended in is entered as proposed, for its officers to give real dates or close.
  const effective = takenEffect(moment);
  if (effective) {
    await enterContractsOf(around, effective);
    await letGoWhereSilent(around, effective);
  }
  if (happening.type === 'proposal-withdrawn' || happening.type === 'proposal-declined') await letGoOf(around, decision);
  // As it stands after the last event, which is told last: by then the register has what it brings, and no release is told otherwise.
  if (sequence !== now.version) return;
  // What put it in effect may be parked still.
  if (now.status === 'effective' && !effective) await enterContractsOf(around, now);
  await publishReleaseOf(around, now);
};

const termsBefore = (events: ContractEvent[], sequence: number): Terms | null => {
  const last = events.findLast((each) => each.sequence < sequence && 'terms' in each.happening)?.happening;
  return last && 'terms' in last ? last.terms : null;
};

// That nothing comes of what it awarded or was to procure is told in a decision's own release: a contract that is closed never had one.
const publishReleasesBehind = async (around: BesideDecisions, { decisions }: Pick<Contract, 'decisions'>): Promise<void> => {
  for (const number of new Set(decisions.map((noted) => noted.number))) {
    const decision = await decisionOf(around, number);
    if (decision) await publishReleaseOf(around, decision);
  }
};

const onContract = async (around: BesideDecisions, id: string, sequence: number): Promise<void> => {
  const [contract, events] = await Promise.all([around.contracts.load(id), around.contracts.history(id)]);
  const event = events.find((each) => each.sequence === sequence);
  if (!contract || !event) throw new Error(`Event ${sequence} of contract ${id} was announced and is not there`);
  const before = event.happening.type === 'contract-amended' ? termsBefore(events, sequence) : null;
  if (before) await unlinkNamedBefore(around, contract, before);
  // One that was over follows those before it again where something follows it in its turn.
  const isFollowedSince = contract.status === 'ended' && event.happening.type === 'successor-linked';
  if (isFollowedSince || moves.has(event.happening.type)) await linkNeighbours(around, contract);
  if (event.happening.type === 'successor-lost') await linkEarlier(around, id, events);
  if (contract.status === 'closed' || contract.status === 'ended') await unlinkFrom(around, contract);
  await unlinkItself(around, contract);
  if (event.happening.type === 'contract-closed') await publishReleasesBehind(around, contract);
  if (event.happening.type === 'decision-in-hand') await letGoOfVain(around, contract);
};

/** Carries what is decided into the register of contracts, and what is registered to the contracts before it. */
export const enterContracts = (around: BesideDecisions) => ({
  decision: (moment: Moment) => onDecision(around, moment),
  contract: (id: string, sequence: number) => onContract(around, id, sequence),
});

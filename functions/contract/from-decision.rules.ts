import type { Council } from '../council/council.schema.ts';
import { hasAnotherAward } from './amendment.rules.ts';
import { systemActor } from '../decision/system-actor.ts';
import type { ContractCommand, ContractTask } from './contract-commands.ts';
import { contractIdFrom, contractReferenceFrom, ocidOfDecision } from './contract-names.ts';
import type { NotedDecision } from './contract-noted.schema.ts';
import type { ContractSettings } from './contract-settings.schema.ts';
import { type Entry, followedBy, type Follows, type Known, statedFollows } from './follows.rules.ts';
import { type Effective, notedOf, particularsOf, termsOf } from './said-by-decision.rules.ts';

/** All that an effective decision does to the register. Carried out twice, it changes nothing the second time. */
export type FromDecision = { tasks: ContractTask[]; follows: Follows[] };

type Given = { council: Pick<Council, 'posts'>; settings: ContractSettings; known: (id: string) => Known | null };

const by = systemActor;

const enter = (
  decision: Effective,
  { id, index, proposed }: Entry,
  follows: Follows[],
  { council, settings, known }: Given,
): ContractTask => {
  // A contract awarded after a decision to procure keeps the Open Contracting id that the procurement was published under.
  const chained =
    proposed.outcome === 'award'
      ? proposed.replaces.map(known).find((each) => each?.decisions.some(({ outcome }) => outcome === 'procure'))
      : undefined;
  const command: ContractCommand = {
    by,
    type: 'propose-contract',
    reference: contractReferenceFrom(decision.number, index),
    ocid: chained?.ocid ?? ocidOfDecision(decision.number, settings),
    particulars: particularsOf(decision, proposed, council),
    decision: notedOf(decision, proposed),
    // Both ends of the link are kept, so that the contract before is told when this one gets its real dates.
    proposed: { ...termsOf(proposed), replaces: follows.filter(({ to }) => to === id).map(({ from }) => from) },
  };
  return { contractId: id, command };
};

/**
 * The contract still to be procured that this award is the award of, or null. Told again after it was registered it is still
 * the same one; a second award of the same procurement, by this decision or another, is a contract of its own.
 */
const awardOf = (decision: Effective, { index, proposed }: Omit<Entry, 'id'>, { known }: Pick<Given, 'known'>): string | null => {
  if (proposed.outcome !== 'award') return null;
  const taken = new Set(
    decision.content.contracts
      .slice(0, index)
      .filter(({ outcome }) => outcome === 'award')
      .flatMap(({ replaces }) => replaces),
  );
  const isIts = (found: Known | null) =>
    found !== null &&
    ((found.status === 'proposed' && !hasAnotherAward(found, decision.number, decision.content.replaces)) ||
      found.decisions.some(({ number, outcome }) => number === decision.number && outcome === 'award'));
  return proposed.replaces.find((id) => !taken.has(id) && isIts(known(id))) ?? null;
};

// What says whether a contract goes on: of two of them, the later one holds.
const settling = new Set<NotedDecision['outcome']>(['extend', 'lapse', 'bring-in-house']);

// A past decision can be brought in after a later one, or after the contract was prolonged, and undoes neither.
const isSettledSince = (known: Known | null, { record: { effectiveFrom: from } }: Effective): boolean =>
  (known?.prolongedOn ?? '') > from ||
  (known?.decisions ?? []).some(({ outcome, effectiveFrom = '' }) => settling.has(outcome) && effectiveFrom > from);

// Naming a contract that the register knows means that contract: it is awarded, extended or let go, and nothing new is entered.
const uponKnown = (decision: Effective, entry: Entry, given: Given): ContractTask[] => {
  const { proposed } = entry;
  const noted = notedOf(decision, proposed);
  const awarded = awardOf(decision, entry, given);
  if (awarded) {
    const inPlaceOf = decision.content.replaces;
    return [{ contractId: awarded, command: { by, type: 'note-decision', decision: noted, proposed: termsOf(proposed), inPlaceOf } }];
  }
  if (proposed.outcome === 'award' || proposed.outcome === 'procure') return [];
  return proposed.replaces
    .filter((id) => given.known(id) !== null)
    .flatMap((contractId): ContractTask[] => {
      const note: ContractTask = { contractId, command: { by, type: 'note-decision', decision: noted } };
      if (proposed.outcome === 'extend') return [note];
      // Noted last: once it is, all of it was done, and hearing of it again must not take back what was decided since.
      const decisions = given.known(contractId)?.decisions ?? [];
      if (decisions.some(({ number, outcome }) => number === noted.number && outcome === noted.outcome)) return [];
      if (isSettledSince(given.known(contractId), decision)) return [note];
      return [
        {
          contractId,
          command: {
            by,
            type: 'plan-exit',
            how: proposed.outcome === 'lapse' ? 'lapse' : 'bring-in-house',
            decision: decision.number,
            words: 'As the decision says.',
          },
        },
        note,
      ];
    });
};

const isNew = (decision: Effective, entry: Entry, given: Given): boolean => {
  const { outcome, replaces } = entry.proposed;
  if (outcome === 'award') return awardOf(decision, entry, given) === null;
  return outcome === 'procure' || !replaces.some((id) => given.known(id) !== null);
};

/**
 * What the register has of the contract that a decision brings as its nth, be it one that an earlier decision was to procure; null while
 * it has none.
 */
export const broughtBy = (decision: Effective, index: number, given: Pick<Given, 'known'>): Known | null => {
  const proposed = decision.content.contracts[index];
  const awarded = proposed ? awardOf(decision, { index, proposed }, given) : null;
  return given.known(awarded ?? contractIdFrom(decision.id, index));
};

/**
 * What a decision in effect does to the register: each contract that it awards, procures or ends is entered with what it
 * proposed, never with contract dates; each contract it names is noted, let go or awarded; and each is tested for a gap
 * before the one that follows. A decision that is not in effect does nothing, which its type sees to.
 */
export const contractsFrom = (decision: Effective, given: Given): FromDecision => {
  const entries = decision.content.contracts.map((proposed, index): Entry => ({ id: contractIdFrom(decision.id, index), index, proposed }));
  const entered = entries.filter((entry) => isNew(decision, entry, given));
  const follows = [...entered.flatMap((entry) => statedFollows(entry, given)), ...entered.flatMap((entry) => followedBy(entry, entered))];
  // Once what follows is registered its real start counts, and hearing of the decision again must not put the proposed one back.
  const links = follows
    .filter(({ to }) => (given.known(to)?.status ?? 'proposed') === 'proposed')
    .map(
      ({ from, to, basis }): ContractTask => ({
        contractId: from,
        command: {
          by,
          type: 'link-successor',
          successor: { id: to, start: entries.find(({ id }) => id === to)?.proposed.start ?? '', basis },
        },
      }),
    );
  return {
    tasks: [
      ...entered.map((entry) => enter(decision, entry, follows, given)),
      ...entries.flatMap((entry) => uponKnown(decision, entry, given)),
      ...links,
    ],
    follows,
  };
};

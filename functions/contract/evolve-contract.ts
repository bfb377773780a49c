import { daysBetween, londonDate } from '../rules/local-date.ts';
import type { Contract, ContractIn, ContractStatus } from './contract.schema.ts';
import type { Terms } from './contract-terms.schema.ts';
import { maximumEnd } from './contract-dates.rules.ts';
import { highestValue } from './contract-value.rules.ts';
import type { ContractEvent, ContractHappening, ContractHappeningOf } from './contract-events.ts';
import { isAct, isAnswer, isUnpublished } from './event-kinds.ts';

type Begun = Pick<Contract, 'id' | 'version' | 'head' | 'createdAt' | 'updatedAt'>;
type Reducer<T extends ContractHappening['type']> = (was: Contract, happening: ContractHappeningOf<T>) => Contract | null;

const within = <S extends ContractStatus>(was: Contract, ...allowed: S[]): ContractIn<S> | null =>
  (allowed as string[]).includes(was.status) ? (was as ContractIn<S>) : null;

const nothingYet = { alerted: [], actedOn: null, snooze: null, inHand: null, exit: null, successor: null, bounced: [] };

const proposed = (happening: ContractHappeningOf<'contract-proposed'>, begun: Begun): Contract => {
  const { reference, ocid, particulars, proposed: terms, decision } = happening;
  const how = decision.outcome === 'lapse' || decision.outcome === 'bring-in-house' ? decision.outcome : null;
  const exit = how ? { how, decision: decision.number, words: 'As the decision says.' } : null;
  return { ...begun, ...nothingYet, reference, ocid, status: 'proposed', particulars, proposed: terms, decisions: [decision], exit };
};

const termed = (terms: Terms) => ({
  toDate: null,
  exercised: [],
  notices: [],
  changes: [],
  original: { valuePence: highestValue(terms), maximumTermDays: daysBetween(terms.start, maximumEnd({ terms, exercised: [] })) + 1 },
});

const authority = (number: string | undefined, delegates: string | undefined) =>
  number ? [{ number, outcome: 'authority' as const, ...(delegates ? { delegates } : {}) }] : [];

const registered = ({ reference, ocid, terms, approvedPence }: ContractHappeningOf<'contract-registered'>, begun: Begun): Contract => ({
  ...begun,
  ...nothingYet,
  ...termed(terms),
  reference,
  ocid,
  status: 'registered',
  terms,
  approvedPence,
  proposed: null,
  decisions: authority(terms.decision, terms.delegates),
});

const confirmed = (was: Contract, { terms, approvedPence }: ContractHappeningOf<'contract-registered'>): Contract | null => {
  const from = within(was, 'proposed');
  if (!from) return null;
  const { particulars: _, ...kept } = from;
  const known = from.decisions.some(({ number }) => number === terms.decision);
  const decisions = known ? from.decisions : [...from.decisions, ...authority(terms.decision, terms.delegates)];
  return { ...kept, ...termed(terms), status: 'registered', terms, approvedPence, decisions };
};

const contacts = ({ owner, sponsor }: { owner: { email: string }; sponsor: { email: string } }) => [owner.email, sponsor.email];

const amended = (was: Contract, { terms, approvedPence, decision, change }: ContractHappeningOf<'contract-amended'>): Contract | null => {
  const from = within(was, 'registered');
  if (!from) return null;
  const decisions = from.decisions.some(({ number }) => number === decision)
    ? from.decisions
    : [...from.decisions, ...authority(decision, undefined)];
  return {
    ...from,
    terms,
    approvedPence,
    decisions,
    changes: [...from.changes, change],
    bounced: from.bounced.filter((email) => contacts(terms).includes(email)),
  };
};

const noted = (was: Contract, { decision, proposed: terms, approvedPence }: ContractHappeningOf<'decision-noted'>): Contract | null => {
  const before = was.decisions.filter(({ number, outcome }) => number !== decision.number || outcome !== decision.outcome);
  const decisions = [...before, decision];
  const inHand = was.inHand === decision.number ? null : was.inHand;
  if (was.status === 'proposed')
    return {
      ...was,
      decisions,
      inHand,
      proposed: terms ? { ...terms, replaces: [...new Set([...was.proposed.replaces, ...terms.replaces])] } : was.proposed,
    };
  return was.status === 'registered'
    ? { ...was, decisions, inHand, approvedPence: approvedPence ?? was.approvedPence }
    : { ...was, decisions };
};

const reducers: { [T in ContractHappening['type']]: Reducer<T> } = {
  'contract-proposed': () => null,
  'contract-registered': confirmed,
  'contract-amended': amended,
  'decision-noted': noted,
  'option-exercised': (was, { exercised, change }) => {
    const from = within(was, 'registered');
    return (
      from && {
        ...from,
        exercised: [...from.exercised, exercised],
        changes: [...from.changes, change],
        inHand: exercised.decision === from.inHand ? null : from.inHand,
      }
    );
  },
  'value-recorded': (was, { toDatePence, on }) => {
    const from = within(was, 'registered', 'ended');
    return from && { ...from, toDate: { pence: toDatePence, on } };
  },
  'successor-linked': (was, { successor }) => ({ ...was, successor }),
  'successor-lost': (was, { id }) => (was.successor?.id === id ? { ...was, successor: null } : was),
  'exit-planned': (was, { exit }) => {
    const from = within(was, 'proposed', 'registered');
    return from && { ...from, exit };
  },
  'exit-lifted': (was) => {
    const from = within(was, 'proposed', 'registered');
    return from && { ...from, exit: null };
  },
  'contract-notice-recorded': (was, { published }) => {
    const from = within(was, 'registered', 'ended');
    return from && { ...from, notices: [...from.notices, published] };
  },
  'alerts-raised': (was, { alerts, on }) => ({
    ...was,
    alerted: [...was.alerted, ...alerts.flatMap(({ id, covers }) => [id, ...covers]).map((id) => ({ id, on }))],
  }),
  'alert-acknowledged': (was, { on }) => ({ ...was, actedOn: on }),
  'alert-snoozed': (was, { until, on, words }) => ({ ...was, actedOn: on, snooze: { until, words } }),
  'decision-in-hand': (was, { number, on }) => ({ ...was, actedOn: on, inHand: number }),
  'decision-no-longer-in-hand': (was, { number, givenUpOn }) => ({
    ...was,
    inHand: null,
    ...(givenUpOn ? { noLongerInHand: number } : {}),
  }),
  'contact-undeliverable': (was, { email }) => (was.bounced.includes(email) ? was : { ...was, bounced: [...was.bounced, email] }),
  'contract-ended': (was, { ended }) => {
    const from = within(was, 'registered');
    return from && { ...from, status: 'ended', ended };
  },
  'contract-closed': (was, { on, words }) => {
    const from = within(was, 'proposed');
    return from && { ...from, status: 'closed', closed: { on, words } };
  },
};

/** The stored history of a contract holds an event that cannot follow the one before it: a fault, never a refusal. */
class ContractHistoryBroken extends Error {
  constructor(happening: ContractHappening, was: Contract | null) {
    super(`"${happening.type}" cannot follow ${was ? `"${was.status}" in contract ${was.id}` : 'nothing'}`);
  }
}

const begin = (happening: ContractHappening, begun: Begun): Contract | null => {
  if (happening.type === 'contract-proposed') return proposed(happening, begun);
  return happening.type === 'contract-registered' ? registered(happening, begun) : null;
};

const follow = <T extends ContractHappening['type']>(was: Contract, happening: ContractHappeningOf<T>): Contract | null =>
  (reducers[happening.type as T] as Reducer<T>)(was, happening);

/** The contract after a stored event. Replaying a whole history from null gives the contract as it stands. */
export const evolveContract = (contract: Contract | null, { happening, at, contractId, sequence, hash }: ContractEvent): Contract => {
  const begun = { id: contractId, version: 0, head: '', createdAt: at, updatedAt: at };
  const next = contract === null ? begin(happening, begun) : follow(contract, happening);
  if (next === null) throw new ContractHistoryBroken(happening, contract);
  const actedOn = contract !== null && isAct(happening) ? londonDate(at) : next.actedOn;
  // Stored before it said so, a contract was published anew by whatever came last: that release keeps its id.
  const published =
    contract !== null && isUnpublished(happening)
      ? (contract.published ?? { version: contract.version, at: contract.updatedAt })
      : { version: sequence, at };
  const answered = isAnswer(happening) ? { noLongerInHand: undefined } : {};
  return { ...next, ...answered, published, actedOn, version: sequence, head: hash, updatedAt: at };
};

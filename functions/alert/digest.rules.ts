import type { Council } from '../council/council.schema.ts';
import { holderOf } from '../council/directory.rules.ts';
import type { LocalDate } from '../rules/local-date.ts';
import type { DueAlert } from './alerts-due.rules.ts';
import type { Told } from './rung.rules.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { endOf, lastDayOf } from '../contract/contract-dates.rules.ts';
import type { DraftIntent } from '../procurement/draft-intent.schema.ts';
import { isSameAddress, plainAddress } from '../rules/alike.ts';
import { particularsOf } from '../contract/particulars.rules.ts';

/**
 * One contract as a digest lists it: its alerts, most pressing first, and the draft proposals that its reader can open. One that is over
 * takes no answer. `directorTold`: its director has heard that nobody acted, and hears it no second time before somebody does.
 */
export type DigestItem = {
  contractId: string;
  version: number;
  reference: string;
  title: string;
  endsOn: LocalDate | null;
  alerts: DueAlert[];
  drafts: DraftIntent[];
  isOver?: boolean | undefined;
  directorTold?: boolean | undefined;
};

/** The one email that a person gets on a day, whatever the number of contracts. */
export type Digest = { to: { name: string; email: string }; items: DigestItem[] };

/** A contract with what is due about it today, and the version of it that raised this: its own where nobody says. */
export type ContractDue = { contract: Contract; alerts: DueAlert[]; version?: number };

type Person = { name: string; email: string };

const personFor = (told: Told, contract: Contract, council: Pick<Council, 'posts'>, on: LocalDate): Person | null => {
  const { owner, sponsor, leadDirector } = particularsOf(contract);
  switch (told) {
    case 'owner':
      return owner;
    case 'sponsor':
      return sponsor;
    // With no director named, the sponsor answers for the contract; the clerk then hears as well.
    case 'director':
      return (leadDirector ? holderOf(council, leadDirector, on) : null) ?? holderOf(council, 'clerk', on);
    case 'clerk':
      return holderOf(council, 'clerk', on);
    default:
      return told satisfies never;
  }
};

const everyone: Told[] = ['owner', 'sponsor', 'director', 'clerk'];

/**
 * Whether somebody answers for a contract on a day: its owner, its sponsor, its director or the clerk, by their address. Told once, a
 * person may have passed it on since.
 */
export const answersFor = (email: string, contract: Contract, council: Pick<Council, 'posts'>, on: LocalDate): boolean =>
  everyone.some((told) => isSameAddress(personFor(told, contract, council, on)?.email ?? '', email));

// Nobody is written to at an address that has bounced: the clerk is, until the contract has another.
const reachable = (told: Told, { contract }: ContractDue, council: Pick<Council, 'posts'>, on: LocalDate): Person | null => {
  const person = personFor(told, contract, council, on);
  return person && contract.bounced.includes(person.email) ? personFor('clerk', contract, council, on) : person;
};

const families: DueAlert['family'][] = ['escalation', 'address', 'end', 'option', 'notice', 'gap', 'value', 'start', 'confirm', 'review'];

/** The order in which alerts about one contract are told: the most pressing first. */
export const pressing = (a: DueAlert, b: DueAlert): number =>
  families.indexOf(a.family) - families.indexOf(b.family) || (a.anchor < b.anchor ? -1 : 1);

// What is over is prolonged, varied or let lapse no more.
const draftsFor = (contract: Contract, on: LocalDate): DraftIntent[] => {
  if (contract.status !== 'registered' || contract.exit) return [];
  if (on > lastDayOf(contract)) return ['re-procure'];
  return contract.terms.extensionOptions.length > contract.exercised.length
    ? ['re-procure', 'extend', 'vary', 'let-lapse']
    : ['re-procure', 'vary', 'let-lapse'];
};

const directorTold = ({ alerted, actedOn }: Contract): boolean =>
  alerted.some(({ id, on }) => id.startsWith('escalation') && (actedOn === null || on > actedOn));

const itemOf = ({ contract, version = contract.version }: ContractDue, alerts: DueAlert[], on: LocalDate): DigestItem => ({
  contractId: contract.id,
  version,
  reference: contract.reference,
  title: particularsOf(contract).title,
  endsOn: endOf(contract),
  alerts: alerts.toSorted(pressing),
  drafts: draftsFor(contract, on),
  ...(contract.status === 'ended' ? { isOver: true } : {}),
  ...(directorTold(contract) ? { directorTold: true } : {}),
});

// What ends first comes first; what has no end yet, last.
const byUrgency = (a: DigestItem, b: DigestItem): number => {
  const [first, second] = [a.endsOn ?? '9999-12-31', b.endsOn ?? '9999-12-31'];
  if (first !== second) return first < second ? -1 : 1;
  return a.reference < b.reference ? -1 : 1;
};

/**
 * One digest a person for everything due on a day, contracts by urgency. Somebody who is both owner and sponsor, or owns many
 * contracts, is written to once; whoever cannot be reached is stood in for by the clerk.
 */
export const digestsFor = (due: ContractDue[], council: Pick<Council, 'posts'>, on: LocalDate): Digest[] => {
  const heard = due.flatMap((each) =>
    each.alerts.flatMap((alert) =>
      alert.to.flatMap((told) => {
        const person = reachable(told, each, council, on);
        return person ? [{ person, each, alert }] : [];
      }),
    ),
  );
  return [...Map.groupBy(heard, ({ person }) => plainAddress(person.email)).values()].flatMap((mine) => {
    const to = mine[0]?.person;
    const items = [...Map.groupBy(mine, ({ each }) => each).entries()].map(([each, found]) =>
      itemOf(each, [...new Set(found.map(({ alert }) => alert))], on),
    );
    return to ? [{ to: { name: to.name, email: to.email }, items: items.toSorted(byUrgency) }] : [];
  });
};

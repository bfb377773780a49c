import type { Instant } from '../../rules/local-date.ts';

/** Where one item stands in the table. */
export type Key = { pk: string; sk: string };

const eventDigits = 6;
const decisionPrefix = 'DECISION#';
const eventPrefix = 'EVENT#';
const emailPrefix = 'EMAIL#';
const publicPrefix = 'PUBLIC#';
const searchPrefix = 'SEARCH#';
const subscriptionPrefix = 'SUBSCRIPTION#';
const contractPrefix = 'CONTRACT#';
const digestPrefix = 'DIGEST#';
const alertsPrefix = 'ALERTS#';
const codesPrefix = 'CODES#';
const openStepsPrefix = 'OPEN-STEPS#';
const holdPrefix = 'HOLD#';
const changeDigits = 12;

// What is about contracts goes out by the day, not by the decision.
const digestOf = /^digest-(\d{4}-\d{2}-\d{2})$/;
const writtenAbout = (subject: string): string => {
  const [, day] = digestOf.exec(subject) ?? [];
  return day ? `${digestPrefix}${day}` : `${decisionPrefix}${subject}`;
};

const numbered = (prefix: string, sequence: number): string => `${prefix}${String(sequence).padStart(eventDigits, '0')}`;

/**
 * Every item there is. One partition a decision: its state, its events and its emails.
 *
 * | pk                   | sk               | what                                                     |
 * |----------------------|------------------|----------------------------------------------------------|
 * | DECISION#id          | CURRENT          | the decision as it stands                                |
 * | DECISION#id          | EVENT#000007     | its seventh event                                        |
 * | DECISION#id          | EMAIL#key        | one email about it                                       |
 * | DECISION#id          | NONCE#step       | what the code that a step is signed with is derived from |
 * | DECISION#id          | TURNS#what#step  | how often a code or a fresh link was asked for; expires  |
 * | CODES#id             | EVENT#step#nonce | that such a code is to be mailed; expires                |
 * | NUMBERS              | YY               | the last number given in a year                          |
 * | NUMBERS              | YY/NNNNN         | a number given, to which decision; and when that went by rule |
 * | PUBLIC#YY/NNNNN      | PUBLICATION      | what the public may read of it                           |
 * | PUBLIC#YY/NNNNN      | CHAIN            | the hashes of its history and of every wording published |
 * | PUBLIC#LEAVES        | day#YY/NNNNN     | what of it a daily head covers                           |
 * | PUBLIC#HEADS         | day              | one hash over everything published up to that day        |
 * | SEARCH#list#term     | place            | that the decision at this place of a list has the term   |
 * | SEARCH#YY/NNNNN      | INDEXED          | what it is indexed under, so that it can be taken out    |
 * | SEARCH#YY/NNNNN      | LINE             | its line in the lists                                    |
 * | SEARCH#CHANGES       | number of change | what was published, in the order in which it was         |
 * | SEARCH#COUNTER       | CHANGES          | the last number of a change                              |
 * | SHARED#what          | day#decision id  | that a proposal has this in common with others           |
 * | CONTRACT#id          | CURRENT          | a contract as it stands                                  |
 * | CONTRACT#id          | EVENT#000007     | its seventh event                                        |
 * | CONTRACT#id          | BEFORE#contract id | that another contract says that this one follows it    |
 * | DECISION# or CONTRACT#id | GOING        | that it is being removed by rule, until nothing of it is left |
 * | DECISION# or CONTRACT#id | HOLD#000007  | why nothing of it may be removed, until it is lifted: the table's seventh hold |
 * | HOLDS                | LAST             | the number of the last hold                              |
 * | PUBLIC#CONTRACT#ref  | CONTRACT         | what the public may read of it                           |
 * | PUBLIC#RELEASE#name  | RELEASE          | a decision or a contract as Open Contracting has it      |
 * | DIGEST#day           | ALERTS#id        | what is to be told on a day about a contract             |
 * | DIGEST#day           | EVENT#who#001    | what one person is told that day                         |
 * | DIGEST#day           | EMAIL#key        | the email that tells them                                |
 * | OPEN-STEPS#day       | EVENT#who        | what waits for one person that day; expires              |
 * | IN-HAND#YY/NNNNN     | contract id      | that a contract waits for this decision                  |
 * | SUBSCRIPTION#id      | PENDING          | an address that has yet to say yes; expires              |
 * | SUBSCRIPTION#sha256  | ASKED            | that an address was written to; expires                  |
 * | SUBSCRIPTION#hour    | ASKED            | how many addresses were written to in it; expires        |
 * | SUBSCRIPTION#hour#network-000 | ASKED   | how many of them were asked for from a few networks; expires |
 * | SUBSCRIBERS          | id               | an address that said yes, and to what                    |
 * | COUNCIL              | SETTINGS         | the council's settings and directory                     |
 * | ANSWER#sub           | idempotency key  | what a write was answered; expires                       |
 * | ADDRESS#sha256       | SUPPRESSED       | an address that refused email for good                   |
 * | CHECK                | DAILY            | the last day whose daily check is done                   |
 * | CHECK                | CONTRACTS        | the last day whose check of contracts is done            |
 */
export const keys = {
  current: (decisionId: string): Key => ({ pk: `${decisionPrefix}${decisionId}`, sk: 'CURRENT' }),
  event: (decisionId: string, sequence: number): Key => ({ pk: `${decisionPrefix}${decisionId}`, sk: numbered(eventPrefix, sequence) }),
  email: (subject: string, key: string): Key => ({ pk: writtenAbout(subject), sk: `${emailPrefix}${key}` }),
  code: (decisionId: string, stepId: string): Key => ({ pk: `${decisionPrefix}${decisionId}`, sk: `NONCE#${stepId}` }),
  codeAsked: (decisionId: string, stepId: string, nonce: string): Key => ({
    pk: `${codesPrefix}${decisionId}`,
    sk: `${eventPrefix}${stepId}#${nonce}`,
  }),
  turns: (decisionId: string, what: string, stepId: string): Key => ({
    pk: `${decisionPrefix}${decisionId}`,
    sk: `TURNS#${what}#${stepId}`,
  }),
  counter: (year: string): Key => ({ pk: 'NUMBERS', sk: year }),
  number: (number: string): Key => ({ pk: 'NUMBERS', sk: number }),
  publication: (number: string): Key => ({ pk: `${publicPrefix}${number}`, sk: 'PUBLICATION' }),
  chain: (number: string): Key => ({ pk: `${publicPrefix}${number}`, sk: 'CHAIN' }),
  leaf: (on: string, number: string): Key => ({ pk: `${publicPrefix}LEAVES`, sk: `${on}#${number}` }),
  head: (date: string): Key => ({ pk: `${publicPrefix}HEADS`, sk: date }),
  posting: (register: string, term: string, order: string): Key => ({ pk: `${searchPrefix}${register}#${term}`, sk: order }),
  indexed: (number: string): Key => ({ pk: `${searchPrefix}${number}`, sk: 'INDEXED' }),
  line: (number: string): Key => ({ pk: `${searchPrefix}${number}`, sk: 'LINE' }),
  change: (sequence: number): Key => ({ pk: `${searchPrefix}CHANGES`, sk: String(sequence).padStart(changeDigits, '0') }),
  changeCounter: { pk: `${searchPrefix}COUNTER`, sk: 'CHANGES' },
  shared: (what: string, order: string): Key => ({ pk: `SHARED#${what}`, sk: order }),
  pendingSubscription: (id: string): Key => ({ pk: `${subscriptionPrefix}${id}`, sk: 'PENDING' }),
  askedAddress: (hash: string): Key => ({ pk: `${subscriptionPrefix}${hash}`, sk: 'ASKED' }),
  askedInHour: (hour: string): Key => ({ pk: `${subscriptionPrefix}${hour}`, sk: 'ASKED' }),
  subscriber: (id: string): Key => ({ pk: 'SUBSCRIBERS', sk: id }),
  council: { pk: 'COUNCIL', sk: 'SETTINGS' },
  answer: (sub: string, key: string): Key => ({ pk: `ANSWER#${sub}`, sk: key }),
  address: (hash: string): Key => ({ pk: `ADDRESS#${hash}`, sk: 'SUPPRESSED' }),
  dailyCheck: { pk: 'CHECK', sk: 'DAILY' },
  contractCheck: { pk: 'CHECK', sk: 'CONTRACTS' },
  contract: (contractId: string): Key => ({ pk: `${contractPrefix}${contractId}`, sk: 'CURRENT' }),
  contractEvent: (contractId: string, sequence: number): Key => ({
    pk: `${contractPrefix}${contractId}`,
    sk: numbered(eventPrefix, sequence),
  }),
  publicContract: (reference: string): Key => ({ pk: `${publicPrefix}${contractPrefix}${reference}`, sk: 'CONTRACT' }),
  release: (name: string): Key => ({ pk: `${publicPrefix}RELEASE#${name}`, sk: 'RELEASE' }),
  alerts: (day: string, contractId: string, version: number): Key => ({
    pk: `${digestPrefix}${day}`,
    sk: `${alertsPrefix}${contractId}#${version}`,
  }),
  digest: (day: string, name: string): Key => ({ pk: `${digestPrefix}${day}`, sk: `${eventPrefix}${name}` }),
  openSteps: (day: string, who: string): Key => ({ pk: `${openStepsPrefix}${day}`, sk: `${eventPrefix}${who}` }),
  hold: (pk: string, number: number): Key => ({ pk, sk: numbered(holdPrefix, number) }),
  lastHold: { pk: 'HOLDS', sk: 'LAST' },
  inHand: (number: string, contractId: string): Key => ({ pk: `IN-HAND#${number}`, sk: contractId }),
  prefixes: { event: eventPrefix, email: emailPrefix, alerts: alertsPrefix, hold: holdPrefix },
};

/** Where it stands that a contract says that another one follows it. */
export const beforeKey = (contractId: string, beforeId: string): Key => ({
  pk: `${contractPrefix}${contractId}`,
  sk: `BEFORE#${beforeId}`,
});

/** The decision that an item of its partition belongs to; null for an item of any other kind. */
export const decisionIdOf = (pk: string): string | null => (pk.startsWith(decisionPrefix) ? pk.slice(decisionPrefix.length) : null);

/** The contract that an item of its partition belongs to; null for an item of any other kind. */
export const contractIdOf = (pk: string): string | null => (pk.startsWith(contractPrefix) ? pk.slice(contractPrefix.length) : null);

/** The day and the name of what one person is told about contracts; null for an item of any other kind. */
export const digestNamed = ({ pk, sk }: Key): { day: string; name: string } | null =>
  pk.startsWith(digestPrefix) && sk.startsWith(eventPrefix)
    ? { day: pk.slice(digestPrefix.length), name: sk.slice(eventPrefix.length) }
    : null;

/** The code that is to be mailed: of which step of which decision, and which of its codes; null for an item of any other kind. */
export const codeAskedOf = ({ pk, sk }: Key): { decisionId: string; stepId: string; nonce: string } | null => {
  const [, stepId, nonce] = /^EVENT#([^#]+)#([^#]+)$/.exec(sk) ?? [];
  return pk.startsWith(codesPrefix) && stepId && nonce ? { decisionId: pk.slice(codesPrefix.length), stepId, nonce } : null;
};

/** The day and the person whose open steps are to be told; null for an item of any other kind. */
export const openStepsNamed = ({ pk, sk }: Key): { day: string; who: string } | null =>
  pk.startsWith(openStepsPrefix) && sk.startsWith(eventPrefix)
    ? { day: pk.slice(openStepsPrefix.length), who: sk.slice(eventPrefix.length) }
    : null;

/**
 * What the email of a day's digest is kept under, in the place of a decision's id; and the day again, null for an email about a decision.
 */
export const digestSubject = (day: string): string => `digest-${day}`;
export const digestDayOf = (subject: string): string | null => digestOf.exec(subject)?.[1] ?? null;

/** The reference of the public contract that an item is; null for an item of any other kind. */
export const publishedContractOf = ({ pk, sk }: Key): string | null => {
  const prefix = `${publicPrefix}${contractPrefix}`;
  return sk === 'CONTRACT' && pk.startsWith(prefix) ? pk.slice(prefix.length) : null;
};

/** The number of the decision whose publication an item is; null for an item of any other kind. */
export const publishedNumberOf = ({ pk, sk }: Key): string | null =>
  sk === 'PUBLICATION' && pk.startsWith(publicPrefix) ? pk.slice(publicPrefix.length) : null;

/** Which event of its decision a sort key names; null for an item that is no event. */
export const sequenceOf = (sk: string): number | null => (sk.startsWith(eventPrefix) ? Number(sk.slice(eventPrefix.length)) : null);

/** The two-figure year of an instant's London date, as numbers begin: `23` for 2023. */
export const yearOf = (londonDate: string): string => londonDate.slice(2, 4);

/** When an item kept until then may go, as DynamoDB counts: whole seconds since 1970. */
export const expiry = (from: Instant, days: number): number => Math.floor(Date.parse(from) / 1000) + days * 86_400;

import { inWords } from '../rules/local-date.ts';
import { contractPath } from './contract-address.ts';
import type { Contract, ContractIn } from '../contract/contract.schema.ts';
import { furthestEnd, lastDayOf, optionsAhead } from '../contract/contract-dates.rules.ts';
import { highestValue } from '../contract/contract-value.rules.ts';
import { continuity } from '../contract/continuity.rules.ts';
import { nextRouteOf, type PlanGiven, safeStartFor } from '../procurement/next-path.rules.ts';
import { noticesOf } from '../procurement/notices-due.rules.ts';
import { methodOf } from './ocds-values.ts';
import { publishedOf } from './public-moment.ts';
import type { KeptContractLine, PublicContract } from './public-contract.schema.ts';
import { regimeInWords } from '../procurement/regime.rules.ts';
import { decisionOf, transparencyOver, transparencyRow, withheldInWords } from './transparency-csv.ts';

type InRegister = ContractIn<'registered' | 'ended'>;

/** Whether the public register has it: a contract that is only proposed, or never came about, is not in it. */
export const isPublic = (contract: Contract): contract is InRegister => contract.status === 'registered' || contract.status === 'ended';

const hiddenIn = ({ terms }: InRegister) => new Set<string>(terms.withheld?.parts ?? []);

const sentence = (words: string): string => (words[0]?.toUpperCase() ?? '') + words.slice(1);

const lineOf = (contract: InRegister): Omit<KeptContractLine, 'row'> => {
  const { reference, terms, status } = contract;
  const hidden = hiddenIn(contract);
  return {
    reference,
    path: contractPath(reference),
    title: terms.title,
    department: terms.department,
    status,
    start: terms.start,
    end: lastDayOf(contract),
    supplier: hidden.has('supplier') ? null : terms.supplier.name,
    valuePence: hidden.has('value') ? null : highestValue(terms),
    decision: decisionOf(contract),
    withheld: sentence(withheldInWords(terms)) || null,
  };
};

/** A contract as a line of the public register, with its row of the Transparency Code’s file. */
export const publicLineOf = (contract: InRegister): KeptContractLine => ({
  ...lineOf(contract),
  row: highestValue(contract.terms) > transparencyOver ? transparencyRow(contract) : null,
});

const routes: Record<string, string> = {
  'open-tender': 'an open tender',
  'framework-call-off': 'a call-off from a framework',
  'direct-award': 'a direct award',
  'extension-by-option': 'taking up an extension option',
  variation: 'a variation',
  lapse: 'letting it lapse',
};

// What is exempted from the Act is no direct award under it.
const followedBy = (contract: InRegister): string | undefined => {
  const route = nextRouteOf(contract);
  const isOwn = route === 'direct-award' && contract.terms.route === 'in-house';
  return isOwn ? 'an agreement with the council’s own company or another public body' : routes[route];
};

// Whether a key decision is planned tells on which side of the council's threshold a withheld value lies, so one always is.
const asIfKey = (contract: InRegister): InRegister => ({ ...contract, terms: { ...contract.terms, divisionsAffected: undefined } });

const planOf = (contract: InRegister, given: PlanGiven): PublicContract['plan'] => {
  const plan = safeStartFor(hiddenIn(contract).has('value') ? asIfKey(contract) : contract, given);
  return (
    plan && {
      ...plan,
      words: `What follows is planned by ${followedBy(contract)}. It must be in place on ${inWords(plan.arrivesBy)}. So the last day to send in a proposal is ${inWords(plan.date)}.`,
    }
  );
};

const optionsOf = (contract: InRegister): Pick<PublicContract, 'optionsAhead' | 'exercised'> => {
  const money = (amountPence: number) => (hiddenIn(contract).has('value') ? null : amountPence);
  return {
    optionsAhead: (contract.status === 'registered' ? optionsAhead(contract) : []).map(
      ({ option, months, amountPence, noticeBy, endsOn }) => ({ option, months, amountPence: money(amountPence), noticeBy, endsOn }),
    ),
    exercised: contract.exercised.map(({ option, months, amountPence, on, endsOn, decision = null }) => ({
      option,
      months,
      amountPence: money(amountPence),
      on,
      endsOn,
      decision,
    })),
  };
};

// Which notices are due tells within which bounds the value lies, so they are withheld with it.
const noticesFor = (contract: InRegister): PublicContract['notices'] => {
  if (hiddenIn(contract).has('value')) return null;
  const { none, notices } = noticesOf(contract);
  return {
    none,
    notices: notices.map(({ notice, name, duty, deadline, words, source, publishedOn }) => ({
      notice,
      name,
      duty,
      deadline,
      words,
      source,
      publishedOn,
    })),
  };
};

const particularsOf = ({ terms }: InRegister, hidden: Set<string>) => ({
  description: terms.description,
  supplierNumber: hidden.has('supplier') ? null : (terms.supplier.number ?? null),
  sme: terms.sme ?? null,
  vcse: terms.vcse === undefined ? null : terms.vcse !== false,
  route: methodOf(terms.route).procurementMethodDetails,
  regime: regimeInWords(terms),
  subject: terms.subject,
  irrecoverableVatPence: hidden.has('value') ? null : (terms.irrecoverableVatPence ?? null),
  signedOn: terms.signedOn ?? null,
  reviewOn: terms.reviewOn ?? null,
  divisionsAffected: terms.divisionsAffected ?? null,
});

const followsOf = (contract: InRegister): PublicContract['follows'] =>
  contract.successor && { start: contract.successor.start, words: continuity(lastDayOf(contract), contract.successor.start).words };

/** Everything that the public may read of a contract on a day, what is withheld left out and the reason given. */
export const publicContractOf = (contract: InRegister, given: PlanGiven): PublicContract => {
  const { ocid, proposed, decisions } = contract;
  const { at: updatedAt } = publishedOf(contract);
  return {
    ...lineOf(contract),
    ...particularsOf(contract, hiddenIn(contract)),
    ...optionsOf(contract),
    ocid,
    maximumEnd: furthestEnd(contract),
    updatedAt,
    ended: contract.status === 'ended' ? { on: contract.ended.on, how: contract.ended.how } : null,
    decisions: decisions.map(({ number, outcome }) => ({ number, outcome })),
    proposedDates: proposed && { start: proposed.start ?? null, end: proposed.end ?? null },
    follows: followsOf(contract),
    plan: planOf(contract, given),
    notices: noticesFor(contract),
  };
};

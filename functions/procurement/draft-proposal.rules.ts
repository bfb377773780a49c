import { counted } from '../rules/counted.ts';
import { type Draft, type ExpenditureLine, type ProposedContract, proposedContract } from '../proposal/proposal.schema.ts';
import { addDays, daysBetween, inWords, lastDayOfMonths, type LocalDate } from '../rules/local-date.ts';
import { inPounds, type Pence } from '../rules/money.ts';
import { shortened } from '../rules/shortened.ts';
import type { ContractIn } from '../contract/contract.schema.ts';
import { effectiveEnd, optionsAhead } from '../contract/contract-dates.rules.ts';
import { spentOrBound } from '../contract/contract-value.rules.ts';
import type { DraftIntent } from './draft-intent.schema.ts';

type Registered = ContractIn<'registered'>;
type Financial = NonNullable<Draft['financialImplications']>;

const subjects: Record<DraftIntent, string> = {
  're-procure': 'Procurement to follow',
  extend: 'Extension of',
  vary: 'Variation of',
  'let-lapse': 'End of',
};

const lastDay = (start: LocalDate, after: Registered): LocalDate => addDays(start, daysBetween(after.terms.start, after.terms.end));

// A term of whole months is carried over as months, so that a year stays a year across 29 February.
const termEnd = (start: LocalDate, contract: Registered): LocalDate => {
  const { start: was, end } = contract.terms;
  const months = Array.from({ length: 361 }, (_, count) => count).find((count) => lastDayOfMonths(was, count) === end);
  return months === undefined ? lastDay(start, contract) : lastDayOfMonths(start, months);
};

const term = (description: string, amountPence: Pence, contract: string): ExpenditureLine => ({
  description: shortened(description, 300),
  kind: 'initial-term',
  amountPence,
  contract,
});
const option = (description: string, amountPence: Pence, contract: string): ExpenditureLine => ({
  description: shortened(description, 300),
  kind: 'extension-option',
  amountPence,
  contract,
});

const facts = (contract: Registered): string => {
  const { terms, reference } = contract;
  const end = effectiveEnd(contract);
  return [
    `${terms.title} (${reference}) is provided by ${terms.supplier.name} under a contract that began on ${inWords(terms.start)} and ends on ${inWords(end)}.`,
    terms.description,
    `Approved value: ${inPounds(contract.approvedPence)}.${contract.toDate ? ` Value to date, on ${inWords(contract.toDate.on)}: ${inPounds(contract.toDate.pence)}.` : ''}`,
    ...(contract.decisions.length > 0 ? [`Decisions so far: ${contract.decisions.map(({ number }) => number).join(', ')}.`] : []),
  ].join('\n\n');
};

const money = (summary: string, expenditure: ExpenditureLine[]): Financial => ({ summary, expenditure, savings: [], funding: [] });

const reProcured = (contract: Registered, title: string): Partial<Draft> => {
  const { terms, id } = contract;
  const start = addDays(effectiveEnd(contract), 1);
  const extensionOptions = terms.extensionOptions.map(({ months, amountPence }) => ({ months, amountPence }));
  const lines = [
    term(`${title}: initial term, at the value of the present contract`, terms.netPence, title),
    ...extensionOptions.map(({ months, amountPence }, index) =>
      option(`Extension option ${index + 1}, of ${counted(months, 'month')}`, amountPence, title),
    ),
  ];
  const contracts: ProposedContract[] = [
    { title, start, end: termEnd(start, contract), extensionOptions, replaces: [id], outcome: 'procure', valuePence: terms.netPence },
  ];
  return {
    proposedDecision: [`Approve the procurement of ${title}, to begin on ${inWords(start)}.`],
    financialImplications: money('At the values of the present contract: check each figure.', lines),
    contracts,
  };
};

const prolonged = (contract: Registered, title: string, words: string): Partial<Draft> => {
  const next = optionsAhead(contract)[0];
  const start = addDays(effectiveEnd(contract), 1);
  const end = next?.endsOn ?? lastDayOfMonths(start, 12);
  const spent = spentOrBound(contract);
  const lines = [
    term(`${title}: committed already`, spent, title),
    option(
      next ? `Extension option ${next.option}, of ${counted(next.months, 'month')}` : 'Extension by 12 months: put its value here',
      next?.amountPence ?? 0,
      title,
    ),
  ];
  const contracts: ProposedContract[] = [
    {
      title,
      supplier: contract.terms.supplier.name,
      start,
      end,
      extensionOptions: [],
      replaces: [contract.id],
      outcome: 'extend',
      ...(next ? { valuePence: next.amountPence } : {}),
    },
  ];
  return {
    proposedDecision: [`${words} ${title}, until ${inWords(end)}.`],
    financialImplications: money(
      'The whole value is shown, since whether the decision is key is tested on the new total and not on the increase alone.',
      lines,
    ),
    contracts,
  };
};

const varied = (contract: Registered, title: string): Partial<Draft> => {
  const now = Math.max(contract.approvedPence, spentOrBound(contract));
  const over = now - contract.approvedPence;
  const lines: ExpenditureLine[] = [
    term(`${title}: approved already`, contract.approvedPence, title),
    { description: 'Increase: check the figure', kind: 'one-off', amountPence: over, contract: title },
  ];
  return {
    proposedDecision: [`Approve a variation of ${title}.`],
    financialImplications: money(
      'The whole value is shown, since whether the decision is key is tested on the new total and not on the increase alone.',
      lines,
    ),
    contracts: [],
  };
};

const lapsed = (contract: Registered, title: string): Partial<Draft> => ({
  proposedDecision: [`Let the contract for ${title} end on ${inWords(effectiveEnd(contract))}, and procure nothing in its place.`],
  financialImplications: money(
    'The contract comes to its end. Show here what its end saves, and what it costs to hand the service over.',
    [],
  ),
  contracts: [
    {
      title,
      supplier: contract.terms.supplier.name,
      start: contract.terms.start,
      end: effectiveEnd(contract),
      extensionOptions: [],
      replaces: [contract.id],
      outcome: 'lapse',
    },
  ],
});

const proposed = (contract: Registered, intent: DraftIntent, title: string): Partial<Draft> => {
  switch (intent) {
    case 're-procure':
      return reProcured(contract, title);
    case 'extend':
      return prolonged(contract, title, 'Approve the extension of');
    case 'vary':
      return varied(contract, title);
    case 'let-lapse':
      return lapsed(contract, title);
    default:
      return intent satisfies never;
  }
};

// Of a contract entered without an end, what follows would begin past every day that can be typed: its officer says when.
const thatCanBeSent = ({ contracts = [], ...rest }: Partial<Draft>): Partial<Draft> => ({
  ...rest,
  contracts: contracts.filter((each) => proposedContract.safeParse(each).success),
});

// What the register keeps back would be published by the notice of the proposal that repeats it.
const keptBack = ({ withheld }: Registered['terms']): Partial<Draft> => {
  if (!withheld) return {};
  const { parts, paragraph, publicInterest } = withheld;
  const money = parts.includes('value') ? (['financialImplications'] as const) : [];
  return {
    publicAccess: { kind: 'part-exempt', paragraphs: [paragraph], publicInterest, sections: ['background', ...money, 'contracts'] },
  };
};

/**
 * A proposal begun from a contract: its value, divisions, decision maker, department and history carried over, with the reason for which
 * the register withholds value or supplier; its reasons, alternatives and implications left for its officer to write. Always a valid draft;
 * never complete enough to submit.
 */
export const draftFromContract = (contract: Registered, intent: DraftIntent): Draft => {
  const { terms } = contract;
  const title = shortened(terms.title, 200);
  return {
    subject: shortened(`${subjects[intent]} ${title}`, 300),
    department: terms.department,
    contact: { name: terms.owner.name, title: 'Contract owner', email: terms.owner.email },
    background: shortened(facts(contract), 20_000),
    ...(terms.decisionMaker ? { decisionMaker: terms.decisionMaker } : {}),
    ...(terms.leadDirector ? { leadDirector: terms.leadDirector } : {}),
    ...(terms.divisionsAffected ? { divisionsAffected: terms.divisionsAffected } : {}),
    ...keptBack(terms),
    ...thatCanBeSent(proposed(contract, intent, title)),
  };
};

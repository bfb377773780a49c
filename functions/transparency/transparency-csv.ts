import { paragraphInWords } from '../record/schedule-12a.rules.ts';
import { inFigures, type Pence } from '../rules/money.ts';
import type { ContractIn } from '../contract/contract.schema.ts';
import type { Terms } from '../contract/contract-terms.schema.ts';
import { lastDayOf } from '../contract/contract-dates.rules.ts';
import { highestValue } from '../contract/contract-value.rules.ts';

type Published = ContractIn<'registered' | 'ended'>;

/** What the Local Government Transparency Code 2015 has published of each contract over £5,000, by column. */
export const transparencyHeader: string[] = [
  'Reference number',
  'Title of agreement',
  'Department responsible',
  'Description of goods and/or services',
  'Supplier name',
  'Supplier details',
  'Sum to be paid over the length of the contract (£, net)',
  'VAT that cannot be recovered (£)',
  'Start date',
  'End date',
  'Review date',
  'Invitation to quote or tender',
  'Small or medium sized enterprise',
  'Voluntary or community sector organisation',
  'VCSE registration number',
  'Decision number',
  'Withheld and why',
  'Divisions or wards affected',
];

/** The Code asks for contracts worth more than this: £5,000. */
export const transparencyOver: Pence = 500_000;

const yesNo = (found: boolean | undefined): string => (found === undefined ? 'Not known' : found ? 'Yes' : 'No');
const areas = ({ divisionsAffected = [] }: Terms): string => (divisionsAffected === 'all' ? 'All' : divisionsAffected.join('; '));
const invitations: Record<Terms['route'], string> = {
  open: 'Invitation to tender',
  'competitive-flexible': 'Invitation to tender',
  framework: 'Invitation to tender (framework)',
  quotes: 'Invitation to quote',
  'direct-award': 'Neither',
  'in-house': 'Neither',
};

// A registration number names whoever it is the number of.
const voluntary = ({ vcse }: Terms, name: (text: string) => string): [string, string] =>
  typeof vcse === 'object' ? ['Yes', name(vcse.number ?? '')] : [yesNo(vcse), ''];

/** Why part of a contract is kept from the public, in words for the register; empty when nothing is. */
export const withheldInWords = ({ withheld }: Terms): string =>
  withheld ? `${withheld.parts.join(' and ')} withheld: ${paragraphInWords(withheld.paragraph)}. ${withheld.publicInterest}` : '';

/**
 * The number of the decision that let a contract: what its officers say, else the award, else the first that bears on it; null where none
 * does.
 */
export const decisionOf = ({ terms, decisions }: Pick<Published, 'terms' | 'decisions'>): string | null =>
  terms.decision ?? (decisions.findLast(({ outcome }) => outcome === 'award') ?? decisions[0])?.number ?? null;

/** A contract as a row of the Code’s register, in the order of `transparencyHeader`; what is withheld is replaced by that word. */
export const transparencyRow = (contract: Published): string[] => {
  const { terms, reference } = contract;
  const hidden = new Set<string>(terms.withheld?.parts ?? []);
  const money = (pence: Pence | undefined) => (hidden.has('value') ? 'Withheld' : pence === undefined ? '' : inFigures(pence));
  const name = (text: string) => (hidden.has('supplier') ? 'Withheld' : text);
  return [
    reference,
    terms.title,
    terms.department,
    terms.description,
    name(terms.supplier.name),
    name(terms.supplier.number ?? ''),
    money(highestValue(terms)),
    money(terms.irrecoverableVatPence),
    terms.start,
    lastDayOf(contract),
    terms.reviewOn ?? '',
    invitations[terms.route],
    yesNo(terms.sme),
    ...voluntary(terms, name),
    decisionOf(contract) ?? '',
    withheldInWords(terms),
    areas(terms),
  ];
};

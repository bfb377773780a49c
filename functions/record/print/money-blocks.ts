import { counted } from '../../rules/counted.ts';
import { inPounds } from '../../rules/money.ts';
import {
  contractOutcomes,
  fundingInWords,
  growthInWords,
  highestInWords,
  kindInWords,
  optionInWords,
  rangeInWords,
  termInWords,
} from '../in-words.ts';
import type { Publication } from '../publication/publication.schema.ts';
import { type Block, list, published, table, words } from './block.ts';

type Financial = NonNullable<Publication['financialImplications']>;

// As on the page: whose each line is where that is said of one, and nothing in its place where it is said of none.
const expenditure = ({ expenditure: lines, lineTotal }: Financial): Block[] => {
  const ofContract = (contract: string): string[] => (lines.some((line) => line.contract) ? [contract] : []);
  return table(
    'What it is expected to cost',
    ['Cost', 'Kind', ...ofContract('Contract'), 'Amount'],
    [
      ...lines.map((line) => [line.description, kindInWords(line), ...ofContract(line.contract ?? ''), rangeInWords(line)]),
      ...(lineTotal && lines.length > 0 ? [['Total over all years', '', ...ofContract(''), rangeInWords(lineTotal)]] : []),
    ],
  );
};

/** What it costs and saves, and where the money comes from. */
export const money = (of: Publication): Block[] =>
  published(of, 'financialImplications', 'Financial implications', of.financialImplications, (money) => [
    words(money.summary),
    ...expenditure(money),
    ...(money.growth ? [words(growthInWords(money.growth))] : []),
    ...table(
      'What it is expected to save',
      ['Saving', 'For', 'Amount'],
      money.savings.map((line) => [line.description, line.years === null ? '' : counted(line.years, 'year'), rangeInWords(line)]),
    ),
    ...(of.key.totals && (money.expenditure.length > 0 || money.growth || money.savings.length > 0)
      ? [words(highestInWords(of.key.totals))]
      : []),
    ...(money.funding.length > 0 ? [words('Where the money comes from:')] : []),
    ...list(money.funding.map(fundingInWords)),
  ]);

/** The contracts that follow from the decision. */
export const contracts = (of: Publication): Block[] =>
  published(of, 'contracts', 'Contracts', of.contracts?.length === 0 ? null : of.contracts, (all) =>
    table(
      'What follows from this decision',
      ['Contract', 'Outcome', 'Supplier', 'Term', 'Extension options', 'Value'],
      all.map((contract) => [
        contract.title,
        contractOutcomes[contract.outcome],
        contract.supplier ?? '',
        termInWords(contract),
        contract.extensionOptions.map(optionInWords).join('\n'),
        contract.valuePence === null ? '' : inPounds(contract.valuePence),
      ]),
    ),
  );

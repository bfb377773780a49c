import { counted } from '../../rules/counted.ts';
import type { JSX } from 'preact';
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
import { type Of, Published, Table, Words } from './parts.tsx';
import type { Publication } from '../publication/publication.schema.ts';

type Financial = NonNullable<Publication['financialImplications']>;

const Expenditure = ({ expenditure, lineTotal }: Financial): JSX.Element | null => {
  if (expenditure.length === 0) return null;
  const columns = [{ name: 'Cost' }, { name: 'Kind' }, { name: 'Contract' }, { name: 'Amount', isNumber: true }];
  const rows = expenditure.map((line) => [line.description, kindInWords(line), line.contract ?? '', rangeInWords(line)]);
  return (
    <Table
      caption="What it is expected to cost"
      columns={columns}
      rows={rows}
      total={lineTotal && ['Total over all years', '', '', rangeInWords(lineTotal)]}
    />
  );
};

const Savings = ({ savings }: Financial): JSX.Element | null =>
  savings.length === 0 ? null : (
    <Table
      caption="What it is expected to save"
      columns={[{ name: 'Saving' }, { name: 'For' }, { name: 'Amount', isNumber: true }]}
      rows={savings.map((line) => [line.description, line.years === null ? '' : counted(line.years, 'year'), rangeInWords(line)])}
    />
  );

const Funding = ({ funding }: Financial): JSX.Element | null =>
  funding.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">Where the money comes from</h3>
      <ul class="govuk-list govuk-list--bullet">
        {funding.map((source) => (
          <li>{fundingInWords(source)}</li>
        ))}
      </ul>
    </>
  );

// "At most £0" would be untrue of a decision that gives no figure at all.
const hasFigures = ({ expenditure, growth, savings }: Financial): boolean =>
  expenditure.length > 0 || growth !== null || savings.length > 0;

/** What the decision costs and saves, with its table, its growth and its totals. */
export const Money = ({ of }: Of): JSX.Element => (
  <Published of={of} section="financialImplications" title="Financial implications" content={of.financialImplications}>
    {(money) => (
      <>
        <Words>{money.summary}</Words>
        <Expenditure {...money} />
        {money.growth && <p class="govuk-body">{growthInWords(money.growth)}</p>}
        <Savings {...money} />
        {of.key.totals && hasFigures(money) && <p class="govuk-body">{highestInWords(of.key.totals)}</p>}
        <Funding {...money} />
      </>
    )}
  </Published>
);

type Contract = NonNullable<Publication['contracts']>[number];

const rowOf = (contract: Contract) => [
  contract.title,
  contractOutcomes[contract.outcome],
  contract.supplier ?? '',
  termInWords(contract),
  contract.extensionOptions.length === 0 ? '' : contract.extensionOptions.map((each) => <div>{optionInWords(each)}</div>),
  contract.valuePence === null ? '' : inPounds(contract.valuePence),
];

/** The contracts that follow from the decision. */
export const Contracts = ({ of }: Of): JSX.Element => (
  <Published of={of} section="contracts" title="Contracts" content={of.contracts?.length === 0 ? null : of.contracts}>
    {(contracts) => (
      <Table
        caption="What follows from this decision"
        columns={[
          { name: 'Contract' },
          { name: 'Outcome' },
          { name: 'Supplier' },
          { name: 'Term' },
          { name: 'Extension options' },
          { name: 'Value', isNumber: true },
        ]}
        rows={contracts.map(rowOf)}
      />
    )}
  </Published>
);

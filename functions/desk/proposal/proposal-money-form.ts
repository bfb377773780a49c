import type { Field, List } from '../form/field.ts';

const amounts: Field[] = [
  { as: 'pounds', name: 'amountPence', label: 'Amount', hint: 'In pounds, such as 1,600,000.00. The lowest, where it is a range.' },
  { as: 'pounds', name: 'upToPence', label: 'Up to (optional)', hint: 'The highest, where it is a range.' },
];

const expenditure: List = {
  as: 'list',
  name: 'expenditure',
  label: 'Expenditure',
  hint: 'Every part of the whole life, extension options included: they count towards a key decision.',
  itemName: 'Expenditure',
  item: {
    as: 'group',
    name: 'line',
    label: 'Expenditure',
    fields: [
      { as: 'line', name: 'description', label: 'Description' },
      {
        as: 'select',
        name: 'kind',
        label: 'Kind',
        options: [
          { value: 'initial-term', label: 'Initial term' },
          { value: 'extension-option', label: 'Extension option' },
          { value: 'one-off', label: 'One-off' },
          { value: 'annual', label: 'Each year' },
        ],
      },
      ...amounts,
      { as: 'number', name: 'years', label: 'Years', hint: 'For how many years, where the amount is for each year.' },
      {
        as: 'select',
        name: 'class',
        label: 'Revenue or capital (optional)',
        options: [
          { value: 'revenue', label: 'Revenue' },
          { value: 'capital', label: 'Capital' },
        ],
      },
      { as: 'line', name: 'contract', label: 'Contract (optional)' },
    ],
  },
};

const savings: List = {
  as: 'list',
  name: 'savings',
  label: 'Savings',
  itemName: 'Saving',
  item: {
    as: 'group',
    name: 'line',
    label: 'Saving',
    fields: [
      { as: 'line', name: 'description', label: 'Description' },
      ...amounts,
      { as: 'number', name: 'years', label: 'Years (optional)', hint: 'For how many years the amount is saved.' },
    ],
  },
};

const funding: List = {
  as: 'list',
  name: 'funding',
  label: 'Funding',
  itemName: 'Source of funding',
  item: {
    as: 'group',
    name: 'line',
    label: 'Source of funding',
    fields: [
      { as: 'line', name: 'source', label: 'Where the money comes from' },
      { as: 'pounds', name: 'amountPence', label: 'Amount (optional)' },
      { as: 'tick', name: 'ringFenced', label: 'It can be spent on this only (ring-fenced)' },
    ],
  },
};

const growth: Field = {
  as: 'group',
  name: 'growth',
  label: 'Growth (optional)',
  hint: 'Where the cost grows with use: so much for each person, place or visit.',
  fields: [
    { as: 'line', name: 'per', label: 'For each', hint: 'Such as: family resettled' },
    ...amounts,
    { as: 'limit', name: 'maximumUnits', label: 'The most there can be' },
    { as: 'line', name: 'reapprovalTrigger', label: 'When it comes back for approval (optional)' },
  ],
};

/** The money of a proposal. Typed in pounds, sent in whole pence. */
export const moneyField: Field = {
  as: 'group',
  name: 'financialImplications',
  label: 'Financial implications',
  fields: [{ as: 'words', name: 'summary', label: 'Summary', rows: 5 }, expenditure, growth, savings, funding],
};

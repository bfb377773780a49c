import type { Field } from '../form/field.ts';

/** The contracts that a decision leads to. */
export const contractsField: Field = {
  as: 'list',
  name: 'contracts',
  label: 'Contracts',
  hint: 'They enter the register when the decision takes effect.',
  itemName: 'Contract',
  item: {
    as: 'group',
    name: 'contract',
    label: 'Contract',
    fields: [
      { as: 'line', name: 'title', label: 'Title' },
      {
        as: 'select',
        name: 'outcome',
        label: 'What is decided about it',
        options: [
          { value: 'award', label: 'Award it' },
          { value: 'procure', label: 'Procure it' },
          { value: 'extend', label: 'Extend it' },
          { value: 'bring-in-house', label: 'Bring it in house' },
          { value: 'lapse', label: 'Let it lapse' },
        ],
      },
      { as: 'line', name: 'supplier', label: 'Supplier (optional)' },
      { as: 'date', name: 'start', label: 'Starts on' },
      { as: 'date', name: 'end', label: 'Ends on' },
      { as: 'pounds', name: 'valuePence', label: 'Value (optional)' },
      {
        as: 'list',
        name: 'extensionOptions',
        label: 'Extension options',
        itemName: 'Option',
        item: {
          as: 'group',
          name: 'option',
          label: 'Option',
          fields: [
            { as: 'number', name: 'months', label: 'Months' },
            { as: 'pounds', name: 'amountPence', label: 'Amount' },
          ],
        },
      },
      {
        as: 'lines',
        name: 'replaces',
        label: 'Replaces (optional)',
        hint: 'The id of each contract in the register that this follows, one a line.',
        rows: 2,
      },
    ],
  },
};

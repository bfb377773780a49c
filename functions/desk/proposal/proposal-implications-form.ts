import type { Field, Option } from '../form/field.ts';

const statuses = {
  'not-required': 'None is required',
  screening: 'Screening is done',
  full: 'A full assessment is done',
  'to-follow': 'To follow',
  complete: 'Complete',
};

const statusOptions = (...values: (keyof typeof statuses)[]): Option[] => values.map((value) => ({ value, label: statuses[value] }));

/** What the proposal implies for the law, for equality and for people’s data. */
export const implications: Field[] = [
  { as: 'words', name: 'legalImplications', label: 'Legal implications', rows: 5 },
  {
    as: 'group',
    name: 'equalityImplications',
    label: 'Equality implications',
    fields: [
      { as: 'radios', name: 'status', label: 'Equality impact assessment', options: statusOptions('not-required', 'screening', 'full') },
      { as: 'date', name: 'date', label: 'When it was completed' },
      { as: 'words', name: 'words', label: 'What it found', rows: 4 },
    ],
  },
  {
    as: 'group',
    name: 'dataProtectionImplications',
    label: 'Data protection implications',
    fields: [
      {
        as: 'radios',
        name: 'status',
        label: 'Data protection impact assessment',
        options: statusOptions('not-required', 'to-follow', 'complete'),
      },
      { as: 'words', name: 'words', label: 'What it found, or why none is required', rows: 4 },
    ],
  },
];

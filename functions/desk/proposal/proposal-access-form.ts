import { paragraphs } from '../form/common-fields.ts';
import type { Field, Option } from '../form/field.ts';

const sections: Option[] = [
  { value: 'background', label: 'Background' },
  { value: 'reasons', label: 'Reasons' },
  { value: 'financialImplications', label: 'Financial implications' },
  { value: 'legalImplications', label: 'Legal implications' },
  { value: 'equalityImplications', label: 'Equality implications' },
  { value: 'dataProtectionImplications', label: 'Data protection implications' },
  { value: 'alternatives', label: 'Alternatives' },
  { value: 'contracts', label: 'Contracts' },
  { value: 'consultation', label: 'Consultation' },
];

/** The documents put to the decision maker. */
export const documentsField: Field = {
  as: 'list',
  name: 'documents',
  label: 'Documents',
  itemName: 'Document',
  item: {
    as: 'group',
    name: 'document',
    label: 'Document',
    fields: [
      { as: 'line', name: 'title', label: 'Title' },
      { as: 'line', name: 'url', label: 'Address on the web (optional)', hint: 'Begins with https://' },
      {
        as: 'select',
        name: 'access',
        label: 'Who may see it',
        options: [
          { value: 'open', label: 'Everybody' },
          { value: 'exempt', label: 'Exempt' },
        ],
      },
      { as: 'select', name: 'paragraph', label: 'Paragraph of Schedule 12A, if exempt', numeric: true, options: paragraphs },
      {
        as: 'select',
        name: 'kind',
        label: 'Kind (optional)',
        options: [
          { value: 'report', label: 'Report' },
          { value: 'background-paper', label: 'Background paper' },
          { value: 'equality-assessment', label: 'Equality assessment' },
          { value: 'other', label: 'Other' },
        ],
      },
    ],
  },
};

/** Whether the public may read it, and on what ground it may not. */
export const accessFields: Field[] = [
  {
    as: 'group',
    name: 'publicAccess',
    label: 'Public access',
    fields: [
      {
        as: 'radios',
        name: 'kind',
        label: 'May the public read the report?',
        options: [
          { value: 'open', label: 'Yes, all of it' },
          { value: 'part-exempt', label: 'In part' },
          { value: 'fully-exempt', label: 'No, only the particulars of the notice' },
        ],
      },
      {
        as: 'ticks',
        name: 'paragraphs',
        label: 'Paragraphs of Schedule 12A relied on',
        hint: 'Only where part or all is exempt.',
        numeric: true,
        options: paragraphs,
      },
      {
        as: 'words',
        name: 'publicInterest',
        label: 'Why the public interest favours keeping it private',
        hint: 'Only where part or all is exempt. This is published.',
        rows: 3,
      },
      { as: 'ticks', name: 'sections', label: 'Parts kept private', hint: 'Only where part is exempt.', optional: true, options: sections },
    ],
  },
];

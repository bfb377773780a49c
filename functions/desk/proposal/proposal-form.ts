import type { CouncilResponse } from '../../council/council-response.schema.ts';
import type { Field } from '../form/field.ts';
import { accessFields, documentsField } from './proposal-access-form.ts';
import { contractsField } from './proposal-contract-form.ts';
import { implications } from './proposal-implications-form.ts';
import { moneyField } from './proposal-money-form.ts';
import { caseFor, consulting, decides } from './proposal-report-form.ts';

const declared: Field = {
  as: 'yes-no',
  name: 'declaredKey',
  label: 'Declare it a key decision?',
  hint: 'You may declare key what the figures do not make key; never the other way round.',
  options: [
    { value: '', label: 'Let the figures decide' },
    { value: 'yes', label: 'Yes, declare it key' },
    { value: 'no', label: 'No, and say so' },
  ],
};

/** One part of the proposal form, under its own heading. */
export type Part = { id: string; title: string; fields: Field[] };

/** The whole proposal form, part by part, in the order in which an officer writes a report. Every field of the API's proposal is in it. */
export const proposalParts = (council: CouncilResponse): Part[] => [
  {
    id: 'part-decides',
    title: 'What it is and who decides',
    fields: [{ as: 'line', name: 'subject', label: 'Subject', hint: 'As it will stand in the public list.' }, ...decides(council)],
  },
  { id: 'part-case', title: 'The decision and the case for it', fields: caseFor(council) },
  { id: 'part-money', title: 'Money', fields: [moneyField, declared] },
  { id: 'part-contracts', title: 'Contracts', fields: [contractsField] },
  { id: 'part-implications', title: 'Implications', fields: implications },
  { id: 'part-consultation', title: 'Consultation and dates', fields: consulting(council) },
  { id: 'part-access', title: 'Documents and public access', fields: [documentsField, ...accessFields] },
];

/** Every field of the proposal form. */
export const proposalFields = (council: CouncilResponse): Field[] => proposalParts(council).flatMap(({ fields }) => fields);

/** What a new form begins with: a row to write in where one is needed, and no rows where none is. */
export const newProposal = (): URLSearchParams =>
  new URLSearchParams({
    'proposedDecision.rows': '1',
    'alternatives.rows': '0',
    'consultees.rows': '0',
    'documents.rows': '0',
    'contracts.rows': '0',
    'financialImplications.expenditure.rows': '1',
    'financialImplications.savings.rows': '0',
    'financialImplications.funding.rows': '0',
  });

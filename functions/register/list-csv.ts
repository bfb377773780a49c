import { writeCsv } from '../spreadsheet/csv.ts';
import type { Summary } from './summary.schema.ts';

const header = [
  'Number',
  'Subject',
  'Status',
  'Key decision',
  'Urgency',
  'Decision maker',
  'Title of the decision maker',
  'Department',
  'Areas affected',
  'Notice published',
  'Earliest decision date',
  'Decided on',
  'Call-in closes on',
  'Effective from',
  'Address',
];

const keyOf = (isKey: boolean | null): string => (isKey === null ? '' : isKey ? 'yes' : 'no');

const rowOf = (of: Summary, origin: string): string[] => [
  of.number,
  of.subject,
  of.status.words,
  keyOf(of.isKey),
  of.urgency,
  of.decisionMaker.name,
  of.decisionMaker.title,
  of.department ?? '',
  of.divisionsAffected === 'all' ? `all ${of.areaWord}s` : (of.divisionsAffected ?? []).join('; '),
  of.publishedOn,
  of.earliestDecisionDate,
  of.decidedOn ?? '',
  of.callInClosesOn ?? '',
  of.effectiveFrom ?? '',
  origin + of.path,
];

/** Lines of a public list as CSV: one row a decision, dates as YYYY-MM-DD, nothing where there is nothing yet. */
export const listCsv = (items: Summary[], origin: string): string =>
  writeCsv(
    header,
    items.map((of) => rowOf(of, origin)),
  );

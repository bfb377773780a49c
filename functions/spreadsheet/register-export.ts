import { inFigures } from '../rules/money.ts';
import type { Contract } from '../contract/contract.schema.ts';
import type { Terms } from '../contract/contract-terms.schema.ts';
import { writeCsv } from './csv.ts';
import { type ImportColumn, importColumns, importHeader } from './import-columns.ts';

const optionsInWords = (options: Terms['extensionOptions']): string =>
  options
    .map(({ months, amountPence, noticeMonths }) =>
      [`${months} months`, `£${inFigures(amountPence)}`, ...(noticeMonths === undefined ? [] : [`${noticeMonths} months notice`])].join(
        ': ',
      ),
    )
    .join('; ');

const written = (read: ImportColumn['read'], value: unknown): string => {
  if (value === undefined) return '';
  switch (read) {
    // What is read from a file has its lines ended so, whatever ended them before.
    case 'text':
      return String(value).replaceAll(/\r\n?/g, '\n');
    case 'date':
    case 'whole':
    case 'choice':
      return String(value);
    case 'money':
      return inFigures(Number(value));
    case 'yes-no':
      return value === false ? 'no' : 'yes';
    case 'choices':
    case 'list':
      return value === 'all' ? 'all' : (value as string[]).join('; ');
    case 'options':
      return optionsInWords(value as Terms['extensionOptions']);
    default:
      return read satisfies never;
  }
};

const valueAt = (terms: Terms, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], terms);

/** A contract in the columns of the file: as much of it as a row can say. */
export const rowOf = (terms: Terms): string[] => importColumns.map(({ read, path }) => written(read, valueAt(terms, path)));

/**
 * Contracts in the columns of the import file, so that what is exported here can be brought in there. Contracts still proposed have no
 * terms yet and are left out.
 */
export const registerCsv = (contracts: Contract[]): string =>
  writeCsv(
    importHeader,
    contracts.flatMap((contract) => ('terms' in contract ? [rowOf({ ...contract.terms, reference: contract.reference })] : [])),
  );

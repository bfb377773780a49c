/** One column of the import file: its heading, where its value goes, how it is read, and whether it may be empty. */
export type ImportColumn = { heading: string; path: string; read: Reading; required: boolean };
export type Reading = 'text' | 'date' | 'money' | 'yes-no' | 'whole' | 'list' | 'options' | 'choice' | 'choices';

const column = (heading: string, path: string, read: Reading = 'text', required = false): ImportColumn => ({
  heading,
  path,
  read,
  required,
});

/** The columns of an existing register, in any order. Headings are matched without regard to capitals, spaces or marks. */
export const importColumns: ImportColumn[] = [
  column('Reference', 'reference', 'text', true),
  column('Title', 'title', 'text', true),
  column('Description', 'description', 'text', true),
  column('Department', 'department', 'text', true),
  column('Supplier', 'supplier.name', 'text', true),
  column('Supplier number', 'supplier.number'),
  column('SME', 'sme', 'yes-no'),
  column('VCSE', 'vcse', 'yes-no'),
  column('Route', 'route', 'choice', true),
  column('Regime', 'regime', 'choice'),
  column('Light touch', 'lightTouch', 'yes-no'),
  column('Subject', 'subject', 'choice'),
  column('Procurement started', 'procurementStartedOn', 'date'),
  column('Signed', 'signedOn', 'date'),
  column('Net value', 'netPence', 'money', true),
  column('Gross value', 'grossPence', 'money'),
  column('Irrecoverable VAT', 'irrecoverableVatPence', 'money'),
  column('Approved value', 'approvedPence', 'money'),
  column('Start', 'start', 'date', true),
  column('End', 'end', 'date', true),
  column('Review', 'reviewOn', 'date'),
  column('Extension options', 'extensionOptions', 'options'),
  column('Owner', 'owner.name', 'text', true),
  column('Owner email', 'owner.email', 'text', true),
  column('Sponsor', 'sponsor.name', 'text', true),
  column('Sponsor email', 'sponsor.email', 'text', true),
  column('Decision', 'decision'),
  column('Delegates', 'delegates'),
  column('Decision maker', 'decisionMaker'),
  column('Lead director', 'leadDirector'),
  column('Divisions', 'divisionsAffected', 'list'),
  column('Class of service', 'serviceClass', 'choice'),
  column('Next route', 'nextRoute', 'choice'),
  column('User choice', 'userChoice', 'yes-no'),
  // Whatever is brought in is public at once, so what is exempt must be said with it.
  column('Withheld', 'withheld.parts', 'choices'),
  column('Exempt paragraph', 'withheld.paragraph', 'whole'),
  column('Public interest', 'withheld.publicInterest'),
];

/** The first row of an empty import file. */
export const importHeader: string[] = importColumns.map(({ heading }) => heading);

/** A reference as it is compared. The id of a contract brought in from a file is made of it, so that it stays as it is for ever. */
export const plainReference = (reference: string): string => reference.trim().toLowerCase().replaceAll(/\s+/g, ' ');

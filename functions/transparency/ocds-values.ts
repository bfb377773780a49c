import type { Council } from '../council/council.schema.ts';
import { daysBetween, type LocalDate, londonTime } from '../rules/local-date.ts';
import type { Pence } from '../rules/money.ts';
import type { Terms } from '../contract/contract-terms.schema.ts';
import type { OcdsPeriod, OcdsValue, Release } from './ocds.schema.ts';

const offset = (date: LocalDate, utc: string): string => (londonTime(`${date}T${utc}Z`).slice(0, 2) === utc.slice(0, 2) ? 'Z' : '+01:00');

/** The first moment of a day on London's clocks, with its offset. */
export const dayBegins = (date: LocalDate): string => `${date}T00:00:00${offset(date, '00:00:00')}`;

/** The last second of a day on London's clocks, with its offset. */
export const dayEnds = (date: LocalDate): string => `${date}T23:59:59${offset(date, '23:59:59')}`;

/** Whole pence as the pounds that Open Contracting has, to the penny; gross beside net where it is known. */
export const pounds = (net: Pence, gross?: Pence): OcdsValue => ({
  amount: net / 100,
  ...(gross === undefined ? {} : { amountGross: gross / 100 }),
  currency: 'GBP',
});

/**
 * The days of a contract, both ends included, and how far its options can take it. One given up before it began has an end and no
 * beginning.
 */
export const periodOf = (start: LocalDate | undefined, end: LocalDate | undefined, most?: LocalDate): OcdsPeriod => {
  const begins = start !== undefined && (end === undefined || end >= start);
  return {
    ...(begins ? { startDate: dayBegins(start) } : {}),
    ...(end ? { endDate: dayEnds(end) } : {}),
    ...(most ? { maxExtentDate: dayEnds(most) } : {}),
    ...(begins && end ? { durationInDays: daysBetween(start, end) + 1 } : {}),
  };
};

type Party = Release['parties'][number];

/** The council as the buyer. */
export const buyerOf = ({ id, name }: Pick<Council, 'id' | 'name'>): Party => ({
  id: `council-${id}`,
  name,
  roles: ['buyer', 'procuringEntity'],
});

const companyNumber = /^([A-Z]{2}\d{6}|\d{8})$/;

/**
 * A supplier, with its Companies House number where it gave one, and known by that unless a decision named it before the number was known:
 * under another id it would be read as a second supplier.
 */
export const supplierOf = (
  { supplier, sme, vcse }: Pick<Terms, 'supplier' | 'sme' | 'vcse'>,
  name: string,
  isNamedByAward = false,
): Party => {
  const company = supplier.number?.toUpperCase();
  const details = {
    ...(sme === undefined ? {} : { scale: sme ? ('sme' as const) : ('large' as const) }),
    ...(vcse === undefined ? {} : { vcse: vcse !== false }),
  };
  const known = company !== undefined && companyNumber.test(company);
  return {
    id: known && !isNamedByAward ? `GB-COH-${company}` : `${name}-supplier`,
    name: supplier.name,
    roles: ['supplier'],
    ...(known ? { identifier: { scheme: 'GB-COH', id: company, legalName: supplier.name } } : {}),
    ...(Object.keys(details).length > 0 ? { details } : {}),
  };
};

const methods: Record<Terms['route'], [NonNullable<Release['tender']>['procurementMethod'], string]> = {
  open: ['open', 'Open procedure'],
  'competitive-flexible': ['selective', 'Competitive flexible procedure'],
  framework: ['selective', 'Call-off from a framework'],
  quotes: ['selective', 'Quotations'],
  'direct-award': ['direct', 'Direct award'],
  'in-house': ['direct', 'Agreement with the council’s own company or another public body'],
};

/** How it was procured, in the standard's words and in ours. */
export const methodOf = (route: Terms['route']) => ({ procurementMethod: methods[route][0], procurementMethodDetails: methods[route][1] });

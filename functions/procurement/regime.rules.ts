import type { LocalDate } from '../rules/local-date.ts';
import type { Regime, Terms } from '../contract/contract-terms.schema.ts';

/** The day on which the Procurement Act 2023 came into force. */
export const procurementActFrom: LocalDate = '2025-02-24';

const named: Record<Regime, string> = {
  'pcr-2015': 'Public Contracts Regulations 2015',
  'pa-2023': 'Procurement Act 2023',
  'psr-2023': 'Health Care Services (Provider Selection Regime) Regulations 2023',
};

/**
 * The day that settles the regime: when the procurement began; where no one recorded it, the signature or else the start, which can only be
 * later.
 */
export const procurementBegan = ({
  procurementStartedOn,
  signedOn,
  start,
}: Pick<Terms, 'procurementStartedOn' | 'signedOn' | 'start'>): { on: LocalDate; known: boolean } => ({
  on: procurementStartedOn ?? (signedOn !== undefined && signedOn < start ? signedOn : start),
  known: procurementStartedOn !== undefined,
});

/**
 * The law a contract stays under for life, later changes included (SI 2024/716, reg 5): a procurement begun before 24 February 2025
 * is under the 2015 Regulations, one begun later under the Act. Health care services must be stated, since no date tells them.
 */
export const regimeOf = (terms: Pick<Terms, 'regime' | 'procurementStartedOn' | 'signedOn' | 'start'>): Regime =>
  terms.regime ?? (procurementBegan(terms).on < procurementActFrom ? 'pcr-2015' : 'pa-2023');

/** Which regulations a contract from before the Act is under, in short: those of concessions are others (SI 2016/273). */
export const regulationsOf = ({ subject }: Pick<Terms, 'subject'>): { code: string; year: number } =>
  subject === 'concession' ? { code: 'CCR', year: 2016 } : { code: 'PCR', year: 2015 };

/** The regime of a contract by its full name. */
export const regimeInWords = (terms: Terms): string => {
  const regime = regimeOf(terms);
  return regime === 'pcr-2015' && terms.subject === 'concession' ? 'Concession Contracts Regulations 2016' : named[regime];
};

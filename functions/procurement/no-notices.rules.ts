import { inWords } from '../rules/local-date.ts';
import { inPounds } from '../rules/money.ts';
import type { ContractIn } from '../contract/contract.schema.ts';
import { notifiableBelowThreshold } from './procurement-thresholds.ts';
import { procurementActFrom, procurementBegan, regimeOf, regulationsOf } from './regime.rules.ts';
import { grossOf, isCovered } from './estimated-value.rules.ts';

type Known = ContractIn<'registered' | 'ended'>;

const theyCover = 'They cover its changes and its end too.';

/** Why a contract calls for no notice under the Act, in words that the public reads; null where it calls for some. */
export const noneWords = (contract: Known): string | null => {
  const { terms } = contract;
  const { on, known } = procurementBegan(terms);
  const day = known
    ? `The procurement began on ${inWords(on)}`
    : `We have no record of when its procurement began. It was agreed or started on ${inWords(on)}`;
  const regime = regimeOf(terms);
  const { code, year } = regulationsOf(terms);
  if (regime === 'pcr-2015' && on >= procurementActFrom)
    return `None: ${code} ${year}, as its officers say. The ${year} Regulations apply for its whole life. ${theyCover}`;
  if (regime === 'pcr-2015')
    return `None: ${code} ${year}. ${day}. That is before 24 February 2025, so the ${year} Regulations apply for its whole life. ${theyCover}`;
  if (regime === 'psr-2023') return 'None: PSR 2023. Health care services have notices of their own under the Provider Selection Regime.';
  if (terms.route === 'in-house')
    return 'None: an agreement with the council’s own company or another public body is exempted (Procurement Act 2023, Sch 2).';
  if (terms.subject === 'concession' && !isCovered(contract))
    return 'None: a concession below the threshold is not regulated (Procurement Act 2023, s 84).';
  const gross = grossOf(contract);
  return gross < notifiableBelowThreshold
    ? `None: ${inPounds(gross)} with VAT is under ${inPounds(notifiableBelowThreshold)} (Procurement Act 2023, s 87).`
    : null;
};

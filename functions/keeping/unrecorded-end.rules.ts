import type { Contract } from '../contract/contract.schema.ts';
import { maximumEnd } from '../contract/contract-dates.rules.ts';
import { addMonths, type LocalDate } from '../rules/local-date.ts';

const aYear = 12;

/**
 * The last London date that a contract could reach with every option taken up, where that is more than a year before `on` and it still
 * stands in the register as running; null for any other. A contract that nobody recorded as ended is never judged, and stays for ever with
 * every record that it hangs on.
 */
export const endedUnrecorded = (contract: Contract, on: LocalDate): LocalDate | null => {
  if (contract.status !== 'registered') return null;
  const last = maximumEnd(contract);
  return addMonths(last, aYear) < on ? last : null;
};

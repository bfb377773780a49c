import { BeyondBankHolidayCover } from '../rules/bank-holidays.ts';
import { refuse, type Refused } from './refusal.ts';

/** What was counted; or a refusal where a count of working days runs beyond the bank holidays known. */
export const withinCover = <T>(count: () => T): T | Refused => {
  try {
    return count();
  } catch (fault) {
    if (!(fault instanceof BeyondBankHolidayCover)) throw fault;
    return refuse('bank-holidays-known', 'Banking and Financial Dealings Act 1971', fault.message, { coversUntil: fault.coversUntil });
  }
};

import * as fc from 'fast-check';
import { addDays } from '../../functions/rules/local-date.ts';

/** Any date of three centuries. */
export const anyDate = fc.integer({ min: 0, max: 109_000 }).map((days) => addDays('1900-01-01', days));

/** Any date far enough inside the bank holidays' cover for a count of up to forty working days either way. */
export const coveredDate = fc.integer({ min: 100, max: 6100 }).map((days) => addDays('2012-01-01', days));

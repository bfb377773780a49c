import { ConditionalCheckFailedException, TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';

const lost = new Set(['ConditionalCheckFailed', 'TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/** Whether a write failed only because somebody else wrote first, or too much was written at once: worth reading and deciding again. */
export const isConflict = (fault: unknown): boolean => {
  if (!(fault instanceof TransactionCanceledException)) return false;
  const codes = (fault.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None').filter((code) => code !== 'None');
  return codes.length > 0 && codes.every((code) => lost.has(code));
};

/** Whether a single write's own condition did not hold. */
export const isConditionFailed = (fault: unknown): boolean => fault instanceof ConditionalCheckFailedException;

/** Whether a single write was not done since its own condition did not hold, or somebody else is writing its item this moment. */
export const isOvertaken = (fault: unknown): boolean => isConditionFailed(fault) || fault instanceof TransactionConflictException;

/** So many others wrote at once, or the table was held back so long, that this never got its turn: a fault that passes, told as 503. */
export class TooMuchContention extends Error {
  override readonly name = 'TooMuchContention';
}

const mostWait = 400;

/** Milliseconds to wait before the nth new attempt: anywhere up to a bound that doubles, so that rivals spread out. */
export const backoff = (attempt: number): number => Math.random() * Math.min(mostWait, 15 * 2 ** attempt);

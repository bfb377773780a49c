import { Logger } from '@aws-lambda-powertools/logger';
import { workInHand } from './correlation.ts';
import { redact, redacting } from './redaction.ts';

// Added as a line is written and not kept by the logger, which knows one thing at a time: a batch works at many.
const line = (key: string, value: unknown): unknown =>
  redacting(key, key === '' && typeof value === 'object' ? { ...value, ...workInHand() } : value);

/** The one log: JSON lines with what is being worked on, without tokens, links' macs, people's words or anybody's mailbox. */
export const logger = new Logger({ jsonReplacerFn: line });

const told = (fault: unknown, depth = 0): Record<string, unknown> => {
  if (!(fault instanceof Error)) return { message: redact(String(fault)) };
  const cause = fault.cause === undefined || depth > 3 ? {} : { cause: told(fault.cause, depth + 1) };
  // Many emails fail for one reason, and that is what somebody must know.
  const among =
    fault instanceof AggregateError && depth <= 3 ? { among: fault.errors.slice(0, 3).map((each) => told(each, depth + 1)) } : {};
  return { name: fault.name, message: redact(fault.message), stack: redact(fault.stack ?? ''), ...cause, ...among };
};

/**
 * Logs a fault with its causes, and the facts by which what it left undone is found. `StoredItemUnreadable` and its like are found by
 * `fault.name`, and alarmed.
 */
export const logFault = (message: string, fault: unknown, facts: Record<string, string> = {}): void =>
  logger.error(message, { ...facts, fault: told(fault) });

import { Logger } from '@aws-lambda-powertools/logger';
import { redact, redacting } from './redaction.ts';

/** The one log: JSON lines, without tokens, links' macs, people's words or anybody's mailbox. */
export const logger = new Logger({ jsonReplacerFn: redacting });

const told = (fault: unknown, depth = 0): Record<string, unknown> => {
  if (!(fault instanceof Error)) return { message: redact(String(fault)) };
  const cause = fault.cause === undefined || depth > 3 ? {} : { cause: told(fault.cause, depth + 1) };
  return { name: fault.name, message: redact(fault.message), stack: redact(fault.stack ?? ''), ...cause };
};

/** Logs a fault with its causes. `StoredItemUnreadable` and its like are found by `fault.name`, and alarmed. */
export const logFault = (message: string, fault: unknown): void => logger.error(message, { fault: told(fault) });

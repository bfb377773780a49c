import type { Context } from 'aws-lambda';
import { correlated } from './correlation.ts';
import { logFault, logger } from './logger.ts';
import { count, type Sink } from './metrics.ts';

/**
 * A function that a schedule calls, by its name in the catalogue. When its work has come to its end it says so in a metric, whose
 * silence raises an alarm: a check that nobody started and a check that fails every morning are equally silent. Throws what the work
 * throws.
 */
export const scheduled =
  <T>(check: string, work: () => Promise<T>, sink?: Sink) =>
  (_event?: unknown, context?: Pick<Context, 'awsRequestId'>): Promise<T> =>
    correlated(context?.awsRequestId ?? check, async () => {
      const done = await work().catch((fault: unknown) => {
        logFault('A check did not come to its end', fault, { check });
        throw fault;
      });
      count('ChecksCompleted', 1, { check }, sink);
      logger.info('Done', { check });
      return done;
    });

import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { correlatedRequest, requestCorrelation } from '../log/correlation.ts';
import { logFault } from '../log/logger.ts';
import { faultResult } from './problem.ts';

/**
 * Answers a request of the public under its correlation id. A fault is logged in these words, and told as a 500 that says nothing but the
 * id.
 */
export const orFault = (
  event: APIGatewayProxyEventV2,
  origin: string,
  words: string,
  answer: () => Promise<APIGatewayProxyStructuredResultV2>,
): Promise<APIGatewayProxyStructuredResultV2> =>
  correlatedRequest(event, () =>
    answer().catch((fault: unknown) => {
      logFault(words, fault);
      return faultResult(requestCorrelation(event), origin);
    }),
  );

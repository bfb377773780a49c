import { AsyncLocalStorage } from 'node:async_hooks';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** What is being worked on: one request, one stored event or one check, and the decision it turned out to be about. */
type Work = { correlationId: string; decision?: string };

const working = new AsyncLocalStorage<Work>();

/** Does something under a correlation id, beside whatever else this container does at the same time. */
export const correlated = <T>(correlationId: string, act: () => T): T => working.run({ correlationId }, act);

// A caller's own id goes into logs and items, so it may be nothing but an id.
const givenId = /^[A-Za-z0-9_-]{8,64}$/;

/** The id of a request: the one that its caller gave as `X-Correlation-Id`, or else API Gateway's. */
export const requestCorrelation = ({ headers, requestContext }: APIGatewayProxyEventV2): string => {
  const given = headers['x-correlation-id'] ?? '';
  return givenId.test(given) ? given : requestContext.requestId;
};

/** Answers a request under its correlation id. */
export const correlatedRequest = <T>(event: APIGatewayProxyEventV2, act: () => T): T => correlated(requestCorrelation(event), act);

/** The id under which something is being done; undefined outside `correlated`. */
export const correlationId = (): string | undefined => working.getStore()?.correlationId;

/** Says which decision is being worked on, so that later lines of the log name it: its number, or its id while it has none. */
export const about = (decision: { id: string; number: string | null }): void => {
  const work = working.getStore();
  if (work) work.decision = decision.number ?? decision.id;
};

/** What every line of the log carries. */
export const workInHand = (): Partial<Work> => working.getStore() ?? {};

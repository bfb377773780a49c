import { now } from '../clock.ts';

/** Where the metrics that these functions write stand in CloudWatch. */
export const metricNamespace = 'ClearDays';

/** What a clerk's manager asks after, as counts. */
export type BusinessMetric = 'DecisionsWaiting' | 'MailSent' | 'MailUndelivered' | 'ChecksCompleted';

/** Where a line of the log goes. */
export type Sink = (line: string) => void;

const toTheLog: Sink = (line) => {
  if (process.env.POWERTOOLS_LOG_LEVEL !== 'SILENT') process.stdout.write(`${line}\n`);
};

/**
 * Writes a count into the log in CloudWatch's embedded metric format, which makes it a metric with no call to CloudWatch. Its
 * dimensions are the deployment and those given: never a decision, a person or an address, for each value is a metric of its own.
 */
export const count = (metric: BusinessMetric, value: number, dimensions: Record<string, string> = {}, sink: Sink = toTheLog): void => {
  const all = { deployment: process.env.DEPLOYMENT ?? 'clear-days', ...dimensions };
  const described = { Namespace: metricNamespace, Dimensions: [Object.keys(all)], Metrics: [{ Name: metric, Unit: 'Count' }] };
  sink(JSON.stringify({ _aws: { Timestamp: Date.parse(now()), CloudWatchMetrics: [described] }, ...all, [metric]: value }));
};

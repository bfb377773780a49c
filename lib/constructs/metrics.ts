import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { type BusinessMetric, metricNamespace } from '../../functions/platform/log/metrics.ts';
import { parkedIn, type ServiceFunction } from './service-function.ts';

/** A metric that Lambda keeps of a function, by its name alone. */
export const functionMetric = (
  { name }: ServiceFunction,
  metricName: 'Errors' | 'IteratorAge' | 'Invocations' | 'Duration',
  options: MetricOptions,
): Metric => new Metric({ namespace: 'AWS/Lambda', metricName, dimensionsMap: { FunctionName: name }, ...options });

/** Where the faults are counted that a function caught and logged: by name alone, so that neither stack needs anything of the other. */
export const faultsLogged = (deployment: string, name: string) => ({
  metricNamespace: `${deployment}-watch`,
  metricName: `${name}-faults-logged`,
});

/**
 * What a function threw, and what it caught and logged as a fault; Lambda counts the first alone, and readers of the stream throw nothing.
 */
export const faults = (thrown: IMetric, logged: IMetric, period: Duration): IMetric =>
  new MathExpression({ expression: 'FILL(thrown, 0) + FILL(logged, 0)', usingMetrics: { thrown, logged }, period });

/** How much of a function’s work is parked. */
export const parkedMetric = ({ name }: ServiceFunction): Metric =>
  new Metric({
    namespace: 'AWS/SQS',
    metricName: 'ApproximateNumberOfMessagesVisible',
    dimensionsMap: { QueueName: parkedIn(name) },
    period: Duration.minutes(5),
    statistic: Stats.MAXIMUM,
  });

/** A metric that the functions write themselves, of this one deployment. */
export const businessMetric = (
  deployment: string,
  metricName: BusinessMetric,
  dimensions: Record<string, string>,
  options: MetricOptions,
): Metric => new Metric({ namespace: metricNamespace, metricName, dimensionsMap: { deployment, ...dimensions }, ...options });

import { Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { MathExpression, Metric, Stats, type IMetric, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { FailureAlarm, type FailureAlarmProps } from './failure-alarm.ts';
import type { ServiceFunction } from './service-function.ts';

const fiveMinutes: MetricOptions = { period: Duration.minutes(5), statistic: Stats.SUM };

/** Every alarm there is, and the topic they speak to. */
export class Watch extends Construct {
  private readonly notify: Topic;
  private readonly runbookUrl: string;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.runbookUrl = settings.runbookUrl;
    this.notify = new Topic(this, 'Alarms', { enforceSSL: true });
    if (settings.alarmEmail) this.notify.addSubscription(new EmailSubscription(settings.alarmEmail));
  }

  /** A function's faults, what it parked, and whether what starts it still does. A refusal by a rule is not a fault. */
  overFunction(watched: ServiceFunction): void {
    const { name, impact, trigger } = watched.spec;
    this.alarm(`${name}-faults`, { metric: this.faults(watched), impact, step: 'Find the fault in the function’s log' });
    if (watched.deadLetters) {
      const metric = watched.deadLetters.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: Stats.MAXIMUM });
      this.alarm(`${name}-parked`, { metric, impact, step: 'Mend the cause, then redrive the dead-letter queue' });
    }
    if (trigger?.kind === 'stored-events' || trigger?.kind === 'stored-publications') {
      const metric = watched.lambda.metric('IteratorAge', { period: Duration.minutes(5), statistic: Stats.MAXIMUM });
      this.alarm(`${name}-late`, { metric, impact, step: 'See whether one record fails again and again', threshold: Duration.minutes(15).toMilliseconds() });
    }
    if (trigger?.kind === 'daily') {
      const metric = watched.lambda.metricInvocations({ period: Duration.days(1), statistic: Stats.SUM });
      this.alarm(`${name}-silent`, { metric, impact, step: 'Run the schedule by hand, then see why it did not', onSilence: true });
    }
  }

  /** Faults a person sees as a broken page. */
  overApi(api: HttpApi): void {
    this.alarm('api-faults', { metric: api.metricServerError(fiveMinutes), impact: 'People using the pages or the API are shown a fault.', step: 'Find the route in the access log' });
  }

  /** SES stops a sender whose mail bounces too often, so the council hears of it well before the 5% that SES reviews at. */
  overEmail(): void {
    const metric = new Metric({ namespace: 'AWS/SES', metricName: 'Reputation.BounceRate', period: Duration.hours(1), statistic: Stats.AVERAGE });
    this.alarm('email-bounces', { metric, impact: 'SES may stop the council’s emails.', step: 'Correct the addresses in the directory that bounce', threshold: 0.03 });
  }

  /** What a handler threw, and what it caught, logged as a fault and answered with 500: Lambda counts the first alone. */
  private faults(watched: ServiceFunction): IMetric {
    const logged = watched.log.addMetricFilter('Faults', {
      filterPattern: FilterPattern.stringValue('$.level', '=', 'ERROR'),
      metricNamespace: Stack.of(this).stackName,
      metricName: `${watched.spec.name}-faults-logged`,
      metricValue: '1',
    });
    return new MathExpression({
      expression: 'FILL(thrown, 0) + FILL(logged, 0)',
      usingMetrics: { thrown: watched.lambda.metricErrors(fiveMinutes), logged: logged.metric(fiveMinutes) },
      period: Duration.minutes(5),
    });
  }

  private alarm(id: string, { step, ...alarm }: Omit<FailureAlarmProps, 'runbook' | 'notify'> & { step: string }): void {
    new FailureAlarm(this, id, { ...alarm, runbook: `${step}; see ${this.runbookUrl}#${id}.`, notify: this.notify });
  }
}

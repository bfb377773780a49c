import { Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Stats, type IMetric, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, LogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { FailureAlarm, type FailureAlarmProps } from './failure-alarm.ts';
import { businessMetric, faults, faultsLogged, functionMetric, parkedMetric } from './metrics.ts';
import type { ServiceFunction } from './service-function.ts';

const fiveMinutes: MetricOptions = { period: Duration.minutes(5), statistic: Stats.SUM };

/** A day, the hour by which it is longer when the clocks go back, and one to run in. */
const hoursOfSilence = 26;

/** Silence filled with nothings would make the newest five minutes look quiet while their numbers are still on their way. */
const filledPeriods = 3;

/** Where to send people, and what the names and metrics of the deployment begin with. */
export type WatchSettings = Pick<Settings, 'alarmEmail' | 'runbookUrl'> & { name: string };

/** Every alarm there is, and the topic they speak to. */
export class Watch extends Construct {
  readonly notify: Topic;
  readonly settings: WatchSettings;

  constructor(scope: Construct, id: string, settings: WatchSettings) {
    super(scope, id);
    this.settings = settings;
    this.notify = new Topic(this, 'Alarms', { enforceSSL: true });
    // A topic without a policy hears every alarm of its account; one with a policy, as here for TLS, hears only whom that names.
    const ofThisAccount = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    this.notify.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com', { conditions: ofThisAccount }));
    if (settings.alarmEmail) this.notify.addSubscription(new EmailSubscription(settings.alarmEmail));
  }

  /** A function's faults, what it parked, and whether what starts it still does. A refusal by a rule is not a fault. */
  overFunction(watched: ServiceFunction): void {
    const { name, impact, trigger } = watched.spec;
    this.alarm(`${name}-faults`, {
      anchor: 'faults',
      metric: this.faults(watched),
      impact,
      step: 'Find the fault in the function’s log',
      lateBy: filledPeriods,
    });
    if (watched.deadLetters) {
      this.alarm(`${name}-parked`, {
        anchor: 'parked',
        metric: parkedMetric(watched),
        impact,
        step: 'Mend the cause, then put back what was parked',
      });
    }
    if (trigger?.kind === 'stored-events' || trigger?.kind === 'stored-publications') {
      const metric = functionMetric(watched, 'IteratorAge', { period: Duration.minutes(5), statistic: Stats.MAXIMUM });
      this.alarm(`${name}-late`, {
        anchor: 'late',
        metric,
        impact,
        step: 'See whether one record fails again and again',
        threshold: Duration.minutes(15).toMilliseconds(),
      });
    }
    if (trigger?.kind === 'daily') {
      // What counts is that it came to its end, not that it was called: a check that fails every morning is as silent as one that nobody
      // starts.
      const metric = businessMetric(
        this.settings.name,
        'ChecksCompleted',
        { check: name },
        { period: Duration.hours(1), statistic: Stats.SUM },
      );
      this.alarm(`${name}-silent`, {
        anchor: 'silent',
        metric,
        impact,
        step: 'Run the schedule by hand, then see why it did not',
        silentForHours: hoursOfSilence,
      });
    }
  }

  /** Faults a person sees as a broken page. */
  overApi(api: HttpApi): void {
    this.alarm('api-faults', {
      anchor: 'api-faults',
      metric: api.metricServerError(fiveMinutes),
      impact: 'People using the pages or the API are shown a fault.',
      step: 'Find the route in the access log',
    });
  }

  /** What a handler threw, and what it caught, logged as a fault and answered with 500: Lambda counts the first alone. */
  private faults(watched: ServiceFunction): IMetric {
    const log = LogGroup.fromLogGroupName(this, `${watched.spec.name}-log`, `/aws/lambda/${watched.name}`);
    const logged = log.addMetricFilter('Faults', {
      filterPattern: FilterPattern.stringValue('$.level', '=', 'ERROR'),
      ...faultsLogged(this.settings.name, watched.spec.name),
      metricValue: '1',
    });
    return faults(functionMetric(watched, 'Errors', fiveMinutes), logged.metric(fiveMinutes), Duration.minutes(5));
  }

  /** One more alarm, under the deployment’s name, with a step to take first and the runbook’s chapter about it. */
  alarm(
    id: string,
    { step, anchor, ...alarm }: Omit<FailureAlarmProps, 'runbook' | 'notify' | 'name'> & { step: string; anchor: string },
  ): void {
    new FailureAlarm(this, id, {
      ...alarm,
      name: `${this.settings.name}-${id}`,
      runbook: `${step}; see ${this.settings.runbookUrl}#${anchor}.`,
      notify: this.notify,
    });
  }
}

import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, SingleValueWidget, Stats, TextWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import { waiting } from '../../functions/schedule/waiting.ts';
import { businessMetric, functionMetric, parkedMetric } from './metrics.ts';
import type { ServiceFunction } from './service-function.ts';

export interface DashboardProps {
  name: string;
  councilId: string;
  functions: readonly ServiceFunction[];
  api: HttpApi;
}

const aDay = { period: Duration.days(1), statistic: Stats.SUM };
const fiveMinutes = { period: Duration.minutes(5), statistic: Stats.SUM };

/** One page: above what a clerk's manager asks, below what whoever mends it asks. */
export class CouncilDashboard extends Construct {
  constructor(scope: Construct, id: string, { name, councilId, functions, api }: DashboardProps) {
    super(scope, id);
    const dashboard = new Dashboard(this, 'Dashboard', { dashboardName: name, defaultInterval: Duration.days(7) });
    const triggered = functions.filter(({ spec }) => spec.trigger);
    const daily = triggered.filter(({ spec }) => spec.trigger?.kind === 'daily');
    const streamed = triggered.filter(({ spec }) => spec.trigger?.kind.startsWith('stored'));
    const row = (title: string, left: IMetric[], width = 12) => new GraphWidget({ title, left, width, height: 6 });
    dashboard.addWidgets(
      new TextWidget({
        markdown: `# Decisions of ${councilId}\nEvery alarm names its impact and its place in the runbook.`,
        width: 24,
        height: 2,
      }),
    );
    dashboard.addWidgets(
      new SingleValueWidget({
        title: 'Decisions waiting',
        width: 24,
        height: 4,
        metrics: waiting.map((status) =>
          businessMetric(name, 'DecisionsWaiting', { status }, { period: Duration.days(1), statistic: Stats.MAXIMUM, label: status }),
        ),
      }),
    );
    dashboard.addWidgets(
      row('Mail: sent, and not delivered', [businessMetric(name, 'MailSent', {}, aDay), businessMetric(name, 'MailUndelivered', {}, aDay)]),
      row(
        'Checks that came to their end',
        daily.map(({ spec }) => businessMetric(name, 'ChecksCompleted', { check: spec.name }, { ...aDay, label: spec.name })),
      ),
    );
    dashboard.addWidgets(
      row('API: requests and faults', [
        api.metricCount(fiveMinutes),
        api.metricServerError(fiveMinutes),
        api.metricClientError(fiveMinutes),
      ]),
      row('API: how long people wait (ms, 99 of 100)', [api.metricLatency({ period: Duration.minutes(5), statistic: 'p99' })]),
    );
    dashboard.addWidgets(
      row(
        'How far what is told lags behind what is stored (ms)',
        streamed.map((each) =>
          functionMetric(each, 'IteratorAge', { period: Duration.minutes(5), statistic: Stats.MAXIMUM, label: each.spec.name }),
        ),
        8,
      ),
      row('Parked', triggered.map(parkedMetric), 8),
      row(
        'Functions that threw',
        functions.map((each) => functionMetric(each, 'Errors', { ...fiveMinutes, label: each.spec.name })),
        8,
      ),
    );
  }
}

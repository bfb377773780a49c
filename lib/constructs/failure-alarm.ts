import { Alarm, ComparisonOperator, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface FailureAlarmProps {
  name: string;
  metric: IMetric;
  /** What the council loses while this lasts, in a sentence a clerk understands. */
  impact: string;
  /** What the person woken up does first, in a sentence. */
  runbook: string;
  notify: ITopic;
  /** How much is too much; one of anything unless a reason says otherwise. */
  threshold?: number;
  /** Looks at so many periods and goes off by one of them, where the newest may not have all its numbers yet. */
  lateBy?: number;
  /** Goes off when nothing is heard for so many hours, instead of when something is. */
  silentForHours?: number;
}

/** An alarm that says what it means for the council and what to do: one that cannot say both is not worth waking for. */
export class FailureAlarm extends Construct {
  constructor(scope: Construct, id: string, props: FailureAlarmProps) {
    super(scope, id);
    const alarm = new Alarm(this, 'Alarm', {
      alarmName: props.name,
      metric: props.metric,
      threshold: props.threshold ?? 1,
      evaluationPeriods: props.silentForHours ?? props.lateBy ?? 1,
      ...(props.lateBy === undefined ? {} : { datapointsToAlarm: 1 }),
      comparisonOperator: props.silentForHours
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: props.silentForHours ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `Impact: ${props.impact} Runbook: ${props.runbook}`,
    });
    alarm.addAlarmAction(new SnsAction(props.notify));
  }
}

import { Duration, Stack, TimeZone, Validations } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, StartingPosition, type CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput, type ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { DailyTrigger } from '../functions/spec.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { ServiceFunction } from './service-function.ts';

/**
 * Only what was newly stored as an event is announced, and what is kept like one so that it is mailed: a digest, a code asked for. The
 * current state and the emails' own marks are not.
 */
const newEvent = FilterCriteria.filter({
  eventName: FilterRule.isEqual('INSERT'),
  dynamodb: { NewImage: { sk: { S: FilterRule.beginsWith('EVENT#') } } },
});

/** What was published for the first time or again. */
const publication = FilterCriteria.filter({
  eventName: FilterRule.or('INSERT', 'MODIFY'),
  dynamodb: { NewImage: { sk: { S: FilterRule.or('PUBLICATION', 'CONTRACT') } } },
});

const announced = { 'stored-events': newEvent, 'stored-publications': publication };

/** Calls the function with everything stored of a kind, in order; a batch that fails is halved, retried, then parked. */
export function onStored(called: ServiceFunction, kind: keyof typeof announced, table: ITableV2): void {
  called.live.addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 25,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 20,
      maxRecordAge: Duration.hours(12),
      filters: [announced[kind]],
      onFailure: new SqsDlq(parked(called)),
    }),
  );
}

/** Calls the function with every delivery, bounce and complaint SES reports. */
export function onEmailEvents(called: ServiceFunction, events: ITopic): void {
  const subscription = events.addSubscription(new LambdaSubscription(called.live, { deadLetterQueue: parked(called) }));
  Validations.of(subscription).acknowledge({ id: 'CloudFormation-Validate::W3694', reason: 'An alias is a function to SNS.' });
}

/** Calls the function once a day at a London time, summer and winter. */
export function onSchedule(called: ServiceFunction, daily: DailyTrigger, group: ScheduleGroup): void {
  const [hour, minute] = daily.at.split(':').map(Number);
  new Schedule(called, 'Schedule', {
    scheduleName: called.spec.name,
    scheduleGroup: group,
    description: called.spec.purpose,
    schedule: ScheduleExpression.cron({ hour: `${hour}`, minute: `${minute}`, timeZone: TimeZone.of(daily.zone) }),
    target: new LambdaInvoke(called.live, {
      role: schedulerRole(called),
      deadLetterQueue: parked(called),
      retryAttempts: 10,
      maxEventAge: Duration.hours(6),
      input: ScheduleTargetInput.fromObject({ schedule: called.spec.name, scheduledTime: ContextAttribute.scheduledTime }),
    }),
  });
}

function schedulerRole(called: ServiceFunction): Role {
  const role = new Role(called, 'SchedulerRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
  const logicalId = Stack.of(called).getLogicalId(called.lambda.node.defaultChild as CfnFunction);
  const id = `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>:*]`;
  Validations.of(role).acknowledge({ id, reason: 'The wildcard stands for the versions of this one function.' });
  return role;
}

function parked(called: ServiceFunction): DeadLetterQueue {
  if (!called.deadLetters) throw new Error(`${called.spec.name} has no dead-letter queue.`);
  return called.deadLetters;
}

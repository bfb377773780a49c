import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

/** What is written of each request. Never the path, the query or the referrer: a link in a path signs a decision. */
const loggedFields = [
  'date',
  'time',
  'x-edge-location',
  'c-ip',
  'cs-method',
  'sc-status',
  'sc-bytes',
  'time-taken',
  'x-edge-result-type',
  'x-edge-request-id',
  'ssl-protocol',
];

/** A distribution's access log, kept half a year like that of the API. */
export class SiteLog extends Construct {
  constructor(scope: Construct, id: string, { name, distribution }: { name: string; distribution: Distribution }) {
    super(scope, id);
    const group = new LogGroup(this, 'Group', {
      logGroupName: `/aws/vendedlogs/${name}-site`,
      retention: RetentionDays.SIX_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const resourceArn = Stack.of(this).formatArn({
      service: 'cloudfront',
      region: '',
      resource: 'distribution',
      resourceName: distribution.distributionId,
    });
    const source = new CfnDeliverySource(this, 'Source', { name: `${name}-site`, logType: 'ACCESS_LOGS', resourceArn });
    const destination = new CfnDeliveryDestination(this, 'Destination', {
      name: `${name}-site`,
      destinationResourceArn: group.logGroupArn,
      outputFormat: 'json',
    });
    const delivery = new CfnDelivery(this, 'Delivery', {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.attrArn,
      recordFields: loggedFields,
    });
    delivery.addResourceDependency(source);
  }
}

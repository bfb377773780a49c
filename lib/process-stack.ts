import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { CouncilApi } from './constructs/council-api.ts';
import { EmailSending } from './constructs/email-sending.ts';
import { Rollout } from './constructs/rollout.ts';
import { ServiceFunction } from './constructs/service-function.ts';
import { createSessionSecret } from './constructs/session-secret.ts';
import { onEmailEvents, onSchedule, onStored } from './constructs/triggers.ts';
import type { FunctionSpec } from './functions/spec.ts';
import type { Settings } from './settings.ts';

export interface ProcessStackProps extends StackProps {
  /** What the names of the functions begin with. */
  name: string;
  settings: Settings;
  table: ITableV2;
  linkSecret: ISecret;
  functions: readonly FunctionSpec[];
  /** Where the functions' bundles stand. */
  bundles: string;
  /** Takes over at once and goes back by nothing: the mend of what faults would be sent back by the very faults that it mends. */
  atOnce?: boolean;
}

/**
 * All that runs and nothing that remembers: it can be thrown away and deployed again. A new version takes over by degrees, and gives way by
 * itself where it faults.
 */
export class ProcessStack extends Stack {
  readonly functions: readonly ServiceFunction[];
  readonly api: HttpApi;
  readonly rollout: Rollout;
  private readonly email: EmailSending;
  private readonly schedules: ScheduleGroup;

  constructor(scope: Construct, id: string, props: ProcessStackProps) {
    super(scope, id, props);
    const { settings, table } = props;
    this.email = new EmailSending(this, 'Email', { domain: settings.emailDomain, from: settings.emailFrom });
    this.schedules = new ScheduleGroup(this, 'Schedules');
    const api = new CouncilApi(this, 'Api', settings);
    const sessionSecret = createSessionSecret(this);
    this.rollout = new Rollout(this, 'Rollout', {
      name: props.name,
      api: api.api,
      byDegrees: settings.stage !== 'dev' && !props.atOnce,
      goesBack: !props.atOnce,
    });
    this.functions = props.functions.map((spec) => new ServiceFunction(this, spec, { ...props, email: this.email, sessionSecret }));
    for (const service of this.functions) {
      api.serve(service);
      this.startOn(service, table);
      this.rollout.of(service);
    }
    this.api = api.api;
    new CfnOutput(this, 'ApiEndpoint', { value: api.api.apiEndpoint, description: 'Its host is the apiHost of what stands before it.' });
  }

  private startOn(service: ServiceFunction, table: ITableV2): void {
    const { trigger } = service.spec;
    if (trigger?.kind === 'stored-events' || trigger?.kind === 'stored-publications') onStored(service, trigger.kind, table);
    if (trigger?.kind === 'email-events') onEmailEvents(service, this.email.events);
    if (trigger?.kind === 'daily') onSchedule(service, trigger, this.schedules);
  }
}

import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { CouncilApi } from './constructs/council-api.ts';
import { EmailSending } from './constructs/email-sending.ts';
import { ServiceFunction } from './constructs/service-function.ts';
import { createSessionSecret } from './constructs/session-secret.ts';
import { onEmailEvents, onSchedule, onStored } from './constructs/triggers.ts';
import { Watch } from './constructs/watch.ts';
import type { FunctionSpec } from './functions/spec.ts';
import type { Settings } from './settings.ts';

export interface ProcessStackProps extends StackProps {
  settings: Settings;
  table: ITableV2;
  linkSecret: ISecret;
  functions: readonly FunctionSpec[];
  /** Where the functions' bundles stand. */
  bundles: string;
}

/** All that runs and nothing that remembers: it can be thrown away and deployed again. */
export class ProcessStack extends Stack {
  private readonly email: EmailSending;
  private readonly schedules: ScheduleGroup;

  constructor(scope: Construct, id: string, props: ProcessStackProps) {
    super(scope, id, props);
    const { settings, table } = props;
    this.email = new EmailSending(this, 'Email', { domain: settings.emailDomain, from: settings.emailFrom });
    this.schedules = new ScheduleGroup(this, 'Schedules');
    const api = new CouncilApi(this, 'Api', settings);
    const watch = new Watch(this, 'Watch', settings);
    const sessionSecret = createSessionSecret(this);
    for (const spec of props.functions) {
      const service = new ServiceFunction(this, spec, { ...props, email: this.email, sessionSecret });
      api.serve(service);
      this.startOn(service, table);
      watch.overFunction(service);
    }
    watch.overApi(api.api);
    watch.overEmail();
    new CfnOutput(this, 'ApiEndpoint', { value: api.api.apiEndpoint, description: 'Point the public URL here.' });
  }

  private startOn(service: ServiceFunction, table: ITableV2): void {
    const { trigger } = service.spec;
    if (trigger?.kind === 'stored-events' || trigger?.kind === 'stored-publications') onStored(service, trigger.kind, table);
    if (trigger?.kind === 'email-events') onEmailEvents(service, this.email.events);
    if (trigger?.kind === 'daily') onSchedule(service, trigger, this.schedules);
  }
}

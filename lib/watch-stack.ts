import { Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { CouncilDashboard } from './constructs/council-dashboard.ts';
import type { ServiceFunction } from './constructs/service-function.ts';
import { Watch } from './constructs/watch.ts';
import { watchBackups } from './constructs/watch-backups.ts';
import { watchMail } from './constructs/watch-mail.ts';
import { nightlyVault } from './record-stack.ts';
import type { Settings } from './settings.ts';

export interface WatchStackProps extends StackProps {
  name: string;
  settings: Settings;
  functions: readonly ServiceFunction[];
  api: HttpApi;
}

/** Every alarm and the dashboard. It knows what it watches by name alone, so that nothing deployed ever waits for it. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, { name, settings, functions, api, ...props }: WatchStackProps) {
    super(scope, id, props);
    const watch = new Watch(this, 'Watch', { ...settings, name });
    for (const service of functions) watch.overFunction(service);
    watch.overApi(api);
    watchMail(watch);
    watchBackups(watch, nightlyVault(name));
    new CouncilDashboard(this, 'Dashboard', { name, functions, api, councilId: settings.councilId });
    for (const service of functions.slice(0, 1)) this.addStackDependency(Stack.of(service));
  }
}

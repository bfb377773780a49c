import { Tags, type App } from 'aws-cdk-lib';
import type { FunctionSpec } from './functions/spec.ts';
import { ProcessStack } from './process-stack.ts';
import { RecordStack } from './record-stack.ts';
import type { Settings } from './settings.ts';
import { SiteStack, siteRegion } from './site-stack.ts';
import { WatchStack } from './watch-stack.ts';

export interface ClearDays {
  record: RecordStack;
  process: ProcessStack;
  watch: WatchStack;
  /** Only where the environment says what stands before the API. */
  site: SiteStack | null;
}

export interface ClearDaysProps {
  /** Names the environment in the stacks' names, so that two can stand in one account. */
  environment: string;
  settings: Settings;
  functions: readonly FunctionSpec[];
  /** Where the bundles of all of them stand. */
  bundles: string;
  /** Whether new versions take over at once and go back by nothing, whatever the environment’s stage. */
  atOnce?: boolean;
}

/**
 * Adds the council's stacks to an app: what is kept, what runs, what watches it, and what stands before it. Nothing in them is shared with
 * another environment.
 */
export function addClearDays(app: App, props: ClearDaysProps): ClearDays {
  const { settings, functions, bundles, atOnce = false } = props;
  const env = { account: settings.account, region: settings.region };
  const name = `clear-days-${props.environment}`;
  const record = new RecordStack(app, `${name}-record`, { env, name, settings });
  const { table, linkSecret } = record;
  const process = new ProcessStack(app, `${name}-process`, { env, name, settings, table, linkSecret, functions, bundles, atOnce });
  const watch = new WatchStack(app, `${name}-watch`, { env, name, settings, functions: process.functions, api: process.api });
  const site = settings.site
    ? new SiteStack(app, `${name}-site`, { env: { ...env, region: siteRegion }, name, publicUrl: settings.publicUrl, site: settings.site })
    : null;
  for (const stack of [record, process, watch, ...(site ? [site] : [])]) {
    Tags.of(stack).add('service', 'clear-days');
    Tags.of(stack).add('environment', props.environment);
  }
  return { record, process, watch, site };
}

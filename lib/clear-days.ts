import { join } from 'node:path';
import { Tags, type App } from 'aws-cdk-lib';
import { bundleFunctions } from './bundles.ts';
import type { FunctionSpec } from './functions/spec.ts';
import { ProcessStack } from './process-stack.ts';
import { RecordStack } from './record-stack.ts';
import type { Settings } from './settings.ts';

export interface ClearDays {
  record: RecordStack;
  process: ProcessStack;
}

export interface ClearDaysProps {
  /** Names the environment in the stacks' names, so that two can stand in one account. */
  environment: string;
  settings: Settings;
  functions: readonly FunctionSpec[];
  /** The repository's root. */
  root: string;
}

/** Adds the council's two stacks to an app: what is kept, and what runs. */
export function addClearDays(app: App, props: ClearDaysProps): ClearDays {
  const bundles = join(app.outdir, 'bundles');
  bundleFunctions(props.root, props.functions, bundles);
  const { settings, functions } = props;
  const env = { account: settings.account, region: settings.region };
  const record = new RecordStack(app, `clear-days-${props.environment}-record`, { env });
  const { table, linkSecret } = record;
  const process = new ProcessStack(app, `clear-days-${props.environment}-process`, { env, settings, table, linkSecret, functions, bundles });
  Tags.of(app).add('service', 'clear-days');
  Tags.of(app).add('environment', props.environment);
  return { record, process };
}

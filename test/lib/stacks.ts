import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { bundleDirectory } from '../../lib/bundles.ts';
import { addClearDays } from '../../lib/clear-days.ts';
import { catalogue } from '../../lib/functions.ts';
import { readEnvironments } from '../../lib/environments.ts';
import type { Settings } from '../../lib/settings.ts';

export const repository = join(import.meta.dirname, '../..');
const cdk = JSON.parse(readFileSync(join(repository, 'cdk.json'), 'utf8'));
/** The tests' own, since each council puts its own into environments.json. */
export const environments = readEnvironments(join(repository, 'test/fixtures/kent'));
export const settings: Settings = environments.test as Settings;

/** Both stacks with every function of the catalogue; each bundle is a stub, for its code does not change a stack. */
export function synthesiseStacks(over: Partial<Settings> = {}, { atOnce = false } = {}) {
  const root = mkdtempSync(join(tmpdir(), 'clear-days-stacks-'));
  const bundles = writeStubs(root);
  const app = new App({ outdir: join(root, 'cdk.out'), context: cdk.context });
  const stacks = addClearDays(app, { environment: 'test', settings: { ...settings, ...over }, functions: catalogue, bundles, atOnce });
  const templates = {
    record: Template.fromStack(stacks.record),
    process: Template.fromStack(stacks.process),
    rollout: Template.fromStack(stacks.process.rollout),
    watch: Template.fromStack(stacks.watch),
    ...(stacks.site ? { site: Template.fromStack(stacks.site) } : {}),
  };
  rmSync(root, { recursive: true });
  return { app, ...templates };
}

/** A bundle that does nothing for each function of the catalogue; answers the directory they stand in. */
export function writeStubs(root: string): string {
  const bundles = join(root, 'bundles');
  for (const { name } of catalogue) {
    mkdirSync(bundleDirectory(bundles, name), { recursive: true });
    writeFileSync(join(bundleDirectory(bundles, name), 'index.mjs'), `export const handler = () => '${name}';\n`);
  }
  return bundles;
}

export interface Statement {
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}

/** The statements of one function's own role. */
export function statementsOf(template: Template, functionName: string): Statement[] {
  const policies = Object.entries(template.findResources('AWS::IAM::Policy'));
  const prefix = `${functionName.replaceAll('-', '')}Role`;
  const roles = Object.entries(template.findResources('AWS::IAM::Role')).filter(([id]) => new RegExp(`^${prefix}[0-9A-F]{8}$`).test(id));
  const own = roles.flatMap(([, role]) =>
    (role.Properties.Policies ?? []).flatMap((policy: { PolicyDocument: { Statement: Statement[] } }) => policy.PolicyDocument.Statement),
  );
  return [
    ...own,
    ...policies
      .filter(([id]) => id.startsWith(`${prefix}DefaultPolicy`))
      .flatMap(([, policy]) => policy.Properties.PolicyDocument.Statement),
  ];
}

/** The actions of a statement as a list. */
export function actionsOf(statement: Statement): string[] {
  return [statement.Action].flat();
}

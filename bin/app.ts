import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { addClearDays } from '../lib/clear-days.ts';
import { presentFunctions } from '../lib/functions.ts';
import { readSettings } from '../lib/settings.ts';

const root = join(import.meta.dirname, '..');
const app = new App();
const environment = String(app.node.tryGetContext('environment'));
const environments: Record<string, unknown> = app.node.tryGetContext('environments') ?? {};
const { present, absent } = presentFunctions(root);
if (absent.length > 0) process.stderr.write(`Left out, for want of a handler: ${absent.join(', ')}.\n`);
addClearDays(app, { environment, settings: readSettings(environments[environment]), functions: present, root });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();

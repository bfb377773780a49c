import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundleFunctions } from '../lib/bundles.ts';
import { addClearDays } from '../lib/clear-days.ts';
import { chosenEnvironments } from '../lib/environments.ts';
import { presentFunctions } from '../lib/functions.ts';

// cdk … -c environment=live, or several: -c environment=kent-live,plymouth-live; with -c at-once=true a mend is not sent back by the faults
// it mends
const root = join(import.meta.dirname, '..');
const app = new App();
const { present, absent } = presentFunctions(root);
if (absent.length > 0) process.stderr.write(`Left out, for want of a handler: ${absent.join(', ')}.\n`);
// Once, however many environments: what differs between them is no code.
const bundles = join(app.outdir, 'bundles');
await bundleFunctions(root, present, bundles);
for (const [environment, settings] of chosenEnvironments(root, String(app.node.tryGetContext('environment'))))
  addClearDays(app, { environment, settings, functions: present, bundles, atOnce: app.node.tryGetContext('at-once') === 'true' });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();

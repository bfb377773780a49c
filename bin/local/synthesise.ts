import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { addClearDays } from '../../lib/clear-days.ts';
import type { FunctionSpec } from '../../lib/functions/spec.ts';
import type { Settings } from '../../lib/settings.ts';
import { resolveTemplates } from './template.ts';
import { readWiring, type Wiring } from './wiring.ts';

const assetsSchema = z.object({ files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })) });
const cdkSchema = z.object({ context: z.record(z.string(), z.unknown()) });

export interface Synthesised {
  wiring: Wiring;
  /** File URL of the bundle a function's `Code.S3Key` names. */
  bundleOf: (s3Key: string) => string;
}

/** Synthesises the very app that is deployed, with this machine's addresses for settings. */
export function synthesise(root: string, outdir: string, settings: Settings, functions: readonly FunctionSpec[]): Synthesised {
  const { context } = cdkSchema.parse(readJson(join(root, 'cdk.json')));
  const app = new App({ outdir, context, analyticsReporting: false });
  addClearDays(app, { environment: 'local', settings, functions, root });
  const { stacks } = app.synth();
  const files = Object.assign({}, ...stacks.map((stack) => assetsSchema.parse(readJson(join(outdir, `${stack.id}.assets.json`))).files));
  const bundleOf = (s3Key: string) => pathToFileURL(join(outdir, files[s3Key.replace(/\.zip$/, '')].source.path, 'index.mjs')).href;
  return { wiring: readWiring(resolveTemplates(stacks.map((stack) => stack.template))), bundleOf };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

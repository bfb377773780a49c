import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { App } from 'aws-cdk-lib';
import * as z from 'zod/mini';
import { bundleFunctions } from '../../lib/bundles.ts';
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

// What differs from one start to the next stands in the templates as these, and is put in afterwards.
const standIn = { publicUrl: 'http://public-url.invalid', issuer: 'http://issuer.invalid' };

/** An assembly kept between the starts of one run of tests, which all run the same code; none is kept otherwise. */
const kept = (council: string): string | null => (process.env.CLEAR_DAYS_ASSEMBLY ? `${process.env.CLEAR_DAYS_ASSEMBLY}-${council}` : null);

const assemble = async (root: string, outdir: string, settings: Settings, functions: readonly FunctionSpec[]): Promise<void> => {
  const { context } = cdkSchema.parse(readJson(join(root, 'cdk.json')));
  const app = new App({ outdir, context, analyticsReporting: false });
  const bundles = join(outdir, 'bundles');
  await bundleFunctions(root, functions, bundles);
  addClearDays(app, {
    environment: 'local',
    settings: { ...settings, ...standIn, runbookUrl: `${standIn.publicUrl}/runbooks` },
    functions,
    bundles,
  });
  app.synth();
};

const mostWaits = 1200;

/**
 * Whether it is for this start to assemble: of several at once one does, and the others wait for it, or do it themselves after two minutes.
 */
const isFirst = async (place: string): Promise<boolean> => {
  try {
    mkdirSync(`${place}-begun`);
    return true;
  } catch {
    for (let waits = 0; waits < mostWaits && !existsSync(place); waits += 1) await wait(100);
    return !existsSync(place);
  }
};

// One that waited too long may come second; whichever is first is kept.
const keep = (made: string, place: string): string => {
  try {
    renameSync(made, place);
  } catch (problem) {
    if (!existsSync(place)) throw problem;
  }
  return place;
};

const assembled = async (root: string, outdir: string, settings: Settings, functions: readonly FunctionSpec[]): Promise<string> => {
  const place = kept(settings.councilId);
  if (place && (existsSync(place) || !(await isFirst(place)))) return place;
  const made = place ? `${place}-${process.pid}` : outdir;
  await assemble(root, made, settings, functions);
  return place ? keep(made, place) : outdir;
};

const filesEnding = (directory: string, ending: string): string[] =>
  readdirSync(directory)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => join(directory, file));

const withAddresses = (template: string, { publicUrl, issuer }: Settings): Record<string, unknown> =>
  JSON.parse(readFileSync(template, 'utf8').replaceAll(standIn.publicUrl, publicUrl).replaceAll(standIn.issuer, issuer));

/** Synthesises the very app that is deployed, with this machine's addresses for settings. */
export async function synthesise(
  root: string,
  outdir: string,
  settings: Settings,
  functions: readonly FunctionSpec[],
): Promise<Synthesised> {
  const directory = await assembled(root, outdir, settings, functions);
  const files = Object.assign({}, ...filesEnding(directory, '.assets.json').map((file) => assetsSchema.parse(readJson(file)).files));
  const bundleOf = (s3Key: string) => pathToFileURL(join(directory, files[s3Key.replace(/\.zip$/, '')].source.path, 'index.mjs')).href;
  return {
    wiring: readWiring(resolveTemplates(filesEnding(directory, '.template.json').map((file) => withAddresses(file, settings)))),
    bundleOf,
  };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

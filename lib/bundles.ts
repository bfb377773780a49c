import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import type { FunctionSpec } from './functions/spec.ts';
import { replacing } from './replacements.ts';

/** An ES module has no `require`, and CommonJS packages inside a bundle still call it. */
const requireBanner = `import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);`;

const functions = join(import.meta.dirname, '..', 'functions');
const ours = (file: string): string => join(functions, file);

/** What of a function its bundle is made of. */
export type Bundled = Pick<FunctionSpec, 'name' | 'entry'>;

/** Directory that holds one function's bundle below the directory given to {@link bundleFunctions}. */
export function bundleDirectory(outdir: string, name: string): string {
  return join(outdir, name);
}

/**
 * Bundles every handler in one call of esbuild: a process per function would cost more than the bundling.
 * Each bundle stands alone in `outdir/<name>/index.mjs`, the same bytes with or without its map in `index.mjs.map` beside it.
 * Throws with esbuild's words when a handler does not build, and when a package no longer has what {@link replacing} replaces.
 */
export async function bundleFunctions(root: string, specs: readonly Bundled[], outdir: string, maps: 'maps' | 'no maps' = 'no maps'): Promise<Metafile> {
  const entryPoints = specs.map((spec) => ({ in: join(root, 'functions', spec.entry), out: `${spec.name}/index` }));
  const built = await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    outExtension: { '.js': '.mjs' },
    banner: { js: requireBanner },
    // A third of a command's bundle was ways of finding credentials that Lambda has no use for: files, metadata services, sign-ins.
    // DynamoDB's client makes itself a cache of endpoints that none of its commands looks into.
    alias: {
      '@aws-sdk/credential-provider-node': ours('platform/credentials.ts'),
      '@aws-sdk/endpoint-cache': ours('platform/endpoint-cache.ts'),
      'brotli/decompress.js': ours('record/unpack-brotli.ts'),
    },
    plugins: [replacing(functions)],
    // Imported the moment an operation streams events, and none of the three services we call has one that does.
    external: ['@smithy/core/event-streams'],
    loader: { '.css': 'text', '.svg': 'text', '.woff2': 'binary', '.ttf': 'binary', '.ico': 'binary', '.png': 'binary' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // Names kept were 33 kB of a bundle, for stack traces alone; `bin/trace.ts` puts them back, as our own files and lines.
    minify: true,
    sourcemap: maps === 'maps' ? 'external' : false,
    sourcesContent: false,
    metafile: true,
    // A name that a module does not have, ours in the place of another's above all, is a fault of the build and not of a night in March.
    logOverride: { 'import-is-undefined': 'error' },
    logLevel: 'error',
  });
  return built.metafile;
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import type { FunctionSpec } from './functions/spec.ts';
import { namingPrinter } from './naming-printer.ts';
import { replacing, versionsAlone } from './replacements.ts';

/** An ES module has no `require`, and CommonJS packages inside a bundle still call it. */
const requireBanner = `import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);`;

const functions = join(import.meta.dirname, '..', 'functions');
const ours = (file: string): string => join(functions, file);

/** What of a function its bundle is made of. */
export type Bundled = Pick<FunctionSpec, 'name' | 'entry' | 'splits'>;

/** Directory that holds one function's bundle below the directory given to {@link bundleFunctions}. */
export function bundleDirectory(outdir: string, name: string): string {
  return join(outdir, name);
}

type Maps = 'maps' | 'no maps';

const optionsFor = (root: string, maps: Maps) =>
  ({
    absWorkingDir: root,
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
      'brotli/decompress.js': ours('record/print/unpack-brotli.ts'),
      // The pure core knows no machine, so its hash is one written in JavaScript; where it runs there is a quicker one of the same name.
      '@noble/hashes/sha2.js': ours('platform/sha256.ts'),
    },
    plugins: [replacing(functions), versionsAlone, namingPrinter(functions)],
    // Imported the moment an operation streams events, and none of the three services we call has one that does; or by the SDK in a
    // browser.
    external: ['@smithy/core/event-streams', 'bowser'],
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
  }) as const satisfies BuildOptions;

/**
 * Bundles every handler in one call of esbuild, since a call per function would cost more than the bundling, and each that splits in one of
 * its own. A function's bundle is `outdir/<name>/index.mjs`, with what it loads later in files beside it, and nothing else is left in that
 * directory. It is the same bytes with or without maps, `<file>.map` beside each. Throws with esbuild's words when a handler does not
 * build, and when a package no longer has what {@link replacing} replaces.
 */
export async function bundleFunctions(root: string, specs: readonly Bundled[], outdir: string, maps: Maps = 'no maps'): Promise<Metafile> {
  for (const { name } of specs) rmSync(bundleDirectory(outdir, name), { recursive: true, force: true });
  const options = optionsFor(root, maps);
  const file = ({ entry }: Bundled): string => join(root, 'functions', entry);
  // No hash in a name: esbuild's is another with maps. What a start and the one thing that is loaded later share is one file, "chunk".
  const [whole, split] = [specs.filter(({ splits }) => !splits), specs.filter(({ splits }) => splits)];
  const built = await Promise.all([
    build({ ...options, outdir, entryPoints: whole.map((spec) => ({ in: file(spec), out: `${spec.name}/index` })) }),
    ...split.map((spec) =>
      build({
        ...options,
        outdir: bundleDirectory(outdir, spec.name),
        entryPoints: [{ in: file(spec), out: 'index' }],
        splitting: true,
        chunkNames: '[name]',
      }),
    ),
  ]);
  return {
    inputs: Object.assign({}, ...built.map(({ metafile }) => metafile.inputs)),
    outputs: Object.assign({}, ...built.map(({ metafile }) => metafile.outputs)),
  };
}

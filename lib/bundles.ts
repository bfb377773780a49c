import { join } from 'node:path';
import { buildSync, type Metafile } from 'esbuild';
import type { FunctionSpec } from './functions/spec.ts';

/** An ES module has no `require`, and CommonJS packages inside a bundle still call it. */
const requireBanner = `import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);`;

/** Directory that holds one function's bundle below the directory given to {@link bundleFunctions}. */
export function bundleDirectory(outdir: string, name: string): string {
  return join(outdir, name);
}

/**
 * Bundles every handler in one call of esbuild: a process per function would cost more than the bundling.
 * Each bundle stands alone in `outdir/<name>/index.mjs`. Throws with esbuild's words when a handler does not build.
 */
export function bundleFunctions(root: string, specs: readonly FunctionSpec[], outdir: string): Metafile {
  const entryPoints = specs.map((spec) => ({ in: join(root, 'functions', spec.entry), out: `${spec.name}/index` }));
  const built = buildSync({
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
    alias: {
      '@aws-sdk/credential-provider-node': join(import.meta.dirname, '..', 'functions', 'platform', 'credentials.ts'),
      'brotli/decompress.js': join(import.meta.dirname, '..', 'functions', 'record', 'unpack-brotli.ts'),
    },
    loader: { '.css': 'text', '.svg': 'text', '.woff2': 'binary', '.ttf': 'binary', '.ico': 'binary', '.png': 'binary' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    keepNames: true,
    metafile: true,
    logLevel: 'error',
  });
  return built.metafile;
}

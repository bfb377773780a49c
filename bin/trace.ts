import { mkdtempSync, rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleDirectory, bundleFunctions } from '../lib/bundles.ts';
import { presentFunctions } from '../lib/functions.ts';
import { retraced } from './trace/retraced.ts';

// node bin/trace.ts submit-proposal < stack    a stack trace from the log, with our own files and lines. Check out the commit that was
// deployed first: the same commit is the same bytes.
const root = join(import.meta.dirname, '..');
const [name = ''] = process.argv.slice(2);
const { present } = presentFunctions(root);
const specs = present.filter((spec) => spec.name === name);
if (specs.length === 0) {
  console.error(`There is no function "${name}". There are: ${present.map((spec) => spec.name).join(', ')}.`);
  process.exit(2);
}

const outdir = mkdtempSync(join(tmpdir(), 'clear-days-trace-'));
try {
  await bundleFunctions(root, specs, outdir, 'maps');
  process.stdout.write(retraced(await text(process.stdin), root, bundleDirectory(outdir, name)));
} finally {
  rmSync(outdir, { recursive: true });
}

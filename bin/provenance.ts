import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleDirectory, bundleFunctions } from '../lib/bundles.ts';
import { presentFunctions } from '../lib/functions.ts';

// npm run provenance > provenance.json    what every function is made of, so that anybody can make it again and compare
const root = join(import.meta.dirname, '..');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const hashes = (directory: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(directory)
      .sort()
      .map((file) => [file, sha256(readFileSync(join(directory, file)))]),
  );
const git = (...words: string[]): string => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();

const outdir = mkdtempSync(join(tmpdir(), 'clear-days-provenance-'));
try {
  const { present } = presentFunctions(root);
  await bundleFunctions(root, present, outdir);
  const bundles = Object.fromEntries(present.map(({ name }) => [name, hashes(bundleDirectory(outdir, name))]));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const lock = sha256(readFileSync(join(root, 'package-lock.json')));
  // What is not committed is in the bundles and in no commit: such a build can be told, and is never a release.
  const uncommitted = git('status', '--porcelain')
    .split('\n')
    .filter((line) => line !== '').length;
  console.log(
    JSON.stringify(
      {
        name: 'clear-days',
        version,
        commit: git('rev-parse', 'HEAD'),
        tag: git('tag', '--points-at', 'HEAD') || null,
        uncommitted,
        node: process.version,
        packageLock: lock,
        bundles,
      },
      null,
      1,
    ),
  );
} finally {
  rmSync(outdir, { recursive: true });
}

import { posix } from 'node:path';
import type { Metafile } from 'esbuild';

/** A file of a bundle: its name beside the others, its bytes, and the source files in it. */
export type BundleFile = { name: string; bytes: number; inputs: string[] };

/** What of a function is loaded as it starts, its entry first, and what only once it is needed. */
export type BundleFiles = { start: BundleFile[]; later: BundleFile[] };

/** The files that one function's bundle is made of, from what esbuild said of it. Throws where there is no such function. */
export function bundleFiles({ outputs }: Metafile, name: string): BundleFiles {
  const own = Object.keys(outputs).filter((file) => file.endsWith('.mjs') && posix.basename(posix.dirname(file)) === name);
  const entry = own.find((file) => posix.basename(file) === 'index.mjs');
  if (!entry) throw new Error(`There is no bundle of ${name}`);
  const start = new Set([entry]);
  for (const file of start)
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement' && own.includes(path)) start.add(path);
  const described = (file: string): BundleFile => ({
    name: posix.basename(file),
    bytes: outputs[file]?.bytes ?? 0,
    inputs: Object.keys(outputs[file]?.inputs ?? {}),
  });
  return { start: [...start].map(described), later: own.filter((file) => !start.has(file)).map(described) };
}

/** The bytes of some files of a bundle together. */
export const bytesOf = (files: readonly BundleFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

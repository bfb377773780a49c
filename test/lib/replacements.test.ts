import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import noFetching from '../../functions/email/no-fetching.ts';
import { detectExtension, detectMimeType } from '../../functions/email/stated-types.ts';
import { replacements, replacing } from '../../lib/replacements.ts';
import { repository } from './stacks.ts';

const root = mkdtempSync(join(tmpdir(), 'clear-days-replacements-'));
afterAll(() => rmSync(root, { recursive: true }));
const write = (file: string, text: string): string => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  return join(root, file);
};

/** A package whose entry takes its table from this file, bundled where ours is to stand in the place of `table.js`. */
const bundledWith = async (table: string, exported = 'export const types = "a table of theirs";'): Promise<string> => {
  write('node_modules/mail/index.js', `import * as table from './${table}'; export const read = () => table.types;`);
  write('node_modules/mail/package.json', '{"name":"mail","type":"module","main":"index.js"}');
  write(`node_modules/mail/${table}`, 'export const types = "a table of theirs";');
  write('functions/ours.ts', exported.replace('theirs', 'ours'));
  const entry = write('entry.js', 'import { read } from "mail"; console.log(read());');
  const options = {
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'silent',
    format: 'esm',
    logOverride: { 'import-is-undefined': 'error' },
  } as const;
  const { outputFiles } = await build({
    ...options,
    entryPoints: [entry],
    plugins: [replacing(join(root, 'functions'), [{ file: 'mail/table.js', by: 'ours.ts' }])],
  });
  return outputFiles[0]?.text ?? '';
};

describe('A part of a package that the bundles do without', () => {
  it('has ours in its place', async () => {
    const bundle = await bundledWith('table.js');
    expect(bundle).toContain('a table of ours');
    expect(bundle).not.toContain('a table of theirs');
  });

  it('stops the build when an update has moved it, and the build says where to look', async () => {
    await expect(bundledWith('types.js')).rejects.toThrow(
      'mail/table.js was to be replaced by functions/ours.ts, and no bundle asks for it any longer. The package has changed: find where that part of it went and put it right in lib/replacements.ts.',
    );
  });

  it('stops the build when the package asks ours for what it does not have', async () => {
    await expect(bundledWith('table.js', 'export const other = 1;')).rejects.toThrow(/"types" will always be undefined/);
  });

  it('is missed by no bundle that has nothing of the package', async () => {
    const entryPoints = [write('alone.js', 'console.log(1);')];
    await expect(
      build({ entryPoints, bundle: true, write: false, metafile: true, plugins: [replacing(join(repository, 'functions'), replacements)] }),
    ).resolves.toMatchObject({ errors: [] });
  });

  it('says why it is not there to whoever comes to it after all', () => {
    for (const guess of [detectMimeType, detectExtension]) expect(guess).toThrow('Every part of an email states its own type');
    expect(noFetching).toThrow('No part of an email is fetched from an address.');
  });
});

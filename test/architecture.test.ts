import { globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import mutation from '../vitest.mutation.config.ts';

const root = resolve(import.meta.dirname, '..');
const files = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
const source = (file: string) => readFileSync(resolve(root, file), 'utf8');
// What is imported for its types alone is gone by the time the code runs.
const importsOf = (file: string) =>
  [...source(file).matchAll(/(?:^|\n)(?:import|export) (?!type )[^;]*?from '([^']+)'|(?:^|\n)import '([^']+)'/g)].map(
    ([, from, bare]) => from ?? bare ?? '',
  );
const inside = (file: string, target: string) => relative(root, resolve(root, dirname(file), target)).replaceAll('\\', '/');

/** Every file that a file needs when it runs, itself too, through whatever it imports. */
const filesOf = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const target of importsOf(file)) if (target.startsWith('.')) filesOf(inside(file, target), seen);
  return seen;
};

/** Every package that a file needs when it runs, through whatever it imports. */
const packagesOf = (file: string): string[] =>
  [...filesOf(file)].flatMap((each) =>
    importsOf(each)
      .filter((target) => !target.startsWith('.'))
      .map((target) => `${target} (in ${each})`),
  );

const pureFiles = files('functions/**/*.ts').filter(
  (file) => /^functions\/(decision|rules)\//.test(file) || /\.(rules|schema)\.ts$/.test(file),
);
const productFiles = files('functions/**/*.{ts,tsx}');

describe('The rules of the council stand apart from the machine they run on', () => {
  it('finds the pure files it is to guard', () => {
    expect(pureFiles.length).toBeGreaterThan(40);
  });

  it.each(pureFiles)('%s needs nothing but other rules, zod and a hash', (file) => {
    expect(packagesOf(file).filter((name) => !/^(zod\/\S+|@noble\/hashes\/\S+) /.test(name))).toEqual([]);
  });

  it.each(pureFiles)('%s never asks a clock or chance', (file) => {
    expect(source(file)).not.toMatch(/Date\.now|new Date\(\)|Math\.random|process\.|crypto\.random/);
  });

  it('reads the time in one place only', () => {
    const readers = productFiles.filter((file) => /Date\.now\(|new Date\(\)/.test(source(file)));
    expect(readers).toEqual(['functions/platform/clock.ts']);
  });
});

describe('Every file keeps to its room', () => {
  it.each(files('functions/**/*.handler.ts'))('%s is an entry of forty lines or fewer', (file) => {
    expect(source(file).trimEnd().split('\n').length).toBeLessThanOrEqual(40);
  });

  it.each([...productFiles, ...files('{bin,lib}/**/*.ts')].filter((file) => !file.endsWith('.css.ts')))(
    '%s is at most 200 lines long',
    (file) => {
      expect(source(file).trimEnd().split('\n').length).toBeLessThanOrEqual(200);
    },
  );

  it('does something by being imported in no file but those that package.json names: a bundle leaves any other out where nothing of it is used', () => {
    const imported = productFiles.flatMap((file) =>
      [...source(file).matchAll(/^import '([^']+)'/gm)].map(([, target = '']) => `./${inside(file, target)}`),
    );
    expect([...new Set(imported)].sort()).toEqual(JSON.parse(source('package.json')).sideEffects);
  });

  it('scans no table', () => {
    expect(productFiles.filter((file) => /ScanCommand|dynamodb:Scan/.test(source(file)))).toEqual([]);
  });

  it('names no file utils, helpers or manager', () => {
    expect([...productFiles, ...files('{bin,lib}/**/*.ts')].filter((file) => /util|helper|manager/.test(file))).toEqual([]);
  });
});

describe('Tests are facts', () => {
  const tests = files('test/**/*.test.{ts,tsx}').filter((file) => file !== 'test/architecture.test.ts');

  it.each(tests)('%s patches no module and leaves nothing out', (file) => {
    expect(source(file)).not.toMatch(/vi\.mock\(|\b(it|test|describe)\.(only|skip|todo)\(/);
  });

  it.each(mutation.test?.include?.flatMap(files) ?? [])('%s judges the pure core with nothing that is built around it', (file) => {
    expect([...filesOf(file)].filter((each) => !/^(functions|seeds|test)\//.test(each))).toEqual([]);
  });

  it.each(tests)('%s says what is, not what should be', (file) => {
    expect(source(file)).not.toMatch(/\b(it|test)(\.each\([^)]*\))?\(\s*['"`]should\b/);
  });
});

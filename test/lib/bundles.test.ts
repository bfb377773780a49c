import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { retraced } from '../../bin/trace/retraced.ts';
import { bundleFunctions } from '../../lib/bundles.ts';
import { bundleFiles, bytesOf } from '../../lib/bundle-files.ts';
import { presentFunctions } from '../../lib/functions.ts';
import { repository } from './stacks.ts';

const { present } = presentFunctions(repository);
const outdir = mkdtempSync(join(tmpdir(), 'clear-days-sizes-'));
const built = await bundleFunctions(repository, present, outdir);
afterAll(() => rmSync(outdir, { recursive: true }));

const atStart = (name: string) => bundleFiles(built, name).start;
const everything = (name: string): string[] =>
  Object.values(bundleFiles(built, name))
    .flat()
    .flatMap(({ inputs }) => inputs);
const has = (name: string, part: string): boolean => atStart(name).some(({ inputs }) => inputs.some((input) => input.includes(part)));

// The goal is 420 kB, as a function starts. None may grow unseen.
const mostBytes = (name: string): number => {
  // The page behind a link shows the whole report, by every rule says whether it still can be answered, and reads the key of the links.
  if (name === 'respond') return 470_500;
  // Every letter there is, what draws and composes it, and the clients of both SES and the key of the links.
  return name === 'send-emails' ? 496_500 : 420_000;
};

describe('What a function is made of', () => {
  it.each(present.map(({ name }) => name))('%s is no larger than what it does needs', (name) => {
    expect(bytesOf(atStart(name))).toBeLessThanOrEqual(mostBytes(name));
  });

  it.each(present.map(({ name }) => name))('%s carries no way to credentials but the one that Lambda has', (name) => {
    expect(
      everything(name).filter((input) =>
        /@aws-sdk\/credential-provider-|@smithy\/credential-provider-imds|@aws-sdk\/nested-clients/.test(input),
      ),
    ).toEqual([]);
  });

  it.each(present.map(({ name }) => name))('%s lacks nothing of the SDK that it could come to need', (name) => {
    const inputs = everything(name);
    const streams = inputs.filter(
      (input) =>
        /@aws-sdk\/client-[^/]+\/dist-es\/schemas\//.test(input) && readFileSync(join(repository, input), 'utf8').includes('streaming'),
    );
    const discovers = inputs.filter(
      (input) =>
        /@aws-sdk\/client-[^/]+\/dist-es\//.test(input) &&
        /getEndpointDiscoveryPlugin|endpointCache/.test(readFileSync(join(repository, input), 'utf8')),
    );
    // Of a client's package.json the bundle has the version and nothing else.
    const asks = inputs
      .filter((input) => /@aws-sdk\/client-.*\.js$/.test(input))
      .flatMap((input) => readFileSync(join(repository, input), 'utf8').match(/packageInfo\.(?!version\b)\w+/g) ?? []);
    expect({ streams, discovers, asks }).toEqual({ streams: [], discovers: [], asks: [] });
  });

  it.each(present.map(({ name, splits }) => [name, splits] as const))(
    '%s has what it imports later in a file of its own, and is said to split only where there is one',
    (name, splits) => {
      const later = everything(name).flatMap(
        (input) =>
          built.inputs[input]?.imports.filter(
            ({ kind, path, external }) => kind === 'dynamic-import' && !external && path.startsWith('functions/'),
          ) ?? [],
      );
      expect([later.length > 0, bundleFiles(built, name).later.length]).toEqual([
        splits === true,
        new Set(later.map(({ path }) => path)).size,
      ]);
    },
  );

  it.each(present.map(({ name }) => name).filter((name) => has(name, 'functions/rules/text.schema.ts')))(
    '%s tells what is wrong in English, and not as “Invalid input”',
    (name) => {
      expect(has(name, 'zod/v4/locales/en.js')).toBe(true);
    },
  );
});

describe('A stack trace of a bundle', () => {
  it('is read back to our own file and line, where our own words stand', async () => {
    const [spec] = present.filter(({ name }) => name === 'submit-proposal');
    const mapped = join(outdir, 'mapped');
    await bundleFunctions(repository, spec ? [spec] : [], mapped, 'maps');
    const bundle = readFileSync(join(mapped, 'submit-proposal', 'index.mjs'), 'utf8');
    expect(bundle).toBe(readFileSync(join(outdir, 'submit-proposal', 'index.mjs'), 'utf8'));
    const before = bundle.slice(0, bundle.indexOf('This Idempotency-Key was used')).split('\n');
    const trace = `Error: x\n    at Kn (file:///var/task/index.mjs:${before.length}:${(before.at(-1)?.length ?? 0) + 1})\n    at node:internal/process:1:2`;
    const [, place = '', line] = /\((.+?):(\d+):\d+\)/.exec(retraced(trace, repository, join(mapped, 'submit-proposal'))) ?? [];
    expect(place).toBe('functions/platform/store/saved-answer.ts');
    expect(readFileSync(join(repository, place), 'utf8').split('\n')[Number(line) - 1]).toContain('This Idempotency-Key was used');
  });

  it('is read back in a file that is loaded later too, whose bytes are likewise the same', async () => {
    const mapped = join(outdir, 'mapped');
    await bundleFunctions(
      repository,
      present.filter(({ name }) => name === 'print-record'),
      mapped,
      'maps',
    );
    for (const { name } of Object.values(bundleFiles(built, 'print-record')).flat())
      expect(readFileSync(join(mapped, 'print-record', name)).equals(readFileSync(join(outdir, 'print-record', name))), name).toBe(true);
    const before =
      readFileSync(join(mapped, 'print-record/record-pdf.mjs'), 'utf8').split('"Notice of a proposed decision"')[0]?.split('\n') ?? [];
    expect(
      retraced(`at (file:///var/task/record-pdf.mjs:${before.length}:${before.at(-1)?.length})`, repository, join(mapped, 'print-record')),
    ).toMatch(/functions\/record\/print\/[\w-]+\.tsx?:\d+:\d+/);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleFunctions } from '../../lib/bundles.ts';
import { presentFunctions } from '../../lib/functions.ts';
import { repository } from './stacks.ts';

const { present } = presentFunctions(repository);
const outdir = mkdtempSync(join(tmpdir(), 'clear-days-sizes-'));
const { outputs } = bundleFunctions(repository, present, outdir);
afterAll(() => rmSync(outdir, { recursive: true }));

const built = (name: string) => Object.entries(outputs).find(([file]) => file.endsWith(`/${name}/index.mjs`))?.[1];
const has = (name: string, part: string): boolean => Object.keys(built(name)?.inputs ?? {}).some((input) => input.includes(part));

// The goal is 420 kB, which whatever reads a decision misses by zod's schemas and the SDK; docs/performance.md says why. None may grow unseen.
const mostBytes = (name: string): number => {
  if (has(name, '/pdfkit/')) return 1_450_000;
  if (has(name, '/nodemailer/')) return 920_000;
  if (has(name, 'functions/contract/') && has(name, '/zod/')) return 690_000;
  return has(name, 'functions/decision/') ? 570_000 : 420_000;
};

describe('What a function is made of', () => {
  it.each(present.map(({ name }) => name))('%s is no larger than what it does needs', (name) => {
    expect(built(name)?.bytes).toBeLessThanOrEqual(mostBytes(name));
  });

  it.each(present.map(({ name }) => name))('%s carries no way to credentials but the one that Lambda has', (name) => {
    expect(Object.keys(built(name)?.inputs ?? {}).filter((input) => /@aws-sdk\/credential-provider-|@smithy\/credential-provider-imds|@aws-sdk\/nested-clients/.test(input))).toEqual([]);
  });
});

import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleDirectory, bundleFunctions } from '../../lib/bundles.ts';
import { catalogue, presentFunctions } from '../../lib/functions.ts';
import { repository, synthesiseStacks } from './stacks.ts';

describe('the catalogue', () => {
  it('has every handler file, and every function has its file', () => {
    const files = globSync('**/*.handler.{ts,tsx}', { cwd: join(repository, 'functions') });
    expect([...files].sort()).toEqual(catalogue.map((spec) => spec.entry).sort());
  });

  it('says in a sentence what each function is for and what the council loses without it', () => {
    for (const { purpose, impact } of catalogue) for (const sentence of [purpose, impact]) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
});

describe('what is deployed', async () => {
  const { present } = presentFunctions(repository);
  const outdir = mkdtempSync(join(tmpdir(), 'clear-days-bundles-'));
  afterAll(() => rmSync(outdir, { recursive: true }));
  await bundleFunctions(repository, present, outdir);

  it.each(present.map((spec) => spec.name))('%s knows nothing of the local runner', (name) => {
    const directory = bundleDirectory(outdir, name);
    const bundle = readdirSync(directory)
      .map((file) => readFileSync(join(directory, file), 'utf8'))
      .join('\n');
    expect(bundle).not.toContain('_local');
    expect(bundle).not.toContain('AWS_ENDPOINT_URL_DYNAMODB');
  });

  it('has no route of the local runner', () => {
    const { record, process } = synthesiseStacks();
    expect(JSON.stringify([record.toJSON(), process.toJSON()])).not.toContain('_local');
  });
});

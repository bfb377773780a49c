import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vitest/config';

// Lambda runs in UTC, so tests do: a date read in the machine's zone by mistake is wrong here as it would be there.
process.env.TZ = 'UTC';

const suffix = '?as-text';

/** Imports style sheets and pictures as text, as the bundles do. */
const filesAsText: Plugin = {
  name: 'files-as-text',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!importer || !/\.(css|svg)$/.test(source)) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    const file = found?.id.split('?')[0] ?? resolve(dirname(importer), source);
    return `\0text:${Buffer.from(file).toString('base64url')}${suffix}`;
  },
  load(id) {
    if (!id.startsWith('\0text:')) return null;
    const file = Buffer.from(id.slice('\0text:'.length, -suffix.length), 'base64url').toString();
    return `export default ${JSON.stringify(readFileSync(file, 'utf8'))};`;
  },
};

export default defineConfig({
  plugins: [filesAsText],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Tests that synthesise the stacks or start DynamoDB Local take seconds on a machine of two cores.
    testTimeout: 60_000,
    // Tests of the whole system wait more than they work, so three files go at once even on two cores.
    maxWorkers: 3,
    hookTimeout: 120_000,
    env: { TZ: 'UTC', POWERTOOLS_LOG_LEVEL: 'SILENT' },
    globalSetup: ['test/platform/dynamodb-local.ts', 'test/assembly.ts'],
    // CommonJS packages look to a test as they look to Node.
    deps: { interopDefault: false },
  },
});

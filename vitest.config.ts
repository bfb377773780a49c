import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { configDefaults, defineConfig, type Plugin } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Lambda runs in UTC, so tests do: a date read in the machine's zone by mistake is wrong here as it would be there.
process.env.TZ = 'UTC';

const suffix = '?as-bundled';

/** Imports style sheets and pictures as text and fonts as bytes, as the bundles do. */
const filesAsBundled: Plugin = {
  name: 'files-as-bundled',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!importer || !/\.(css|svg|ttf)$/.test(source)) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    const file = found?.id.split('?')[0] ?? resolve(dirname(importer), source);
    return `\0file:${Buffer.from(file).toString('base64url')}${suffix}`;
  },
  load(id) {
    if (!id.startsWith('\0file:')) return null;
    const file = Buffer.from(id.slice('\0file:'.length, -suffix.length), 'base64url').toString();
    if (file.endsWith('.ttf'))
      return `export default Uint8Array.from(atob('${readFileSync(file, 'base64')}'), (byte) => byte.charCodeAt(0));`;
    return `export default ${JSON.stringify(readFileSync(file, 'utf8'))};`;
  },
};

const longest = [
  'test/decision/model.property.test.ts',
  'test/browser/',
  'test/system/',
  'test/security/',
  'test/alert/register-alerts',
  'test/search/',
  'test/platform/numbers',
  'test/seeds/',
];
const rank = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((path) => moduleId.includes(path));
  return place < 0 ? longest.length : place;
};

/** What takes minutes begins first, so that no long story is begun when everything else is done. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

const all = 'test/**/*.test.{ts,tsx}';
/** Those that set variables, stand in for AWS or start a system: nobody else may see what they did. */
const alone = [
  ...['local', 'browser', 'system', 'reliability', 'security'].map((folder) => `test/${folder}/**/*.test.{ts,tsx}`),
  'test/platform/{platform,command-handler,correlation}.test.ts',
  'test/email/sending*.test.ts',
  'test/lib/alarms.test.ts',
  'test/link/{respond.handler,link-secrets}.test.ts',
  'test/register/public-store.test.ts',
];

/** Stories of minutes, outside the five that `npm test` may take: `npm run test:long`. */
const long = [
  'test/system/law/**/*.test.ts',
  'test/system/{who-may,numbers,public,contracts,sender,client}.test.ts',
  'test/browser/{desk,desk-forms,gallery-wide,pages,subscription}.test.ts',
  'test/security/running-system.test.ts',
  'test/reliability/midway.test.ts',
  'test/keeping/{broken-off,held-meanwhile,hold,hold-command,mistyped,restore,retain-command,three-councils}.test.ts',
  'test/search/search-cost.test.ts',
];
const others = configDefaults.exclude;

export default defineConfig({
  plugins: [filesAsBundled],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    sequence: { sequencer: LongestFirst },
    // Tests that synthesise the stacks or start DynamoDB Local take seconds on a machine of two cores.
    testTimeout: 180_000,
    // Tests of the whole system wait more than they work, so four files go at once even on two cores.
    maxWorkers: 4,
    hookTimeout: 120_000,
    env: { TZ: 'UTC', POWERTOOLS_LOG_LEVEL: 'SILENT' },
    globalSetup: ['test/platform/dynamodb-local.ts', 'test/assembly.ts'],
    // CommonJS packages look to a test as they look to Node.
    deps: { interopDefault: false },
    projects: [
      { extends: true, test: { name: 'alone', include: alone, exclude: [...others, ...long] } },
      { extends: true, test: { name: 'together', include: [all], exclude: [...others, ...alone, ...long], isolate: false } },
      { extends: true, test: { name: 'long', include: long } },
    ],
  },
});

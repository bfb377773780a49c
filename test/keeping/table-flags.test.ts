import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

it.each([
  ['the region that the shell is set to, as after a region is lost', 'eu-west-1', 'eu-west-1'],
  ['London’s where the shell says none', undefined, 'eu-west-2'],
])('A command over a table looks for it in %s', async (_what, said, expected) => {
  vi.stubEnv('AWS_REGION', said);
  vi.resetModules();
  const { tableFlags, tableOf } = await import('../../bin/keeping/table-flags.ts');
  const { client } = tableOf({ table: 'decisions', region: tableFlags.region.default }, 'Say which table');
  expect(await client.config.region()).toBe(expected);
});

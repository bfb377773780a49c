import { defineConfig } from 'vitest/config';

process.env.TZ = 'UTC';

// Those without a table among the tests of contracts and of codes, whose names do not say it.
const pure = [
  'test/contract/{contract,contract-dates,contract-view,deciding-adversary,from-decision,key-adversary,names-known,same-decision}.test.ts',
  'test/procurement/{change-notices,draft-proposal,latest-safe-start,next-path,notices,notices-adversary,notices-law,spent-adversary,stage-length,standstill}.test.ts',
  'test/alert/{alert-ladder,alerts-adversary,digest}.test.ts',
  'test/determination/derived-code.test.ts',
];

// Only what judges the pure core: no database, no bundles, and not the model, whose random walks would be run for every mutant.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // One part alone: MUTATION_TESTS='test/rules/**/*.test.ts' npm run mutation -- --mutate 'functions/rules/*.ts'
    include: process.env.MUTATION_TESTS?.split(' ') ?? [
      'test/rules/**/*.test.ts',
      'test/decision/**/*.test.ts',
      'test/*/*.rules.test.ts',
      ...pure,
    ],
    exclude: ['test/decision/model.property.test.ts'],
    env: { TZ: 'UTC' },
    // Counting which test reaches which change makes each slower: on a busy machine those over all inputs take more than five seconds.
    testTimeout: 60_000,
    // Nothing in the pure core keeps anything between tests, and a fresh worker for each file would take longer than the tests.
    isolate: false,
    deps: { interopDefault: false },
  },
});

import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../vitest.config.ts';

/** Measurements, run by hand: `npx vitest run --config bench/vitest.config.ts`. */
export default mergeConfig({ ...base, test: { ...base.test, include: [] } }, defineConfig({ test: { include: ['bench/**/*.bench.ts'] } }));

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asynchronous } from './functions/asynchronous.ts';
import { contracts } from './functions/contracts.ts';
import { desk } from './functions/desk.ts';
import { linked } from './functions/linked.ts';
import { proposals } from './functions/proposals.ts';
import { publicReads } from './functions/public-reads.ts';
import type { FunctionSpec } from './functions/spec.ts';

/** Every Lambda there is. A handler that is not here is not deployed, and a test says so. */
export const catalogue: readonly FunctionSpec[] = [...proposals, ...linked, ...contracts, ...desk, ...publicReads, ...asynchronous];

/** The catalogue's functions whose entry file stands under `root`, and the names of those left out. */
export function presentFunctions(root: string): { present: FunctionSpec[]; absent: string[] } {
  const stands = (spec: FunctionSpec) => existsSync(join(root, 'functions', spec.entry));
  return {
    present: catalogue.filter(stands),
    absent: catalogue.filter((spec) => !stands(spec)).map((spec) => spec.name),
  };
}

import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A place for the assembly that every system started in this run of tests shares: the code is the same, so it is synthesised once. */
export default function setup(): (() => void) | undefined {
  if (process.env.SHARED_ASSEMBLY) return undefined;
  const directory = mkdtempSync(join(tmpdir(), 'clear-days-assembly-'));
  process.env.SHARED_ASSEMBLY = join(directory, 'assembly');
  return () => {
    for (const made of globSync(`${directory}*`)) rmSync(made, { recursive: true, force: true });
  };
}

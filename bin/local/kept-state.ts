import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const keptSchema = z.object({ linkSecret: z.string(), clock: z.optional(z.iso.datetime()) });
export type KeptState = z.infer<typeof keptSchema>;

/** What must stand beside a kept table: the key its links were signed with, and how far the clock had come. */
export class KeptStateFile {
  private readonly file: string | undefined;

  constructor(data: string | undefined) {
    if (data) mkdirSync(data, { recursive: true });
    this.file = data ? join(data, 'clear-days.json') : undefined;
  }

  read(): KeptState | undefined {
    return this.file && existsSync(this.file) ? keptSchema.parse(JSON.parse(readFileSync(this.file, 'utf8'))) : undefined;
  }

  write(state: KeptState): void {
    if (this.file) writeFileSync(this.file, `${JSON.stringify(state, null, 2)}\n`);
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { readSettings, type Settings } from './settings.ts';

// It stands in the names of functions, which Lambda lets be 64 letters long, and of stacks.
const name = z
  .string()
  .check(
    z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Name an environment in small letters, digits and hyphens, such as kent-live'),
    z.maxLength(24),
  );
const fileSchema = z.record(name, z.unknown());

const read = (each: string, given: unknown): Settings => {
  try {
    return readSettings(given);
  } catch (fault) {
    throw new Error(`environments.json, ${each}: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
};

/** Every environment of environments.json by its name; throws, naming the environment and each fault, where one is not complete. */
export function readEnvironments(root: string): Record<string, Settings> {
  const file = fileSchema.safeParse(JSON.parse(readFileSync(join(root, 'environments.json'), 'utf8')));
  if (!file.success) throw new Error(`environments.json: ${z.prettifyError(file.error)}`);
  return Object.fromEntries(Object.entries(file.data).map(([each, given]) => [each, read(each, given)]));
}

/** The environments asked for by name, several with commas between them; throws where there is none of a name, and says which there are. */
export function chosenEnvironments(root: string, asked: string): [string, Settings][] {
  const all = readEnvironments(root);
  return asked.split(',').map((each) => {
    const settings = all[each.trim()];
    if (!settings)
      throw new Error(`There is no environment "${each.trim()}" in environments.json. There are: ${Object.keys(all).join(', ')}.`);
    return [each.trim(), settings];
  });
}

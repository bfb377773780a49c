import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

const place = /(?:file:\/\/)?[\w./-]*?([\w-]+\.mjs):(\d+):(\d+)/g;

const mapOf = (file: string): SourceMap | null => (existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : null);

/**
 * A stack trace of one bundle as it stands in the log, with files below `root` and their lines where it had places in the bundle's files.
 * What the maps in `bundle` do not know stays.
 */
export function retraced(trace: string, root: string, bundle: string): string {
  return trace.replace(place, (whole, name: string, line: string, column: string) => {
    const file = join(bundle, `${name}.map`);
    const found = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    return found && 'originalSource' in found
      ? `${relative(root, resolve(dirname(file), found.originalSource))}:${found.originalLine + 1}:${found.originalColumn + 1}`
      : whole;
  });
}

import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

const place = /(?:file:\/\/)?[\w./-]*index\.mjs:(\d+):(\d+)/g;

/** A stack trace of one bundle as it stands in the log, with files below `root` and their lines where it had places in the bundle. What the map in `bundle` does not know stays. */
export function retraced(trace: string, root: string, bundle: string): string {
  const file = join(bundle, 'index.mjs.map');
  const map = new SourceMap(JSON.parse(readFileSync(file, 'utf8')));
  return trace.replace(place, (whole, line: string, column: string) => {
    const found = map.findEntry(Number(line) - 1, Number(column) - 1);
    return 'originalSource' in found ? `${relative(root, resolve(dirname(file), found.originalSource))}:${found.originalLine + 1}:${found.originalColumn + 1}` : whole;
  });
}

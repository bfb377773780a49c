import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Tells the code that prints which printer it is, by the hash of all that the printer is bundled from: fonts, writer and words. What prints
 * otherwise is another printer, so a PDF can be known by its tag before it is printed.
 */
export const namingPrinter = (functions: string): Plugin => ({
  name: 'naming-printer',
  setup: ({ initialOptions, onLoad }) => {
    const { plugins, ...options } = initialOptions;
    onLoad({ filter: /[\\/]functions[\\/]record[\\/]print[\\/]printer\.ts$/ }, async () => {
      const others = plugins?.filter(({ name }) => name !== 'naming-printer') ?? [];
      const { outputFiles } = await build({
        ...options,
        plugins: others,
        entryPoints: [join(functions, 'record/print/record-pdf.ts')],
        splitting: false,
        sourcemap: false,
        write: false,
      });
      const hash = createHash('sha256')
        .update(outputFiles[0]?.contents ?? '')
        .digest('base64url');
      return { contents: `export const printer = ${JSON.stringify(hash)};`, loader: 'ts' };
    });
  },
});

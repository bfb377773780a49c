import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { namingPrinter } from '../../lib/naming-printer.ts';

const root = mkdtempSync(join(tmpdir(), 'clear-days-printer-'));
afterAll(() => rmSync(root, { recursive: true }));
const functions = join(root, 'functions');
mkdirSync(join(functions, 'record/print'), { recursive: true });
const write = (file: string, text: string): void => writeFileSync(join(functions, 'record/print', file), text);

/** What a function that prints by this code, in this font, takes its printer for. */
const printerOf = async (code: string, font: string): Promise<string> => {
  write('font.txt', font);
  write('record-pdf.ts', `import font from './font.txt'; export const recordPdf = () => font + ${JSON.stringify(code)};`);
  write('printer.ts', "export const printer = 'not bundled';");
  write('print.ts', "import { printer } from './printer.ts'; globalThis.printer = printer;");
  const { outputFiles } = await build({
    entryPoints: [join(functions, 'record/print/print.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    minify: true,
    loader: { '.txt': 'text' },
    plugins: [namingPrinter(functions)],
  });
  return /"([\w-]{43})"/.exec(outputFiles[0]?.text ?? '')?.[1] ?? expect.fail('It has no name');
};

describe('The name of a printer', () => {
  it('is the same of the same code and fonts, and another when either prints otherwise', async () => {
    const name = await printerOf('one', 'a font');
    expect(await printerOf('one', 'a font')).toBe(name);
    expect(await printerOf('two', 'a font')).not.toBe(name);
    expect(await printerOf('one', 'another font')).not.toBe(name);
  });
});

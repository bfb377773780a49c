import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { compile } from 'sass';

type Sheet = 'page' | 'desk';

const folderOf = (sheet: Sheet): URL => new URL(`../functions/${sheet}/`, import.meta.url);
const frontend = new URL('../node_modules/govuk-frontend/dist', import.meta.url);

const compiled = (sheet: Sheet): string => {
  const { css } = compile(new URL('styles.scss', folderOf(sheet)).pathname, {
    style: 'compressed',
    loadPaths: [frontend.pathname],
    quietDeps: true,
  });
  // Every property is defined in the sheet of the pages: defined again after it they would undo its dark mode, and the fallbacks that
  // GOV.UK Frontend writes beside each use are dead weight.
  const own = sheet === 'page' ? css : css.replaceAll(/:root\{[^}]*\}/g, '');
  return `${own.replace(/^\uFEFF/, '').replace(/var\((--govuk-[a-z-]+), ?#[0-9a-f]+\)/g, 'var($1)')}\n`;
};

// A module of text rather than a .css file: Node, esbuild and vitest all import it without being told how.
const asModule = (css: string): string => {
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 16);
  return `// Made by bin/styles.ts from styles.scss; do not edit.\nexport const hash = '${hash}';\nexport const css = ${JSON.stringify(css)};\n`;
};

/** The text of a folder's styles.css.ts when made afresh from its styles.scss: of every page, or of the desk besides. */
export const stylesModule = (sheet: Sheet = 'page'): string => asModule(compiled(sheet));

const run = (sheet: Sheet, check: boolean): void => {
  const target = new URL('styles.css.ts', folderOf(sheet));
  if (!check) writeFileSync(target, stylesModule(sheet));
  if (readFileSync(target, 'utf8') === stylesModule(sheet)) return;
  console.error(`functions/${sheet}/styles.css.ts differs from styles.scss: run node bin/styles.ts`);
  process.exitCode = 1;
};

if (import.meta.main) for (const sheet of ['page', 'desk'] as const) run(sheet, process.argv.includes('--check'));

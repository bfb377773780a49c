import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { compile } from 'sass';

const folder = new URL('../functions/page/', import.meta.url);
const frontend = new URL('../node_modules/govuk-frontend/dist', import.meta.url);

const compiled = (): string => {
  const { css } = compile(new URL('styles.scss', folder).pathname, { style: 'compressed', loadPaths: [frontend.pathname], quietDeps: true });
  // Every property is defined in this very sheet, so the fallbacks that GOV.UK Frontend writes beside each use are dead weight.
  return `${css.replace(/^\uFEFF/, '').replace(/var\((--govuk-[a-z-]+), ?#[0-9a-f]+\)/g, 'var($1)')}\n`;
};

// A module of text rather than a .css file: Node, esbuild and vitest all import it without being told how.
const asModule = (css: string): string => {
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 16);
  return `// Made by bin/styles.ts from styles.scss; do not edit.\nexport const hash = '${hash}';\nexport const css = ${JSON.stringify(css)};\n`;
};

/** The text of functions/page/styles.css.ts when made afresh from styles.scss. */
export const stylesModule = (): string => asModule(compiled());

const run = (check: boolean): void => {
  const target = new URL('styles.css.ts', folder);
  if (!check) writeFileSync(target, stylesModule());
  if (readFileSync(target, 'utf8') === stylesModule()) return;
  console.error('functions/page/styles.css.ts differs from styles.scss: run node bin/styles.ts');
  process.exitCode = 1;
};

if (import.meta.main) run(process.argv.includes('--check'));

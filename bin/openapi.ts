import { readFileSync, writeFileSync } from 'node:fs';
import { openApi } from '../functions/api/open-api.ts';

// node bin/openapi.ts writes docs/openapi.json from the schemas; with --check it says whether the file is as they are.
const path = new URL('../docs/openapi.json', import.meta.url);
const made = `${JSON.stringify(openApi(), null, 1)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(path, made);
} else if (readFileSync(path, 'utf8') !== made) {
  console.error('docs/openapi.json is not what the schemas say. Run: npm run openapi');
  process.exit(1);
}

// The typed client is made of the same schemas, so whoever changes one changes both.
await import('./client.ts');

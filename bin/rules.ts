import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

// node bin/rules.ts lists in docs/rules.json every rule by which something is refused, with its source, from the code that refuses; --check
// compares.
const root = resolve(import.meta.dirname, '..');
const path = resolve(root, 'docs/rules.json');

const files = globSync('functions/**/*.ts', { cwd: root }).sort();
const everything = files.map((file) => readFileSync(resolve(root, file), 'utf8')).join('\n');

// What is refused under one source or another, by a table or by a function, is listed under each of them.
const anyOf = (name: string): string => {
  const [made = ''] = new RegExp(`const ${name} = [^]*?\\n\\};`).exec(everything) ?? [];
  const tables = [...made.matchAll(/\b(\w+)\[/g)].map(([, table = '']) => anyOf(table));
  const sources = [...tables, ...[...made.matchAll(/'((?:Reg|Local|Council) [^']+)'/g)].map(([, source = '']) => source)];
  if (sources.length === 0) throw new Error(`No source is found of a rule that is refused under "${name}"`);
  return [...new Set(sources)].join('; ');
};

const constant = (text: string, name: string): string => new RegExp(`const ${name} = '([^']+)'`).exec(text)?.[1] ?? anyOf(name);

const rulesIn = (file: string): { rule: string; source: string; stage: string }[] => {
  const text = readFileSync(resolve(root, file), 'utf8');
  const stage = file.split('/')[1] ?? '';
  return [...text.matchAll(/refuse\(\s*'([a-z0-9-]+)',\s*(?:'([^']+)'|([\w.?]+(?: \?\? '[^']+')?))/g)].map(
    ([, rule = '', words, name = '']) => ({
      rule,
      source:
        words ??
        (name.includes("'")
          ? (/'([^']+)'/.exec(name)?.[1] ?? '')
          : name === 'rule.source'
            ? 'The council’s own rule in its settings'
            : constant(text, name)),
      stage,
    }),
  );
};

const found = files.flatMap(rulesIn);
const unique = [...new Map(found.map((each) => [each.rule, each])).values()].sort((a, b) => (a.rule < b.rule ? -1 : 1));
const made = `${JSON.stringify(unique, null, 1)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(path, made);
} else if (readFileSync(path, 'utf8') !== made) {
  console.error('docs/rules.json is not what the code refuses by. Run: npm run rules');
  process.exit(1);
}

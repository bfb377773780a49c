import { readFileSync, writeFileSync } from 'node:fs';
import { follows, transitions } from '../functions/decision/transitions.ts';

// node bin/process-picture.ts draws the process in the README from the transition table; with --check it says whether they agree.
const readme = new URL('../README.md', import.meta.url);
const marks = ['<!-- process -->', '<!-- /process -->'] as const;

const arrows = new Map<string, string[]>();
for (const [from, commands] of Object.entries(transitions)) {
  for (const [command, targets] of Object.entries(commands)) {
    for (const to of targets.filter((target: string) => target !== from)) {
      const key = `${from} --> ${to}`;
      arrows.set(key, [...(arrows.get(key) ?? []), command.replaceAll('-', ' ')]);
    }
  }
}

const ofItself = Object.entries(follows).flatMap(([from, targets]) =>
  Object.entries(targets).map(([to, when]) => `  ${from} --> ${to}: ${when}`),
);

const lines = [...arrows].map(([arrow, commands]) => `  ${arrow}: ${commands.join(', ')}`);
const picture = [
  '```mermaid',
  'stateDiagram-v2',
  '  direction TB',
  '  [*] --> draft: draft proposal',
  '  [*] --> effective: import decision',
  ...lines,
  ...ofItself,
  '```',
].join('\n');

const text = readFileSync(readme, 'utf8');
const [before, rest] = text.split(marks[0]);
const after = rest?.split(marks[1])[1];
if (before === undefined || after === undefined) throw new Error('The README has lost the marks around the picture of the process');
const made = `${before}${marks[0]}\n${picture}\n${marks[1]}${after}`;

if (!process.argv.includes('--check')) {
  writeFileSync(readme, made);
} else if (made !== text) {
  console.error('The picture of the process in README.md is not what the transition table says. Run: npm run picture');
  process.exit(1);
}

import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ticks } from '../functions/platform/clock.ts';

// npm run check: types, lint, generated files, rules and structure, all at once. npm test does it all from the beginning, and the rest.
const root = join(import.meta.dirname, '..');
const cache = join(root, 'node_modules/.cache');
mkdirSync(cache, { recursive: true });

const steps: Record<string, string[]> = {
  // What has not changed since the last time is not looked at again.
  types: ['tsc', '-p', 'tsconfig.json', '--noEmit', '--incremental', '--tsBuildInfoFile', join(cache, 'types.tsbuildinfo')],
  'pure types': [
    'tsc',
    '-p',
    'tsconfig.pure.json',
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    join(cache, 'pure-types.tsbuildinfo'),
  ],
  lint: ['biome', 'check', '--error-on-warnings', '.'],
  'generated files': ['npm', 'run', '--silent', 'drift'],
  // The lives of thousands of decisions take as long as all the rest together, and are lived in npm test.
  rules: [
    'vitest',
    'run',
    'test/rules',
    'test/decision/decide',
    'test/decision/history',
    'test/decision/matrix',
    'test/decision/transitions',
    'test/architecture.test.ts',
  ],
};

// None of these tests stores anything, so no database is started for them.
const environment = {
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
  DYNAMODB_ENDPOINT: 'http://127.0.0.1:9',
};

const run = (name: string, [command = '', ...given]: string[]): Promise<boolean> =>
  new Promise((done) => {
    const began = ticks();
    let said = '';
    const child = spawn(command, given, { cwd: root, env: environment });
    const hear = (words: Buffer) => {
      said += words.toString();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', (code) => {
      console.log(
        `${code === 0 ? 'holds ' : 'FAILED'} ${name}, ${((ticks() - began) / 1000).toFixed(1)} s${code === 0 ? '' : `\n${said}`}`,
      );
      done(code === 0);
    });
  });

const began = ticks();
const held = await Promise.all(Object.entries(steps).map(([name, words]) => run(name, words)));
console.log(
  `${held.every(Boolean) ? 'All holds' : 'Not all holds'}, ${((ticks() - began) / 1000).toFixed(1)} s on ${availableParallelism()} cores`,
);
process.exit(held.every(Boolean) ? 0 : 1);

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { catalogue } from '../../lib/functions.ts';
import { repository, synthesiseStacks } from './stacks.ts';

const read = (file: string): string => readFileSync(join(repository, file), 'utf8');
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(repository, 'docs')).map((each) => `docs/${each}`)].filter((each) =>
  each.endsWith('.md'),
);

// As GitHub makes one of a heading.
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .trim()
    .replaceAll(/\s/g, '-');
const anchorsOf = (file: string): string[] => [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchor(heading ?? ''));

const leadsNowhere = (page: string, to: string): boolean => {
  const [path = '', at] = to.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  return !existsSync(join(repository, file)) || (at !== undefined && !anchorsOf(file).includes(at));
};

describe.each(pages)('%s', (page) => {
  const text = read(page);

  it('has no link that leads nowhere', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to ?? '').filter((to) => !/^[a-z]+:/.test(to));
    expect(links.filter((to) => leadsNowhere(page, to))).toEqual([]);
  });

  it('asks for no command that is not there', () => {
    const asked = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(asked.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

describe('The runbook', () => {
  const runbook = read('docs/runbook.md');

  it('names no function, output or stack that is not deployed', () => {
    const { record } = synthesiseStacks();
    const named = [...runbook.matchAll(/clear-days-ENV-([a-z-]+[a-z])/g)].map(([, name]) => name ?? '');
    const there = new Set([...catalogue.map(({ name }) => name), 'record', 'process', 'watch', 'nightly']);
    expect(named.filter((name) => !there.has(name))).toEqual([]);
    const outputs = Object.keys(record.findOutputs('*'));
    expect(['TableName', 'LinkSecretArn'].filter((name) => runbook.includes(`\`${name}\``) && outputs.includes(name))).toHaveLength(2);
  });

  it('sends nobody to a chapter that it does not have', () => {
    const chapters = [...runbook.matchAll(/^## (.*)$/gm)].map(([, name]) => name?.toLowerCase());
    const sentTo = [...runbook.matchAll(/(?:[Gg]o on at|[Ss]ee|: ) \*([A-Za-z -]+)\*/g)].map(([, name]) => name?.toLowerCase() ?? '');
    expect(sentTo.length).toBeGreaterThan(4);
    expect(sentTo.filter((name) => !chapters.includes(name))).toEqual([]);
  });
});

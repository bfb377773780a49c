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

  it('asks for none by the Node of whoever types it, which may be one that reads no TypeScript', () => {
    expect(text.match(/(?<!npx )\bnode (bin|seeds|test)\/\S+/g) ?? []).toEqual([]);
  });
});

// As the AWS command line took them, version 2.36 or 1.45, each sent to an imitation of AWS; what is new here is to be tried likewise.
const taken: Record<string, string> = {
  'backup list-recovery-points-by-backup-vault': 'backup-vault-name',
  'backup list-backup-jobs': 'by-backup-vault-name',
  'backup start-backup-job': 'backup-vault-name resource-arn iam-role-arn lifecycle',
  'cloudformation describe-stack-events': 'stack-name',
  'cloudformation describe-stacks': 'stack-name',
  'cloudformation list-stack-resources': 'stack-name',
  'cloudformation update-termination-protection': 'no-enable-termination-protection stack-name',
  'cloudwatch set-alarm-state': 'alarm-name state-value state-reason',
  'deploy list-deployments': 'application-name deployment-group-name include-only-statuses',
  'dynamodb delete-item': 'table-name key',
  'dynamodb describe-table': 'table-name',
  'dynamodb export-table-to-point-in-time': 'table-arn s3-bucket',
  'dynamodb get-item': 'consistent-read table-name key',
  'dynamodb list-backups': 'backup-type',
  'dynamodb put-item': 'table-name item',
  'dynamodb restore-table-from-backup': 'target-table-name backup-arn',
  'dynamodb restore-table-to-point-in-time': 'source-table-name target-table-name restore-date-time',
  'dynamodb update-continuous-backups': 'table-name point-in-time-recovery-specification',
  'dynamodb update-item': 'table-name key update-expression expression-attribute-names expression-attribute-values',
  'dynamodb update-table': 'table-name stream-specification deletion-protection-enabled',
  'dynamodb update-time-to-live': 'table-name time-to-live-specification',
  'dynamodb wait': 'table-name',
  'lambda delete-function-concurrency': 'function-name',
  'lambda invoke': 'function-name payload',
  'lambda list-versions-by-function': 'function-name',
  'lambda put-function-concurrency': 'function-name reserved-concurrent-executions',
  'lambda update-alias': 'function-name name function-version routing-config',
  's3 sync': '',
  'secretsmanager put-secret-value': 'secret-id secret-string',
  'secretsmanager restore-secret': 'secret-id',
  'sesv2 get-account': '',
  'sesv2 get-email-identity': 'email-identity',
  'sqs get-queue-url': 'queue-name',
  'sqs purge-queue': 'queue-url',
};
const ofAnyCommand = ['query', 'output', 'cli-binary-format', 'cli-read-timeout'];
const optionsOf = (words: string): string[] => [...words.matchAll(/ --([a-z][a-z0-9-]*)/g)].map(([, option]) => option ?? '');

describe('What the pages ask of the AWS command line', () => {
  const said = pages.flatMap((page) => [...read(page).matchAll(/\baws ([a-z0-9]+ [a-z][a-z0-9-]+)((?:(?!\$\(aws |`)[^\n])*)/g)]);
  const commands = said
    .map(([whole, name = '', words = '']) => ({ whole, name, options: optionsOf(words) }))
    .filter(({ name }) => name !== 'sso login' && name !== 'sts get-caller-identity');

  it('is what it takes', () => {
    const known = (name: string): string[] => [...ofAnyCommand, ...(taken[name]?.split(' ') ?? [])];
    const unknown = commands.filter(
      ({ name, options }) => taken[name] === undefined || options.some((each) => !known(name).includes(each)),
    );
    expect(unknown.map(({ whole }) => whole)).toEqual([]);
    expect(commands.length).toBeGreaterThan(25);
  });

  it('is to wait for a function for longer than the function may take, and else to call it again beside itself', () => {
    const waits = commands
      .filter(({ name }) => name === 'lambda invoke')
      .map(({ whole }) => Number(/--cli-read-timeout (\d+)/.exec(whole)?.[1] ?? 60));
    expect(waits.length).toBeGreaterThan(1);
    expect(Math.min(...waits)).toBeGreaterThan(Math.max(...catalogue.map(({ timeoutSeconds }) => timeoutSeconds)));
  });

  it('says for how long a backup made by hand is kept, since nobody may delete one', () => {
    const made = commands.filter(({ name }) => name === 'backup start-backup-job').map(({ whole }) => whole);
    expect(made).toEqual([expect.stringContaining('--lifecycle DeleteAfterDays=35')]);
  });

  it('says how what is packed in an item is written, since that is a setting of whoever puts it back', () => {
    const puts = commands.filter(({ name, whole }) => name === 'dynamodb put-item' && whole.includes('file://'));
    expect(puts.filter(({ options }) => !options.includes('cli-binary-format'))).toEqual([]);
    expect(puts).not.toEqual([]);
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

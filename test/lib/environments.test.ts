import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addClearDays } from '../../lib/clear-days.ts';
import { chosenEnvironments, readEnvironments } from '../../lib/environments.ts';
import { catalogue } from '../../lib/functions.ts';
import { ProcessStack } from '../../lib/process-stack.ts';
import type { Settings } from '../../lib/settings.ts';
import { repository, settings, writeStubs } from './stacks.ts';

const written = mkdtempSync(join(tmpdir(), 'clear-days-environments-'));
afterAll(() => rmSync(written, { recursive: true }));
const withFile = (file: unknown): string => {
  writeFileSync(join(written, 'environments.json'), JSON.stringify(file));
  return written;
};

describe('environments.json', () => {
  it('is complete, whatever a council has made of it', () => {
    expect(Object.keys(readEnvironments(repository))).not.toEqual([]);
  });

  it('says which environments there are when asked for another', () => {
    expect(() => chosenEnvironments(withFile({ test: settings, 'kent-live': settings }), 'production')).toThrow(
      'There is no environment "production" in environments.json. There are: test, kent-live.',
    );
  });

  it('names the environment that is not complete', () => {
    expect(() => readEnvironments(withFile({ 'kent-live': { councilId: 'kent' } }))).toThrow(
      /environments\.json, kent-live:[\s\S]*publicUrl/,
    );
  });

  it('refuses a name too long for the functions that bear it', () => {
    expect(() => readEnvironments(withFile({ 'the-royal-county-of-berkshire-live': settings }))).toThrow(/environments\.json/);
    for (const { name } of catalogue) expect(`clear-days-${'x'.repeat(24)}-${name}-parked`.length).toBeLessThanOrEqual(80);
    for (const { name } of catalogue) expect(`clear-days-${'x'.repeat(24)}-${name}`.length).toBeLessThanOrEqual(64);
  });
});

const councils = { 'kent-live': 'kent', 'plymouth-live': 'plymouth', 'dover-live': 'dover' };
const of = (councilId: string): Settings => ({
  ...settings,
  councilId,
  publicUrl: `https://decisions.${councilId}.example`,
  issuer: `https://login.${councilId}.example`,
  emailDomain: `${councilId}.example`,
  emailFrom: `clerk@${councilId}.example`,
  account: '111111111111',
  alarmEmail: `alarms@${councilId}.example`,
  runbookUrl: `https://docs.${councilId}.example/runbook`,
});

describe('three councils in one account', () => {
  const root = mkdtempSync(join(tmpdir(), 'clear-days-councils-'));
  const stacks: { council: string; name: string; template: string }[] = [];
  const names = new Map<string, string[]>();

  beforeAll(() => {
    const bundles = writeStubs(root);
    const app = new App({ outdir: join(root, 'cdk.out') });
    const added = Object.entries(councils).flatMap(([environment, council]) =>
      Object.values(addClearDays(app, { environment, settings: of(council), functions: catalogue, bundles }))
        .filter((stack) => stack !== null)
        .flatMap((stack) => (stack instanceof ProcessStack ? [stack, stack.rollout] : [stack]))
        .map((stack) => ({ council, stack })),
    );
    for (const { council, stack } of added) {
      const json = Template.fromStack(stack).toJSON();
      if (!stack.nested) stacks.push({ council, name: stack.stackName, template: JSON.stringify(json) });
      for (const { Type, Properties } of Object.values<{ Type: string; Properties?: Record<string, unknown> }>(json.Resources))
        note(Type, Properties ?? {}, council);
    }
  });
  afterAll(() => rmSync(root, { recursive: true }));

  const note = (type: string, properties: Record<string, unknown>, council: string): void => {
    for (const key of ['FunctionName', 'QueueName', 'LogGroupName', 'AlarmName', 'DashboardName', 'ApplicationName']) {
      const name = properties[key];
      // A name that stands for something of the same stack is not one that could be taken.
      if (typeof name === 'string' && type !== 'AWS::Logs::MetricFilter')
        names.set(`${type} ${name}`, [...(names.get(`${type} ${name}`) ?? []), council]);
    }
  };

  it('have three stacks each, named after them', () => {
    expect(stacks.map(({ name }) => name)).toEqual(
      Object.keys(councils).flatMap((each) => ['record', 'process', 'watch'].map((stack) => `clear-days-${each}-${stack}`)),
    );
  });

  it('share no name in the account', () => {
    expect(names.size).toBeGreaterThan(300);
    expect([...names].filter(([, takenBy]) => takenBy.length > 1)).toEqual([]);
  });

  it('refer to nothing of one another: no export, no name, no address', () => {
    for (const { council, name, template } of stacks)
      for (const [other, id] of Object.entries(councils).filter(([, each]) => each !== council)) {
        expect(`${name}: ${template.includes(`clear-days-${other}`)}`).toBe(`${name}: false`);
        expect(`${name}: ${template.includes(`${id}.example`)}`).toBe(`${name}: false`);
      }
  });

  it('are each told of their own alarms only', () => {
    for (const { council, template } of stacks.filter(({ name }) => name.endsWith('-watch')))
      expect(template.match(/alarms@\w+\.example/g)).toEqual([`alarms@${council}.example`]);
  });
});

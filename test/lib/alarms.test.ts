import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scheduled } from '../../functions/platform/log/scheduled.ts';
import { countWaiting } from '../../functions/schedule/count-waiting.ts';
import { waiting } from '../../functions/schedule/waiting.ts';
import { catalogue } from '../../lib/functions.ts';
import { Posted } from '../email/sending-table.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { type AlarmProperties, type Datum, embedded, goesOff } from './cloudwatch.ts';
import { repository, synthesiseStacks } from './stacks.ts';

process.env.TABLE_NAME ??= 'none';
const { process: running, record, watch } = synthesiseStacks();
const alarms = Object.values(watch.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties as AlarmProperties);
const named = (name: string): AlarmProperties => {
  const found = alarms.find(({ AlarmName }) => AlarmName === `clear-days-test-${name}`);
  if (!found) throw new Error(`There is no alarm ${name}`);
  return found;
};
const anchorOf = ({ AlarmDescription }: AlarmProperties): string => /#([a-z-]+)\.$/.exec(AlarmDescription)?.[1] ?? '';
const functionOf = ({ AlarmName }: AlarmProperties): string => AlarmName.replace(/-(faults|parked|late|silent)$/, '');

const now = (namespace: string, name: string, value: number, dimensions: Record<string, string> = {}): Datum[] => [
  { namespace, name, value, dimensions, minutesAgo: 1 },
];
const hourly = (value: number, alarm: AlarmProperties, from = 0): Datum[] =>
  Array.from({ length: 30 }, (_, hour) => ({
    namespace: 'ClearDays',
    name: 'ChecksCompleted',
    value,
    dimensions: { deployment: 'clear-days-test', check: functionOf(alarm).replace('clear-days-test-', '') },
    minutesAgo: hour * 60 + 1,
  })).slice(from);

const backups = (hoursAgo: number): Datum[] => [
  {
    namespace: 'AWS/Backup',
    name: 'NumberOfBackupJobsCompleted',
    value: 1,
    dimensions: { BackupVaultName: 'clear-days-test-nightly' },
    minutesAgo: hoursAgo * 60 + 1,
  },
];

/** What has each kind of alarm go off, and what just does not: in the numbers that AWS or our own functions give. */
const cases: Record<string, { off: (alarm: AlarmProperties) => Datum[]; quiet: (alarm: AlarmProperties) => Datum[] }> = {
  faults: {
    off: (alarm) => now('AWS/Lambda', 'Errors', 1, { FunctionName: functionOf(alarm) }),
    quiet: (alarm) => now('AWS/Lambda', 'Errors', 0, { FunctionName: functionOf(alarm) }),
  },
  parked: {
    off: (alarm) => now('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 1, { QueueName: `${functionOf(alarm)}-parked` }),
    quiet: (alarm) => now('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 0, { QueueName: `${functionOf(alarm)}-parked` }),
  },
  late: {
    off: (alarm) => now('AWS/Lambda', 'IteratorAge', 900_000, { FunctionName: functionOf(alarm) }),
    quiet: (alarm) => now('AWS/Lambda', 'IteratorAge', 899_000, { FunctionName: functionOf(alarm) }),
  },
  silent: { off: (alarm) => hourly(1, alarm, 26), quiet: (alarm) => hourly(1, alarm, 25) },
  'api-faults': {
    off: () => now('AWS/ApiGateway', '5xx', 1, { ApiId: 'the API' }),
    quiet: () => now('AWS/ApiGateway', '5xx', 0, { ApiId: 'the API' }),
  },
  'email-bounces': {
    off: () => now('AWS/SES', 'Reputation.BounceRate', 0.03),
    quiet: () => now('AWS/SES', 'Reputation.BounceRate', 0.029),
  },
  'email-complaints': {
    off: () => now('AWS/SES', 'Reputation.ComplaintRate', 0.0008),
    quiet: () => now('AWS/SES', 'Reputation.ComplaintRate', 0.0007),
  },
  'backup-silent': { off: () => backups(33), quiet: () => backups(32) },
  'mail-undelivered': {
    off: () => now('ClearDays', 'MailUndelivered', 5, { deployment: 'clear-days-test' }),
    quiet: () => now('ClearDays', 'MailUndelivered', 4, { deployment: 'clear-days-test' }),
  },
};

describe('Every alarm', () => {
  it('has an impact, a chapter of the runbook, somebody who is told, and a name of its own', () => {
    const runbook = readFileSync(join(repository, 'docs/runbook.md'), 'utf8');
    for (const alarm of alarms) {
      expect(alarm.AlarmDescription).toMatch(/^Impact: .+\. Runbook: .+#[a-z-]+\.$/);
      expect(runbook).toContain(`\n## ${anchorOf(alarm)}\n`);
      expect(alarm.AlarmActions).toHaveLength(1);
    }
    expect(new Set(alarms.map(({ AlarmName }) => AlarmName)).size).toBe(alarms.length);
  });

  it('of what was parked sends nobody to AWS’s own redrive, which does not take these queues', () => {
    const parked = alarms.filter((alarm) => anchorOf(alarm) === 'parked');
    expect(parked.length).toBeGreaterThan(5);
    for (const { AlarmDescription } of parked) expect(AlarmDescription).not.toMatch(/redrive/i);
  });

  it('of this account, and none of another’s, may speak to the topic that people are told by', () => {
    // A policy of one's own takes the place of the one by which a topic hears everything in its account.
    const [policy] = Object.values(watch.findResources('AWS::SNS::TopicPolicy')).map(({ Properties }) => Properties);
    expect(policy?.Topics).toEqual(alarms[0]?.AlarmActions);
    expect(policy?.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Resource: alarms[0]?.AlarmActions[0],
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    );
  });

  it.each(alarms.map((alarm) => [alarm.AlarmName, alarm] as const))(
    '%s goes off by what it watches for, and by nothing less',
    (_name, alarm) => {
      const { off, quiet } = cases[anchorOf(alarm)] ?? {};
      expect([goesOff(alarm, off?.(alarm) ?? []), goesOff(alarm, quiet?.(alarm) ?? [])]).toEqual([true, false]);
    },
  );
});

it('A fault whose number is minutes on its way still has its alarm go off', () => {
  const fault = (minutesAgo: number) => [
    { namespace: 'AWS/Lambda', name: 'Errors', value: 1, dimensions: { FunctionName: 'clear-days-test-respond' }, minutesAgo },
  ];
  expect([6, 14, 15].map((minutesAgo) => goesOff(named('respond-faults'), fault(minutesAgo)))).toEqual([true, true, false]);
});

it('The backups that are watched are those that are made, and one that fails or is not copied is told in words', () => {
  record.hasResourceProperties('AWS::Backup::BackupVault', { BackupVaultName: 'clear-days-test-nightly' });
  const [rule] = Object.values(watch.findResources('AWS::Events::Rule'));
  expect(rule?.Properties.EventPattern).toEqual({
    source: ['aws.backup'],
    'detail-type': ['Backup Job State Change', 'Copy Job State Change'],
    detail: {
      state: ['FAILED', 'ABORTED', 'EXPIRED'],
      // What AWS calls the vault in a job's event, and in a copy's; another council's in the same account are none of ours.
      $or: [
        { backupVaultName: ['clear-days-test-nightly'] },
        { sourceBackupVaultArn: [{ suffix: ':backup-vault:clear-days-test-nightly' }] },
      ],
    },
  });
  const [{ Arn, InputTransformer }] = rule?.Properties.Targets ?? [{}];
  expect(alarms[0]?.AlarmActions).toEqual([Arn]);
  expect(InputTransformer.InputTemplate).toMatch(/Impact: .+ Runbook: .+#backup-silent\./);
  const quoted = Object.values(InputTransformer.InputPathsMap);
  expect(quoted, 'AWS may put what it says of a failure into quotation marks, and a message broken by them tells nobody').not.toContain(
    '$.detail.statusMessage',
  );
});

describe('The numbers that the functions write themselves', () => {
  let written: string[] = [];
  beforeEach(() => {
    written = [];
    vi.stubEnv('DEPLOYMENT', 'clear-days-test');
    vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'INFO');
    const keep = (line: unknown) => written.push(String(line).trim()) > 0;
    vi.spyOn(process.stdout, 'write').mockImplementation(keep);
    vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });
  const data = () => written.flatMap((line) => embedded(line));

  it('are of the deployment that the functions are told they are', () => {
    for (const { Properties } of Object.values(running.findResources('AWS::Lambda::Function')))
      expect(Properties.Environment.Variables.DEPLOYMENT).toBe('clear-days-test');
  });

  const daily = catalogue.filter(({ trigger }) => trigger?.kind === 'daily').map(({ name }) => name);

  it.each(daily)(
    'keep the dead man’s switch of %s quiet while it comes to its end, and let it go when it fails every morning',
    async (name) => {
      await scheduled(name, async () => 'done')();
      expect(goesOff(named(`${name}-silent`), data())).toBe(false);
      written = [];
      await expect(scheduled(name, async () => Promise.reject(new Error('no table')))()).rejects.toThrow('no table');
      expect(goesOff(named(`${name}-silent`), data())).toBe(true);
    },
  );

  it('come with a line that says why a check did not come to its end', async () => {
    vi.resetModules();
    const { scheduled: logging } = await import('../../functions/platform/log/scheduled.ts');
    await expect(logging('daily-check', async () => Promise.reject(new Error('no table')))()).rejects.toThrow('no table');
    const line = written.find((each) => each.includes('A check did not come to its end')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({ level: 'ERROR', check: 'daily-check', fault: { message: 'no table' } });
  });

  it.each(daily)('are written by %s under its own name', (name) => {
    const entry = catalogue.find((spec) => spec.name === name)?.entry ?? '';
    expect(readFileSync(join(repository, 'functions', entry), 'utf8')).toContain(`export const handler = scheduled('${name}', `);
  });

  it('have the alarm about undelivered mail go off when five addresses bounce within the hour, and not at four', async () => {
    const told = new Posted(await freshTable());
    await told.noticed({
      consultees: Array.from({ length: 5 }, (_, nth) => ({ name: `Parish ${nth}`, email: `parish-${nth}@example.org` })),
    });
    for (const { sequence } of await told.store.history(told.id)) await told.announce(sequence);
    vi.resetModules();
    const report = (await import('../../functions/email/record-delivery.handler.ts')).recordDelivery(told.recording);
    const said = ({ key }: { key: string }, what: object) => {
      const mail = { timestamp: told.now, messageId: 'm', tags: { decision: [told.id], email: [key] } };
      return report({ Records: [{ Sns: { Message: JSON.stringify({ mail, ...what }) } }] } as never);
    };
    const bouncedRecipients = [{ emailAddress: 'x@example.org' }];
    const bounce = (email: { key: string }) =>
      said(email, { eventType: 'Bounce', bounce: { bounceType: 'Permanent', timestamp: told.now, bouncedRecipients } });
    const parishes = told.office.sent.filter(({ to }) => to.startsWith('parish-'));
    expect(parishes).toHaveLength(5);
    written = [];
    for (const each of parishes.slice(0, 4)) await bounce(each);
    expect(goesOff(named('mail-undelivered'), data())).toBe(false);
    for (const each of parishes.slice(4)) await bounce(each);
    expect(goesOff(named('mail-undelivered'), data())).toBe(true);
    await said(
      { key: told.office.sent[0]?.key ?? '' },
      { eventType: 'Complaint', complaint: { timestamp: told.now, complainedRecipients: [] } },
    );
    const lines = written.filter((line) => line.includes('"level":"WARN"')).map((line) => JSON.parse(line));
    const [undelivered, complained] = ['An email was not delivered', 'Somebody complained of an email'];
    expect(lines.map(({ message }) => message)).toEqual([...Array(5).fill(undelivered), complained]);
    expect(lines.map(({ decision }) => decision)).toEqual(Array(6).fill(told.id));
    expect(written.join('\n')).not.toMatch(/parish-\d@|@example\.org/);
  });

  it('say how many decisions wait, by what they wait for', async () => {
    const told = new Posted(await freshTable());
    await told.noticed();
    expect(await countWaiting({ client: told.table.client, tableName: told.table.tableName })).toEqual({
      ...Object.fromEntries(waiting.map((status) => [status, 0])),
      'notice-published': 1,
    });
    expect(data().filter(({ value }) => value > 0)).toMatchObject([
      { name: 'DecisionsWaiting', dimensions: { deployment: 'clear-days-test', status: 'notice-published' }, value: 1 },
    ]);
  });

  it('come with a line that the filter of logged faults finds, for a fault that was caught', async () => {
    vi.resetModules();
    const { logFault } = await import('../../functions/platform/log/logger.ts');
    logFault('A page failed', new Error('no table'));
    const line = written.find((each) => each.includes('A page failed')) ?? '{}';
    expect(JSON.parse(line).level).toBe('ERROR');
    const [filter] = Object.values(
      watch.findResources('AWS::Logs::MetricFilter', { Properties: { LogGroupName: '/aws/lambda/clear-days-test-respond' } }),
    );
    const [{ MetricName, MetricNamespace, MetricValue }] = filter?.Properties.MetricTransformations ?? [{}];
    expect(filter?.Properties.FilterPattern).toBe('{ $.level = "ERROR" }');
    expect(goesOff(named('respond-faults'), now(MetricNamespace, MetricName, Number(MetricValue)))).toBe(true);
  });
});

it('The dashboard shows what a clerk’s manager asks after, above what whoever mends it does', () => {
  const [dashboard] = Object.values(watch.findResources('AWS::CloudWatch::Dashboard'));
  const body = JSON.stringify(dashboard?.Properties.DashboardBody);
  const places = [
    'DecisionsWaiting',
    'MailUndelivered',
    'ChecksCompleted',
    '5xx',
    'IteratorAge',
    'ApproximateNumberOfMessagesVisible',
    'Errors',
  ].map((name) => body.indexOf(name));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
});

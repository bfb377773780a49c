import { Match, type Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { tableDefinition, timeToLiveAttribute } from '../../functions/platform/table/table-definition.ts';
import { readSettings } from '../../lib/settings.ts';
import { environments, synthesiseStacks } from './stacks.ts';

const { record } = synthesiseStacks();
const table = Object.values(record.findResources('AWS::DynamoDB::GlobalTable'))[0];
const replica = table?.Properties.Replicas[0];

const properties = (template: Template, type: string) => Object.values(template.findResources(type))[0]?.Properties;

describe('the record of decisions', () => {
  it('outlives its stack', () => {
    for (const type of ['AWS::DynamoDB::GlobalTable', 'AWS::SecretsManager::Secret'])
      record.hasResource(type, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it('cannot be deleted by mistake, and can be put back to any second of five weeks', () => {
    expect(replica.DeletionProtectionEnabled).toBe(true);
    expect(replica.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 });
  });

  it('is encrypted', () => {
    record.hasResourceProperties('AWS::DynamoDB::GlobalTable', { SSESpecification: { SSEEnabled: true, SSEType: 'KMS' } });
  });

  it('announces what was stored, and expires only what says so itself', () => {
    record.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });

  it.each([
    ['register', 'register', 'registerOrder', 'INCLUDE'],
    ['due', 'dueOn', 'dueOrder', 'KEYS_ONLY'],
    ['byStatus', 'statusKey', 'updatedAt', 'KEYS_ONLY'],
    ['byOfficer', 'officerKey', 'updatedAt', 'INCLUDE'],
  ])('is listed by %s without a scan', (IndexName, partition, sort, ProjectionType) => {
    const KeySchema = [
      { AttributeName: partition, KeyType: 'HASH' },
      { AttributeName: sort, KeyType: 'RANGE' },
    ];
    record.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      GlobalSecondaryIndexes: Match.arrayWith([Match.objectLike({ IndexName, KeySchema, Projection: { ProjectionType } })]),
    });
  });

  it('is the table the store was written against, key for key', () => {
    const keysOf = (index: { IndexName?: string; KeySchema?: unknown }) => [index.IndexName, index.KeySchema];
    expect(table?.Properties.KeySchema).toEqual(tableDefinition.KeySchema);
    expect(table?.Properties.GlobalSecondaryIndexes.map(keysOf)).toEqual(tableDefinition.GlobalSecondaryIndexes.map(keysOf));
    expect(table?.Properties.TimeToLiveSpecification.AttributeName).toBe(timeToLiveAttribute);
  });

  it('says what it is called, for the commands that ask, and which secret signs the links', () => {
    expect(Object.keys(record.findOutputs('*')).filter((name) => !name.startsWith('Exports'))).toEqual(['TableName', 'LinkSecretArn']);
  });

  it('goes on exporting what a process stack of an older version imports, for going back deploys that stack alone', () => {
    const exported = Object.values(record.findOutputs('*')).flatMap(({ Export }) => Export?.Name ?? []);
    expect(exported).toEqual(
      expect.arrayContaining(
        [
          'ExportsOutputFnGetAttDecisions28C7D866ArnD24F5F0C',
          'ExportsOutputRefDecisions28C7D866109DD44F',
          'ExportsOutputRefLinkSecret6774D11264C0E83F',
          'ExportsOutputFnGetAttDecisions28C7D866StreamArnA16F6CD1',
        ].map((name) => `clear-days-test-record:${name}`),
      ),
    );
  });

  it('keeps the key of the links where it is made, never in the template', () => {
    record.hasResourceProperties('AWS::SecretsManager::Secret', {
      GenerateSecretString: { PasswordLength: 64 },
      SecretString: Match.absent(),
    });
  });
});

describe('the backups', () => {
  const elsewhere = 'arn:aws:backup:eu-west-1:999999999999:backup-vault:clear-days-kent';

  it('are made every night before the check at six, and kept five weeks', () => {
    const { BackupPlanRule } = properties(record, 'AWS::Backup::BackupPlan').BackupPlan;
    expect(BackupPlanRule).toMatchObject([
      { ScheduleExpression: 'cron(0 2 * * ? *)', ScheduleExpressionTimezone: 'Europe/London', Lifecycle: { DeleteAfterDays: 35 } },
    ]);
    expect(JSON.stringify(properties(record, 'AWS::Backup::BackupSelection').BackupSelection.Resources)).toContain('Decisions');
  });

  it('are copied to another account and region where the settings name one, and kept there for a year', () => {
    const copied = synthesiseStacks({ backupCopyVaultArn: elsewhere }).record;
    const [rule] = properties(copied, 'AWS::Backup::BackupPlan').BackupPlan.BackupPlanRule;
    expect(rule.CopyActions).toEqual([{ DestinationBackupVaultArn: elsewhere, Lifecycle: { DeleteAfterDays: 365 } }]);
  });

  it('cannot be deleted before their time while nobody lifts the lock, nor with their stack', () => {
    record.hasResource('AWS::Backup::BackupVault', { UpdateReplacePolicy: 'Retain' });
    const vault = properties(record, 'AWS::Backup::BackupVault');
    expect(vault.LockConfiguration).toEqual({ MinRetentionDays: 35 });
    expect(vault.AccessPolicy.Statement).toEqual([
      expect.objectContaining({ Effect: 'Deny', Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'] }),
    ]);
  });
});

it('A first deployment that fails leaves no vault whose name the second would find taken, and one that stood keeps its vault', () => {
  const [vault] = Object.values(record.findResources('AWS::Backup::BackupVault'));
  expect(vault?.DeletionPolicy).toBe('RetainExceptOnCreate');
  const others = Object.values(record.toJSON().Resources as Record<string, { Properties: Record<string, unknown> }>);
  expect(others.filter(({ Properties }) => 'TableName' in Properties || 'Name' in Properties)).toEqual([]);
});

describe('a table that a restore put in the place of the record stack’s own', () => {
  const restoredTable = {
    name: 'decisions-restored',
    streamArn: 'arn:aws:dynamodb:eu-west-2:111111111111:table/decisions-restored/stream/2026-11-22T10:00:00.000',
  };
  const stacks = synthesiseStacks({ restoredTable });
  const own = JSON.stringify(Object.keys(record.findResources('AWS::DynamoDB::GlobalTable')));

  it('is what every function works on, and nothing reads or writes the old one any more', () => {
    for (const { Properties } of Object.values(stacks.process.findResources('AWS::Lambda::Function')))
      expect(Properties.Environment.Variables.TABLE_NAME).toBe(restoredTable.name);
    expect(JSON.stringify(stacks.process.toJSON())).not.toContain(JSON.parse(own)[0]);
  });

  it('is announced by its own stream, and backed up every night', () => {
    const mappings = Object.values(stacks.process.findResources('AWS::Lambda::EventSourceMapping'));
    expect(mappings.map(({ Properties }) => Properties.EventSourceArn)).toEqual(Array(3).fill(restoredTable.streamArn));
    const { Resources } = properties(stacks.record, 'AWS::Backup::BackupSelection').BackupSelection;
    expect(JSON.stringify(Resources)).toContain(`table/${restoredTable.name}`);
    stacks.record.hasOutput('TableName', { Value: restoredTable.name });
  });

  it('leaves the old table where it is', () => {
    expect(stacks.record.findResources('AWS::DynamoDB::GlobalTable')).toEqual(record.findResources('AWS::DynamoDB::GlobalTable'));
  });

  it.each([
    ['another table', { ...restoredTable, name: 'decisions' }],
    ['another region', { ...restoredTable, streamArn: restoredTable.streamArn.replace('eu-west-2', 'eu-west-1') }],
    ['another account', { ...restoredTable, streamArn: restoredTable.streamArn.replace('111111111111', '999999999999') }],
  ])('is refused with a stream of %s', (what, given) => {
    expect(() => readSettings({ ...environments.live, restoredTable: given })).toThrow(what);
  });
});

describe('the settings of a live environment', () => {
  const live = { ...environments.live };

  it('are refused without an account, somebody who hears the alarms, or a place for the copies', () => {
    const { account: _, alarmEmail: __, backupCopyVaultArn: ___, ...lacking } = live;
    expect(() => readSettings(lacking)).toThrow(/account[\s\S]*alarmEmail[\s\S]*backupCopyVaultArn/);
  });

  it.each([
    ['region', 'arn:aws:backup:eu-west-2:999999999999:backup-vault:copies', 'another region'],
    ['account', 'arn:aws:backup:eu-west-1:111111111111:backup-vault:copies', 'another account'],
  ])('are refused with copies in the %s of the table', (_what, backupCopyVaultArn, words) => {
    expect(() => readSettings({ ...live, backupCopyVaultArn })).toThrow(words);
  });
});

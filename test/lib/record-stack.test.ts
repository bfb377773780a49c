import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { tableDefinition, timeToLiveAttribute } from '../../functions/platform/table-definition.ts';
import { synthesiseStacks } from './stacks.ts';

const { record } = synthesiseStacks();
const table = Object.values(record.findResources('AWS::DynamoDB::GlobalTable'))[0];
const replica = table?.Properties.Replicas[0];

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

  it('keeps the key of the links where it is made, never in the template', () => {
    record.hasResourceProperties('AWS::SecretsManager::Secret', { GenerateSecretString: { PasswordLength: 64 }, SecretString: Match.absent() });
  });
});

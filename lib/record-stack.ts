import { CfnOutput, RemovalPolicy, Stack, Validations, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
  type GlobalSecondaryIndexPropsV2,
  type ITableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { Backups } from './constructs/backups.ts';
import type { Settings } from './settings.ts';
import { tableDefinition } from '../functions/platform/table/table-definition.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

const keyOf = ({ KeySchema }: (typeof tableDefinition.GlobalSecondaryIndexes)[number], type: string) =>
  text(KeySchema.find(({ KeyType }) => KeyType === type)?.AttributeName ?? '');

/** The indexes just as the store defines them for its own tests. */
export const indexes: readonly GlobalSecondaryIndexPropsV2[] = tableDefinition.GlobalSecondaryIndexes.map((index) => ({
  indexName: index.IndexName,
  partitionKey: keyOf(index, 'HASH'),
  sortKey: keyOf(index, 'RANGE'),
  ...(index.Projection.ProjectionType === 'INCLUDE'
    ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...index.Projection.NonKeyAttributes] }
    : { projectionType: ProjectionType.KEYS_ONLY }),
}));

/** The vault that a deployment’s nightly backups go to. */
export const nightlyVault = (deployment: string): string => `${deployment}-nightly`;

/** What must outlive every deployment: the council's decisions, the key its links are signed with, and the daily backups. */
export class RecordStack extends Stack {
  /** The table that everything works on: its own, or the one that a restore put in its place. */
  readonly table: ITableV2;
  readonly linkSecret: Secret;

  constructor(scope: Construct, id: string, { settings, name, ...props }: StackProps & { name: string; settings: Settings }) {
    super(scope, id, { ...props, terminationProtection: true });
    const own = this.createTable();
    this.table = settings.restoredTable ? this.restored(settings.restoredTable) : own;
    this.linkSecret = this.createLinkSecret();
    new Backups(this, 'Backups', { table: this.table, vaultName: nightlyVault(name), copyTo: settings.backupCopyVaultArn });
    new CfnOutput(this, 'TableName', { value: this.table.tableName, description: 'What the commands are given as --table.' });
    new CfnOutput(this, 'LinkSecretArn', { value: this.linkSecret.secretArn, description: 'The key that links are signed with.' });
  }

  private restored({ name, streamArn }: NonNullable<Settings['restoredTable']>): ITableV2 {
    return TableV2.fromTableAttributes(this, 'Restored', { tableName: name, tableStreamArn: streamArn });
  }

  private createTable(): TableV2 {
    return new TableV2(this, 'Decisions', {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      globalSecondaryIndexes: [...indexes],
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      dynamoStream: StreamViewType.NEW_IMAGE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      // Only answers kept for an Idempotency-Key carry it; nothing in the record of a decision expires.
      timeToLiveAttribute: 'expiresAt',
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private createLinkSecret(): Secret {
    const secret = new Secret(this, 'LinkSecret', {
      description: 'Signs the links in emails. Rotating it keeps the generation before valid until the next rotation.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'A rotation on a timer would end links twice rotated while a 28-day notice still runs; the runbook rotates by hand.',
    });
    return secret;
  }
}

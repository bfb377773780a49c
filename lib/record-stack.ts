import { RemovalPolicy, Stack, Validations, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, StreamViewType, TableEncryptionV2, TableV2, type GlobalSecondaryIndexPropsV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The lists that are found without a scan. Everything private stays out of `register`: only public items carry its keys. */
export const indexes: readonly GlobalSecondaryIndexPropsV2[] = [
  { indexName: 'register', partitionKey: text('register'), sortKey: text('registerOrder') },
  { indexName: 'due', partitionKey: text('dueOn'), sortKey: text('dueOrder'), projectionType: ProjectionType.KEYS_ONLY },
  { indexName: 'byStatus', partitionKey: text('statusKey'), sortKey: text('updatedAt') },
  { indexName: 'byOfficer', partitionKey: text('officerKey'), sortKey: text('updatedAt') },
];

/** What must outlive every deployment: the council's decisions and the key its links are signed with. */
export class RecordStack extends Stack {
  readonly table: TableV2;
  readonly linkSecret: Secret;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.table = this.createTable();
    this.linkSecret = this.createLinkSecret();
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

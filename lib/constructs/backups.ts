import { Duration, RemovalPolicy, TimeZone, Validations } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

export interface BackupsProps {
  table: ITableV2;
  /** Fixed, so that whatever watches it needs nothing of the stack that it stands in. */
  vaultName: string;
  /** A vault in another account and region, which whoever takes this account over cannot reach. */
  copyTo: string | undefined;
}

const keptHere = Duration.days(35);
const keptThere = Duration.days(365);
const role = 'service-role/AWSBackupServiceRolePolicyForBackup';

/**
 * A backup every night, kept five weeks here and a year elsewhere. Nobody may delete one before its time without lifting the vault's lock and
 * policy first, which whoever administers the account can: a lock that nobody can lift could not be taken back by the council either.
 */
export class Backups extends Construct {
  constructor(scope: Construct, id: string, { table, vaultName, copyTo }: BackupsProps) {
    super(scope, id);
    const vault = new BackupVault(this, 'Vault', {
      backupVaultName: vaultName,
      // Left behind by a first deployment that failed, it would have every later one find its name taken.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      blockRecoveryPointDeletion: true,
      lockConfiguration: { minRetention: keptHere },
    });
    const plan = new BackupPlan(this, 'Plan', { backupVault: vault });
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'every-night',
        // Before the check at six: a day that goes wrong can be put back to the night before.
        scheduleExpression: Schedule.cron({ hour: '2', minute: '0' }),
        scheduleExpressionTimezone: TimeZone.EUROPE_LONDON,
        startWindow: Duration.hours(1),
        completionWindow: Duration.hours(6),
        deleteAfter: keptHere,
        copyActions: copyTo
          ? [{ destinationBackupVault: BackupVault.fromBackupVaultArn(this, 'Elsewhere', copyTo), deleteAfter: keptThere }]
          : [],
      }),
    );
    plan.addSelection('Table', {
      resources: [BackupResource.fromDynamoDbTable(table)],
      role: this.backupRole(),
      disableDefaultBackupPolicy: true,
    });
  }

  private backupRole(): Role {
    const made = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName(role)],
    });
    Validations.of(made).acknowledge({
      id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${role}]`,
      reason: 'AWS’s own policy for its own backup service: what a backup needs changes with the service.',
    });
    return made;
  }
}

import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { Watch } from './watch.ts';

/**
 * A backup begins between two and three and has six hours: one night’s may end seven hours later than the night’s before, eight when the
 * clocks go back.
 */
const hoursWithout = 33;

const impact = 'If the table were lost, there might be no backup of last night.';
const step = 'See in AWS Backup what failed, and make one by hand';

/** The nightly backups: silence is told by an alarm, and each that fails, or is not copied to the other account, at once and in words. */
export const watchBackups = (watch: Watch, vault: string): void => {
  const metric = new Metric({
    namespace: 'AWS/Backup',
    metricName: 'NumberOfBackupJobsCompleted',
    dimensionsMap: { BackupVaultName: vault },
    period: Duration.hours(1),
    statistic: Stats.SUM,
  });
  watch.alarm('backup-silent', { anchor: 'backup-silent', metric, impact, step, silentForHours: hoursWithout });
  // AWS's own reason is left out: it can hold quotation marks, which nothing promises to escape, and a message that is broken is not sent.
  const what = `${EventField.detailType}: ${EventField.fromPath('$.detail.state')}`;
  const message = RuleTargetInput.fromText(`${what}. Impact: ${impact} Runbook: ${step}; see ${watch.settings.runbookUrl}#backup-silent.`);
  new Rule(watch, 'BackupFailed', {
    description: 'A nightly backup failed, or its copy to the other account did.',
    eventPattern: {
      source: ['aws.backup'],
      detailType: ['Backup Job State Change', 'Copy Job State Change'],
      // Of this deployment alone: an account may hold other councils, and other backups. A copy's event names the vault that it is made
      // from.
      detail: {
        state: ['FAILED', 'ABORTED', 'EXPIRED'],
        $or: [{ backupVaultName: [vault] }, { sourceBackupVaultArn: [{ suffix: `:backup-vault:${vault}` }] }],
      },
    },
    targets: [new SnsTopic(watch.notify, { message })],
  });
};

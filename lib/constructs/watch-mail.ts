import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { businessMetric } from './metrics.ts';
import type { Watch } from './watch.ts';

const reputation = (metricName: 'Reputation.BounceRate' | 'Reputation.ComplaintRate'): Metric =>
  new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: Stats.AVERAGE });

/**
 * The council’s mail: what has SES review a sender and then stop it, told well before either; and people whom the council could not tell,
 * each of whom is marked on the step, for many at once are a fault of ours or of their mail system.
 */
export const watchMail = (watch: Watch): void => {
  const stopped = 'SES may stop the council’s emails.';
  watch.alarm('email-bounces', {
    anchor: 'email-bounces',
    metric: reputation('Reputation.BounceRate'),
    impact: stopped,
    step: 'Correct the addresses in the directory that bounce',
    // SES reviews at 5%.
    threshold: 0.03,
  });
  watch.alarm('email-complaints', {
    anchor: 'email-complaints',
    metric: reputation('Reputation.ComplaintRate'),
    impact: stopped,
    step: 'Find who complained, and of what',
    // SES reviews at one in a thousand.
    threshold: 0.0008,
  });
  watch.alarm('mail-undelivered', {
    anchor: 'mail-undelivered',
    metric: businessMetric(watch.settings.name, 'MailUndelivered', {}, { period: Duration.hours(1), statistic: Stats.SUM }),
    impact: 'Several people were not told of what waits for them; the law counts some of them as not consulted.',
    step: 'Find the addresses and correct them',
    threshold: 5,
  });
};

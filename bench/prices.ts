/**
 * What AWS charges in eu-west-2 (London), in US dollars without VAT, as last known on this day. Free tiers are left out. No price list can
 * be fetched by this repository: those of Lambda, SES, Secrets Manager, logs, metrics, alarms, the scheduler, CloudFront and the HTTP API
 * were held against what others read out of AWS’s own price list in September and October 2026; those of DynamoDB, SNS and a dashboard were
 * not, and are to be compared with the pages named before a budget rests on them.
 */
export const prices = {
  asOf: '2026-11-23',
  region: 'eu-west-2',
  lambda: { source: 'https://aws.amazon.com/lambda/pricing/', perRequest: 0.2e-6, perGigabyteSecondArm: 0.000_013_333_4 },
  httpApi: { source: 'https://aws.amazon.com/api-gateway/pricing/', perRequest: 1.16e-6 },
  // US East is $0.625 and $0.125 a million since November 2024; London stands 18.8% above it.
  dynamoDb: {
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    perWriteUnit: 0.7423e-6,
    perReadUnit: 0.1485e-6,
    perGigabyteMonth: 0.297,
    recoveryPerGigabyteMonth: 0.2376,
    backupPerGigabyteMonth: 0.1188,
  },
  ses: { source: 'https://aws.amazon.com/ses/pricing/', perEmail: 0.1e-3, perGigabyte: 0.12 },
  sns: { source: 'https://aws.amazon.com/sns/pricing/', perPublish: 0.5e-6 },
  secrets: { source: 'https://aws.amazon.com/secrets-manager/pricing/', perSecretMonth: 0.4, perCall: 0.05 / 10_000 },
  logs: {
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    perGigabyte: 0.5985,
    perMetricMonth: 0.3,
    perAlarmMonth: 0.1,
    perDashboardMonth: 3,
  },
  scheduler: { source: 'https://aws.amazon.com/eventbridge/pricing/', perCall: 1.15e-6 },
  cloudFront: { source: 'https://aws.amazon.com/cloudfront/pricing/', perRequest: 1.2e-6, perGigabyte: 0.085 },
} as const;

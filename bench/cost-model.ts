import { prices } from './prices.ts';
import type { Tally } from './wire.ts';

type Account = Record<string, Tally & { invocations: number }>;
type Times = Record<string, { beginning: number; median: number; mean: number }>;

/** What the life of one decision counted, as `node bench/bench.ts --only life` leaves it. */
export type Counted = {
  days: number;
  emails: number;
  emailBytes: number;
  storedBytes: number;
  idle: Account;
  account: Account;
  milliseconds: Times;
  memoryMegabytes: Record<string, number>;
  views: Tally & { pages: number; cpu: number; beginning: number };
};

/** What is reckoned and not counted, each to be argued with. */
export const assumed = {
  publicViewsPerDecision: 300,
  officersReadsPerDecision: 80,
  bytesOfAPage: 30_000,
  // A command at night finds no container awake: each call is charged for its beginning too. Above a thousand decisions a year it is too
  // much.
  beginningsPerCall: 1,
  millisecondsPerTableCall: 5,
  millisecondsPerEmail: 60,
  // Lambda gives a whole processor at 1,769 MB, and half a gigabyte its share.
  megabytesOfAProcessor: 1769,
  logBytesPerCall: 1500,
  alertsPerContract: 1.5,
  emailsPerAlert: 2,
  // Each contract is looked at once in 31 days, and kept anew with its public copies, though there is nothing to say.
  looksPerContract: 12,
  writeUnitsPerLook: 14,
} as const;

/** Dollars, line by line. */
export type Cost = Record<string, number>;

const scheduled = new Set(['daily-check', 'check-contracts', 'send-subscriptions', 'count-waiting']);
const unasked = new Set([...scheduled, 'send-emails', 'follow-up', 'index-publications', 'record-delivery']);

const share = (megabytes: number): number => Math.min(1, megabytes / assumed.megabytesOfAProcessor);

/** Gigabyte-seconds of calls that take so much processor and wait for so many calls of the table. */
const gigabyteSeconds = (
  calls: number,
  { mean, beginning }: { mean: number; beginning: number },
  tableCalls: number,
  emails: number,
  megabytes: number,
): number => {
  const processor = (calls * (mean + beginning * assumed.beginningsPerCall)) / share(megabytes);
  return ((processor + tableCalls * assumed.millisecondsPerTableCall + emails * assumed.millisecondsPerEmail) / 1000) * (megabytes / 1024);
};

const lambda = (calls: number, gbSeconds: number): number =>
  calls * prices.lambda.perRequest + gbSeconds * prices.lambda.perGigabyteSecondArm;
const added = (values: number[]): number => values.reduce((sum, each) => sum + each, 0);

const lessIdle = (counted: Counted): Account =>
  Object.fromEntries(
    Object.entries(counted.account).map(([name, own]) => {
      const idle = counted.idle[name];
      if (!scheduled.has(name) || !idle) return [name, own];
      const of = (key: keyof Tally) => Math.max(0, own[key] - idle[key] * own.invocations);
      return [
        name,
        {
          invocations: 0,
          calls: of('calls'),
          reads: of('reads'),
          readUnits: of('readUnits'),
          writes: of('writes'),
          transactions: of('transactions'),
          writeUnits: of('writeUnits'),
          transactionUnits: of('transactionUnits'),
        },
      ];
    }),
  );

/** How much of everything one decision uses, from its draft to the day it takes effect. */
export const usesOf = (counted: Counted) => {
  const account = lessIdle(counted);
  const rows = Object.entries(account);
  const sum = (key: keyof Tally | 'invocations') => added(rows.map(([, own]) => own[key]));
  const requests = added(rows.map(([name, { invocations }]) => (unasked.has(name) ? 0 : invocations)));
  const times = (name: string) => counted.milliseconds[name] ?? { beginning: 0, mean: 0 };
  const gb = rows.map(([name, own]) =>
    gigabyteSeconds(
      own.invocations,
      times(name),
      own.calls,
      name === 'send-emails' ? counted.emails : 0,
      counted.memoryMegabytes[name] ?? 512,
    ),
  );
  return {
    requests,
    invocations: sum('invocations'),
    readUnits: sum('readUnits'),
    writeUnits: sum('writeUnits') + sum('transactionUnits'),
    transactionUnits: sum('transactionUnits'),
    transactions: sum('transactions'),
    gigabyteSeconds: added(gb),
    emails: counted.emails,
    storedBytes: counted.storedBytes,
  };
};

const reading = (counted: Counted, pages: number): Cost => {
  const each = 1 / counted.views.pages;
  const [cpu, units, calls] = [counted.views.cpu * each, counted.views.readUnits * each, counted.views.calls * each];
  return {
    Lambda: lambda(pages, gigabyteSeconds(pages, { mean: cpu, beginning: counted.views.beginning }, calls * pages, 0, 512)),
    'API Gateway': pages * prices.httpApi.perRequest,
    DynamoDB: pages * units * prices.dynamoDb.perReadUnit,
    CloudFront: pages * prices.cloudFront.perRequest + ((pages * assumed.bytesOfAPage) / 1e9) * prices.cloudFront.perGigabyte,
  };
};

export const merged = (...costs: Cost[]): Cost => {
  const names = [...new Set(costs.flatMap((cost) => Object.keys(cost)))];
  return Object.fromEntries(names.map((name) => [name, added(costs.map((cost) => cost[name] ?? 0))]));
};

export const scaled = (cost: Cost, by: number): Cost => Object.fromEntries(Object.entries(cost).map(([name, value]) => [name, value * by]));
export const total = (cost: Cost): number => added(Object.values(cost));

/** What one decision costs, its readers with it. */
export const decisionCost = (counted: Counted): Cost => {
  const uses = usesOf(counted);
  const own: Cost = {
    Lambda: lambda(uses.invocations, uses.gigabyteSeconds),
    'API Gateway': uses.requests * prices.httpApi.perRequest,
    DynamoDB: uses.readUnits * prices.dynamoDb.perReadUnit + uses.writeUnits * prices.dynamoDb.perWriteUnit,
    SES: uses.emails * prices.ses.perEmail + ((uses.emails * counted.emailBytes) / 1e9) * prices.ses.perGigabyte,
    SNS: uses.emails * 2 * prices.sns.perPublish,
    'Secrets Manager': uses.invocations * 2 * prices.secrets.perCall,
    Logs: ((uses.invocations * assumed.logBytesPerCall) / 1e9) * prices.logs.perGigabyte,
  };
  return merged(own, reading(counted, assumed.publicViewsPerDecision), scaled(reading(counted, assumed.officersReadsPerDecision), 1));
};

/** What an email costs, however it came to be sent: the sender's own part of the life counted, and its reports. */
const emailCost = (counted: Counted): Cost => {
  const [sent, reported] = [counted.account['send-emails'], counted.account['record-delivery']];
  const units = (own: Tally | undefined) =>
    (own ? own.readUnits * prices.dynamoDb.perReadUnit + (own.writeUnits + own.transactionUnits) * prices.dynamoDb.perWriteUnit : 0) /
    counted.emails;
  return {
    SES: prices.ses.perEmail,
    SNS: 2 * prices.sns.perPublish,
    DynamoDB: units(sent) + units(reported),
    Lambda: lambda(3, gigabyteSeconds(3, counted.milliseconds['record-delivery'] ?? { mean: 0, beginning: 0 }, 5, 1, 512)),
  };
};

/**
 * What a year of one contract costs: its alerts, told, answered and stored, and a look every month. A write of what is told is reckoned as
 * one of a decision.
 */
export const contractCost = (counted: Counted): Cost => {
  const uses = usesOf(counted);
  const write = uses.writeUnits / Math.max(1, uses.transactions);
  const units = assumed.alertsPerContract * 2 * write + assumed.looksPerContract * assumed.writeUnitsPerLook;
  return merged(
    { DynamoDB: units * prices.dynamoDb.perWriteUnit },
    scaled(emailCost(counted), assumed.alertsPerContract * assumed.emailsPerAlert),
  );
};

/** What a day costs on which nothing happens: the checks look, and find nothing. */
export const idleDayCost = (counted: Counted): Cost => {
  const rows = Object.entries(counted.idle);
  return {
    Lambda: added(
      rows.map(([name, own]) =>
        lambda(
          own.invocations,
          gigabyteSeconds(
            own.invocations,
            counted.milliseconds[name] ?? { mean: 0, beginning: 0 },
            own.calls,
            0,
            counted.memoryMegabytes[name] ?? 512,
          ),
        ),
      ),
    ),
    DynamoDB: added(
      rows.map(
        ([, own]) => own.readUnits * prices.dynamoDb.perReadUnit + (own.writeUnits + own.transactionUnits) * prices.dynamoDb.perWriteUnit,
      ),
    ),
    Scheduler: rows.length * prices.scheduler.perCall,
  };
};

/** What a deployment costs by the month though nobody uses it, from what its templates hold. */
export const standingCost = ({ alarms, metrics, secrets, dashboards }: Standing): Cost => ({
  'Alarms and metrics':
    alarms * prices.logs.perAlarmMonth + metrics * prices.logs.perMetricMonth + dashboards * prices.logs.perDashboardMonth,
  'Secrets Manager': secrets * prices.secrets.perSecretMonth,
});

export type Standing = { alarms: number; metrics: number; secrets: number; dashboards: number };

/** What so much stored costs by the month, kept for recovery to the second and backed up once over. */
export const storageCost = (bytes: number): Cost => ({
  DynamoDB:
    (bytes / 1e9) *
    (prices.dynamoDb.perGigabyteMonth + prices.dynamoDb.recoveryPerGigabyteMonth + 2 * prices.dynamoDb.backupPerGigabyteMonth),
});

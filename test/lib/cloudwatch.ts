/** One number that reached CloudWatch so many minutes ago. */
export type Datum = { namespace: string; name: string; dimensions: Record<string, string>; value: number; minutesAgo: number };

type Dimension = { Name: string; Value: unknown };
type Stat = { Namespace: string; MetricName: string; Dimensions?: Dimension[] };

/** An alarm as the template has it; its metric alone, or a sum of metrics in which silence counts as nothing. */
export interface AlarmProperties extends Partial<Stat> {
  AlarmName: string;
  AlarmDescription: string;
  AlarmActions: unknown[];
  Statistic?: string;
  Period?: number;
  EvaluationPeriods: number;
  DatapointsToAlarm?: number;
  Threshold: number;
  ComparisonOperator: string;
  TreatMissingData: string;
  Metrics?: { Id: string; Expression?: string; MetricStat?: { Metric: Stat; Period: number; Stat: string } }[];
}

const isOf = ({ Namespace, MetricName, Dimensions = [] }: Stat, datum: Datum): boolean =>
  Namespace === datum.namespace &&
  MetricName === datum.name &&
  Dimensions.length === Object.keys(datum.dimensions).length &&
  // What is only known once deployed, such as the id of the API, is a reference here and is taken to be the one meant.
  Dimensions.every(({ Name, Value }) => typeof Value !== 'string' || datum.dimensions[Name] === Value);

const within = (stat: Stat, data: Datum[], minutes: number, nth: number): number[] =>
  data.filter((datum) => isOf(stat, datum) && Math.floor(datum.minutesAgo / minutes) === nth).map(({ value }) => value);

const reduced = (values: number[], statistic: string): number | null => {
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  return statistic === 'Maximum' ? Math.max(...values) : statistic === 'Average' ? sum / values.length : sum;
};

// The only expression there is: FILL(a, 0) + FILL(b, 0).
const summed = ({ Metrics = [] }: AlarmProperties, data: Datum[], nth: number): number =>
  Metrics.reduce(
    (total, { MetricStat }) =>
      total + (MetricStat ? (reduced(within(MetricStat.Metric, data, MetricStat.Period / 60, nth), MetricStat.Stat) ?? 0) : 0),
    0,
  );

const heardIn = (alarm: AlarmProperties, data: Datum[], nth: number): number | null =>
  alarm.Metrics ? summed(alarm, data, nth) : reduced(within(alarm as Stat, data, (alarm.Period ?? 60) / 60, nth), alarm.Statistic ?? 'Sum');

/**
 * Whether an alarm goes off by these numbers, as CloudWatch judges it: when every one of its periods breaches, or as many as it asks for.
 */
export const goesOff = (alarm: AlarmProperties, data: Datum[]): boolean => {
  const breaches = (value: number) =>
    alarm.ComparisonOperator === 'LessThanThreshold' ? value < alarm.Threshold : value >= alarm.Threshold;
  const periods = Array.from({ length: alarm.EvaluationPeriods }, (_, nth) => heardIn(alarm, data, nth));
  const breaching = periods.filter((value) => (value === null ? alarm.TreatMissingData === 'breaching' : breaches(value)));
  return breaching.length >= (alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods);
};

/** The numbers in a log line of CloudWatch's embedded metric format; none in any other line. */
export const embedded = (line: string, minutesAgo = 0): Datum[] => {
  const read: { _aws?: { CloudWatchMetrics: { Namespace: string; Dimensions: string[][]; Metrics: { Name: string }[] }[] } } & Record<
    string,
    unknown
  > = line.startsWith('{') ? JSON.parse(line) : {};
  return (read._aws?.CloudWatchMetrics ?? []).flatMap(({ Namespace, Dimensions, Metrics }) =>
    Metrics.flatMap(({ Name }) =>
      Dimensions.map((names) => ({
        namespace: Namespace,
        name: Name,
        dimensions: Object.fromEntries(names.map((name) => [name, String(read[name])])),
        value: Number(read[Name]),
        minutesAgo,
      })),
    ),
  );
};

import { describe, expect, it } from 'vitest';
import { cronPattern, dueBetween, scheduleInput } from '../../bin/local/schedules.ts';

const daily = {
  Name: 'daily-check',
  ScheduleExpression: 'cron(0 6 * * ? *)',
  ScheduleExpressionTimezone: 'Europe/London',
  Target: { Arn: 'Check', Input: '{"scheduledTime":"<aws.scheduler.scheduled-time>"}', DeadLetterConfig: { Arn: 'Queue' } },
};
const due = (from: string, to: string) => dueBetween([daily], new Date(from), new Date(to)).map(({ at }) => at.toISOString());

describe('the daily check', () => {
  it('runs at six in London, in winter and in summer', () => {
    expect(due('2023-03-24T12:00:00Z', '2023-03-27T12:00:00Z')).toEqual([
      '2023-03-25T06:00:00.000Z',
      '2023-03-26T05:00:00.000Z',
      '2023-03-27T05:00:00.000Z',
    ]);
  });

  it('runs once for each day passed, and not again for the instant it last ran at', () => {
    expect(due('2023-03-07T06:00:00Z', '2023-03-08T06:00:00Z')).toEqual(['2023-03-08T06:00:00.000Z']);
    expect(due('2023-03-07T06:00:00Z', '2023-03-08T05:59:59Z')).toEqual([]);
    expect(due('2023-01-01T00:00:00Z', '2024-01-01T00:00:00Z')).toHaveLength(365);
  });

  it('is told when it was to run', () => {
    expect(scheduleInput(daily, new Date('2023-03-25T06:00:00Z'))).toEqual({ scheduledTime: '2023-03-25T06:00:00Z' });
  });
});

describe('an expression of EventBridge', () => {
  it('is read as the cron it means', () => {
    expect(cronPattern('cron(30 6 * * ? *)')).toBe('30 6 * * *');
    expect(cronPattern('cron(0 9 1 4 ? *)')).toBe('0 9 1 4 *');
  });

  it.each(['rate(1 day)', 'cron(0 6 ? * 2 *)', 'cron(0 6 * * ? 2023)', 'cron(0 6 * * *)'])(
    'is refused rather than misread: %s',
    (expression) => {
      expect(() => cronPattern(expression)).toThrow(expression);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { councilIds, readArguments, readInstant, UsageError } from '../../bin/local/arguments.ts';
import { samples } from '../../seeds/councils/index.ts';

describe('the flags of npm start', () => {
  it('bring up Kent with its seeds on port 3000 by the machine’s own clock when there are none', () => {
    expect(readArguments([], undefined)).toEqual({ port: 3000, council: 'kent', empty: false, now: undefined, data: undefined });
  });

  it('choose the council, the clock, the directory and the port', () => {
    const given = readArguments(['--empty', '--council', 'plymouth', '--now', '2023-03-07T09:00:00Z', '--data', 'kept'], '0');
    expect(given).toEqual({ port: 0, council: 'plymouth', empty: true, now: new Date('2023-03-07T09:00:00Z'), data: 'kept' });
  });

  it.each([
    ['a flag there is none of', ['--fast'], undefined, /--fast/],
    ['a word that is no flag', ['kent'], undefined, /kent/],
    ['a council there are no settings for', ['--council', 'gotham'], undefined, /one of kent, plymouth/],
    ['a date without a time', ['--now', '2023-03-07'], undefined, /2023-03-07T09:00:00Z/],
    ['a time without a zone', ['--now', '2023-03-07T09:00:00'], undefined, /2023-03-07T09:00:00Z/],
    ['a day that is not in the calendar', ['--now', '2023-13-01T09:00:00Z'], undefined, /2023-13-01/],
    ['a port that is no number', [], 'http', /PORT/],
    ['a port beyond the last', [], '70000', /65535/],
  ])('refuse %s in one line', (_what, flags, port, words) => {
    const read = () => readArguments(flags, port);
    expect(read).toThrow(UsageError);
    expect(read).toThrow(words);
    expect(read).not.toThrow(/\n/);
  });

  it('know every council that there is to try', () => {
    expect([...councilIds].sort()).toEqual(samples.map(({ id }) => id).sort());
  });

  it('take an instant in any zone that is named', () => {
    expect(readInstant('2023-07-07T10:00:00+01:00', '--now').toISOString()).toBe('2023-07-07T09:00:00.000Z');
  });
});

import { describe, expect, it } from 'vitest';
import { dateOf, partsOf } from '../../functions/rules/typed-date.ts';

const typed = (day: string, month: string, year: string) => dateOf({ day, month, year });

describe('A date typed in three parts', () => {
  it('is read with or without zeros in front, its month as a figure or a word', () => {
    expect(typed('5', '4', '2023')).toEqual({ date: '2023-04-05' });
    expect(typed('05', 'April', '2023')).toEqual({ date: '2023-04-05' });
    expect(typed(' 5 ', 'apr', ' 2023 ')).toEqual({ date: '2023-04-05' });
    expect(typed('12', 'January', '2023')).toEqual({ date: '2023-01-12' });
  });

  it('is nothing where nothing is typed', () => {
    expect(typed('', ' ', '')).toEqual({});
  });

  it('names the parts that are missing', () => {
    expect(typed('5', '', '').fault).toBe('Give the month and the year too');
    expect(typed('', '', '2023').fault).toBe('Give the day and the month too');
    expect(typed('', '4', '').fault).toBe('Give the day and the year too');
  });

  it.each([
    ['31', '2', '2023'],
    ['0', '1', '2023'],
    ['1', '13', '2023'],
    ['1', '1', '1066'],
  ])('%s %s %s does not exist here', (...parts) => {
    expect(typed(...parts).fault).toBe('Use a date that exists, between 1990 and 2199');
  });

  it.each([
    ['1', '1', '23'],
    ['1', '1', '02023'],
    ['1', '1', '2023.'],
    ['001', '1', '2023'],
    ['1st', '1', '2023'],
    ['1', '001', '2023'],
    ['1', '1st', '2023'],
    ['1', 'Apr.', '2023'],
    ['1', '.Apr', '2023'],
    ['1', 'Thermidor', '2023'],
  ])('%s %s %s is read as no other than was meant: 23 is never the first century', (...parts) => {
    expect(typed(...parts).fault).toContain('four figures');
  });

  it('goes back into its parts', () => {
    expect(partsOf('2023-04-05')).toEqual({ day: '5', month: '4', year: '2023' });
  });
});

import { expect, it } from 'vitest';
import { counted } from '../../functions/rules/counted.ts';

it('one of a thing is in the singular, and none or several in the plural', () => {
  expect([0, 1, 2].map((count) => counted(count, 'month'))).toEqual(['0 months', '1 month', '2 months']);
  expect([1, 3].map((count) => counted(count, 'line has', 'lines have'))).toEqual(['1 line has', '3 lines have']);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DueDate, readDueDate } from '../../functions/register/due-date-text.ts';
import { addDays, inWords } from '../../functions/rules/local-date.ts';

describe('a forward plan’s date is read', () => {
  it.each([
    ['Not before 5th Apr 2023', '2023-04-05', null],
    ['Not before Wednesday, 5th April, 2023', '2023-04-05', null],
    ['Between 3 Apr 2023 and 28 Apr 2023', '2023-04-03', '2023-04-28'],
    ['Between 3 and 28 April 2023', '2023-04-03', '2023-04-28'],
    ['Between March and May 2024', '2024-03-01', '2024-05-31'],
    ['12 – 16 June 2023', '2023-06-12', '2023-06-16'],
    ['Before 1 May 2023', null, '2023-04-30'],
    ['Before May 2023', null, '2023-04-30'],
    ['After 1 May 2023', '2023-05-02', null],
    ['By 31 March 2024', null, '2024-03-31'],
    ['No later than March 2024', null, '2024-03-31'],
    ['March 2024', '2024-03-01', '2024-03-31'],
    ['Feb 2024', '2024-02-01', '2024-02-29'],
    ['Sept 2023', '2023-09-01', '2023-09-30'],
    ['10 Jul 2023', '2023-07-10', '2023-07-10'],
    ['On the 10th of July 2023.', '2023-07-10', '2023-07-10'],
    ['10/07/2023', '2023-07-10', '2023-07-10'],
    ['2023-07-10', '2023-07-10', '2023-07-10'],
    ['29 February 2024', '2024-02-29', '2024-02-29'],
    ['Autumn 2023', '2023-09-01', '2023-11-30'],
  ])('%s', (text, notBefore, notAfter) => expect(readDueDate(text).due).toEqual({ notBefore, notAfter }));

  it.each([
    [''],
    ['TBC'],
    ['To be confirmed'],
    ['soon'],
    ['30 February 2023'],
    ['29 February 2023'],
    ['31/13/2023'],
    ['5 Ma 2023'],
    ['Between 5 May 2023 and 3 April 2023'],
  ])('or not, and then that is found: %j', (text) => {
    const { due, findings } = readDueDate(text);
    expect({ due, found: findings.length }).toEqual({ due: null, found: 1 });
  });

  it.each([
    ['March 2024', 'Only a month is given: the whole of it was taken.'],
    ['05/04/2023', '"05/04/2023" was read as day, then month.'],
    ['5 April 23', 'The year "23" was read as 2023.'],
    ['Summer 2024', '"summer 2024" is no date: June to August was taken.'],
  ])('with what was guessed of %s as a finding', (text, finding) => expect(readDueDate(text).findings).toEqual([finding]));

  it('and a date that leaves nothing to guess finds nothing', () => expect(readDueDate('Not before 5th Apr 2023').findings).toEqual([]));
});

const asModernGovWrites = ({ notBefore, notAfter }: DueDate): string => {
  if (notBefore !== null && notAfter !== null)
    return notBefore === notAfter ? inWords(notBefore) : `Between ${inWords(notBefore)} and ${inWords(notAfter)}`;
  return notBefore === null ? `By ${inWords(notAfter ?? '')}` : `Not before ${inWords(notBefore)}`;
};

it('a due date as ModernGov writes it is read as it was meant', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('2000-01-01', days));
  fc.assert(
    fc.property(day, fc.nat(400), fc.boolean(), fc.boolean(), (from, length, hasStart, hasEnd) => {
      fc.pre(hasStart || hasEnd);
      const due = { notBefore: hasStart ? from : null, notAfter: hasEnd ? addDays(from, length) : null };
      expect(readDueDate(asModernGovWrites(due))).toEqual({ text: asModernGovWrites(due), due, findings: [] });
    }),
  );
});

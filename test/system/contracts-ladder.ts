import type { Mail } from './system.ts';

/** Who is told what about which contract on a day. */
export type Told = { day: string; to: string; reference: string; words: string };

type Line = [day: string, reference: string, people: string[], words: string];

const quinn = ['quinn', 'sam'];
// From the day after Quinn’s address bounced, the clerk is written to in Quinn’s place.
const forQuinn = ['clerk', 'sam'];
const director = 'corporate-director-strategic-services';
const [olive, rosa, peter] = [
  ['olive', 'sam'],
  ['rosa', 'sam'],
  ['peter', 'sam'],
];
const submit = (by: string) => `A proposal for what follows must be submitted by ${by}.`;
const silent = (since: string, by: string) => `Nobody has acted in the 14 days since ${since}, when this was told. ${submit(by)}`;
const ends = (on: string) => `The contract ends on ${on}.`;

/**
 * The year as it must be told, reckoned by hand with a calendar from the council's settings: a simple service, a key decision (10 clear
 * working days of clearance, 56 clear days to the committee, 5 working days to decide, 5 of call-in), and then
 *   YEAR, PIPE, and OPTION once prolonged, by open tender: 25 days from the day after the notice and 14 more, 8 of standstill, 5 of signature,
 *   14 of mobilisation;
 *   OPTION at first by its option, of which the supplier is told a working day before 31 July;
 *   WAITS by letting it lapse, with 14 days of handover, reckoned back over Christmas.
 * That gives the last safe days 27 July 2026 (YEAR), 5 May 2026 and then 24 May 2027 (OPTION), 16 December 2026 (WAITS) and 23 April 2027
 * (PIPE).
 */
const ladder: Line[] = [
  [
    '2026-01-06',
    'NOTICE',
    peter,
    'UK7, Contract details notice: due by Tuesday 13 January 2026. Within 30 days beginning with 15 December 2025, when it was entered into.',
  ],
  ['2026-01-06', 'OPTION', quinn, submit('Tuesday 5 May 2026')],
  [
    '2026-01-07',
    'OPTION',
    ['clerk'],
    `Email to quinn@kent.example could not be delivered. Give the contract another owner or sponsor. ${submit('Tuesday 5 May 2026')}`,
  ],
  ['2026-01-20', 'OPTION', [director, ...forQuinn], silent('Tuesday 6 January 2026', 'Tuesday 5 May 2026')],
  ['2026-01-27', 'YEAR', olive, submit('Monday 27 July 2026')],
  ['2026-02-05', 'OPTION', forQuinn, submit('Tuesday 5 May 2026')],
  ['2026-02-10', 'YEAR', [director, ...olive], silent('Tuesday 27 January 2026', 'Monday 27 July 2026')],
  [
    '2026-04-01',
    'PIPE',
    peter,
    'UK1, Pipeline notice: due by Tuesday 26 May 2026. Worth more than £2m, with a tender or transparency notice due within 18 months of 1 April 2026: within 56 days beginning with that day.',
  ],
  ['2026-04-05', 'OPTION', forQuinn, submit('Tuesday 5 May 2026')],
  ['2026-04-27', 'YEAR', olive, submit('Monday 27 July 2026')],
  ['2026-04-30', 'OPTION', forQuinn, 'Extension option 1, of 12 months, must be taken up by Friday 31 July 2026.'],
  // Olive acknowledged on 30 April, so 11 May brings nothing; the option was taken up on 1 May, so 5 May brings nothing.
  ['2026-06-16', 'WAITS', rosa, submit('Wednesday 16 December 2026')],
  ['2026-06-27', 'YEAR', olive, submit('Monday 27 July 2026')],
  ['2026-07-11', 'YEAR', [director, ...olive], silent('Saturday 27 June 2026', 'Monday 27 July 2026')],
  ['2026-07-27', 'YEAR', olive, 'Last day on which a proposal for what follows can be submitted in time: Monday 27 July 2026.'],
  // A decision on what follows YEAR is in hand from 28 July: no word of being late, and still the end is told.
  ['2026-09-30', 'YEAR', olive, ends('Thursday 31 December 2026')],
  // Put off on 16 June to 1 October: what fell due on 16 September is told then.
  ['2026-10-01', 'WAITS', rosa, submit('Wednesday 16 December 2026')],
  ['2026-10-15', 'WAITS', [director, ...rosa], silent('Thursday 1 October 2026', 'Wednesday 16 December 2026')],
  ['2026-10-23', 'PIPE', peter, submit('Friday 23 April 2027')],
  ['2026-11-06', 'PIPE', [director, ...peter], silent('Friday 23 October 2026', 'Friday 23 April 2027')],
  ['2026-11-16', 'WAITS', rosa, submit('Wednesday 16 December 2026')],
  ['2026-11-24', 'OPTION', forQuinn, submit('Monday 24 May 2027')],
  ['2026-11-30', 'YEAR', olive, ends('Thursday 31 December 2026')],
  ['2026-12-08', 'OPTION', [director, ...forQuinn], silent('Tuesday 24 November 2026', 'Monday 24 May 2027')],
  ['2026-12-16', 'WAITS', rosa, 'Last day on which a proposal for what follows can be submitted in time: Wednesday 16 December 2026.'],
  [
    '2026-12-23',
    'WAITS',
    rosa,
    'Late: the last safe day to submit a proposal was Wednesday 16 December 2026. The contract ends on Wednesday 31 March 2027.',
  ],
  [
    '2026-12-30',
    'WAITS',
    rosa,
    'Late: the last safe day to submit a proposal was Wednesday 16 December 2026. The contract ends on Wednesday 31 March 2027.',
  ],
  ['2026-12-31', 'WAITS', rosa, ends('Wednesday 31 March 2027')],
  ['2026-12-31', 'YEAR', olive, 'Last day of the contract, after which no option can be exercised: Thursday 31 December 2026.'],
  [
    '2027-01-06',
    'WAITS',
    rosa,
    'Late: the last safe day to submit a proposal was Wednesday 16 December 2026. The contract ends on Wednesday 31 March 2027.',
  ],
];

const inOrder = (told: Told[]): string[] => told.map(({ day, to, reference, words }) => `${day} ${to} ${reference}: ${words}`).sort();

/** What is to be told after one day, up to and with another. */
export const toBeTold = (after: string, until: string): string[] =>
  inOrder(
    ladder
      .filter(([day]) => day > after && day <= until)
      .flatMap(([day, reference, people, words]) => people.map((to) => ({ day, to, reference, words }))),
  );

const entry = /^\d+\. [^\n]*\(([^)]+)\):\n((?: {2}.*\n)+)/gm;

/** What one digest tells, contract by contract, without the end, the distance to it and what to do next. */
const toldBy = ({ to, sentAt, text }: Mail): Told[] =>
  [...text.matchAll(entry)].map(([, reference = '', lines = '']) => ({
    day: sentAt.slice(0, 10),
    to: to.split('@')[0]?.toLowerCase() ?? '',
    reference,
    words: lines
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replace(/^(Ends on [^.]*|No end is recorded)\. /, '')
      .replace(/ Do next: .*$/, '')
      .replaceAll(/ (That|[A-Z][a-z]+day \d{1,2} \w+ \d{4}) (is|was) [^.]*\./g, ''),
  }));

/** What these mails tell, in the order of the days. */
export const told = (mails: Mail[]): string[] => inOrder(mails.flatMap(toldBy));

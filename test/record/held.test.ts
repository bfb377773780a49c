import { expect, it } from 'vitest';
import { timetableOf } from '../../functions/proposal/proposal.view.ts';
import { publicationOf } from '../../functions/record/publication/publication.ts';
import { recordPage } from '../../functions/record/page/record.page.tsx';
import { blocksOf } from '../../functions/record/print/record-blocks.ts';
import { registerEntry } from '../../functions/register/register-entry.ts';
import { kent } from '../../seeds/kent/council.ts';
import { calledIn } from '../decision/stories.ts';
import { clerk, scrutiny, type Story } from '../decision/story.ts';

const published = ({ decision, council }: Story) => publicationOf(decision!, council)!;

it('a decision that is called in has no day of effect in public, on its page, in its data or in a list, nor at the desk', () => {
  const of = published(calledIn());
  expect([of.timetable.effectiveFrom, registerEntry(of).summary.effectiveFrom, of.timetable.callInClosesOn]).toEqual([
    null,
    null,
    '2023-04-14',
  ]);
  expect(JSON.stringify(of)).not.toContain('2023-04-15');
  const held = calledIn();
  expect(timetableOf(held.decision!, held.given), 'nor for those who work on it').not.toHaveProperty('effectiveFrom');
  const released = published(
    calledIn().on('2023-05-04').does({ type: 'conclude-call-in', outcome: 'no-comment', words: 'None.', by: scrutiny }),
  );
  expect(released.timetable.effectiveFrom).toBe('2023-05-04');
});

it('a call-in that the clerk found not valid is not put down to scrutiny, nor the clerk’s words', () => {
  const of = published(
    calledIn().on('2023-04-12').does({ type: 'validate-call-in', valid: false, words: 'B sits in the Cabinet.', by: clerk }),
  );
  const page = recordPage(of, kent);
  expect([page.includes('The clerk’s words'), page.includes('Scrutiny’s')]).toEqual([true, false]);
  const printed = JSON.stringify(blocksOf(of));
  expect([printed.includes('The clerk found it not valid. B sits in the Cabinet.'), printed.includes('Scrutiny:')]).toEqual([true, false]);
});

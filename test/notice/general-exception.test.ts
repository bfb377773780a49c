import { describe, expect, it } from 'vitest';
import type { Council } from '../../functions/council/council.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import { vacant } from '../decision/stories.ts';
import { clerk } from '../decision/story.ts';
import { telling } from '../email/telling.ts';

const members = [
  { name: 'Councillor One', email: 'one@kent.example' },
  { name: 'Councillor Two', email: 'two@kent.example' },
];
const chairless = (of: typeof members): Council => ({
  ...vacant('scrutiny-chair', '2023-02-01'),
  committees: kent.committees.map((committee) => (committee.chair === 'scrutiny-chair' ? { ...committee, members: of } : committee)),
});
const notice = { type: 'publish-notice', route: 'general-exception', reason: 'The provider has failed.', by: clerk } as const;

describe('the written notice of a general exception (reg 10)', () => {
  it('goes to the scrutiny chair', () => {
    const story = telling().cleared().does(notice);
    expect(
      story
        .letters('notice-published')
        .filter(({ kind }) => kind === 'general-exception-notice')
        .map(({ to }) => to.email),
    ).toEqual(['scrutiny-chair@kent.example']);
  });

  it('goes to every member of the committee while it has no chair', () => {
    const letters = telling(undefined, chairless(members))
      .cleared()
      .does(notice)
      .letters('notice-published')
      .filter(({ kind }) => kind === 'general-exception-notice');
    expect(letters.map(({ to }) => to.email)).toEqual(['one@kent.example', 'two@kent.example']);
    expect(letters[0]?.paragraphs[0]).toContain('as Member of the Scrutiny Committee');
  });

  it('is refused while there is nobody to give it to', () =>
    expect(telling(undefined, chairless([])).cleared().tries(notice)).toMatchObject({
      rule: 'general-exception-notice',
      source: 'Reg 10 of SI 2012/2089',
    }));
});

import { describe, expect, it } from 'vitest';
import { type Hold, holdInWords, holdSchema, isInForce, saidSchema, whyNotHeld, whyNotLifted } from '../../functions/keeping/hold.rules.ts';
import { endedUnrecorded } from '../../functions/keeping/unrecorded-end.rules.ts';
import type { Contract } from '../../functions/contract/contract.schema.ts';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { ContractStory, plain } from '../contract/contract-story.ts';

const hold = (over: Partial<Hold> = {}): Hold => ({
  number: 3,
  because: 'Claim KB-2026-000123',
  by: 'Amina Khan, Monitoring Officer',
  at: '2026-07-20T23:30:00.000Z',
  ...over,
});
const lifted = { because: 'It was settled', by: 'B Ng, Solicitor', at: '2026-11-30T09:00:00.000Z' };
const wordsOf = (because: string, by = 'Amina Khan, Monitoring Officer') =>
  saidSchema.safeParse({ because, by }).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('A hold', () => {
  it('says why, since which day in London, by whom, and by which number it is lifted', () => {
    expect(holdInWords(hold())).toBe('Claim KB-2026-000123, since 2026-07-21, by Amina Khan, Monitoring Officer (hold 3)');
  });

  it('keeps what it is on until somebody lifts it', () => {
    expect([isInForce(hold()), isInForce(hold({ lifted }))]).toEqual([true, false]);
    expect(holdSchema.parse({ pk: 'DECISION#a', sk: 'HOLD#000003', ...hold({ lifted }) })).toEqual(hold({ lifted }));
  });

  it.each([
    ['', ['because: Say something: this cannot be empty']],
    ['  ', ['because: Say something: this cannot be empty']],
    ['2026', ['because: Say why in words, such as "Claim KB-2026-000123"']],
    ['a\nb', ['because: Use one line']],
    [`a${'b'.repeat(500)}`, ['because: Use 500 characters or fewer']],
  ])('is not set because of %j', (because, words) => {
    expect(wordsOf(because)).toEqual(words);
  });

  it.each([['Amina Khan'], ['Amina Khan,'], [', Monitoring Officer'], [',']])(
    'is set by somebody with a name and a role, and not by %j',
    (by) => {
      expect(wordsOf('A claim', by)).toEqual(['by: Say by whom, by name and role, such as "Amina Khan, Monitoring Officer"']);
    },
  );

  it('is set by a name and a role however they are set apart, and by nobody where nothing was typed', () => {
    expect([wordsOf('A claim', 'Amina Khan,Monitoring Officer'), wordsOf('A claim', 'Amina Khan ,  Monitoring Officer')]).toEqual([[], []]);
    expect(wordsOf('A claim', '')).toEqual(['by: Say something: this cannot be empty']);
  });

  it('takes a reason and a name as they are meant, without the blanks around them', () => {
    expect(saidSchema.parse({ because: ' A claim ', by: ' A , Clerk ' })).toEqual({ because: 'A claim', by: 'A , Clerk' });
  });
});

describe('A thing that is held', () => {
  it('is not held a second time for the same reason, however it is written', () => {
    expect(whyNotHeld([hold({ number: 2, because: 'Audit' }), hold()], ' claim  kb-2026-000123')).toEqual({
      ok: false,
      rule: 'held-already',
      words:
        'It is held already: Claim KB-2026-000123, since 2026-07-21, by Amina Khan, Monitoring Officer (hold 3). For another dispute, give its own reason.',
    });
  });

  it('is held for another dispute beside the first, and again for one whose hold was lifted', () => {
    expect([
      whyNotHeld([], 'Claim KB-2026-000123'),
      whyNotHeld([hold()], 'Claim KB-2026-000124'),
      whyNotHeld([hold({ lifted })], 'Claim KB-2026-000123'),
    ]).toEqual([null, null, null]);
  });
});

describe('Lifting a hold', () => {
  it('can be done to one in force', () => expect(whyNotLifted(3, hold())).toBeNull());

  it('is refused where there is none of that number', () => {
    expect(whyNotLifted(9, null)).toMatchObject({
      rule: 'not-held',
      words: 'There is no hold 9. Without a subject, the command lists those there are.',
    });
  });

  it('is refused of one that was lifted before, with when, by whom and why', () => {
    expect(whyNotLifted(3, hold({ lifted }))).toMatchObject({
      rule: 'lifted-already',
      words: 'Hold 3 was lifted on 2026-11-30 by B Ng, Solicitor: It was settled.',
    });
  });
});

describe('A contract that nobody recorded as ended', () => {
  const story = (over: Partial<Terms> = {}) =>
    new ContractStory('2010-01-05T09:00:00Z').does({
      type: 'register-contract',
      reference: 'A/1',
      ocid: 'ocds-000000-a',
      terms: plain({ start: '2010-04-01', end: '2014-03-31', ...over }),
    });
  const told = (of: ContractStory, on: string) => endedUnrecorded(of.contract as Contract, on);
  const options = [{ months: 12, amountPence: 1, noticeMonths: 3 }];

  it('is one whose last day by its own terms is more than a year ago, the anniversary not included', () => {
    expect([told(story(), '2015-03-31'), told(story(), '2015-04-01')]).toEqual([null, '2014-03-31']);
  });

  it('is counted as if every option had been taken up, since nobody may have recorded those either', () => {
    expect([told(story({ extensionOptions: options }), '2016-03-31'), told(story({ extensionOptions: options }), '2016-04-01')]).toEqual([
      null,
      '2015-03-31',
    ]);
  });

  it('is none that has ended, nor one that is only proposed', () => {
    expect(
      told(story().on('2015-05-01').does({ type: 'end-contract', on: '2014-03-31', how: 'expired', words: 'Over.' }), '2030-01-01'),
    ).toBeNull();
    const particulars = { title: 'A', department: 'D', owner: plain().owner, sponsor: plain().sponsor };
    expect(
      told(
        new ContractStory('2010-01-05T09:00:00Z').does({
          type: 'propose-contract',
          reference: 'A/2',
          ocid: 'ocds-000000-a',
          particulars,
          proposed: { outcome: 'award', end: '2012-01-01', extensionOptions: [], replaces: [] },
          decision: { number: '10/00001', outcome: 'award' },
        }),
        '2030-01-01',
      ),
    ).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { directoryFaults } from '../../functions/proposal/directory-faults.rules.ts';
import type { Draft } from '../../functions/proposal/proposal.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import { key, vacant } from '../decision/stories.ts';

const on = '2023-03-07';
const faults = (content: Draft, council = kent) => directoryFaults(council, content, on).map(({ path, message }) => `${path}: ${message}`);

describe('what a proposal names', () => {
  it('is known to the directory, or said not to be, wherever it is named', () =>
    expect(
      faults({
        decisionMaker: 'nobody',
        jointWith: 'no-one',
        inThePlaceOf: 'neither',
        leadDirector: 'none',
        inConsultationWith: ['leader', 'a-ghost'],
        consultees: [{ name: 'Somebody outside', email: 'outside@elsewhere.example' }, 'another-ghost'],
        divisionsAffected: ['Ashford Central', 'Atlantis'],
      }),
    ).toEqual([
      'decisionMaker: Kent County Council has no post or body called "nobody"',
      'jointWith: Kent County Council has no post or body called "no-one"',
      'inThePlaceOf: Kent County Council has no post or body called "neither"',
      'leadDirector: Kent County Council has no post or body called "none"',
      'inConsultationWith.1: Kent County Council has no post or body called "a-ghost"',
      'consultees.1: Kent County Council has no post or body called "another-ghost"',
      'divisionsAffected.1: Kent County Council has no division called "Atlantis"',
    ]));

  it('is held by somebody on the day', () => {
    const council = vacant('leader', on);
    expect(faults({ decisionMaker: 'leader' }, council)).toEqual([`decisionMaker: Nobody holds the post "leader" on ${on}`]);
    expect(faults({ inThePlaceOf: 'leader', consultees: ['leader'] }, council)).toEqual([
      `inThePlaceOf: Nobody holds the post "leader" on ${on}`,
      `consultees.0: Nobody holds the post "leader" on ${on}`,
    ]);
  });

  it('is nothing at fault where it is all known, or not named yet', () =>
    expect([faults(key), faults({}), faults({ divisionsAffected: 'all' }), faults({ divisionsAffected: ['Ashford Central'] })]).toEqual([
      [],
      [],
      [],
      [],
    ]));

  it('is named once among the divisions', () =>
    expect(faults({ divisionsAffected: ['Ashford Central', 'Ashford Central'] })).toEqual([
      'divisionsAffected.1: "Ashford Central" is named twice',
    ]));
});

describe('who decides', () => {
  it.each(['scrutiny-chair', 'council-chair'])('is not the %s, who has no executive power, though they may be asked', (post) => {
    expect(faults({ decisionMaker: post })).toEqual(['decisionMaker: This post has no executive power to decide']);
    expect(faults({ decisionMaker: 'leader', jointWith: post })).toEqual(['jointWith: This post has no executive power to decide']);
    expect(faults({ consultees: [post], inConsultationWith: [post] })).toEqual([]);
  });

  it.each(['leader', 'cabinet', 'corporate-director-children'])('may be the %s', (post) =>
    expect(faults({ decisionMaker: post })).toEqual([]),
  );

  it('together is two people, each another', () => {
    expect(faults({ decisionMaker: 'leader', jointWith: 'leader' })).toEqual(['jointWith: This is the decision maker already']);
    expect(faults({ decisionMaker: 'leader', jointWith: 'cabinet' })).toEqual(['jointWith: A body decides by itself, at its meeting']);
    expect(faults({ decisionMaker: 'cabinet', jointWith: 'leader' })).toEqual(['jointWith: A body decides by itself, at its meeting']);
    expect(faults({ decisionMaker: 'leader', jointWith: 'cabinet-member-finance' })).toEqual([]);
    expect(faults({ jointWith: 'cabinet' })).toEqual([]);
  });
});

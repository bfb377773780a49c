import { describe, expect, it } from 'vitest';
import type { Council } from '../../functions/council/council.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory, terms } from './contract-story.ts';

const wrong = {
  leadDirector: 'nobody',
  decisionMaker: 'cabinet-member-magic',
  divisionsAffected: ['Ashford Central', 'Atlantis', 'Ashford Central'],
};
const named = [
  { path: 'decisionMaker', message: 'Kent County Council has no post or body called "cabinet-member-magic"' },
  { path: 'leadDirector', message: 'Kent County Council has no post or body called "nobody"' },
  { path: 'divisionsAffected.1', message: 'Kent County Council has no division called "Atlantis"' },
  { path: 'divisionsAffected.2', message: '"Ashford Central" is named twice' },
];
const register = (over = {}) => ({ type: 'register-contract' as const, reference: 'SC23001', ocid: 'ocds-000000-a', terms: terms(over) });
const amend = (over = {}) => ({ type: 'amend-contract' as const, terms: terms(over), words: 'Corrected.' });
const under = (story: ContractStory, council: Council) =>
  Object.defineProperty(story, 'given', { get: () => ({ now: story.now, council, settings: {} }) });

describe('A post, a division or a ward that the council does not have', () => {
  it('is told of a contract that is entered, every one at once, and nothing is entered', () => {
    const story = new ContractStory();
    expect(story.tries(register(wrong))).toMatchObject({ kind: 'invalid', errors: named });
    expect(story.contract).toBeNull();
  });
  it('is told as the council writes it, where only capitals or marks differ', () =>
    expect(new ContractStory().tries(register({ divisionsAffected: ['ashford-central'] }))?.errors).toEqual([
      { path: 'divisionsAffected.0', message: 'Kent County Council has no division called "ashford-central": write "Ashford Central"' },
    ]));
  it('is told of a contract that is changed, unless it stood there before', () => {
    expect(new ContractStory().registers().tries(amend(wrong))?.errors).toEqual(named);
    const story = new ContractStory().registers({ divisionsAffected: ['Ashford Central'] });
    under(story, { ...kent, divisions: kent.divisions.filter(({ name }) => name !== 'Ashford Central') });
    expect(story.tries(amend({ divisionsAffected: ['Ashford Central'], reviewOn: '2024-05-01' }))).toBeNull();
  });
  it('is no fault of a contract whose post was done away with since, until it is changed to another of that kind', () => {
    const story = new ContractStory().registers();
    under(story, { ...kent, posts: kent.posts.filter(({ id }) => id !== terms().leadDirector) });
    expect(story.tries(amend({ reviewOn: '2024-05-01' }))).toBeNull();
    expect(story.tries(amend({ decisionMaker: terms().leadDirector }))?.errors?.map(({ path }) => path)).toEqual(['decisionMaker']);
  });
  it('is none where a contract names neither a post nor a place', () =>
    expect(
      new ContractStory().tries(register({ decisionMaker: undefined, leadDirector: undefined, divisionsAffected: undefined })),
    ).toBeNull());
});

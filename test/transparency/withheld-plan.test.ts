import { expect, it } from 'vitest';
import { publicContractOf } from '../../functions/transparency/public-contract.ts';
import { given } from '../alert/daily-checks.ts';
import { ContractStory } from '../contract/contract-story.ts';

const withheld = { parts: ['value' as const], paragraph: 3, publicInterest: 'A second lot is open.' };
const plan = (netPence: number) =>
  publicContractOf(
    new ContractStory('2023-12-01T09:00:00Z').registers({
      netPence,
      withheld,
      divisionsAffected: ['Ashford Central'],
      extensionOptions: [],
    }).registered,
    given('2024-06-03'),
  ).plan;

it('What is planned to follow a contract is the same whatever its withheld value, since a key decision takes longer', () =>
  expect(plan(1_000_000)).toEqual(plan(900_000_000)));

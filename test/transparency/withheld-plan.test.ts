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

it('What the council’s own company does is not said to be awarded directly again, which is an award under the Act (Sch 2)', () =>
  expect(
    publicContractOf(new ContractStory('2023-12-01T09:00:00Z').registers({ route: 'in-house' }).registered, given('2024-06-03')).plan
      ?.words,
  ).toMatch(/^What follows is planned by an agreement with the council’s own company or another public body\. /));

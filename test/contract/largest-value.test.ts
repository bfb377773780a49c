import { expect, it } from 'vitest';
import { contractRequest } from '../../functions/contract/contract-terms.schema.ts';
import { ContractStory, terms } from './contract-story.ts';

const most = 10_000_000_000_000;
const option = (amountPence: number) => ({ extensionOptions: [{ months: 12, amountPence }] });

it('a contract worth more than £100,000,000,000 with its options is refused where they are, and not a fault', () => {
  const sent = { ...terms(), netPence: most - 100, ...option(101) };
  expect(contractRequest.safeParse(sent).error?.issues).toMatchObject([
    { path: ['extensionOptions'], message: 'The value with every option is over £100,000,000,000' },
  ]);
});

it('one worth just that is registered and kept', () =>
  expect(new ContractStory().registers({ netPence: most - 100, ...option(100) }).registered).toMatchObject({ approvedPence: most }));

it('one of a decision that said more is registered, and approved at no more than can be kept', () => {
  const { title, department, owner, sponsor, extensionOptions } = terms();
  const proposed = { outcome: 'award' as const, valuePence: most, extensionOptions, replaces: [] };
  const story = new ContractStory().does({
    type: 'propose-contract',
    reference: '23/00074-1',
    ocid: 'ocds-000000-23-00074',
    particulars: { title, department, owner, sponsor },
    proposed,
    decision: { number: '23/00074', outcome: 'award' },
  });
  expect(story.registers().registered.approvedPence).toBe(most);
});

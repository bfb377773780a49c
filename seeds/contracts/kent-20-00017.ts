import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { contractIdFrom, contractReferenceFrom, ocidOfDecision } from '../../functions/contract/contract-names.ts';
import { defaultContractSettings } from '../../functions/contract/contract-settings.ts';
import { kent2000017 } from '../decisions/kent-20-00017.ts';
import { seedId } from '../retell.ts';
import type { ContractAct, SeedContracts } from './seed-contract.ts';

const number = '20/00017';
const end = '2020-09-30';
const decision = seedId(kent2000017);

type Present = { index: number; title: string; supplier: string; netPence: number; how: 'expired' | 'brought-in-house' };

// The record gives each provider, the sum for a year and the end, and no more.
const present: Present[] = [
  { index: 0, title: 'A. Young Carers', supplier: 'Imago', netPence: 32_548_488, how: 'expired' },
  { index: 2, title: 'B. NEET', supplier: 'CXK Ltd', netPence: 49_841_040, how: 'expired' },
  { index: 4, title: 'C. Family Support', supplier: 'Porchlight', netPence: 124_000_000, how: 'brought-in-house' },
  { index: 5, title: 'C. Family Support', supplier: 'Project Salus', netPence: 86_040_000, how: 'brought-in-house' },
];

const termsOf = ({ index, title, supplier, netPence }: Present): Terms => ({
  reference: contractReferenceFrom(number, index),
  title,
  description: `${title.slice(3)}, as provided by ${supplier} until 30 September 2020. The sum is that of one year. The record gives neither the start nor how the contract was procured: 1 October 2019 and an open procedure stand for them.`,
  department: 'Children, Young People and Education',
  supplier: { name: supplier },
  route: 'open',
  subject: 'services',
  netPence,
  start: '2019-10-01',
  end,
  extensionOptions: [],
  owner: { name: 'Early Help Commissioning', email: 'early.help.commissioning@kent.example' },
  sponsor: { name: 'The Corporate Director for Children, Young People and Education', email: 'corporate-director-children@kent.example' },
  decision: number,
  decisionMaker: 'cabinet-member-children',
  leadDirector: 'corporate-director-children',
  divisionsAffected: 'all',
  serviceClass: 'standard',
});

const told = (one: Present): ContractAct[] => {
  const contract = contractIdFrom(decision, one.index);
  const terms = termsOf(one);
  const words = one.how === 'expired' ? 'It came to its end.' : 'The service was brought in-house, as the decision says.';
  return [
    {
      at: '2020-07-01T09:00:00Z',
      contract,
      assumed: true,
      command: {
        type: 'register-contract',
        reference: terms.reference ?? '',
        ocid: ocidOfDecision(number, defaultContractSettings),
        terms,
      },
    },
    {
      at: '2020-10-01T09:00:00Z',
      contract,
      assumed: true,
      note: 'The end is the record’s; that it was reached is assumed.',
      command: { type: 'end-contract', on: end, how: one.how, words },
    },
  ];
};

// What follows is in the register as proposed. Nothing here says what became of it, and nobody is to be asked for its dates for ever.
const following: ContractAct[] = [1, 3].map((index) => ({
  at: '2020-12-01T09:00:00Z',
  contract: contractIdFrom(decision, index),
  assumed: true,
  command: { type: 'close-contract', words: 'The dates proposed are placeholders, and no source held here says what followed.' },
}));

/**
 * The four contracts of Kent 20/00017, all ending on 30 September 2020: two services let go to something new, one brought in-house from two
 * providers.
 */
export const contractsOf2000017: SeedContracts = {
  council: 'kent',
  source: kent2000017.source,
  acts: [...present.flatMap(told), ...following],
};

import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { ocidOfDecision } from '../../functions/contract/contract-names.ts';
import { defaultContractSettings } from '../../functions/contract/contract-settings.ts';
import { importedContractId } from '../../functions/spreadsheet/register-import.ts';
import type { ContractAct, SeedContracts } from './seed-contract.ts';

const number = '17/00102';
// Not those that the register would give were 17/00102 decided here: it is still only proposed.
const references = { present: 'HRS-YP-2017', interim: 'HRS-YP-2018', following: 'SAS-2018' };

const unsaid = 'The record is a proposed one. It names no provider and gives no sum for this contract: nought stands for the sum.';

const terms = (reference: string, over: Pick<Terms, 'title' | 'description' | 'start' | 'end' | 'route'> & Partial<Terms>): Terms => ({
  reference,
  department: 'Children, Young People and Education',
  supplier: { name: 'Not named in the record' },
  subject: 'services',
  netPence: 0,
  extensionOptions: [],
  serviceClass: 'complex',
  owner: { name: 'Children’s Commissioning', email: 'childrens.commissioning@kent.example' },
  sponsor: { name: 'The Corporate Director for Children, Young People and Education', email: 'corporate-director-children@kent.example' },
  decisionMaker: 'cabinet-member-children',
  leadDirector: 'corporate-director-children',
  divisionsAffected: 'all',
  ...over,
});

const present = terms(references.present, {
  title: 'Housing Related Support for young people',
  route: 'open',
  start: '2017-04-01',
  end: '2018-03-31',
  description: `Supported housing and floating support for vulnerable young people, under contract until 31 March 2018. ${unsaid} The start and the procedure are placeholders.`,
});

const interim = terms(references.interim, {
  title: 'Housing Related Support for young people: interim',
  route: 'direct-award',
  start: '2018-04-01',
  end: '2018-09-30',
  decision: number,
  replaces: [importedContractId(references.present)],
  description: `Six months with the present providers by a Single Source Action, so that the services for young people and for homeless adults end together. ${unsaid}`,
});

const following = terms(references.following, {
  title: 'Supported Accommodation Service',
  route: 'open',
  start: '2018-10-01',
  end: '2023-09-30',
  decision: number,
  replaces: [importedContractId(references.interim)],
  description: `One service of supported accommodation and floating support for Children in Care, Care Leavers and homeless 16 and 17 year olds. ${unsaid} The procedure is a placeholder.`,
});

const entered = (at: string, of: Terms): ContractAct => ({
  at,
  contract: importedContractId(of.reference ?? ''),
  assumed: true,
  command: { type: 'register-contract', reference: of.reference ?? '', ocid: ocidOfDecision(number, defaultContractSettings), terms: of },
});

const over = (at: string, of: Terms, how: 'replaced' | 'expired'): ContractAct => ({
  at,
  contract: importedContractId(of.reference ?? ''),
  assumed: true,
  command: {
    type: 'end-contract',
    on: of.end,
    how,
    words: how === 'replaced' ? 'The next contract took its place the day after.' : 'It came to its end.',
  },
});

/**
 * Kent 17/00102 in contracts: the present ones to 31 March 2018, the interim to 30 September 2018, the new service to 30 September 2023,
 * with no day between.
 */
export const contractsOf1700102: SeedContracts = {
  council: 'kent',
  source: 'Kent County Council, proposed record of decision 17/00102',
  acts: [
    entered('2017-11-24T09:00:00Z', present),
    entered('2018-03-01T09:00:00Z', interim),
    over('2018-04-01T09:00:00Z', present, 'replaced'),
    entered('2018-09-03T09:00:00Z', following),
    over('2018-10-01T09:00:00Z', interim, 'replaced'),
    over('2023-10-02T09:00:00Z', following, 'expired'),
  ],
};

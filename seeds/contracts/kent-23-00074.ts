import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { contractIdFrom, contractReferenceFrom, ocidOfDecision } from '../../functions/contract/contract-names.ts';
import { defaultContractSettings } from '../../functions/contract/contract-settings.ts';
import { kent2300022 } from '../decisions/kent-23-00022.ts';
import { seedId } from '../retell.ts';
import type { SeedContracts } from './seed-contract.ts';

const procurement = '23/00022';
const award = '23/00074';
const contract = contractIdFrom(seedId(kent2300022), 0);
const [start, end] = ['2023-12-01', '2025-11-30'];

const terms: Terms = {
  reference: contractReferenceFrom(procurement, 0),
  title: 'SAFER property security',
  description:
    'Property security for the Sanctuary Access for Eligible Residents Scheme. The procurement was decided on as 23/00022, for a start on 1 August 2023; the award, 23/00074, gave 1 December 2023 to 30 November 2025. The options are priced as one sum in 23/00022, of which half is shown against each. The provider is not named in what is held here, nor whether an option was taken up.',
  department: 'Adult Social Care and Health',
  supplier: { name: 'Not named in the record' },
  route: 'open',
  subject: 'services',
  netPence: 80_000_000,
  start,
  end,
  extensionOptions: [
    { months: 12, amountPence: 40_000_000 },
    { months: 12, amountPence: 40_000_000 },
  ],
  owner: { name: kent2300022.proposal.contact.name, email: kent2300022.proposal.contact.email },
  sponsor: { name: 'The Corporate Director Adult Social Care and Health', email: 'corporate-director-adult-social-care@kent.example' },
  decision: award,
  delegates: 'Extension by the Corporate Director, after consulting the Cabinet Member and the Corporate Director Finance.',
  decisionMaker: 'cabinet-member-adult-social-care',
  leadDirector: 'corporate-director-adult-social-care',
  divisionsAffected: 'all',
  serviceClass: 'standard',
};

/** The chain of Kent 23/00022: a decision to procure, whose contract its award, 23/00074, let start four months later. */
export const contractOf2300074: SeedContracts = {
  council: 'kent',
  source: 'Kent County Council, decisions 23/00022 and 23/00074',
  acts: [
    {
      at: '2023-11-20T09:00:00Z',
      contract,
      assumed: true,
      note: 'The dates are those of 23/00074; the day on which it took effect is not known.',
      command: {
        type: 'note-decision',
        decision: { number: award, outcome: 'award' },
        proposed: { outcome: 'award', start, end, extensionOptions: terms.extensionOptions, valuePence: 80_000_000, replaces: [] },
      },
    },
    {
      at: '2023-12-01T09:00:00Z',
      contract,
      assumed: true,
      command: {
        type: 'register-contract',
        reference: terms.reference ?? '',
        ocid: ocidOfDecision(procurement, defaultContractSettings),
        terms,
      },
    },
  ],
};

import { randomUUID } from 'node:crypto';
import type { Council } from '../../council/council.schema.ts';
import type { Actor } from '../../decision/events.ts';
import { invalid } from '../../decision/refusal.ts';
import { londonDate } from '../../rules/local-date.ts';
import { contractRequest, type Terms } from '../contract-terms.schema.ts';
import type { Contract } from '../contract.schema.ts';
import { answering } from './answer-command.ts';
import type { ContractCommand } from '../contract-commands.ts';
import { contractCommandHandler } from './contract-command-handler.ts';
import type { BesideDecisions } from '../store/contract-deployed.ts';
import { ocidOfContract, ocidOfDecision } from '../contract-names.ts';
import {
  alertAnswerRequest,
  closeRequest,
  contractChangeRequest,
  type ContractChangeRequest,
  endRequest,
  extendRequest,
  noticePublishedRequest,
  valueRequest,
} from './contract-requests.schema.ts';
import { contractSettingsOf } from '../contract-settings.ts';
import type { ContractSettings } from '../contract-settings.schema.ts';
import { readableParts } from '../../platform/http/readable-parts.ts';
import { unknownNames } from '../names-known.rules.ts';
import { notInEffect } from '../store/decision-named.ts';
import { unknownNeighbours } from '../store/neighbours-known.ts';
import { referenceInUse } from '../reference.rules.ts';
import { importedContractId } from '../../spreadsheet/register-import.ts';
import { rowsHeld } from '../../spreadsheet/rows-held.ts';
import { particularsOf } from '../particulars.rules.ts';

// A contract entered without a reference gets one that nobody else has; retyped, it would be another contract.
const fresh = (): string => `C-${randomUUID().slice(0, 8).toUpperCase()}`;

/** The command that enters a contract under its reference. */
export const registering = (terms: Terms, by: Actor, settings: ContractSettings): ContractCommand => {
  const { reference = '', decision } = terms;
  return {
    type: 'register-contract',
    by,
    reference,
    ocid: decision ? ocidOfDecision(decision, settings) : ocidOfContract(reference, settings),
    terms,
  };
};

const otherReference = (contract: Contract, { reference }: ContractChangeRequest) =>
  reference !== undefined && reference !== contract.reference
    ? invalid([{ path: 'reference', message: `The reference of this contract is ${contract.reference}, and cannot change` }])
    : null;

// What a decision brought has its reference from that decision, and is kept under an id of its own.
const heldByAnother = async (around: BesideDecisions, { reference = '' }: Terms) => {
  const own = importedContractId(reference);
  const [row] = await rowsHeld(around, [{ reference, id: own }]);
  const other = row && row.id !== own ? await around.contracts.load(row.id) : null;
  return other && referenceInUse(other);
};

type Names = Partial<Pick<Terms, 'decisionMaker' | 'leadDirector' | 'divisionsAffected' | 'successor' | 'replaces'>>;

// What a contract names is told all at once, whether the directory or the register should have it.
const unknownNamesIn = async (around: BesideDecisions, terms: Names, council: Council, before: Names = {}) => [
  ...unknownNames(terms, council, before),
  ...(await unknownNeighbours(around.contracts, terms, before)),
];

const unknownIn = async (...asked: Parameters<typeof unknownNamesIn>) => {
  const faults = await unknownNamesIn(...asked);
  return faults.length > 0 ? invalid(faults) : null;
};

/** Every command that contracts officers send, by its route. */
export const contractCommands = (around: BesideDecisions) => {
  const of = `/api/contracts/{id}`;
  return {
    'POST /api/contracts': contractCommandHandler(
      {
        body: contractRequest,
        alsoWrong: async (sent) => unknownNamesIn(around, readableParts(contractRequest, sent), await around.loadCouncil()),
        prepared: (terms) => ({ ...terms, reference: terms.reference ?? fresh() }),
        creates: ({ reference = '' }) => importedContractId(reference),
        command: async ({ by, body, given }) =>
          (await heldByAnother(around, body)) ??
          (await unknownIn(around, body, given.council)) ??
          registering(body, by, contractSettingsOf(given.council)),
      },
      around,
    ),
    [`PUT ${of}`]: contractCommandHandler(
      {
        body: contractChangeRequest,
        ifMatch: 'required',
        reads: true,
        command: async ({ by, body, contract, given }) => {
          const held = contract && particularsOf(contract);
          const refused =
            contract &&
            (otherReference(contract, body) ??
              (await unknownIn(around, body, given.council, held ?? {})) ??
              (await notInEffect(around, body.approvedBy)));
          if (refused || !contract) return refused ?? invalid([]);
          const { words = 'Corrected by the contracts officers', approvedBy: decision, ...terms } = body;
          const { reference, ocid } = contract;
          return contract.status === 'proposed'
            ? { type: 'register-contract', by, reference, ocid, terms: { ...terms, reference } }
            : { type: 'amend-contract', by, terms: { ...terms, reference }, words, decision };
        },
      },
      around,
    ),
    [`POST ${of}/extend`]: contractCommandHandler(
      {
        body: extendRequest,
        command: async ({ by, body, isSeen }) =>
          (await notInEffect(around, body.decision)) ?? { type: 'exercise-option', by, ...body, isSeen },
      },
      around,
    ),
    [`POST ${of}/end`]: contractCommandHandler(
      { body: endRequest, command: ({ by, body }) => ({ type: 'end-contract', by, ...body, words: body.words ?? '' }) },
      around,
    ),
    [`POST ${of}/value`]: contractCommandHandler(
      { body: valueRequest, command: ({ by, body }) => ({ type: 'record-value', by, ...body }) },
      around,
    ),
    [`POST ${of}/notices`]: contractCommandHandler(
      { body: noticePublishedRequest, command: ({ by, body }) => ({ type: 'record-notice', by, ...body }) },
      around,
    ),
    [`POST ${of}/close`]: contractCommandHandler(
      { body: closeRequest, command: ({ by, body }) => ({ type: 'close-contract', by, ...body }) },
      around,
    ),
    [`POST ${of}/alerts`]: contractCommandHandler(
      {
        body: alertAnswerRequest,
        reads: true,
        command: ({ by, body, contract, given }) => answering(around, contract, body, by, londonDate(given.now)),
      },
      around,
    ),
  };
};

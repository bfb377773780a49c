import * as z from 'zod/mini';
import { contractRequest } from '../contract/contract-terms.schema.ts';
import { contractResponse, contractsResponse } from '../contract/api/contract-responses.schema.ts';
import { latestSafeStartView } from '../contract/api/contract-view.schema.ts';
import { releaseSchema } from '../transparency/ocds.schema.ts';
import { publicContract, publicContractLine } from '../transparency/public-contract.schema.ts';
import { councilResponse } from '../council/council-response.schema.ts';
import { callInRule, keyRule } from '../council/council.schema.ts';
import { callInSchema, committeeOutcomeSchema, keyDecisionSchema, recordSchema } from '../decision/decision.ts';
import {
  documentSchema,
  draftSchema,
  financialImplications,
  proposalSchema,
  proposedContract,
  publicAccess,
} from '../proposal/proposal.schema.ts';
import {
  assessmentResponse,
  blockerResponse,
  emailsResponse,
  historyResponse,
  proposalList,
  proposalResponse,
  stepResponse,
  timetableResponse,
} from '../proposal/responses.schema.ts';
import { instant, localDate, workedOutDate } from '../rules/text.schema.ts';
import { inWords } from './field-words.ts';
import { problemResponse } from './problem.schema.ts';

/** A piece of JSON. */
export type Json = Record<string, unknown>;

const dates = { Date: localDate, DateWorkedOut: workedOutDate, Instant: instant };
const asked = {
  ...dates,
  CompleteProposal: proposalSchema,
  ProposalContent: draftSchema,
  FinancialImplications: financialImplications,
  ProposedContract: proposedContract,
  Document: documentSchema,
  PublicAccess: publicAccess,
  ContractContent: contractRequest,
};
const answered = {
  ...dates,
  Proposal: proposalResponse,
  ProposalList: proposalList,
  Assessment: assessmentResponse,
  History: historyResponse,
  Emails: emailsResponse,
  Council: councilResponse,
  Problem: problemResponse,
  KeyDecision: keyDecisionSchema,
  Timetable: timetableResponse,
  Step: stepResponse,
  Blocker: blockerResponse,
  CommitteeOutcome: committeeOutcomeSchema,
  CallIn: callInSchema,
  RecordOfDecision: recordSchema,
  KeyRule: keyRule,
  CallInRule: callInRule,
  FinancialImplicationsRead: financialImplications,
  ProposedContractRead: proposedContract,
  DocumentRead: documentSchema,
  PublicAccessRead: publicAccess,
  Contract: contractResponse,
  ContractList: contractsResponse,
  LatestSafeStart: latestSafeStartView,
  PublicContract: publicContract,
  PublicContractLine: publicContractLine,
  Release: releaseSchema,
};

const uri = (id: string) => `#/components/schemas/${id}`;
const byName = { input: asked as Record<string, z.ZodMiniType>, output: answered as Record<string, z.ZodMiniType> };
const options = (io: 'input' | 'output') => ({ io, uri, unrepresentable: 'any', target: 'draft-2020-12' }) as const;

const bare = (schema: object): Json => {
  const { $schema: _, $id: __, ...rest } = schema as Json;
  return rest;
};

const named = (io: 'input' | 'output', besides: Record<string, z.ZodMiniType> = {}): Record<string, Json> => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries({ ...byName[io], ...besides })) registry.add(schema, { id });
  return Object.fromEntries(
    Object.entries(z.toJSONSchema(registry, options(io)).schemas).map(([id, schema]) => [id, inWords(id, bare(schema))]),
  );
};

/** A schema where it is used: by its name when it has one, in full otherwise, and whatever in it has a name by that. */
export const jsonSchema = (schema: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const name = Object.entries(byName[io]).find(([, one]) => one === schema)?.[0];
  return name ? { $ref: uri(name) } : (named(io, { unnamed: schema }).unnamed ?? {});
};

/** Every named schema of the API, for `components.schemas`. */
export const components = (): Json => ({ ...named('input'), ...named('output') });

import type { Council } from '../council/council.schema.ts';
import { holderOf } from '../council/directory.rules.ts';
import type { In } from '../decision/decision.ts';
import type { ProposedContract } from '../proposal/proposal.schema.ts';
import type { NotedDecision, Particulars, ProposedTerms } from './contract-noted.schema.ts';

/** A decision in effect: none other says anything of contracts. */
export type Effective = In<'effective'>;

/** What is known of a contract from the decision alone; its sponsor is the director in post when the decision came into effect. */
export const particularsOf = (
  { content, record }: Effective,
  { title, supplier }: ProposedContract,
  council: Pick<Council, 'posts'>,
): Particulars => {
  const { department, contact, decisionMaker, leadDirector, divisionsAffected } = content;
  const owner = { name: contact.name, email: contact.email };
  const director = holderOf(council, leadDirector, record.effectiveFrom);
  return {
    title,
    department,
    ...(supplier ? { supplier } : {}),
    owner,
    sponsor: director ? { name: director.name, email: director.email } : owner,
    decisionMaker,
    leadDirector,
    divisionsAffected,
  };
};

/** What a decision said of a contract still to come. None of it is a contract date. */
export const termsOf = ({ outcome, start, end, extensionOptions, valuePence, replaces }: ProposedContract): ProposedTerms => ({
  outcome,
  extensionOptions,
  replaces,
  ...(start ? { start } : {}),
  ...(end ? { end } : {}),
  ...(valuePence === undefined ? {} : { valuePence }),
});

const delegation = ({ content }: Effective): string | undefined => content.proposedDecision.find((words) => /\bdelegat/i.test(words));

/** The decision as a contract notes it, with the resolution that delegates what follows. */
export const notedOf = (decision: Effective, { outcome }: ProposedContract): NotedDecision => {
  const delegates = delegation(decision);
  return { number: decision.number, outcome, effectiveFrom: decision.record.effectiveFrom, ...(delegates ? { delegates } : {}) };
};

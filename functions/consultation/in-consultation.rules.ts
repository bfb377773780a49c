import type { Council } from '../council/council.schema.ts';
import { holderOf, postOf } from '../council/directory.rules.ts';
import type { Given } from '../decision/commands.ts';
import type { In } from '../decision/decision.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import type { Proposal } from '../proposal/proposal.schema.ts';
import { inWords, type LocalDate, londonDate } from '../rules/local-date.ts';
import { isSamePerson } from './consultees.rules.ts';

// Whoever may decide in consultation with somebody may not without, and a record that names them would say what is not so.
const source = 'Council scheme of delegation';
const inWordsOf = (council: Council, post: string, why: string): string =>
  `This is decided in consultation with the ${postOf(council, post)?.title ?? post}, and ${why}`;

/** Refuses a notice while nobody holds a post in consultation with which the decision is to be taken: nobody would be asked. */
export const nobodyToConsult = ({ inConsultationWith }: Proposal, council: Council, on: LocalDate): Refused | null => {
  const vacant = inConsultationWith?.find((post) => !holderOf(council, post, on));
  const why = `nobody holds that post on ${inWords(on)}. Its officer can name another.`;
  return vacant ? refuse('consultee-in-post', source, inWordsOf(council, vacant, why)) : null;
};

/**
 * Refuses a decision to be taken in consultation with somebody whom no email reached, as whomever they were asked, and who has not answered;
 * silence is no bar.
 */
export const notConsulted = ({ content, steps }: In<'awaiting-decision'>, { unreached, council, now }: Given): Refused | null => {
  const unasked = steps.filter(({ state, id }) => state === 'undeliverable' || unreached?.includes(id));
  const lost = content.inConsultationWith?.find((post) => {
    const { email = '' } = holderOf(council, post, londonDate(now)) ?? {};
    return unasked.some((step) => step.stage === 'consultation' && isSamePerson(step, { post, email }));
  });
  const why = 'no email has reached them. The clerk can send it again, or enter what they say.';
  return lost ? refuse('in-consultation', source, inWordsOf(council, lost, why)) : null;
};

import type { Council } from '../council/council.schema.ts';
import { holderOf, postOf } from '../council/directory.rules.ts';
import type { Given } from '../decision/commands.ts';
import type { In } from '../decision/decision.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { standing } from '../decision/steps.ts';
import type { Proposal } from '../proposal/proposal.schema.ts';
import { inWords, type LocalDate } from '../rules/local-date.ts';

// Whoever may decide in consultation with somebody may not without, and a record that names them would say what is not so.
const refusal = (title: string, why: string): Refused =>
  refuse('in-consultation', 'Council scheme of delegation', `This is decided in consultation with the ${title}, and ${why}`);

/** Refuses a notice while nobody holds a post in consultation with which the decision is to be taken: nobody would be asked. */
export const nobodyToConsult = ({ inConsultationWith }: Proposal, council: Council, on: LocalDate): Refused | null => {
  const vacant = inConsultationWith?.find((post) => !holderOf(council, post, on));
  return vacant ? refusal(postOf(council, vacant)?.title ?? vacant, `nobody holds that post on ${inWords(on)}.`) : null;
};

/** Refuses a decision to be taken in consultation with somebody whom no email reached and who has not answered; silence is no bar. */
export const notConsulted = (decision: In<'awaiting-decision'>, { unreached }: Given): Refused | null => {
  const lost = standing(decision, 'consultation').find(
    ({ post, state, id }) =>
      post && decision.content.inConsultationWith?.includes(post) && (state === 'undeliverable' || unreached?.includes(id)),
  );
  return lost ? refusal(lost.title, 'no email has reached them. The clerk can send it again, or enter what they say.') : null;
};

import type { Decision, Step } from '../decision/decision.ts';
import { answering, stepOf } from '../decision/steps.ts';
import { systemActor } from '../decision/system-actor.ts';
import { emailKey } from '../email/email-item.ts';
import { sendLetter, type Sending } from '../email/send-letters.ts';
import { about } from '../platform/log/correlation.ts';
import { logger } from '../platform/log/logger.ts';
import type { Instant } from '../rules/local-date.ts';
import { signingCode } from './code.emails.ts';
import type { CodeGiven, CodeStore } from './code-store.ts';

export type CodeSending = Sending & { codes: Pick<CodeStore, 'newest' | 'digits'> };

type Announced = { decisionId: string; stepId: string; nonce: string };

type Wanted = { given: CodeGiven; decision: Decision; step: Step };

// Mailed to somebody who can no longer sign with it, a code would only have them type it in vain.
const wantedStill = (given: CodeGiven | null, decision: Decision | null, { stepId, nonce }: Announced, now: Instant): Wanted | string => {
  if (given?.nonce !== nonce) return 'A later code has taken its place.';
  if (given.until <= now) return 'Its time has run out.';
  const step = decision && stepOf(decision, stepId);
  return decision && step?.state === 'open' && step.issue === given.issue
    ? { given, decision, step }
    : 'Its step is answered, or asks somebody else now.';
};

const mail = async (sending: CodeSending, { decision, step, given }: Wanted): Promise<void> => {
  const digits = await sending.codes.digits(given);
  // Just after a rotation the keys kept here may be older than the code; by the next announcement they are read again.
  if (digits === null) throw new Error(`The key of the code for ${step.id} of decision ${decision.id} is not known`);
  const council = await sending.loadCouncil();
  const letter = signingCode({ decision, council, at: sending.now(), by: systemActor }, step, digits);
  const { name, email } = answering(step);
  // Each code is an email of its own, so its moment is part of its key.
  const key = `${emailKey(given.sequence, letter)}-${Date.parse(given.until)}`;
  await sendLetter(sending, {
    letter,
    council,
    email: { decisionId: decision.id, key, to: { name, email }, kind: letter.kind, subject: letter.subject, sequence: given.sequence },
  });
};

/**
 * Mails a code that was announced to the step's own mailbox, once however often it is announced, and says in the log why where it is of
 * no more use. Throws when it may yet be sent.
 */
export const sendCode = async (sending: CodeSending, announced: Announced): Promise<void> => {
  const { decisionId, stepId } = announced;
  const [given, decision] = await Promise.all([sending.codes.newest(decisionId, stepId), sending.store.load(decisionId)]);
  if (decision) about(decision);
  const wanted = wantedStill(given, decision, announced, sending.now());
  if (typeof wanted === 'string') return logger.info('A code was not mailed', { stepId, why: wanted });
  await mail(sending, wanted);
};

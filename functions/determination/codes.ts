import type { Council } from '../council/council.schema.ts';
import type { Decision, Step } from '../decision/decision.ts';
import { systemActor } from '../decision/system-actor.ts';
import { answering } from '../decision/steps.ts';
import { emailKey } from '../email/email-item.ts';
import { type Sending, sendLetter } from '../email/send-letters.ts';
import type { TakeTurn } from '../link/turns.ts';
import type { Instant } from '../rules/local-date.ts';
import { signingCode } from './code.emails.ts';
import type { CodeStore, CodeTried } from './code-store.ts';

/** Whose code: one step of one decision, at a moment. */
export type CodeAsked = { decision: Decision; step: Step; council: Council; now: Instant };

/** The codes with which decisions of high value are signed. */
export type Codes = {
  /** Mails a new code to the step's own mailbox; false when it is too soon for another. */
  send: (asked: CodeAsked) => Promise<boolean>;
  tries: (asked: CodeAsked, code: string) => Promise<CodeTried>;
};

const often = { secondsApart: 60, aDay: 10 };

const codeFor = ({ decision, step }: CodeAsked) => ({ decisionId: decision.id, stepId: step.id, issue: step.issue });

/** Codes kept in a store and mailed by the council's own sender. A code is in one email and, hashed, in one item; nowhere else. */
export const mailedCodes = ({ codes, turns, sending }: { codes: CodeStore; turns: TakeTurn; sending: Sending }): Codes => ({
  tries: (asked, code) => codes.tries(codeFor(asked), code, asked.now),
  send: async (asked) => {
    const { decision, step, council, now } = asked;
    if (!(await turns({ decisionId: decision.id, stepId: step.id, what: 'code' }, now, often))) return false;
    const letter = signingCode({ decision, council, at: now, by: systemActor }, step, await codes.give(codeFor(asked), now));
    const { name, email } = answering(step);
    // Each code is an email of its own, so the moment is part of its key.
    const key = `${emailKey(decision.version, letter)}-${Date.parse(now)}`;
    await sendLetter(sending, { letter, council, email: { decisionId: decision.id, key, to: { name, email }, kind: letter.kind, subject: letter.subject, sequence: decision.version } });
    return true;
  },
});

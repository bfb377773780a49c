import type { Council } from '../council/council.schema.ts';
import type { Decision, Step } from '../decision/decision.ts';
import type { TakeTurn } from '../link/turns.ts';
import type { Instant } from '../rules/local-date.ts';
import type { CodeStore, CodeTried } from './code-store.ts';

/** Whose code: one step of one decision, at a moment. */
export type CodeAsked = { decision: Decision; step: Step; council: Council; now: Instant };

/** The codes with which decisions of high value are signed. */
export type Codes = {
  /** Has a new code mailed to the step's own mailbox; false when it is too soon for another. */
  send: (asked: CodeAsked) => Promise<boolean>;
  tries: (asked: CodeAsked, code: string) => Promise<CodeTried>;
};

const often = { secondsApart: 60, aDay: 10 };

const codeFor = ({ decision, step }: CodeAsked) => ({ decisionId: decision.id, stepId: step.id, issue: step.issue });

/** Codes given in a store, which announces each to the sender. A code is in one email and nowhere else. */
export const mailedCodes = ({ codes, turns }: { codes: Pick<CodeStore, 'give' | 'tries'>; turns: TakeTurn }): Codes => ({
  tries: (asked, code) => codes.tries(codeFor(asked), code, asked.now),
  send: async (asked) => {
    const { decision, now } = asked;
    // Of this very issue: whoever used up the codes of a forwarded link keeps nobody from signing once a fresh link has ended it.
    if (!(await turns({ ...codeFor(asked), what: 'code' }, now, often))) return false;
    await codes.give(codeFor(asked), now, decision.version);
    return true;
  },
});

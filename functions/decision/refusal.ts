import type { Fault } from '../rules/fault.ts';

/**
 * A "no" that the law or the council's own rules foresee: the rule, its legal source, and in plain words what
 * would change the answer. `kind` says how it is told: `refused` 409, `forbidden` 403, `stale` 412, `invalid` 400.
 */
export type Refusal = {
  kind: 'refused' | 'forbidden' | 'stale' | 'invalid';
  rule: string;
  source: string;
  words: string;
  errors?: Fault[];
  [fact: string]: unknown;
};

/** A refusal by a rule, with the facts that the reader needs (such as `earliestDecisionDate`). */
export const refuse = (rule: string, source: string, words: string, facts: Record<string, unknown> = {}): Refused => ({
  ok: false,
  refusal: { kind: 'refused', rule, source, words, ...facts },
});

/** A refusal because of who asks. */
export const forbid = (rule: string, words: string): Refused => ({
  ok: false,
  refusal: { kind: 'forbidden', rule, source: 'Council scheme of delegation', words },
});

/** A refusal that names every fault of what was sent. */
export const invalid = (errors: Fault[]): Refused => ({
  ok: false,
  refusal: { kind: 'invalid', rule: 'valid-request', source: 'API', words: 'Some of what you sent cannot be used.', errors },
});

/** A refusal because somebody else wrote since the caller read; `version` is what there is now. */
export const stale = (what: 'proposal' | 'contract', version: number): Refused => ({
  ok: false,
  refusal: {
    kind: 'stale',
    rule: 'if-match',
    source: 'RFC 9110',
    words: `This ${what} has changed since you read it. Read it again, then repeat what you meant to do.`,
    version,
  },
});

export type Refused = { ok: false; refusal: Refusal };

import * as z from 'zod/mini';
import type { Stage } from '../decision/decision.ts';
import { line, words } from '../rules/text.schema.ts';
import type { Fault } from '../rules/fault.ts';

// Forms send line breaks as CR LF and an empty field as empty text; neither is wording, nor is what nobody can see.
const typed = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  return /^[\s\p{DI}]*$/u.test(value) ? undefined : value.replace(/\r\n?/g, '\n').trim();
};

const optional = <Field extends z.ZodMiniType>(field: Field) => z.pipe(z.transform(typed), z.optional(field));
const choice = <const T extends readonly [string, ...string[]]>(answers: T) =>
  z.pipe(z.transform(typed), z.enum(answers, 'Choose one answer'));
const shared = {
  words: optional(words()),
  fingerprint: optional(z.string().check(z.regex(/^[0-9a-f]{64}$/, 'Open the link in your email again'))),
};

/** Which answers mean nothing without words, and how each is asked for them. */
const needsWords: Record<string, string> = {
  return: 'Say what needs to change',
  decline: 'Say why you decline',
  object: 'Say what you object to',
  comment: 'Write your comment',
  amend: 'Say what you would change',
  refuse: 'Say why you do not agree',
};

/** A clearer's answer, as the form posts it. */
export const clearanceAnswer = z.object({ response: choice(['approve', 'return', 'decline']), ...shared });

const declared = { interestDetail: optional(words(2000)), dispensation: optional(line()), ...shared };

/** A consultee's answer, with the conflict of interest that a member of the executive declares. */
export const consultationAnswer = z.object({ response: choice(['support', 'object', 'comment', 'amend']), ...declared });

/** The answer to whether a decision is urgent (reg 11 of SI 2012/2089). */
export const agreementAnswer = z.object({ response: choice(['agree', 'refuse']), ...shared });

/** A decision maker's answer, with the interest declared or none. */
export const determinationAnswer = z.object({
  response: choice(['approve', 'return', 'decline']),
  interest: z.pipe(z.transform(typed), z.enum(['none', 'declared'], 'Say whether you have an interest to declare')),
  interestKind: optional(z.enum(['pecuniary', 'other'], 'Say which kind of interest it is')),
  ...declared,
});

export const answerSchemas = {
  clearance: clearanceAnswer,
  consultation: consultationAnswer,
  agreement: agreementAnswer,
  determination: determinationAnswer,
} as const satisfies Record<Stage, z.ZodMiniType>;

/** The form as it was posted: one text for each field. */
export type Fields = Partial<Record<string, string>>;

const isBlank = (text: string | undefined): boolean => typed(text) === undefined;

/** What one answer makes another field need. Kept apart from the fields' own rules, so that every problem is told at once. */
export const missingBeside = ({ response = '', words: given, interest, interestKind, interestDetail }: Fields): Fault[] => {
  const message = needsWords[response];
  return [
    // Without its kind an interest bars, as the gravest would: whoever approves says that it is so, or that it is not.
    ...(interest === 'declared' && response === 'approve' && isBlank(interestKind)
      ? [{ path: 'interestKind', message: 'Say which kind of interest it is' }]
      : []),
    ...(interest === 'declared' && isBlank(interestDetail) ? [{ path: 'interestDetail', message: 'Say what the interest is' }] : []),
    ...(interest === 'none' && !isBlank(interestDetail)
      ? [{ path: 'interest', message: 'You have written what an interest is. Choose “Yes”, or clear what you wrote' }]
      : []),
    ...(message && isBlank(given) ? [{ path: 'words', message }] : []),
  ];
};

import * as z from 'zod/mini';
import type { Council } from '../council/council.schema.ts';
import { emailAddress } from '../rules/text.schema.ts';
import { plainName, wordsOf } from '../search/words.ts';
import type { Fault } from '../rules/fault.ts';

// What is too long is looked at no further: to compare words takes the square of how many accents stand in a row.
const short = z.string().check(z.trim(), z.maxLength(300, { error: 'Use 300 characters or fewer', abort: true }));
const wanted = z.optional(short);

/** What somebody wants to be told of; everything where nothing is named. */
export const interestsSchema = z.object({
  decisionMaker: wanted,
  department: wanted,
  division: wanted,
  text: wanted,
  key: z.optional(z.enum(['true', 'false'])),
});

// Words that find nothing would be no condition, and stand for every decision there is.
const telling = z.optional(short.check(z.refine((text) => wordsOf(text).length > 0, 'Use a word that is not in nearly every decision')));

/** What the form sends. */
export const subscribeForm = z.extend(interestsSchema, { email: emailAddress, text: telling });

export type Interests = z.infer<typeof interestsSchema>;
export type SubscribeForm = z.infer<typeof subscribeForm>;

const oneOf = (names: string[], asked: string | undefined): boolean =>
  asked === undefined || names.some((name) => plainName(name) === plainName(asked));

/**
 * What of a form names nobody and nothing that the council has: such a name could find nothing, and could say anything to whoever is
 * written to.
 */
export const unknownTo = (
  { posts, departments, divisions }: Pick<Council, 'posts' | 'departments' | 'divisions'>,
  { decisionMaker, department, division }: Interests,
): Fault[] => {
  const known = {
    decisionMaker: decisionMaker === undefined || posts.some(({ id }) => id === decisionMaker),
    department: oneOf(departments, department),
    division: oneOf(
      divisions.map(({ name }) => name),
      division,
    ),
  };
  return Object.entries(known).flatMap(([path, isKnown]) => (isKnown ? [] : [{ path, message: 'Choose one of the list' }]));
};

/** An address that has yet to say that it wants this. */
export const pendingSchema = z.object({ email: z.string(), interests: interestsSchema });

/** An address that said yes; `cursor` is the last change it was told of. */
export const subscriberSchema = z.extend(pendingSchema, { cursor: z.int(), since: z.iso.datetime() });

export type Pending = z.infer<typeof pendingSchema>;
export type Subscriber = z.infer<typeof subscriberSchema> & { id: string };

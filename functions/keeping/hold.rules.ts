import * as z from 'zod/mini';
import { londonDate } from '../rules/local-date.ts';
import { instant, line } from '../rules/text.schema.ts';
import { plainWords } from '../rules/alike.ts';

const nameAndRole = 'Say by whom, by name and role, such as "Amina Khan, Monitoring Officer"';

/** Why a hold is set or lifted, and by whom, as somebody types it. */
export const saidSchema = z.object({
  because: line(500).check(z.refine((text) => text === '' || /\p{L}/u.test(text), 'Say why in words, such as "Claim KB-2026-000123"')),
  by: line(200).check(z.refine((text) => text === '' || /\S\s*,\s*\S/.test(text), nameAndRole)),
});

const told = { because: z.string(), by: z.string(), at: instant };

/**
 * A hold on a decision, a contract or a draft: its lawyers tell a party to keep what may have to be disclosed as soon as a claim is in
 * sight, and what would go by a retention policy is named (CPR PD 31B para 7); to destroy what was asked for, so that it is not disclosed,
 * is an offence (FOIA 2000, s 77); and nobody has to erase data that a claim needs (UK GDPR Art 17(3)(e)). Its number is its own in the
 * whole table, and a lifted one stays as history for as long as what it was on.
 */
export const holdSchema = z.object({ number: z.int(), ...told, lifted: z.optional(z.object(told)) });

export type Said = z.infer<typeof saidSchema>;
export type Hold = z.infer<typeof holdSchema>;

/**
 * A "no" to somebody at a command, in words that say what would change it: by no route of the API, and so not among the rules that the API
 * gives.
 */
export type HoldRefused = { ok: false; rule: 'held-already' | 'not-held' | 'lifted-already' | 'nothing-to-hold'; words: string };

const no = (rule: HoldRefused['rule'], words: string): HoldRefused => ({ ok: false, rule, words });

/** Whether a hold keeps what it is on: nobody has lifted it. */
export const isInForce = ({ lifted }: Hold): boolean => lifted === undefined;

/** Why something is held, since which London date and by whom, as a part of a sentence. */
export const holdInWords = ({ number, because, by, at }: Hold): string => `${because}, since ${londonDate(at)}, by ${by} (hold ${number})`;

/**
 * Why a thing cannot be held for a reason, with the holds that there are on it: one in force for that very reason is not set again (CPR PD
 * 31B para 7). Null when it can. Two disputes are two holds, so that the end of one does not let go what the other needs.
 */
export const whyNotHeld = (holds: readonly Hold[], because: string): HoldRefused | null => {
  const same = holds.filter(isInForce).find((hold) => plainWords(hold.because) === plainWords(because));
  return same ? no('held-already', `It is held already: ${holdInWords(same)}. For another dispute, give its own reason.`) : null;
};

/** Why the hold of a number cannot be lifted: there is none, or it was lifted before. Null when it can. */
export const whyNotLifted = (number: number, hold: Hold | null): HoldRefused | null => {
  if (hold === null) return no('not-held', `There is no hold ${number}. Without a subject, the command lists those there are.`);
  const { lifted } = hold;
  return lifted ? no('lifted-already', `Hold ${number} was lifted on ${londonDate(lifted.at)} by ${lifted.by}: ${lifted.because}.`) : null;
};

/** A refusal because what is to be held is not there, or is on its way out: what has begun to go cannot be kept any more. */
export const nothingToHold = (words: string): HoldRefused => no('nothing-to-hold', words);

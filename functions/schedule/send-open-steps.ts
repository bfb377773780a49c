import { emailKey } from '../email/email-item.ts';
import { sendLetter, type Sending } from '../email/send-letters.ts';
import { linkFor } from '../link/links.ts';
import { digestSubject } from '../platform/table/keys.ts';
import type { LocalDate } from '../rules/local-date.ts';
import { digestLetter } from './digest.emails.ts';
import type { OpenStepsStore } from './open-steps-store.ts';

export type OpenStepsSending = Sending & { openSteps: Pick<OpenStepsStore, 'list'> };

/**
 * Mails one person the list of what waits for them on a day, each step with its link, once however often it is asked. Throws when it may
 * yet be sent.
 */
export const sendOpenSteps = async (sending: OpenStepsSending, day: LocalDate, who: string): Promise<void> => {
  const list = await sending.openSteps.list(day, who);
  if (!list) throw new Error(`The open steps of ${who} on ${day} were announced and are not there`);
  const [council, secrets] = [await sending.loadCouncil(), await sending.loadLinkSecrets()];
  const letter = digestLetter(list, (step) => new URL(linkFor(step, secrets), sending.publicUrl).href);
  const { kind, subject, to } = letter;
  // Of no decision: its partition is its day, so that the claim makes it one a day.
  const email = {
    decisionId: digestSubject(day),
    key: emailKey(0, letter),
    to: { name: to.name, email: to.email },
    kind,
    subject,
    sequence: 0,
  };
  await sendLetter(sending, { letter, council, email }).catch((cause: unknown) => {
    throw new Error(`The open steps of ${who} on ${day} were not sent`, { cause });
  });
};

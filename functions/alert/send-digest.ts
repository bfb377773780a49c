import { sendLetter, type Sending } from '../email/send-letters.ts';
import { digestSubject } from '../platform/table/keys.ts';
import type { LocalDate } from '../rules/local-date.ts';
import { alertLink } from './alert-links.ts';
import { digestLetter } from './digest.letter.ts';
import type { DigestStore } from './digest-store.ts';
import { personName } from './telling.ts';

export type DigestSending = Sending & { digests: Pick<DigestStore, 'digest'> };

/** Where a form for a new proposal opens filled in from a contract; nothing is saved by opening it. */
export const draftPath = (contractId: string, intent: string): string =>
  `/desk/proposals/new?${new URLSearchParams({ contract: contractId, intent })}`;

/** Sends one person’s digest of a day, once however often it is asked. Throws when it may yet be sent. */
export const sendDigest = async (sending: DigestSending, day: LocalDate, name: string): Promise<void> => {
  const digest = await sending.digests.digest(day, name);
  if (!digest) throw new Error(`The digest ${name} of ${day} was announced and is not there`);
  const [council, secrets] = [await sending.loadCouncil(), await sending.loadLinkSecrets()];
  const person = personName(digest.to.email);
  const whole = (path: string): string => sending.publicUrl + path;
  const letter = digestLetter(digest, council, {
    answer: ({ contractId }) => whole(alertLink({ contractId, day, person }, secrets)),
    draft: ({ contractId }, intent) => whole(draftPath(contractId, intent)),
  });
  const {
    kind,
    subject,
    to: { name: called, email },
  } = letter;
  await sendLetter(sending, {
    letter,
    council,
    email: {
      decisionId: digestSubject(day),
      key: name,
      to: { name: called, email },
      kind,
      subject,
      sequence: 1,
    },
  });
};

import { systemActor } from '../decision/system-actor.ts';
import type { EmailItem } from '../email/email-item.ts';
import { sendLetter, type Sending } from '../email/send-letters.ts';
import { digestDayOf, digestSubject } from '../platform/keys.ts';
import type { LocalDate } from '../rules/local-date.ts';
import { alertLink } from './alert-links.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { type ContractSurroundings, judgedNow } from '../contract/contract-deployed.ts';
import { digestLetter } from './digest.letter.ts';
import { type DigestStore, digestStore } from './digest-store.ts';
import { personName } from './telling.ts';

export type DigestSending = Sending & { digests: Pick<DigestStore, 'digest'> };

/** Where a form for a new proposal opens filled in from a contract; nothing is saved by opening it. */
export const draftPath = (contractId: string, intent: string): string => `/desk/proposals/new?${new URLSearchParams({ contract: contractId, intent })}`;

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
  const { kind, subject, to: { name: called, email } } = letter;
  await sendLetter(sending, { letter, council, email: { decisionId: digestSubject(day), key: name, to: { name: called, email }, kind, subject, stepId: undefined, issue: undefined, sequence: 1 } });
};

const spelled = (contract: Contract, email: string): string[] => {
  const { owner, sponsor } = 'terms' in contract ? contract.terms : contract.particulars;
  return [...new Set([owner.email, sponsor.email])].filter((each) => each.toLowerCase() === email.toLowerCase());
};

/** Records on each contract of a digest that its owner or sponsor cannot be reached, so that the clerk is told. Somebody else’s address is no fault of the contract. */
export const digestUndeliverable = (around: ContractSurroundings) => async ({ decisionId, key }: Pick<EmailItem, 'decisionId' | 'key'>): Promise<void> => {
  const day = digestDayOf(decisionId);
  const digest = day === null ? null : await digestStore(around.table).digest(day, key);
  if (!digest) return;
  const given = await judgedNow(around);
  for (const { contractId } of digest.items) {
    const contract = await around.contracts.load(contractId);
    for (const email of contract ? spelled(contract, digest.to.email) : []) await around.contracts.execute(contractId, { type: 'mark-contact-undeliverable', by: systemActor, email }, { given });
  }
};

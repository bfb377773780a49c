import { type ContractCommandOf, type ContractGiven, contractHappened, type ContractOutcome } from '../contract/contract-commands.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { particularsOf } from '../contract/particulars.rules.ts';
import { holderOf } from '../council/directory.rules.ts';
import { isSameAddress } from '../rules/alike.ts';
import { londonDate } from '../rules/local-date.ts';

/**
 * The owner, the sponsor or the director of a contract cannot be reached at an address, so that the clerk is told; each is named as the
 * contract or the directory has them. A director is the contract's only while in the post that it names. Whoever answers for it no longer is
 * no fault of the contract.
 */
export const markContactUndeliverable = (
  contract: Contract,
  { email }: ContractCommandOf<'mark-contact-undeliverable'>,
  { council, now }: ContractGiven,
): ContractOutcome => {
  const { owner, sponsor, leadDirector } = particularsOf(contract);
  const director = leadDirector ? holderOf(council, leadDirector, londonDate(now)) : null;
  const known = new Set(
    [owner, sponsor, director].flatMap((contact) => (contact && isSameAddress(contact.email, email) ? contact.email : [])),
  );
  const found = [...known].filter((address) => !contract.bounced.includes(address));
  return contractHappened(...found.map((address) => ({ type: 'contact-undeliverable' as const, email: address })));
};

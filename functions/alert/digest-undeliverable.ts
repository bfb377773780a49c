import { type ContractSurroundings, judgedNow } from '../contract/store/contract-deployed.ts';
import type { Judged } from '../contract/store/contract-items.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { holderOf } from '../council/directory.rules.ts';
import { systemActor } from '../decision/system-actor.ts';
import type { EmailItem } from '../email/email-item.ts';
import { digestDayOf } from '../platform/table/keys.ts';
import { isSameAddress } from '../rules/alike.ts';
import { londonDate } from '../rules/local-date.ts';
import { digestStore } from './digest-store.ts';
import { particularsOf } from '../contract/particulars.rules.ts';

const spelled = (contract: Contract, email: string): string[] => {
  const { owner, sponsor } = particularsOf(contract);
  return [...new Set([owner.email, sponsor.email])].filter((each) => isSameAddress(each, email));
};

// A director is the contract's only while in the post that it names.
const directors = (contract: Contract, email: string, { council, now }: Judged): string[] => {
  const { leadDirector } = particularsOf(contract);
  const holder = leadDirector ? holderOf(council, leadDirector, londonDate(now)) : null;
  return holder && isSameAddress(holder.email, email) ? [holder.email] : [];
};

/**
 * Records on each contract of a digest that its owner, its sponsor or its director cannot be reached, so that the clerk is told. Somebody
 * else’s address is no fault of the contract.
 */
export const digestUndeliverable =
  (around: ContractSurroundings) =>
  async ({ decisionId, key }: Pick<EmailItem, 'decisionId' | 'key'>): Promise<void> => {
    const day = digestDayOf(decisionId);
    const digest = day === null ? null : await digestStore(around.table).digest(day, key);
    if (!digest) return;
    const given = await judgedNow(around);
    for (const { contractId } of digest.items) {
      const contract = await around.contracts.load(contractId);
      const known = contract ? new Set([...spelled(contract, digest.to.email), ...directors(contract, digest.to.email, given)]) : [];
      for (const email of known)
        await around.contracts.execute(contractId, { type: 'mark-contact-undeliverable', by: systemActor, email }, { given });
    }
  };

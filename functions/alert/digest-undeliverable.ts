import { type ContractSurroundings, judgedNow } from '../contract/contract-deployed.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { systemActor } from '../decision/system-actor.ts';
import type { EmailItem } from '../email/email-item.ts';
import { digestDayOf } from '../platform/keys.ts';
import { digestStore } from './digest-store.ts';

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

import { type ContractSurroundings, judgedNow } from '../contract/store/contract-deployed.ts';
import { systemActor } from '../decision/system-actor.ts';
import type { EmailItem } from '../email/email-item.ts';
import { digestDayOf } from '../platform/table/keys.ts';
import { digestStore } from './digest-store.ts';

/** Records on each contract of a digest that whoever it was sent to cannot be reached, where they still answer for it. */
export const digestUndeliverable =
  (around: ContractSurroundings) =>
  async ({ decisionId, key }: Pick<EmailItem, 'decisionId' | 'key'>): Promise<void> => {
    const day = digestDayOf(decisionId);
    const digest = day === null ? null : await digestStore(around.table).digest(day, key);
    if (!digest) return;
    const given = await judgedNow(around);
    const command = { type: 'mark-contact-undeliverable' as const, by: systemActor, email: digest.to.email };
    for (const { contractId } of digest.items) await around.contracts.execute(contractId, command, { given });
  };

import { canonical } from '../../functions/decision/fingerprint.ts';
import { beginning } from '../../functions/decision/history.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { queryAll, type Table } from '../../functions/platform/table/table.ts';
import { headOf } from '../../functions/proof/chain.rules.ts';
import { type Head, headSchema, type Leaf } from '../../functions/proof/proof.schema.ts';
import { proofStore } from '../../functions/proof/proof-store.ts';
import type { Fault } from './fault.ts';

const isSame = (one: Head, other: Head): boolean => canonical(one) === canonical(other);

/** Every daily head that does not follow from what it covers, or does not stand on the one before; and how many heads there are. */
export const headFaults = async (table: Table): Promise<{ heads: number; faults: Fault[] }> => {
  const store = proofStore(table);
  const items = await queryAll(table, {
    KeyConditionExpression: 'pk = :heads',
    ExpressionAttributeValues: { ':heads': keys.head('').pk },
    ConsistentRead: true,
  });
  const faults: Fault[] = [];
  let last: Head | null = null;
  for (const item of items) {
    const read = headSchema.safeParse(item);
    const { date: after, head: before }: { date: string | null; head: string } = last ?? { date: null, head: beginning };
    const leaves: Leaf[] | null = await store.leaves(after, item.sk).catch(() => null);
    const worked: Head | null = leaves && headOf({ date: item.sk, after, before, leaves });
    if (!read.success || !worked || !isSame(worked, read.data))
      faults.push({ where: `Head of ${item.sk}`, what: 'It does not follow from what it covers and the head before it.' });
    last = read.success ? read.data : worked;
  }
  return { heads: items.length, faults };
};

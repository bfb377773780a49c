import { type Contract, contractSchema } from '../../functions/contract/contract.schema.ts';
import { endOf } from '../../functions/contract/contract-dates.rules.ts';
import { type Decision, decisionSchema } from '../../functions/decision/decision.ts';
import { decisionIdOf, contractIdOf } from '../../functions/platform/keys.ts';
import { packedSchema, unpack } from '../../functions/platform/packed-json.ts';
import type { Item } from '../../functions/platform/stored-item.ts';
import type { LocalDate } from '../../functions/rules/local-date.ts';

/** A decision as it stands, with every item that stands in its partition and the ends of the contracts that hang on it. */
export type KeptDecision = { decision: Decision; items: Item[]; contractEnds: (LocalDate | null)[] };

const stateOf = (item: Item): unknown => unpack(packedSchema.parse(item.state));

// A contract names its decisions in several places. Wherever the number stands, the record is kept for it: once too often rather than too seldom.
const hangsOn = (contract: string, { id, number }: Decision): boolean => contract.includes(`"${id}"`) || (number !== null && contract.includes(`"${number}"`));

// One that is not closed and names no end still runs.
const endedOn = (contract: Contract): LocalDate | null => (contract.status === 'closed' ? contract.closed.on : contract.status === 'ended' ? endOf(contract) : null);

/** The decisions among the items of a whole table. Throws for one whose state does not parse: what cannot be read is not removed. */
export const decisionsIn = (items: Item[]): KeptDecision[] => {
  const contracts = items.filter(({ pk, sk }) => contractIdOf(pk) !== null && sk === 'CURRENT').map((item) => contractSchema.parse(stateOf(item)));
  const told = contracts.map((contract) => ({ contract, text: JSON.stringify(contract) }));
  return items.filter(({ pk, sk }) => decisionIdOf(pk) !== null && sk === 'CURRENT').map((item) => {
    const decision = decisionSchema.parse(stateOf(item));
    return { decision, items: items.filter(({ pk }) => pk === item.pk), contractEnds: told.filter(({ text }) => hangsOn(text, decision)).map(({ contract }) => endedOn(contract)) };
  });
};

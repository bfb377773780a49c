import { readFileSync } from 'node:fs';
import { type Contract, contractSchema } from '../../functions/contract/contract.schema.ts';
import { contractEventSchema } from '../../functions/contract/contract-events.ts';
import { evolveContract } from '../../functions/contract/evolve-contract.ts';
import { type Decision, decisionSchema } from '../../functions/decision/decision.ts';
import { eventSchema } from '../../functions/decision/events.ts';
import { evolve } from '../../functions/decision/evolve.ts';
import { fingerprint } from '../../functions/decision/fingerprint.ts';
import { leavesOut } from '../../functions/platform/table/left-out.ts';

/** An event as it was stored, of which story, and the first sixteen digits of the hash of the state that it came to. */
export type StoredEvent = {
  story: string;
  comesTo: string;
  event: { happening: { type: string }; hash: string } & Record<string, unknown>;
};

/** Where the examples are. Lines are added to it; none is ever changed. */
export const storedEvents = new URL('../fixtures/stored-events.jsonl', import.meta.url);

/** Every example, story by story. */
export const examples = (): Map<string, StoredEvent[]> =>
  Map.groupBy(
    readFileSync(storedEvents, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as StoredEvent),
    ({ story }) => story,
  );

const asStored = (state: unknown): unknown => JSON.parse(JSON.stringify(state));

// What a state says and its schema does not know would be lost when it is read.
const whole = <T>(schema: { parse: (state: unknown) => T }, state: unknown): T => {
  const read = schema.parse(asStored(state));
  if (leavesOut(asStored(state), read)) throw new Error('A state says something that its schema does not know');
  return read;
};

const short = (state: unknown): string => fingerprint(asStored(state)).slice(0, 16);

/** What the events of one decision or contract are read as, and the state that each comes to; throws for what cannot be read. */
export const replayed = (events: object[]): { read: object; comesTo: string }[] => {
  let decision: Decision | null = null;
  let contract: Contract | null = null;
  return events.map((stored) => {
    if ('decisionId' in stored) {
      const read = eventSchema.parse(stored);
      decision = whole(decisionSchema, evolve(decision, read));
      return { read, comesTo: short(decision) };
    }
    const read = contractEventSchema.parse(stored);
    contract = whole(contractSchema, evolveContract(contract, read));
    return { read, comesTo: short(contract) };
  });
};

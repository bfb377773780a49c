import type { Actor } from '../../decision/events.ts';
import { fingerprint } from '../../decision/fingerprint.ts';
import type { Instant } from '../../rules/local-date.ts';
import type { ContractEvent, ContractHappening } from '../contract-events.ts';

type Sealing = { contractId: string; version: number; head: string; at: Instant; by: Actor };

/** Turns what happened to a contract into events, each numbered and carrying the hash of the one before. */
export const sealContract = (happenings: ContractHappening[], { contractId, version, head, at, by }: Sealing): ContractEvent[] => {
  let before = head;
  return happenings.map((happening, index) => {
    const body = { schema: 1 as const, contractId, sequence: version + index + 1, at, by, happening, before };
    before = fingerprint(body);
    return { ...body, hash: before };
  });
};

import type { Council } from '../council/council.schema.ts';
import type { Codes } from '../determination/codes.ts';
import type { DecisionStore } from '../platform/store/decision-store.ts';
import type { Instant } from '../rules/local-date.ts';
import type { LinkTarget } from './links.ts';
import type { TakeTurn } from './turns.ts';

/** What the pages behind the links need of the world. `readLink` answers null for a mac that is not the council's. */
export type Responding = {
  decisions: Pick<DecisionStore, 'load' | 'execute'>;
  loadCouncil: () => Promise<Council>;
  readLink: (token: string) => Promise<LinkTarget | null>;
  publicUrl: string;
  now: () => Instant;
  log: (message: string, facts: Record<string, string>) => void;
  /** How often a fresh link may be asked for; without it none is given. */
  turns?: TakeTurn;
  /** The codes for decisions of high value; without them none of those can be signed by link. */
  codes?: Codes;
};

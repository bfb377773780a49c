import type { Council } from '../council/council.schema.ts';
import type { Instant } from '../rules/local-date.ts';
import type { PublicAnswer, PublicRequest } from './public-answer.ts';
import type { PublicStore } from './register-list.ts';

/** What the public addresses need of the world. */
export type PublicDeps = {
  store: PublicStore;
  council: () => Promise<Council>;
  /** This site's own address, with no slash at its end. */
  origin: string;
  now: () => Instant;
};

/** What answers one address; null where there is nothing at it. */
export type Answering = (request: PublicRequest, deps: PublicDeps) => Promise<PublicAnswer | null>;

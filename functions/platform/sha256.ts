import { hash } from 'node:crypto';

/** SHA-256 by Node itself: stands in a bundle where the pure core asks for one that runs anywhere. */
export const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');

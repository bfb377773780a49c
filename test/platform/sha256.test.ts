import { sha256 as anywhere } from '@noble/hashes/sha2.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../functions/platform/sha256.ts';

describe('the hash that a bundle has', () => {
  it('is byte for byte the one of the pure core', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        expect(Buffer.from(sha256(bytes)).equals(Buffer.from(anywhere(bytes)))).toBe(true);
      }),
    ));
});

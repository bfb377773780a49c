import { afterAll, describe, expect, it } from 'vitest';
import { browserUnlessTold } from './chromium.ts';
import { galleryFaults } from './gallery-faults.ts';

const browser = await browserUnlessTold('no page was opened in a browser as wide as a desk');
afterAll(() => browser?.close());

describe.skipIf(browser === null)('every page, in every state', () => {
  it('is without fault at 1280 pixels, in the light', async () => {
    expect(browser && (await galleryFaults(browser, 1280, 'light'))).toEqual({});
  }, 240_000);
});

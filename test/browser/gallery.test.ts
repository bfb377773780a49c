import { afterAll, describe, expect, it } from 'vitest';
import { browserUnlessTold } from './chromium.ts';
import { cutOnAPhone, galleryFaults, overwritten, faultsInLargeLetters } from './gallery-faults.ts';

const browser = await browserUnlessTold('no page was opened in a browser as wide as a phone');
afterAll(() => browser?.close());

describe.skipIf(browser === null)('every page, in every state', () => {
  it('is drawn with letters that have a width, so that what is too wide is seen', async () => {
    const page = await browser?.newPage({ viewport: { width: 360, height: 800 } });
    await page?.setContent(`<p style="font-family:system-ui,sans-serif">${'w'.repeat(100)}</p>`);
    expect(await page?.evaluate(() => document.documentElement.scrollWidth)).toBeGreaterThan(1000);
  });

  it('is without fault at 360 pixels, in the dark', async () => {
    expect(browser && (await galleryFaults(browser, 360, 'dark'))).toEqual({});
  }, 240_000);

  it('is no wider than the narrowest phone in letters of twice the size, cuts no word of a status in two and no number off', async () => {
    expect(browser && (await faultsInLargeLetters(browser))).toEqual({});
  }, 240_000);

  it('shows both ends of every range of money on the narrowest phone', async () => {
    expect(browser && (await cutOnAPhone(browser))).toEqual({});
  }, 60_000);

  it('writes nothing over anything else in a picture of what follows a contract', async () => {
    expect(browser && (await overwritten(browser))).toEqual({});
  }, 60_000);
});

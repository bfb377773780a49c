import type { Browser, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { assetNamed } from '../../functions/page/assets.ts';
import { fieldsHeaders } from '../../functions/register/moderngov.page.tsx';
import { asking, realPublications } from '../gallery/public-scenes.ts';
import { browserUnlessTold } from './chromium.ts';

const browser = await browserUnlessTold('nothing was copied');

const site = 'https://decisions.kent.example';
const permissions = ['clipboard-read', 'clipboard-write'];

/** The page of the fields of 23/00022 as it is served, with its own policy of what may run. */
const opened = async (on: Browser, options: { javaScriptEnabled: boolean }): Promise<Page> => {
  const ask = asking(await realPublications());
  const context = await on.newContext({ ...options, permissions, viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const asset = assetNamed(pathname.replace('/assets/', ''));
    if (asset) return route.fulfill(asset);
    const { body, contentType } = await ask(pathname);
    return route.fulfill({ body, contentType, headers: fieldsHeaders });
  });
  await page.goto(`${site}/decisions/23/00022.moderngov`);
  return page;
};

const reason = 'Affects more than 2 divisions';

describe.skipIf(browser === null)('a clerk who fills in ModernGov', () => {
  afterAll(() => browser?.close());

  it('copies a field by one click, and is told so', async () => {
    if (!browser) return;
    const page = await opened(browser, { javaScriptEnabled: true });
    await page.getByRole('button', { name: 'Copy Reason it is key' }).click();
    await page.getByText('Reason it is key: copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(reason);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });

  it('marks a whole field by one click where no script runs, and sees no button that would do nothing', async () => {
    if (!browser) return;
    const page = await opened(browser, { javaScriptEnabled: false });
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.getByText(reason).evaluate((field) => getComputedStyle(field).userSelect)).toBe('all');
  });
});

import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assetNamed } from '../../functions/page/assets.ts';
import { gallery } from '../gallery/gallery.ts';
import type { Scene } from '../gallery/scene.ts';
import { unlikeOthers } from '../gallery/shapes.ts';
import { browserUnlessTold } from './chromium.ts';

const browser = await browserUnlessTold('no page was opened in a browser');

const site = 'http://gallery.test';

const asset = (path: string): string | null => assetNamed(path.replace(/^\/assets\//, ''))?.body ?? null;

/** A page that is served every scene by its place in the gallery, and every style sheet, by nothing but the code. */
const pageOver = async (on: Browser, scenes: Scene[], options: Parameters<Browser['newPage']>[0]): Promise<Page> => {
  const page = await on.newPage(options);
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    const scene = scenes[Number(pathname.slice(1))];
    const styles = asset(pathname);
    if (styles !== null) return route.fulfill({ contentType: 'text/css', body: styles });
    return scene ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: scene.html }) : route.abort();
  });
  return page;
};

const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });

/** What axe finds; in the dark only the colours are others. */
const faultsOf = async (page: Page, dark: boolean): Promise<string[]> => {
  const { violations } = await (dark ? axe(page).withRules(['color-contrast', 'link-in-text-block']) : axe(page).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`));
};

describe.skipIf(browser === null)('every page, in every state', () => {
  let scenes: Scene[] = [];
  // Every one of them takes minutes: EVERY_PAGE=1 for those who change how pages look.
  beforeAll(async () => {
    const all = await gallery();
    scenes = process.env.EVERY_PAGE ? all : unlikeOthers(all);
  });
  afterAll(() => browser?.close());

  it.each([[360, 'dark'], [1280, 'light']] as const)('is without fault at %i pixels, in the %s', async (width, colorScheme) => {
    if (!browser) return;
    const page = await pageOver(browser, scenes, { viewport: { width, height: 800 }, colorScheme });
    const found: Record<string, string[]> = {};
    for (const [index, { name }] of scenes.entries()) {
      await page.goto(`${site}/${index}`);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      const faults = [...(wider > 0 ? [`wider than the screen by ${wider}`] : []), ...(await faultsOf(page, colorScheme === 'dark'))];
      if (faults.length > 0) found[name] = faults;
    }
    expect(found).toEqual({});
  }, 240_000);
});

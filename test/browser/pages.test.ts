import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { System } from '../system/system.ts';
import { browserUnlessTold } from './chromium.ts';
import { askingScenes, decidable, decidingScenes, emptyScenes, type Scene } from './scenes.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const browser = await browserUnlessTold('no page was opened in a browser');

type Reader = { name: string; context: BrowserContext; dark: boolean; script: boolean };

const reader = async (
  on: Browser,
  baseURL: string,
  name: string,
  width: number,
  colorScheme: 'light' | 'dark',
  script = true,
): Promise<Reader> => ({
  name,
  script,
  dark: colorScheme === 'dark',
  context: await on.newContext({ baseURL, viewport: { width, height: 800 }, javaScriptEnabled: script, colorScheme }),
});

const readers = (base: string, on: Browser): Promise<Reader[]> =>
  Promise.all([
    reader(on, base, 'on a phone, in the dark', 360, 'dark'),
    reader(on, base, 'on a desk, by day', 1280, 'light'),
    reader(on, base, 'without script', 768, 'light', false),
  ]);

/** Sends a page's form with these fields and no others, past the browser's own checks: as an old browser or a script would. */
const send = async (page: Page, posted: Record<string, string>): Promise<Response | null> => {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.waitForEvent('load'),
    page.evaluate((fields) => {
      const form = document.createElement('form');
      form.method = 'post';
      for (const [name, value] of Object.entries(fields))
        form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
      document.body.append(form);
      form.submit();
    }, posted),
  ]);
  return answer;
};

// Without its own window for the outcome, which only pages that take in others' pages need.
const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });

/** What axe finds. In the dark only the colours are others, so only they are looked at again. */
const faultsOf = async (page: Page, dark: boolean): Promise<string[]> => {
  const { violations } = await (dark ? axe(page).withRules(['color-contrast', 'link-in-text-block']) : axe(page).withTags(wcag)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`));
};

const width = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.skipIf(browser === null)('every page, to everybody', () => {
  let system: System;
  let everybody: Reader[] = [];
  let links: string[] = [];

  beforeAll(async () => {
    system = await System.start('--empty', '--now', '2023-03-07T09:00:00Z');
    if (browser) everybody = await readers(system.base, browser);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const look = async ({ name, path, status, posted }: Scene): Promise<string[]> => {
    const found: string[] = [];
    for (const { name: who, context, dark, script } of everybody) {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on(
        'console',
        (message) => message.type() === 'error' && !/status of (404|409|422)/.test(message.text()) && complaints.push(message.text()),
      );
      const opened = await page.goto(path, { waitUntil: 'load' });
      const answer = posted ? await send(page, posted) : opened;
      if (process.env.PICTURES)
        await page.screenshot({
          path: `${process.env.PICTURES}/${name.replaceAll(' ', '-')}-${page.viewportSize()?.width}.png`,
          fullPage: true,
        });
      // A receipt is given once: the second reader is told who answered.
      if (answer?.status() !== status && !(name === 'a receipt' && answer?.status() === 409))
        found.push(`${who}: answered ${answer?.status()}`);
      if ((await width(page)) > 0) found.push(`${who}: ${await width(page)} pixels too wide`);
      // Axe is itself a script.
      found.push(...[...complaints, ...(script ? await faultsOf(page, dark) : [])].map((fault) => `${who}: ${fault}`));
      await page.close();
    }
    return found;
  };

  it.each(emptyScenes)('is without fault: $name', async (scene) => {
    expect(await look(scene)).toEqual([]);
  });

  it('is without fault while something is asked', async () => {
    const found: Record<string, string[]> = {};
    for (const scene of await askingScenes(system)) found[scene.name] = await look(scene);
    expect(Object.fromEntries(Object.entries(found).filter(([, faults]) => faults.length > 0))).toEqual({});
  }, 120_000);

  it('is without fault while a decision is taken, and after', async () => {
    links = await decidable(system);
    const found: Record<string, string[]> = {};
    for (const scene of await decidingScenes(system, links[0] ?? '')) found[scene.name] = await look(scene);
    expect(Object.fromEntries(Object.entries(found).filter(([, faults]) => faults.length > 0))).toEqual({});
  }, 120_000);

  it('decides nothing when a form is sent as it stands', async () => {
    for (const { context } of everybody) {
      const page = await context.newPage();
      await page.goto(links[1] ?? '');
      // The browser itself holds back what is required …
      await page.getByRole('button', { name: 'Sign and send' }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Do you take this decision?');
      // … and what comes past the browser is told what is missing.
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST'),
        page.waitForEvent('load'),
        page.evaluate(() => document.querySelector('form')?.submit()),
      ]);
      expect(answer.status()).toBe(422);
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual([
        'Choose one answer',
        'Say whether you have an interest to declare',
      ]);
      expect(await page.title()).toMatch(/^Error: /);
      expect(await page.locator('input:checked').count()).toBe(0);
      await page.close();
    }
    expect((await system.call('GET', links[1] ?? '')).text).toContain('Do you take this decision?');
  });

  it.each([0, 2])('is answered by the keyboard alone (reader %i)', async (at) => {
    const page = (await everybody[at]?.context.newPage()) as Page;
    await page.goto(links[at === 0 ? 1 : 2] ?? '');
    const focused = () =>
      page.evaluate(
        () => `${document.activeElement?.tagName} ${document.activeElement?.getAttribute('name') ?? document.activeElement?.textContent}`,
      );
    const tabTo = async (wanted: string): Promise<void> => {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab');
        if ((await focused()) === wanted) return;
      }
      throw new Error(`No Tab led to ${wanted}; the last stop was ${await focused()}`);
    };
    await tabTo('A Skip to main content');
    await page.keyboard.press('Enter');
    await tabTo('A Go to your answer');
    await page.keyboard.press('Enter');
    await tabTo('INPUT response');
    await page.keyboard.press('Space');
    await tabTo('INPUT interest');
    await page.keyboard.press('Space');
    await tabTo('BUTTON Sign and send');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your answer is recorded' }).waitFor();
    expect(await page.locator('main').textContent()).toContain('Approved');
    await page.close();
  });
});

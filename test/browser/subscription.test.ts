import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mail, System } from '../system/system.ts';
import { noticed } from '../system/walk.ts';
import { browserUnlessTold } from './chromium.ts';

const browser = await browserUnlessTold('nobody subscribed in a browser');

const resident = 'resident@home.example';

describe.skipIf(browser === null)(
  'a resident on a phone, without script',
  () => {
    let system: System;
    let page: Page;
    let number = '';

    beforeAll(async () => {
      system = await System.start('--empty', '--now', '2023-03-07T09:00:00Z');
      if (browser)
        page = await (
          await browser.newContext({ baseURL: system.base, viewport: { width: 360, height: 800 }, javaScriptEnabled: false })
        ).newPage();
    }, 150_000);
    afterAll(async () => {
      await browser?.close();
      await system?.stop();
    });

    const mailed = async (kind: string): Promise<Mail> => {
      const [mail] = await system.waitFor((each) => each.to === resident && each.kind === kind);
      if (!mail) throw new Error(`No ${kind} came`);
      return mail;
    };
    const follow = async (purpose: string, { text }: Mail) =>
      page.goto(new RegExp(`/subscriptions/${purpose}/[\\w.-]+`).exec(text)?.[0] ?? '');

    it('finds the form from the front page, and is told of a wrong address beside its field', async () => {
      await page.goto('/');
      await page.getByRole('link', { name: 'Email', exact: true }).click();
      await page.getByLabel('Your email address').fill('resident');
      await page.getByRole('button', { name: 'Ask for these emails' }).click();
      await page.getByRole('alert').waitFor();
      expect(await page.locator('#email-error').innerText()).toContain('email address');
    });

    it('begins by the link in their email, and not before', async () => {
      await page.getByLabel('Your email address').fill(resident);
      await page.getByLabel('Words').fill('sanctuary');
      await page.getByRole('button', { name: 'Ask for these emails' }).click();
      await page.getByRole('heading', { name: 'Check your email' }).waitFor();
      await follow('confirm', await mailed('confirm-subscription'));
      await page.getByRole('button', { name: 'Yes, begin' }).click();
      await page.getByRole('heading', { name: 'You will be told by email' }).waitFor();
    });

    it('is told the morning after of what was published, and comes from the digest to the notice', async () => {
      ({ number } = await noticed(system));
      await system.clock('2023-03-08T08:00:00Z');
      const { text } = await mailed('subscription-digest');
      expect(text).toContain(`${number} Property security for the sanctuary scheme: notice published`);
      await page.goto(new RegExp(`/decisions/${number}`).exec(text)?.[0] ?? '');
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Property security for the sanctuary scheme');
    });

    it('stops by the link in the digest, and hears no more', async () => {
      await follow('stop', await mailed('subscription-digest'));
      await page.getByRole('button', { name: 'Yes, stop' }).click();
      await page.getByRole('heading', { name: 'These emails have stopped' }).waitFor();
      await noticed(system);
      await system.clock('2023-03-09T08:00:00Z');
      expect((await system.mail()).filter(({ to, kind }) => to === resident && kind === 'subscription-digest')).toHaveLength(1);
    });
  },
  120_000,
);

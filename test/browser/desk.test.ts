import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { System } from '../system/system.ts';
import { cleared, linksOf, noticed, safer } from '../system/walk.ts';
import { browserUnlessTold } from './chromium.ts';
import { faultsOn, press, signedInAs, typeProposal, words } from './desk-pages.ts';

const browser = await browserUnlessTold('no page of the desk was opened in a browser');

describe.skipIf(browser === null)('the desk in a browser', () => {
  let system: System;
  let officer: Page;
  let clerk: Page;
  let file = '';
  let number = '';

  beforeAll(async () => {
    if (!browser) return;
    system = await System.start('--empty', '--now', '2023-03-07T09:00:00Z');
    officer = await signedInAs(browser, system.base, 'Olive Officer', '/desk/proposals/new');
    clerk = await signedInAs(browser, system.base, 'Clare Clerk');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it('brings an officer back from the sign-in to the page that was wanted', async () => {
    expect(new URL(officer.url()).pathname).toBe('/desk/proposals/new');
    expect(await officer.locator('h1').innerText()).toBe('New proposal');
    expect(await faultsOn(officer)).toEqual([]);
  });

  it('presses Check, and no other button, when Enter is pressed in a field', async () => {
    await officer.locator('[name="subject"]').fill('Only a subject');
    await officer.locator('[name="subject"]').press('Enter');
    expect(await words(officer)).toContain('Still to do');
    expect(await officer.locator('[name="subject"]').inputValue()).toBe('Only a subject');
    expect(await officer.locator('[name="proposedDecision.rows"]').getAttribute('value')).toBe('1');
  });

  it('puts the cursor into the row just added, and says on the button which row it removes', async () => {
    await officer.getByRole('button', { name: 'Add a source of funding' }).click();
    await officer.locator('[name="financialImplications.funding.0.source"]:focus').waitFor();
    await officer.getByRole('button', { name: 'Remove source of funding 1' }).click();
    expect(await officer.locator('[name="financialImplications.funding.rows"]').getAttribute('value')).toBe('0');
  });

  it('has every field within reach of the Tab key, and none of them under the buttons that stay in sight', async () => {
    await officer.goto('/desk/proposals/new');
    const names = await officer.evaluate(() => [
      ...new Set(
        [...document.querySelectorAll<HTMLElement>('main input:not([type=hidden]), main textarea, main select')].map((field) =>
          field.getAttribute('name'),
        ),
      ),
    ]);
    const reached = new Set<string>();
    for (let presses = 0; presses < 150; presses += 1) {
      await officer.keyboard.press('Tab');
      const { name, hidden, end } = await officer.evaluate(() => {
        const [focused, buttons] = [document.activeElement, document.querySelector('.app-save')];
        const [box, bar] = [focused?.getBoundingClientRect(), buttons?.getBoundingClientRect()];
        const inBar = buttons?.contains(focused) ?? false;
        return {
          name: focused?.getAttribute('name') ?? '',
          hidden: !inBar && box !== undefined && bar !== undefined && box.top >= bar.top && box.top < innerHeight,
          end: focused?.textContent === 'Check',
        };
      });
      expect(hidden, `${name} is under the buttons`).toBe(false);
      reached.add(name);
      if (end) break;
    }
    const within = names.filter((name) => name !== 'divisionsAffected');
    expect(within.filter((name) => !reached.has(name ?? ''))).toEqual([]);
  }, 60_000);

  it('takes a whole proposal by the form, and says that it is key, why, and the earliest lawful day', async () => {
    await officer.goto('/desk/proposals/new');
    await typeProposal(officer, safer());
    await press(officer, 'Check');
    const said = await words(officer);
    for (const expected of ['£1,600,000 is more than £1,000,000', 'Wednesday 5 April 2023', 'Complete: it can be submitted.'])
      expect(said).toContain(expected);
    expect(await faultsOn(officer)).toEqual([]);
  }, 120_000);

  it('saves it word for word and penny for penny', async () => {
    await press(officer, 'Save');
    file = new URL(officer.url()).pathname;
    expect(await words(officer)).toContain('The draft is saved.');
    const { json } = await system.as('officer')<Record<string, unknown>>('GET', `/api${file.replace('/desk', '')}`);
    expect(json).toMatchObject({ ...safer() });
    expect(await faultsOn(officer)).toEqual([]);
  });

  it('shows a form that was overtaken what happened, keeps what was typed, and saves it when that is meant', async () => {
    const second = await officer.context().newPage();
    await Promise.all([officer.goto(`${file}/edit`), second.goto(`${file}/edit`)]);
    await second.locator('[name="background"]').fill('Another tab was quicker.');
    await press(second, 'Save');
    await officer.locator('[name="reasons"]').fill('A duty to support survivors in safe accommodation, everywhere.');
    await press(officer, 'Save');
    const said = await words(officer);
    for (const expected of ['This changed while you were writing', 'Olive Officer: changed the draft', 'Another tab was quicker'])
      expect(said).toContain(expected);
    expect(await officer.locator('[name="reasons"]').inputValue()).toContain('everywhere');
    expect(await faultsOn(officer)).toEqual([]);
    await press(officer, 'Save');
    expect(await words(officer)).toContain('Saved.');
    await second.close();
  });

  it('says what is wrong at the top and beside the field, each as a link', async () => {
    await officer.goto(`${file}/edit`);
    await officer.locator('[name="financialImplications.expenditure.0.amountPence"]').fill('800k');
    await press(officer, 'Save');
    await officer.getByRole('link', { name: 'Financial implications, expenditure 1, amount' }).click();
    expect(new URL(officer.url()).hash).toBe('#financialImplications.expenditure.0.amountPence');
    expect(await officer.title()).toMatch(/^Error: /);
    expect(await faultsOn(officer)).toEqual([]);
  });

  it('submits it by the keyboard alone', async () => {
    await officer.goto(file);
    await officer.getByRole('link', { name: 'Submit for clearance' }).focus();
    await officer.keyboard.press('Enter');
    await officer.waitForURL(`**${file}/submit`);
    await officer.getByRole('button', { name: 'Submit' }).last().focus();
    await officer.keyboard.press('Enter');
    await officer.waitForURL('**?done=submit');
    number = /Decision (\d{2}\/\d{5})/.exec(await words(officer))?.[1] ?? '';
    expect(number).toBe('23/00001');
    expect(await words(officer)).toContain('Waits for Monitoring Officer.');
  });

  it('has the clerk publish the notice once it is cleared by the links, and not before', async () => {
    await clerk.goto('/desk');
    expect(await words(clerk)).toContain('No notice waits.');
    for (const link of (await linksOf(system, number, 'clearance-asked', 3)).values())
      expect((await system.answer(link, { response: 'approve', words: 'Cleared' })).status).toBe(200);
    await clerk.goto('/desk');
    expect(await faultsOn(clerk)).toEqual([]);
    await clerk.getByRole('link', { name: new RegExp(`^Publish it.*${number}`) }).click();
    await press(clerk, 'Publish');
    expect(await words(clerk)).toContain('How is notice given? This is missing');
    expect(await faultsOn(clerk)).toEqual([]);
    await clerk.getByLabel('Ordinary notice').check();
    await press(clerk, 'Publish');
    expect(await words(clerk)).toContain('The notice is published.');
  });

  it('shows in the file who did what and when, and what became of each email', async () => {
    await linksOf(system, number, 'consultation-asked', 1);
    await clerk.goto(file);
    const said = await words(clerk);
    for (const expected of [
      'Published the notice',
      'Clare Clerk, Democratic Services',
      'Submitted it for clearance',
      'Olive Officer, Officer',
      'community-safety@kent.example',
      'Sent; nothing heard yet',
      'Wednesday 5 April 2023',
      'Property security for the sanctuary scheme',
    ])
      expect(said).toContain(expected);
    expect(await faultsOn(clerk)).toEqual([]);
    await clerk.getByRole('link', { name: 'Its public page' }).click();
    expect(await clerk.locator('h1').innerText()).toBe('Property security for the sanctuary scheme');
  });

  it('says in plain words, with the rule and its source, what cannot be done', async () => {
    const { id } = await cleared(system);
    await clerk.goto(`/desk/proposals/${id}/notice`);
    await clerk.getByLabel('Ordinary notice').check();
    await system.as('clerk')('POST', `/api/proposals/${id}/notice`, { route: 'ordinary' });
    await press(clerk, 'Publish');
    const said = await words(clerk);
    for (const expected of ['This cannot be done', 'The notice was published on 7 March 2023.', 'The rule: '])
      expect(said).toContain(expected);
    expect(await faultsOn(clerk)).toEqual([]);
  });

  it('shows the clerk an email that came back, and sends it again to the same person', async () => {
    const { id, number: bounced } = await noticed(system);
    await linksOf(system, bounced, 'consultation-asked', 1);
    const [mail] = await system.waitFor(({ subject, kind }) => subject.startsWith(bounced) && kind === 'consultation-asked');
    await system.call('POST', '/_local/ses-events', {
      type: 'Bounce',
      to: mail?.to,
      messageId: (mail as unknown as { messageId?: string }).messageId,
    });
    await clerk.goto('/desk/undelivered');
    expect(await words(clerk)).toMatch(/community-safety@kent\.example: .* Came back/);
    expect(await faultsOn(clerk)).toEqual([]);
    await clerk.goto('/desk');
    await clerk.getByRole('link', { name: new RegExp(`^Send it again.*${bounced}`) }).click();
    await press(clerk, 'Send');
    expect(await words(clerk)).toContain('A fresh email is on its way.');
    expect(new URL(clerk.url()).pathname).toBe(`/desk/proposals/${id}`);
  });

  it('keeps what was typed when the sign-in has run out', async () => {
    await officer.goto(`${file}/withdraw`);
    await officer.locator('[name="reason"]').fill('The grant was not given.');
    await officer.context().clearCookies();
    await press(officer, 'Withdraw');
    expect(await words(officer)).toContain('nothing that you typed is lost');
    expect(await faultsOn(officer)).toEqual([]);
    const [again] = await Promise.all([
      officer.context().waitForEvent('page'),
      officer.getByRole('link', { name: /Sign in again/ }).click(),
    ]);
    await again.getByRole('button', { name: 'Olive Officer' }).click();
    await press(officer, 'Continue');
    expect(await words(officer)).toContain('You have signed in again since you opened this form');
    expect(await officer.locator('[name="reason"]').inputValue()).toBe('The grant was not given.');
  });

  it('signs out, and shows nothing after that', async () => {
    await press(clerk, 'Sign out');
    expect(await clerk.locator('h1').innerText()).toBe('You are signed out');
    expect(await faultsOn(clerk)).toEqual([]);
    await clerk.goto('/desk');
    expect(await clerk.locator('h1').innerText()).toBe('Who are you?');
  });
});

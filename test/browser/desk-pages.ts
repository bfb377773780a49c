import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { inForce } from '../../functions/council/in-force.ts';
import type { Form } from '../../functions/desk/form/field.ts';
import { proposalFields } from '../../functions/desk/proposal/proposal-form.ts';
import { writeForm } from '../../functions/desk/form/write-form.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { kent } from '../../seeds/kent/council.ts';

/** Kent’s settings as the forms know them. */
export const council = inForce(kent, '2023-03-07');

/** A browser of somebody's own, signed in on this machine by choosing who to be. */
export const signedInAs = async (browser: Browser, baseURL: string, name: string, to = '/desk'): Promise<Page> => {
  const context: BrowserContext = await browser.newContext({ baseURL, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(to);
  await page.getByRole('button', { name }).click();
  return page;
};

const at = (name: string) => `[name="${name}"]`;

const fillOne = async (page: Page, name: string, value: string): Promise<void> => {
  const field = page.locator(at(name)).first();
  const kind = await field.evaluate((element) =>
    element instanceof HTMLSelectElement ? 'select' : element instanceof HTMLInputElement ? element.type : 'text',
  );
  if (kind === 'select') await field.selectOption(value);
  else if (kind === 'radio' || kind === 'checkbox') await page.locator(`${at(name)}[value="${value}"]`).check();
  else await field.fill(value);
};

const addRows = async (page: Page, list: string, rows: number): Promise<void> => {
  const there = async () =>
    Number(
      (await page
        .locator(at(`${list}.rows`))
        .getAttribute('value')
        .catch(() => '0')) ?? 0,
    );
  while ((await there()) < rows) await page.locator(`button[name="add"][value="${list}"]`).click();
};

/** Types what a form says into the one on the page, row by row and field by field, as somebody would. */
export const typeInto = async (page: Page, said: Form): Promise<void> => {
  const form = [...said];
  for (const [name, value] of form) if (name.endsWith('.rows')) await addRows(page, name.slice(0, -'.rows'.length), Number(value));
  for (const [name, value] of form) if (!name.endsWith('.rows')) await fillOne(page, name, value);
};

/** Types a whole proposal. */
export const typeProposal = (page: Page, proposal: Proposal): Promise<void> => typeInto(page, writeForm(proposalFields(council), proposal));

/** What axe finds on a page by day and in the dark, and whether it is wider than the screen, on a phone and on a desk. */
export const faultsOn = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  for (const [width, colorScheme] of [
    [360, 'dark'],
    [1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] })
      .analyze();
    found.push(
      ...violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${width} ${colorScheme} ${id} ${target.join(' ')}: ${failureSummary}`),
      ),
    );
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wider > 0) found.push(`${width}: wider than the screen by ${wider}`);
  }
  return found;
};

/** What a page says under the council’s frame. */
export const words = (page: Page): Promise<string> => page.locator('main').innerText();

/** Presses the last button of a name. */
export const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).last().click();

export const follow = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('link', { name, exact: true }).click();

/** Types into some fields of the form on the page. */
export const type = (page: Page, fields: Record<string, string>): Promise<void> => typeInto(page, new URLSearchParams(fields));

/** A date as the three fields of a form. */
export const dated = (name: string, date: string): Record<string, string> =>
  Object.fromEntries(['year', 'month', 'day'].map((part, index) => [`${name}.${part}`, date.split('-')[index] ?? '']));

/** Presses a button that does something; answers what the next page says was done. */
export const done = async (page: Page, button: string): Promise<string> => {
  await press(page, button);
  return page.getByRole('status').innerText();
};

/** A picture of a page on a phone and on a desk, in the folder that `PICTURES` names, where somebody wants to look at it. */
export const pictured = async (page: Page, what: string): Promise<void> => {
  if (!process.env.PICTURES) return;
  const name = (await page.locator('h1').innerText()).replaceAll(/\W+/g, '-').toLowerCase();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${process.env.PICTURES}/${name}-${what}-${width}.png`, fullPage: true });
  }
};

/**
 * Sends a form as it stands; answers every fault that is then beside a field, by its field. Each must stand at the top too, as a link that
 * leads there.
 */
export const faultsAfter = async (page: Page, button: string): Promise<Record<string, string>> => {
  await pictured(page, 'empty');
  await press(page, button);
  await page.getByRole('alert').waitFor();
  await pictured(page, 'fault');
  const [beside, links] = await page.evaluate(
    () =>
      [
        [...document.querySelectorAll('.govuk-error-message')].map((fault) => [
          fault.id.replace(/-error$/, ''),
          fault.lastChild?.textContent?.trim() ?? '',
        ]),
        [...document.querySelectorAll('.govuk-error-summary a')]
          .map((link) => link.getAttribute('href')?.slice(1) ?? '')
          .map((id) => (document.getElementById(id) ? id : `nowhere: ${id}`)),
      ] as const,
  );
  expect(links).toEqual(beside.map(([at]) => at));
  expect(await page.title()).toMatch(/^Error: /);
  expect(await faultsOn(page)).toEqual([]);
  return Object.fromEntries(beside);
};

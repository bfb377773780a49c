import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inForce } from '../../functions/council/in-force.ts';
import { proposalFields } from '../../functions/desk/proposal-form.ts';
import { writeForm } from '../../functions/desk/write-form.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { kent } from '../../seeds/kent/council.ts';

const council = inForce(kent, '2023-03-07');

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
  const kind = await field.evaluate((element) => (element instanceof HTMLSelectElement ? 'select' : element instanceof HTMLInputElement ? element.type : 'text'));
  if (kind === 'select') await field.selectOption(value);
  else if (kind === 'radio' || kind === 'checkbox') await page.locator(`${at(name)}[value="${value}"]`).check();
  else await field.fill(value);
};

const addRows = async (page: Page, list: string, rows: number): Promise<void> => {
  const there = async () => Number((await page.locator(at(`${list}.rows`)).getAttribute('value').catch(() => '0')) ?? 0);
  while ((await there()) < rows) await page.locator(`button[name="add"][value="${list}"]`).click();
};

/** Types a whole proposal into the form, row by row and field by field, as an officer would. */
export const typeProposal = async (page: Page, proposal: Proposal): Promise<void> => {
  const form = [...writeForm(proposalFields(council), proposal)];
  for (const [name, value] of form) if (name.endsWith('.rows')) await addRows(page, name.slice(0, -'.rows'.length), Number(value));
  for (const [name, value] of form) if (!name.endsWith('.rows')) await fillOne(page, name, value);
};

/** What axe finds on a page by day and in the dark, and whether it is wider than the screen, on a phone and on a desk. */
export const faultsOn = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  for (const [width, colorScheme] of [[360, 'dark'], [1280, 'light']] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] }).analyze();
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${width} ${colorScheme} ${id} ${target.join(' ')}: ${failureSummary}`)));
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wider > 0) found.push(`${width}: wider than the screen by ${wider}`);
  }
  return found;
};

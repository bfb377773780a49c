import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { assetNamed } from '../../functions/page/assets.ts';
import { gallery } from '../gallery/gallery.ts';
import type { Scene } from '../gallery/scene.ts';
import { unlikeOthers } from '../gallery/shapes.ts';

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
  const { violations } = await (dark
    ? axe(page).withRules(['color-contrast', 'link-in-text-block'])
    : axe(page).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
  ).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`));
};

const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// Half a sum reads like a whole one: "£4" of "£425,484.88", and "£8,000,000 to £12" of a range. Where a row is a block, its words go past it.
const cutSums = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const written = document.createRange();
    const rightOf = (cell: Element): number => {
      written.selectNodeContents(cell);
      return Math.max(cell.getBoundingClientRect().right, written.getBoundingClientRect().right);
    };
    return [...document.querySelectorAll('td.app-number')]
      .filter(({ textContent }) => textContent.includes('£'))
      .filter((cell) => rightOf(cell) > (cell.closest('.app-scroll')?.getBoundingClientRect().right ?? 0) + 1)
      .map(({ textContent }) => `a sum is cut off at the edge: ${textContent}`);
  });

// A cell that stays in sight hides the words of the one before it: "(revenue" of "(revenue, once)".
const coveredCells = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('tr')].flatMap(({ children }) =>
      [...children].slice(1).flatMap((cell, index) => {
        const [before, box] = [children[index]?.getBoundingClientRect(), cell.getBoundingClientRect()];
        const covers = before !== undefined && before.right > box.left + 1 && before.bottom > box.top + 1 && box.bottom > before.top + 1;
        return covers ? [`in a table ${cell.textContent} covers ${children[index]?.textContent}`] : [];
      }),
    ),
  );

type Box = Record<'x' | 'y' | 'width' | 'height', number>;

// In a picture nothing makes way for anything else.
const writtenOver = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const written = [...document.querySelectorAll<SVGTextElement>('main svg text')].map((text) => {
      const { x, y, width, height } = text.getBBox();
      return { words: text.textContent, x, y, width, height };
    });
    const meet = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
    return written.flatMap((one, index) =>
      written
        .slice(index + 1)
        .filter((other) => meet(one, other))
        .map((other) => `written over each other: ${one.words}, ${other.words}`),
    );
  });

// Without script the browser scrolls to the field itself, and what is wrong with it stands above that.
const unseenFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('.govuk-error-summary a')].flatMap(({ hash }) => {
      location.hash = hash;
      const beside = document.getElementById(`${hash.slice(1)}-error`);
      const seen = !beside || (beside.getBoundingClientRect().top >= 0 && beside.getBoundingClientRect().top < innerHeight);
      return seen ? [] : [`the link to ${hash} leads past what is wrong there`];
    }),
  );

// A message that is there when a page opens is read out by few screen readers, unless the page opens at it.
const unreadSummary = async (page: Page): Promise<string[]> => {
  if ((await page.locator('.govuk-error-summary').count()) === 0) return [];
  // A browser goes there when it first draws the page, which may be after it was loaded.
  return page
    .waitForFunction(() => document.activeElement?.classList.contains('govuk-error-summary'), undefined, { timeout: 5000 })
    .then(
      () => [],
      () => ['the page does not open at what is wrong with it'],
    );
};

// Whoever pressed a button at the end of a long form would see its beginning again, and hear nothing.
const unseenNews = async (page: Page): Promise<string[]> => {
  if ((await page.locator('form [role=status]').count()) === 0) return [];
  return page
    .waitForFunction(
      () => {
        const news = document.querySelector('form [role=status]');
        const { top = -1, bottom = 0 } = news?.getBoundingClientRect() ?? {};
        const heard = document.activeElement?.getAttribute('aria-describedby')?.split(' ') ?? [];
        return heard.includes(news?.id ?? '') && top >= 0 && bottom <= innerHeight;
      },
      undefined,
      { timeout: 5000 },
    )
    .then(
      () => [],
      () => ['the page does not open at what became of the button that was pressed'],
    );
};

const looked = async (): Promise<Scene[]> => {
  const all = await gallery();
  return process.env.EVERY_PAGE ? all : unlikeOthers(all);
};

// A status is two or three words, and "Notice publishe" is none of them.
const cutStatuses = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const written = document.createRange();
    return [...document.querySelectorAll('.govuk-tag')].flatMap(({ firstChild, textContent }) =>
      [...textContent.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
        if (!firstChild) return [];
        written.setStart(firstChild, index);
        written.setEnd(firstChild, index + word.length);
        return written.getClientRects().length > 1 ? [`a word of a status is cut in two: ${word}`] : [];
      }),
    );
  });

// The number of a resolution stands beside it, outside its box, where no width is counted.
const cutNumbers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d');
    return [...document.querySelectorAll<HTMLLIElement>('ol > li')]
      .filter((item) => getComputedStyle(item).listStyleType === 'decimal' && item.checkVisibility())
      .flatMap((item) => {
        if (!pen) return ['no number was measured'];
        const number = `${[...(item.parentElement?.children ?? [])].indexOf(item) + 1}. `;
        pen.font = getComputedStyle(item).font;
        const left = item.getBoundingClientRect().left - pen.measureText(number).width;
        return left < 0 ? [`the number ${number.trim()} is cut off at the edge by ${-left}`] : [];
      });
  });

/** What cannot be read on a phone by who has the letters twice as large (WCAG 2.2, 1.4.4): pages too wide for it, and cut words and numbers. */
export const faultsInLargeLetters = async (browser: Browser): Promise<Record<string, string[]>> => {
  const scenes = await looked();
  const page = await pageOver(browser, scenes, { viewport: { width: 320, height: 800 } });
  const found: Record<string, string[]> = {};
  for (const [index, { name }] of scenes.entries()) {
    await page.goto(`${site}/${index}`);
    await page.addStyleTag({ content: ':root { font-size: 200% }' });
    const wider = await tooWide(page);
    const faults = [...(wider > 0 ? [`wider than the screen by ${wider}`] : []), ...(await cutStatuses(page)), ...(await cutNumbers(page))];
    if (faults.length > 0) found[name] = faults;
  }
  return found;
};

/** The sums that are cut off at the edge of the narrowest phone, on every page that has a table of sums. */
export const cutOnAPhone = async (browser: Browser): Promise<Record<string, string[]>> => {
  const scenes = (await gallery()).filter(({ html }) => html.includes('app-number'));
  const page = await pageOver(browser, scenes, { viewport: { width: 320, height: 800 } });
  const found: Record<string, string[]> = {};
  for (const [index, { name }] of scenes.entries()) {
    await page.goto(`${site}/${index}`);
    const cut = await cutSums(page);
    if (cut.length > 0) found[name] = cut;
  }
  return found;
};

/** What is written over something else in the pictures of all pages that have one, on a screen of 1280 pixels. */
export const overwritten = async (browser: Browser): Promise<Record<string, string[]>> => {
  const scenes = (await gallery()).filter(({ html }) => html.includes('id="timetable-title"'));
  const page = await pageOver(browser, scenes, { viewport: { width: 1280, height: 800 } });
  const found: Record<string, string[]> = {};
  for (const [index, { name }] of scenes.entries()) {
    await page.goto(`${site}/${index}`);
    const over = await writtenOver(page);
    if (over.length > 0) found[name] = over;
  }
  return found;
};

/**
 * Every fault of every page of distinct shape, in every state, at one width; of every page with EVERY_PAGE=1, which takes minutes and is
 * for those who change how pages look.
 */
export const galleryFaults = async (browser: Browser, width: number, colorScheme: 'dark' | 'light'): Promise<Record<string, string[]>> => {
  const scenes = await looked();
  const page = await pageOver(browser, scenes, { viewport: { width, height: 800 }, colorScheme });
  const found: Record<string, string[]> = {};
  for (const [index, { name }] of scenes.entries()) {
    await page.goto(`${site}/${index}`);
    const wider = await tooWide(page);
    const faults = [
      ...(await unreadSummary(page)),
      ...(await unseenNews(page)),
      ...(wider > 0 ? [`wider than the screen by ${wider}`] : []),
      ...(await cutSums(page)),
      ...(await coveredCells(page)),
      ...(await unseenFaults(page)),
      ...(await faultsOf(page, colorScheme === 'dark')),
    ];
    if (faults.length > 0) found[name] = faults;
  }
  return found;
};

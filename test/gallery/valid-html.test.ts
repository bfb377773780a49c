import { expect, it } from 'vitest';
import { gallery } from './gallery.ts';
import { faultsIn, unheardIn } from './valid-html.ts';

it('every page, in every state, is valid HTML', async () => {
  const pages = await gallery();
  const found = await Promise.all(pages.map(async ({ name, html }) => [name, await faultsIn(html)] as const));
  expect(Object.fromEntries(found.filter(([, faults]) => faults.length > 0))).toEqual({});
  expect(pages.length).toBeGreaterThan(100);
});

it('every hint of a form, and every fault in it, is read out with its field or its group of fields', async () => {
  const found = (await gallery()).map(({ name, html }) => [name, unheardIn(html)] as const);
  expect(Object.fromEntries(found.filter(([, unheard]) => unheard.length > 0))).toEqual({});
});

it.each([
  ['<span><div>A</div></span>', 'element-permitted-content'],
  ['<img src="a.png">', 'wcag/h37'],
  ['<p id="a">A</p><p id="a">B</p>', 'no-dup-id'],
  ['<p style="color:red">A</p>', 'no-inline-style'],
  ['<input type="text">', 'input-missing-label'],
])('the validator finds what is wrong with %s', async (body, rule) => {
  expect((await faultsIn(`<!doctype html><html lang="en"><head><title>A</title></head><body>${body}</body></html>`)).join()).toContain(
    rule,
  );
});

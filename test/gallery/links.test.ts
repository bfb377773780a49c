import { expect, it } from 'vitest';
import { catalogue } from '../../lib/functions.ts';
import { gallery } from './gallery.ts';

const asPattern = (path: string): RegExp => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
const served = catalogue.flatMap(({ routes }) => routes.map(({ method, path }) => ({ method, pattern: asPattern(path) })));
const answers = (method: string, path: string) => served.some((route) => route.method === method && route.pattern.test(path));

// Of an action, which the desk answers by its name, the name is checked by the desk's own tests.
it('every link and every form of every page leads to a route that is deployed', async () => {
  const broken = new Set<string>();
  for (const { name, html } of await gallery()) {
    for (const [, href = ''] of html.matchAll(/<(?:a|link)\b[^>]*\shref="(\/[^"#?]*)/g))
      if (!answers('GET', href)) broken.add(`${name}: GET ${href}`);
    for (const [form] of html.matchAll(/<form\b[^>]*>/g)) {
      const [action, method] = [/\saction="(\/[^"#?]*)/.exec(form)?.[1], /\smethod="post"/.test(form) ? 'POST' : 'GET'];
      if (action && !answers(method, action)) broken.add(`${name}: ${method} ${action}`);
    }
  }
  expect([...broken]).toEqual([]);
});

it('every link within a page leads to something that is on it', async () => {
  const broken = (await gallery()).flatMap(({ name, html }) =>
    [...html.matchAll(/\shref="#([^"]+)"/g)].flatMap(([, id = '']) => (html.includes(` id="${id}"`) ? [] : [`${name}: #${id}`])),
  );
  expect(broken).toEqual([]);
});

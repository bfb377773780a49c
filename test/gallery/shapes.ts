import type { Scene } from './scene.ts';

// What axe judges an element by: its kind, its classes, and which attributes it has, whatever they say.
const shapesOf = (html: string): Set<string> =>
  new Set(
    [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g)].map(([, tag = '', attributes = '']) =>
      [
        tag,
        /\sclass="([^"]*)"/.exec(attributes)?.[1] ?? '',
        /\stype="([^"]*)"/.exec(attributes)?.[1] ?? '',
        ...[...attributes.matchAll(/\s([\w:-]+)/g)]
          .map(([, name]) => name)
          .filter((name) => name?.startsWith('aria-') || name === 'role' || name === 'for')
          .sort(),
      ].join(' '),
    ),
  );

/**
 * The scenes that show something which none before them does, the longest first: what one page has proved is not asked again of its likes.
 */
export const unlikeOthers = (scenes: Scene[]): Scene[] => {
  const seen = new Set<string>();
  return scenes
    .toSorted((a, b) => b.html.length - a.html.length)
    .filter(({ html }) => {
      const fresh = [...shapesOf(html)].filter((shape) => !seen.has(shape));
      for (const shape of fresh) seen.add(shape);
      return fresh.length > 0;
    });
};

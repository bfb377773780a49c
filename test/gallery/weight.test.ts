import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { assetNamed } from '../../functions/page/assets.ts';
import { asking, everyPublication, realPublications } from './public-scenes.ts';

const most = 60 * 1024;

const weightOf = (html: string): number => {
  const styles = [...html.matchAll(/<link rel="stylesheet" href="\/assets\/([^"]+)"/g)].map(([, name = '']) => assetNamed(name)?.body);
  expect(styles.every(Boolean)).toBe(true);
  expect(html).not.toMatch(/<(script src|img|iframe|video|source)/);
  return [html, ...styles].reduce((sum, part) => sum + gzipSync(part ?? '').length, 0);
};

it('the register, full and with the styles of it, is less than 60 KB on the wire', async () => {
  const publications = everyPublication();
  const many = Array.from(
    { length: 100 },
    (_, index) =>
      publications.map((of) => ({ ...of, number: `${10 + Math.floor(index / 10)}/${String(index).padStart(5, '0')}` }))[
        index % publications.length
      ] ?? publications[0],
  ).filter((of) => of !== undefined);
  for (const path of ['/', '/notices', '/decisions', '/notices?limit=100', '/search?q=security', '/urgency-report']) {
    const { status, body } = await asking(many)(path);
    expect(status).toBe(200);
    const weight = weightOf(body);
    if (process.env.FIGURES) process.stderr.write(`${path}: ${weight} bytes\n`);
    expect(weight, path).toBeLessThan(most);
  }
});

it('so is the page of each of the five real decisions', async () => {
  const real = await realPublications();
  for (const { number } of real) {
    const { body } = await asking(real)(`/decisions/${number}`);
    const weight = weightOf(body);
    if (process.env.FIGURES) process.stderr.write(`${number}: ${weight} bytes\n`);
    expect(weight, number).toBeLessThan(most);
  }
});

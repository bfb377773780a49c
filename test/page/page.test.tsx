import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { css as deskCss } from '../../functions/desk/styles.css.ts';
import { accessibilityPage } from '../../functions/page/accessibility.page.tsx';
import { assetNamed, colourPath, deskStylesPath, stylesPath, textOn } from '../../functions/page/assets.ts';
import { copyPath, copyScript } from '../../functions/page/copy.ts';
import { page, pageHeaders } from '../../functions/page/page.tsx';
import { handler } from '../../functions/register/serve-assets.handler.ts';
import { stylesModule } from '../../bin/styles.ts';
import { readFileSync } from 'node:fs';
import { kent } from '../../seeds/kent/council.ts';

const html = page({ title: 'A <title>', council: kent, section: 'notices', children: <p>Hello & welcome</p> });
const served = async (path: string) => handler({ pathParameters: { file: path.replace('/assets/', '') } });

describe('every page', () => {
  it('is in British English, names the council and begins with a way past the header', () => {
    expect(html).toContain('<html lang="en-GB"');
    expect(html).toContain('<title>A &lt;title> - Kent County Council</title>');
    expect(html.indexOf('Skip to main content')).toBeLessThan(html.indexOf('<header'));
    expect(html).toContain('<main class="govuk-main-wrapper" id="main-content">');
    expect(html).toContain('href="/accessibility"');
    expect(html).toContain('aria-current="page">Forthcoming decisions');
  });

  it('has a script only where something is copied, served for ever by a name that changes with it', async () => {
    expect(await served(copyPath)).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' },
    });
    expect(copyPath).toBe(`/assets/copy.${createHash('sha256').update(copyScript).digest('hex').slice(0, 16)}.js`);
  });

  it('runs no script and holds no inline style, so that its own policy can forbid both', () => {
    expect(html).not.toMatch(/<script|<style| style=| on[a-z]+=/);
    expect(pageHeaders['content-security-policy']).not.toMatch(/unsafe|script-src/);
  });

  it('leaves the public lists off where one thing is asked, and can be kept out of search engines', () => {
    const asking = page({ title: 'Asked', council: kent, section: 'none', noindex: true, children: 'x' });
    expect(asking).not.toContain('Forthcoming decisions');
    expect(asking).toContain('<meta name="robots" content="noindex"/>');
  });

  it('has an accessibility statement to point at', () => {
    expect(accessibilityPage(kent)).toContain(`mailto:${kent.email.replyTo}`);
  });
});

describe('the stylesheets', () => {
  it('are those that styles.scss makes today', () => {
    expect(readFileSync(new URL('../../functions/page/styles.css.ts', import.meta.url), 'utf8')).toBe(stylesModule());
  });

  it('are small, without the fonts of GOV.UK, and know dark mode and paper', () => {
    const css = assetNamed(stylesPath.replace('/assets/', ''))?.body ?? '';
    expect(css.length).toBeLessThan(49_152);
    expect(css).not.toMatch(/GDS Transport|@font-face|url\(/);
    expect(css).toContain('prefers-color-scheme: dark');
    expect(css).toContain('@media print');
  });

  it('are served for ever, by names that change with their content', async () => {
    const answer = await served(stylesPath);
    expect(answer).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' },
    });
    expect(await served(deskStylesPath)).toEqual({ ...answer, body: deskCss });
    expect((await served(colourPath('#7B1E3A'))).body).toBe(':root{--council-colour:#7b1e3a;--council-text:#ffffff}\n');
  });

  it('are served by exact name only', async () => {
    for (const name of ['styles.css', 'council-red.css', '../page.tsx', '', 'council-7b1e3a.css.map'])
      expect((await served(name)).statusCode).toBe(404);
  });

  it('put words on the council’s colour that can be read', () => {
    expect(textOn('ffdd00')).toBe('#000000');
    expect(textOn('7b1e3a')).toBe('#ffffff');
    expect(textOn('1d70b8')).toBe('#ffffff');
  });
});

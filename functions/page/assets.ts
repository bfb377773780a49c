import { copyPath, copyScript } from './copy.ts';
import { css as deskCss, hash as deskHash } from '../desk/styles.css.ts';
import { css, hash } from './styles.css.ts';

type Asset = { contentType: string; body: string };

const stylesName = `styles.${hash}.css`;

/** Where the stylesheet of every page is served. The name changes with its content, so it can be kept for ever. */
export const stylesPath = `/assets/${stylesName}`;

const deskStylesName = `desk.${deskHash}.css`;

/** Where the stylesheet of the desk is served, likewise: not by the desk itself, which has enough to carry. */
export const deskStylesPath = `/assets/${deskStylesName}`;

/** Where the stylesheet that carries the council's colour is served; the colour is in the name. */
export const colourPath = (colour: string): string => `/assets/council-${colour.slice(1).toLowerCase()}.css`;

const channel = (hex: string): number => {
  const share = Number.parseInt(hex, 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

// WCAG 2.2's relative luminance.
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = (colour.match(/../g) ?? []).map(channel);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Black or white, whichever reads better on a colour given as six hexadecimal digits: always 4.5:1 or better. */
export const textOn = (colour: string): '#ffffff' | '#000000' => (luminance(colour) > 0.179 ? '#000000' : '#ffffff');

// A stylesheet and not a style attribute, so that the Content-Security-Policy can forbid inline style.
const colourSheet = (colour: string): string => `:root{--council-colour:#${colour};--council-text:${textOn(colour)}}\n`;

/** The file of that name under /assets/, or null. Every one it answers is immutable: a change is a new name. */
export const assetNamed = (name: string): Asset | null => {
  const contentType = 'text/css; charset=utf-8';
  if (name === stylesName) return { contentType, body: css };
  if (name === deskStylesName) return { contentType, body: deskCss };
  if (`/assets/${name}` === copyPath) return { contentType: 'text/javascript; charset=utf-8', body: copyScript };
  const [, colour] = /^council-([0-9a-f]{6})\.css$/.exec(name) ?? [];
  return colour ? { contentType, body: colourSheet(colour) } : null;
};

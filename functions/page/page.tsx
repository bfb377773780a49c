import type { ComponentChildren, JSX } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Council } from '../council/council.schema.ts';
import { colourPath, stylesPath } from './assets.ts';

/** What a page needs to know of the council whose page it is. */
export type PageCouncil = Pick<Council, 'name' | 'colour'> & { website: string | null };

const sections = { notices: 'Forthcoming decisions', decisions: 'Decisions taken', contracts: 'Contracts', search: 'Search' } as const;

export type PageOf = {
  title: string;
  council: PageCouncil;
  lang?: string;
  description?: string;
  noindex?: boolean;
  /** The public list that this page belongs to; `none` leaves the lists out of the way of the one thing asked. */
  section?: keyof typeof sections | 'none';
  head?: ComponentChildren;
  children: ComponentChildren;
};

const Head = ({ title, council, description, noindex, head }: PageOf): JSX.Element => (
  <head>
    <meta charset="utf-8" />
    <title>{`${title} - ${council.name}`}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    {description && <meta name="description" content={description} />}
    {noindex && <meta name="robots" content="noindex" />}
    <link rel="stylesheet" href={colourPath(council.colour)} />
    <link rel="stylesheet" href={stylesPath} />
    {/* Browsers ask for /favicon.ico unless told that there is none. */}
    <link rel="icon" href="data:," />
    {head}
  </head>
);

const Lists = ({ section }: Pick<PageOf, 'section'>): JSX.Element => (
  <nav class="app-nav" aria-label="Public lists">
    <ul class="govuk-width-container">
      {Object.entries(sections).map(([path, name]) => (
        <li key={path}>
          <a href={`/${path}`} aria-current={section === path ? 'page' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const Footer = ({ council }: Pick<PageOf, 'council'>): JSX.Element => (
  <footer class="app-footer">
    <div class="govuk-width-container">
      <ul>
        <li>
          <a href="/accessibility">Accessibility statement</a>
        </li>
        {council.website !== null && (
          <li>
            <a href={council.website} rel="external">
              {council.name}’s website
            </a>
          </li>
        )}
      </ul>
    </div>
  </footer>
);

const Body = (of: PageOf): JSX.Element => (
  <body class="govuk-template__body">
    <a href="#main-content" class="govuk-skip-link">
      Skip to main content
    </a>
    <header class="app-header">
      <div class="govuk-width-container">
        <a href="/">{of.council.name}</a>
      </div>
    </header>
    {of.section !== 'none' && <Lists section={of.section} />}
    <div class="govuk-width-container">
      <main class="govuk-main-wrapper" id="main-content">
        {of.children}
      </main>
    </div>
    <Footer council={of.council} />
  </body>
);

/**
 * A whole HTML document in the council's frame: no script of its own, no inline style, no image, so that the strictest
 * Content-Security-Policy holds. Everything put in it as text is escaped.
 */
export const page = (of: PageOf): string =>
  `<!doctype html>\n${renderToStaticMarkup(
    <html lang={of.lang ?? 'en-GB'} class="govuk-template">
      <Head {...of} />
      <Body {...of} />
    </html>,
  )}\n`;

/** The headers of every page that goes with `page`: nothing may run, be framed or be fetched from elsewhere. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
} as const;

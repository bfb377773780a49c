import type { ComponentChildren, JSX } from 'preact';
import { deskStylesPath } from '../page/assets.ts';
import { page, type PageCouncil, pageHeaders } from '../page/page.tsx';
import type { Session } from './sign-in/session.ts';

/** Who is looking at a page of the desk, and whose page it is. */
export type Visitor = { who: Session['who']; csrf: string; council: PageCouncil };

export type DeskAnswer = { statusCode: number; headers: Record<string, string>; body: string; cookies?: string[] };

// Unlike the pages behind links, these carry no secret in their address, and their forms must name their origin.
const headers = {
  ...pageHeaders,
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-robots-tag': 'noindex',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
};

/** A page for somebody signed in: kept by no cache, listed by no search engine. */
export const htmlAnswer = (statusCode: number, body: string, cookies: string[] = []): DeskAnswer => ({
  statusCode,
  headers,
  body,
  ...(cookies.length > 0 ? { cookies } : {}),
});

/** Sends the browser on to another page, by GET. */
export const goTo = (location: string, cookies: string[] = []): DeskAnswer => ({
  statusCode: 303,
  headers: { ...headers, location },
  body: '',
  ...(cookies.length > 0 ? { cookies } : {}),
});

type Place = 'desk' | 'proposals' | 'new' | 'undelivered' | 'contracts' | 'import';

const isOfficer = ({ who }: Visitor): boolean => who.roles.includes('officer');

const Nav = ({ visitor, here }: { visitor: Visitor; here: Place | undefined }): JSX.Element => {
  const current = (place: Place) => (place === here ? 'page' : undefined);
  return (
    <nav class="app-desk-nav app-no-print" aria-label="Desk">
      <ul>
        <li>
          <a href="/desk" aria-current={current('desk')}>
            Your desk
          </a>
        </li>
        <li>
          <a href="/desk/proposals" aria-current={current('proposals')}>
            All proposals
          </a>
        </li>
        <li>
          <a href="/desk/contracts" aria-current={current('contracts')}>
            Contracts
          </a>
        </li>
        {isOfficer(visitor) && (
          <li>
            <a href="/desk/proposals/new" aria-current={current('new')}>
              New proposal
            </a>
          </li>
        )}
        {visitor.who.roles.includes('contracts') && (
          <li>
            <a href="/desk/import" aria-current={current('import')}>
              Bring in a register
            </a>
          </li>
        )}
      </ul>
      <form method="post" action="/desk/sign-out">
        <span>{visitor.who.name}</span>
        <Carried csrf={visitor.csrf} />
        <button type="submit" class="app-link-button">
          Sign out
        </button>
      </form>
    </nav>
  );
};

/** What every form of the desk carries besides its fields. */
export const Carried = ({ csrf, idempotencyKey, version }: { csrf: string; idempotencyKey?: string; version?: string }): JSX.Element => (
  <>
    <input type="hidden" name="csrf" value={csrf} />
    {idempotencyKey && <input type="hidden" name="key" value={idempotencyKey} />}
    {version && <input type="hidden" name="version" value={version} />}
  </>
);

type DeskPageOf = { title: string; visitor: Visitor; here?: Place; wrong?: boolean; children: ComponentChildren };

/** A page of the desk in the council's frame. `wrong` says in the browser's tab that something on it needs putting right. */
export const deskPage = ({ title, visitor, here, wrong, children }: DeskPageOf): string =>
  page({
    title: wrong ? `Error: ${title}` : title,
    council: visitor.council,
    section: 'none',
    noindex: true,
    head: <link rel="stylesheet" href={deskStylesPath} />,
    children: (
      <>
        <Nav visitor={visitor} here={here} />
        {children}
      </>
    ),
  });

/** What stands for the council where nobody is signed in to ask it of the API. */
export const unnamedCouncil: PageCouncil = { name: 'Executive decisions', colour: '#1d70b8', website: null };

/** A page for somebody who is not signed in. */
export const outsidePage = (title: string, children: ComponentChildren): string =>
  page({
    title,
    council: unnamedCouncil,
    section: 'none',
    noindex: true,
    children: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        {typeof children === 'string' ? <p class="govuk-body">{children}</p> : children}
      </>
    ),
  });

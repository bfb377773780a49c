import type { JSX } from 'preact';
import type { Council } from '../council/council.schema.ts';
import { page } from '../page/page.tsx';
import { datasetOf } from '../record/page/structured-data.ts';
import type { LocalDate } from '../rules/local-date.ts';
import { Filters, TextField } from './filters.tsx';
import { Line } from './line.tsx';
import type { RegisterName } from './register-entry.ts';
import type { RegisterPage } from './register-list.ts';
import { isFiltered, queryString, type RegisterQuery } from './register-query.ts';

export type ListOf = { register: RegisterName; council: Council; query: RegisterQuery; page: RegisterPage; today: LocalDate };

const lists = {
  NOTICES: {
    path: '/notices',
    section: 'notices',
    title: 'Forthcoming executive decisions',
    about:
      'What the council’s executive plans to decide, the soonest first. Notice of a key decision is given at least 28 clear days before it is taken. Where it was not, its page says why.',
    empty: 'No executive decisions are proposed at the moment.',
  },
  DECISIONS: {
    path: '/decisions',
    section: 'decisions',
    title: 'Executive decisions taken',
    about: 'What the council’s executive has decided, the newest first.',
    empty: 'No executive decisions have been published yet.',
  },
} as const;

const Search = ({ register, query, council }: ListOf): JSX.Element => (
  <details class="app-no-print" open={isFiltered(query)}>
    <summary class="govuk-body">
      <span class="govuk-link">Search this list</span>
    </summary>
    <form action={lists[register].path} method="get">
      <Filters council={council} asked={query} hasStandings={register === 'DECISIONS'}>
        <TextField id="text" label="Words or number" value={query.text} />
      </Filters>
      <button class="govuk-button" type="submit">
        Search
      </button>
    </form>
    {isFiltered(query) && (
      <p class="govuk-body">
        <a class="govuk-link" href={lists[register].path}>
          Show the whole list
        </a>
      </p>
    )}
  </details>
);

const nothing = ({ query, page: { next }, register }: ListOf): string => {
  if (!isFiltered(query)) return query.cursor === undefined ? lists[register].empty : 'There is nothing more on this list.';
  return next === null
    ? 'Nothing on this list matches your search.'
    : 'Nothing on this part of the list matches your search. The next page goes on looking.';
};

const Pages = ({ query, page: { next }, register }: ListOf): JSX.Element | null =>
  next === null && query.cursor === undefined ? null : (
    <nav class="app-no-print" aria-label="Pages of this list">
      <ul class="govuk-list">
        {next !== null && (
          <li>
            <a class="govuk-link" rel="next" href={lists[register].path + queryString(query, next)}>
              Next page
            </a>
          </li>
        )}
        {query.cursor !== undefined && (
          <li>
            <a class="govuk-link" href={lists[register].path + queryString(query, null)}>
              First page
            </a>
          </li>
        )}
      </ul>
    </nav>
  );

const Files = ({ register, query }: ListOf): JSX.Element => {
  const { path } = lists[register];
  const kept = queryString({ ...query, limit: 25 }, null);
  return (
    <p class="govuk-body app-no-print">
      <a class="govuk-link" href={`${path}.atom${kept}`}>
        Follow {isFiltered(query) ? 'this search' : 'this list'} (Atom feed)
      </a>
      {' · '}
      <a class="govuk-link" href={`${path}.csv${kept}`}>
        Download it (CSV)
      </a>
    </p>
  );
};

const Body = (of: ListOf): JSX.Element => {
  const { title, about } = lists[of.register];
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{about}</p>
      <Search {...of} />
      {of.page.items.length === 0 ? (
        <p class="govuk-body">{nothing(of)}</p>
      ) : (
        <ol class="govuk-list app-list">
          {of.page.items.map((item) => (
            <Line of={item} today={of.today} />
          ))}
        </ol>
      )}
      <Pages {...of} />
      <Files {...of} />
    </>
  );
};

/** A public list as a page on a day, Europe/London: what is on it, where each stands, and the way to the next page. */
export const registerPageOf = (of: ListOf): string => {
  const { path, title, about, section } = lists[of.register];
  const head = (
    <>
      <link rel="alternate" type="application/atom+xml" title={title} href={`${path}.atom`} />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: datasetOf({ name: title, about, path }, of.council) }} />
    </>
  );
  return page({ title, council: of.council, section, description: about, head, children: <Body {...of} /> });
};

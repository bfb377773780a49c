import type { JSX } from 'preact';
import type { Council } from '../council/council.schema.ts';
import { page } from '../page/page.tsx';
import type { LocalDate } from '../rules/local-date.ts';
import { ContractLine } from '../transparency/contracts.page.tsx';
import type { Found, FoundContracts } from '../search/search.ts';
import { Filters } from './filters.tsx';
import { Line } from './line.tsx';
import { filterParameters, type SearchQuery } from './register-query.ts';

export type SearchOf = { council: Council; query: SearchQuery; found: Found; contracts: FoundContracts; today: LocalDate };

/** The same search from another place on. */
export const searchPath = (path: string, query: SearchQuery, from: number): string => {
  const parameters = filterParameters(query);
  if (query.q !== undefined) parameters.set('q', query.q);
  if (query.in !== undefined) parameters.set('in', query.in);
  if (query.limit !== 25) parameters.set('limit', String(query.limit));
  if (from > 0) parameters.set('from', String(from));
  return parameters.size === 0 ? path : `${path}?${parameters}`;
};

/** Whether anything at all is looked for. */
const isAsked = (query: SearchQuery): boolean => query.q !== undefined || filterParameters(query).size > 0;

const Form = ({ council, query }: SearchOf): JSX.Element => (
  <search class="app-no-print">
    <form action="/search" method="get">
      <div class="govuk-form-group">
        <label class="govuk-label" for="q">
          Words, a number, a supplier or a place
        </label>
        <input class="govuk-input" type="search" id="q" name="q" value={query.q ?? ''} />
      </div>
      <details open={filterParameters(query).size > 0}>
        <summary class="govuk-body">
          <span class="govuk-link">Narrow the search</span>
        </summary>
        <Filters council={council} asked={query} hasStandings />
      </details>
      <button class="govuk-button" type="submit">
        Search
      </button>
    </form>
  </search>
);

const count = (found: number): string =>
  found === 0
    ? 'Nothing was found. Try fewer or other words.'
    : found === 1
      ? '1 decision was found.'
      : `${found.toLocaleString('en-GB')} decisions were found.`;

const Results = ({ query, found, today }: SearchOf): JSX.Element => (
  <>
    <h2 class="govuk-heading-m" id="results">
      Results
    </h2>
    <p class="govuk-body">{count(found.found)}</p>
    <ol class="govuk-list app-list" aria-labelledby="results" start={query.from + 1}>
      {found.items.map((item) => (
        <Line of={item} today={today} level={3} />
      ))}
    </ol>
    {found.next !== null && (
      <p class="govuk-body">
        <a class="govuk-link" rel="next" href={searchPath('/search', query, found.next)}>
          Next page
        </a>
      </p>
    )}
    {query.from > 0 && (
      <p class="govuk-body">
        <a class="govuk-link" href={searchPath('/search', query, 0)}>
          First page
        </a>
      </p>
    )}
    <p class="govuk-body app-no-print">
      <a class="govuk-link" href={searchPath('/search.atom', query, 0)}>
        Follow this search (Atom feed)
      </a>
    </p>
  </>
);

const countOf = (found: number): string =>
  found === 1 ? '1 contract was found.' : `${found.toLocaleString('en-GB')} contracts were found.`;

const Contracts = ({ council, query, contracts: { items, found, next } }: SearchOf): JSX.Element | null =>
  found === 0 && query.in === undefined ? null : (
    <>
      <h2 class="govuk-heading-m" id="contracts">
        Contracts
      </h2>
      <p class="govuk-body">
        {found === 0
          ? `No contract was found. Contracts are found by words, a reference, a supplier, a department or a ${council.areaWord}.`
          : countOf(found)}
      </p>
      <ol class="govuk-list app-list" aria-labelledby="contracts" start={query.in === undefined ? 1 : query.from + 1}>
        {items.map((of) => (
          <ContractLine of={of} level={3} />
        ))}
      </ol>
      {query.in === undefined && next !== null && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={searchPath('/search', { ...query, in: 'contracts' }, 0)}
          >{`All ${found.toLocaleString('en-GB')} contracts`}</a>
        </p>
      )}
      {query.in !== undefined && next !== null && (
        <p class="govuk-body">
          <a class="govuk-link" rel="next" href={searchPath('/search', query, next)}>
            Next page
          </a>
        </p>
      )}
      {query.in !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={searchPath('/search', { ...query, in: undefined }, 0)}>
            Search decisions too
          </a>
        </p>
      )}
    </>
  );

/** The search across proposed decisions, decisions taken and contracts, with what it found. */
export const searchPageOf = (of: SearchOf): string =>
  page({
    title: of.query.q === undefined ? 'Search' : `${of.query.q} - search`,
    council: of.council,
    section: 'search',
    noindex: isAsked(of.query),
    description: `Search the executive decisions of ${of.council.name}, proposed and taken.`,
    children: (
      <>
        <h1 class="govuk-heading-l">Search decisions</h1>
        <Form {...of} />
        {isAsked(of.query) && of.query.in === undefined && <Results {...of} />}
        {isAsked(of.query) && <Contracts {...of} />}
      </>
    ),
  });

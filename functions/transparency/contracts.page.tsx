import type { JSX } from 'preact';
import type { Council } from '../council/council.schema.ts';
import { page } from '../page/page.tsx';
import { Choice, same } from '../register/filters.tsx';
import { inPounds } from '../rules/money.ts';
import type { PublicContractLine } from './public-contract.schema.ts';
import { ranInWords } from './term-in-words.ts';

export type ContractsPage = {
  items: PublicContractLine[];
  next: string | null;
  ended: boolean;
  limit: number;
  quarter: string;
  division?: string | undefined;
  council: Council;
};

const worth = ({ valuePence }: PublicContractLine): string => (valuePence === null ? 'Value withheld' : `${inPounds(valuePence)} at most`);

/** A contract as a line of a list: what it is, how long it runs, with whom and for how much. */
export const ContractLine = ({ of, level = 2 }: { of: PublicContractLine; level?: 2 | 3 }): JSX.Element => {
  const Heading = `h${level}` as const;
  return (
    <li>
      <Heading class="govuk-heading-s">
        <a class="govuk-link" href={of.path}>{`${of.reference} ${of.title}`}</a>
      </Heading>
      <p class="govuk-body">
        {of.status === 'ended' && (
          <>
            <strong class="govuk-tag">Ended</strong>{' '}
          </>
        )}
        {ranInWords(of.start, of.end)}
      </p>
      <p class="govuk-body">{`${of.supplier ?? 'Supplier withheld'}. ${worth(of)}. ${of.department}.`}</p>
      {of.withheld && <p class="govuk-body">{of.withheld}</p>}
    </li>
  );
};

const none = ({ ended, division }: ContractsPage): string =>
  `No contract in the register ${division === undefined ? '' : `that affects ${division} `}${ended ? 'has ended' : 'runs today or later'}.`;

const Lines = (of: ContractsPage): JSX.Element =>
  of.items.length === 0 ? (
    <p class="govuk-body">{none(of)}</p>
  ) : (
    <ol class="govuk-list app-list">
      {of.items.map((of) => (
        <ContractLine of={of} />
      ))}
    </ol>
  );

const query = ({ ended, limit, division }: Pick<ContractsPage, 'ended' | 'limit' | 'division'>, cursor: string | null): string => {
  const asked = new URLSearchParams({
    ...(division === undefined ? {} : { division }),
    ...(ended ? { ended: 'true' } : {}),
    ...(limit === 25 ? {} : { limit: String(limit) }),
    ...(cursor ? { cursor } : {}),
  }).toString();
  return asked === '' ? '/contracts' : `/contracts?${asked}`;
};

const Narrow = ({ ended, limit, division, council: { areaWord, divisions } }: ContractsPage): JSX.Element => (
  <details class="app-no-print" open={division !== undefined}>
    <summary class="govuk-body">
      <span class="govuk-link">{`Contracts that affect one ${areaWord}`}</span>
    </summary>
    <form action="/contracts" method="get">
      {ended && <input type="hidden" name="ended" value="true" />}
      {limit !== 25 && <input type="hidden" name="limit" value={limit} />}
      <Choice
        id="division"
        label={`Electoral ${areaWord}`}
        value={division}
        options={same(divisions.map(({ name }) => name).sort())}
        any={`All ${areaWord}s`}
      />
      <button class="govuk-button" type="submit">
        Show
      </button>
    </form>
  </details>
);

/** The public register of contracts: those that run, the first to end first; or those that are over. */
export const contractsPage = (of: ContractsPage): string =>
  page({
    title: of.ended ? 'Contracts that have ended' : 'Contracts',
    council: of.council,
    section: 'contracts',
    description: `The register of contracts of ${of.council.name}.`,
    children: (
      <>
        <h1 class="govuk-heading-l">{of.ended ? 'Contracts that have ended' : 'Contracts'}</h1>
        <p class="govuk-body">
          {of.ended
            ? 'What the council has bought and no longer has under contract, the last to end first.'
            : 'What the council has under contract, the first to end first. Each page shows by when the decision on what follows must be begun.'}
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={query({ ...of, ended: !of.ended }, null)}>
            {of.ended ? 'Contracts that run' : 'Contracts that have ended'}
          </a>
        </p>
        <Narrow {...of} />
        <Lines {...of} />
        {of.next && (
          <p class="govuk-body">
            <a class="govuk-link" href={query(of, of.next)} rel="next">
              Next page
            </a>
          </p>
        )}
        <h2 class="govuk-heading-m">The register as data</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            <a class="govuk-link" href="/contracts.csv">{`Contracts over £5,000 in ${of.quarter.replace('-Q', ', quarter ')}`}</a> as CSV,
            with the columns of the Local Government Transparency Code 2015
          </li>
          <li>
            <a class="govuk-link" href="/contracts.atom">
              Contracts as a feed
            </a>
            , the last changed first
          </li>
          <li>
            <a class="govuk-link" href="/contracts.ocds.json">
              Decisions and contracts
            </a>{' '}
            as Open Contracting data (OCDS 1.1)
          </li>
        </ul>
      </>
    ),
  });

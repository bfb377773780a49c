import type { JSX } from 'preact';
import type { Council } from '../council/council.schema.ts';
import { page } from '../page/page.tsx';
import { areasInWords } from '../record/in-words.ts';
import { inWords } from '../rules/local-date.ts';
import type { RegisterName, Summary } from './register-entry.ts';
import type { RegisterPage } from './register-list.ts';
import { isFiltered, queryString, type RegisterQuery } from './register-query.ts';

export type ListOf = { register: RegisterName; council: Council; query: RegisterQuery; page: RegisterPage };

const lists = {
  NOTICES: {
    path: '/notices', section: 'notices', title: 'Forthcoming executive decisions',
    about: 'Decisions that the council’s executive proposes to take, the soonest first. Notice of a key decision is published at least 28 clear days before it is taken, unless its page says why not.',
    empty: 'No executive decisions are proposed at the moment.',
  },
  DECISIONS: {
    path: '/decisions', section: 'decisions', title: 'Executive decisions taken',
    about: 'Records of decisions that the council’s executive has taken, the newest first.',
    empty: 'No executive decisions have been published yet.',
  },
} as const;

const datesOf = ({ decidedOn, earliestDecisionDate, effectiveFrom, status }: Summary): string => {
  if (status.code === 'withdrawn' || status.code === 'not-proceeding') return 'No decision will be taken';
  if (decidedOn === null) return `On or after ${inWords(earliestDecisionDate)}`;
  return `Decided on ${inWords(decidedOn)}${status.code === 'in-force' && effectiveFrom ? `, in force from ${inWords(effectiveFrom)}` : ''}`;
};

const Line = ({ of }: { of: Summary }): JSX.Element => (
  <li>
    <h2 class="govuk-heading-s"><a class="govuk-link" href={of.path}>{`${of.number} ${of.subject}`}</a></h2>
    <p class="govuk-body">
      <strong class="govuk-tag">{of.status.words}</strong>{' '}
      {datesOf(of)}
    </p>
    <p class="govuk-body">{[of.isKey ? 'Key decision' : null, of.decisionMaker.title, of.divisionsAffected && areasInWords(of.divisionsAffected, of.areaWord)].filter((part) => part).join('. ')}.</p>
  </li>
);

const Field = ({ id, label, value }: { id: string; label: string; value: string | undefined }): JSX.Element => (
  <div class="govuk-form-group">
    <label class="govuk-label" for={id}>{label}</label>
    <input class="govuk-input" id={id} name={id} value={value ?? ''} />
  </div>
);

const KeyOnly = ({ value }: { value: RegisterQuery['key'] }): JSX.Element => (
  <fieldset class="govuk-fieldset govuk-form-group">
    <legend class="govuk-fieldset__legend">Key decisions</legend>
    <div class="govuk-radios govuk-radios--inline">
      {[['', 'All'], ['true', 'Key'], ['false', 'Not key']].map(([key, label]) => (
        <div class="govuk-radios__item">
          <input class="govuk-radios__input" type="radio" id={`key-${key || 'all'}`} name="key" value={key} checked={key === (value ?? '')} />
          <label class="govuk-label govuk-radios__label" for={`key-${key || 'all'}`}>{label}</label>
        </div>
      ))}
    </div>
  </fieldset>
);

const Filters = ({ query, path, council }: { query: RegisterQuery; path: string; council: Council }): JSX.Element => (
  <details open={isFiltered(query)}>
    <summary class="govuk-body"><span class="govuk-link">Search this list</span></summary>
    <form action={path} method="get">
      <Field id="text" label="Number or words of the subject" value={query.text} />
      <Field id="decisionMaker" label="Decision maker" value={query.decisionMaker} />
      <Field id="department" label="Department" value={query.department} />
      <Field id="division" label={`Electoral ${council.areaWord}`} value={query.division} />
      <KeyOnly value={query.key} />
      <button class="govuk-button" type="submit">Search</button>
    </form>
    {isFiltered(query) && <p class="govuk-body"><a class="govuk-link" href={path}>Show the whole list</a></p>}
  </details>
);

const nothing = ({ query, page: { next }, register }: ListOf): string => {
  if (!isFiltered(query)) return query.cursor === undefined ? lists[register].empty : 'There is nothing more on this list.';
  return next === null ? 'Nothing on this list matches your search.' : 'Nothing on this part of the list matches your search. The next page goes on looking.';
};

const Pages = ({ query, page: { next }, path }: { query: RegisterQuery; page: RegisterPage; path: string }): JSX.Element | null =>
  next === null && query.cursor === undefined ? null : (
    <nav aria-label="Pages of this list">
      <ul class="govuk-list">
        {next !== null && <li><a class="govuk-link" rel="next" href={path + queryString(query, next)}>Next page</a></li>}
        {query.cursor !== undefined && <li><a class="govuk-link" href={path + queryString(query, null)}>First page</a></li>}
      </ul>
    </nav>
  );

const Body = (of: ListOf): JSX.Element => {
  const { path, title, about } = lists[of.register];
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{about}</p>
      <Filters query={of.query} path={path} council={of.council} />
      {of.page.items.length === 0 ? <p class="govuk-body">{nothing(of)}</p> : <ol class="govuk-list">{of.page.items.map((item) => <Line of={item} />)}</ol>}
      <Pages query={of.query} page={of.page} path={path} />
      <p class="govuk-body"><a class="govuk-link" href={`${path}.atom`}>Follow this list (Atom feed)</a></p>
    </>
  );
};

/** A public list as a page: what is on it, where each stands, and the way to the next page. */
export const registerPageOf = (of: ListOf): string => {
  const { path, title, about, section } = lists[of.register];
  const head = <link rel="alternate" type="application/atom+xml" title={title} href={`${path}.atom`} />;
  return page({ title, council: of.council, section, description: about, head, children: <Body {...of} /> });
};

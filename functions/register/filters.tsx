import type { ComponentChildren, JSX } from 'preact';
import type { Council } from '../council/council.schema.ts';
import type { Filters as Asked } from './register-query.ts';

type Option = [value: string, label: string];

const urgencies: Option[] = [
  ['ordinary', 'Full notice'],
  ['general-exception', 'Short notice: general exception'],
  ['special-urgency', 'Short notice: special urgency'],
];

/** Where a decision taken can stand, as the filter offers it. */
const standings: Option[] = [
  ['in-force', 'In force'],
  ['subject-to-call-in', 'Subject to call-in'],
  ['called-in', 'Called in'],
  ['superseded', 'Superseded'],
  ['not-yet-in-force', 'Not yet in force'],
  ['not-agreed', 'Not agreed'],
];

/** One of a list, or any. */
export const Choice = ({
  id,
  label,
  value,
  options,
  any,
}: {
  id: string;
  label: string;
  value: string | undefined;
  options: Option[];
  any: string;
}): JSX.Element => (
  <div class="govuk-form-group">
    <label class="govuk-label" for={id}>
      {label}
    </label>
    <select class="govuk-select" id={id} name={id}>
      <option value="">{any}</option>
      {value !== undefined && !options.some(([known]) => known === value) && (
        <option value={value} selected>
          {value}
        </option>
      )}
      {options.map(([known, words]) => (
        <option value={known} selected={known === value}>
          {words}
        </option>
      ))}
    </select>
  </div>
);

type TextOf = { id: string; label: string; value: string | undefined; fault?: string | undefined; type?: 'text' | 'email' | 'date' };

/** One line to write in, with what is wrong with it. */
export const TextField = ({ id, label, value, fault, type = 'text' }: TextOf): JSX.Element => {
  const said = {
    class: `govuk-input${fault ? ' govuk-input--error' : ''}`,
    id,
    name: id,
    value: value ?? '',
    'aria-describedby': fault && `${id}-error`,
  };
  return (
    <div class={`govuk-form-group${fault ? ' govuk-form-group--error' : ''}`}>
      <label class="govuk-label" for={id}>
        {label}
      </label>
      {fault && (
        <p class="govuk-error-message" id={`${id}-error`}>
          <span class="govuk-visually-hidden">Error:</span> {fault}
        </p>
      )}
      {type === 'email' && <input {...said} type="email" autocomplete="email" />}
      {type === 'date' && <input {...said} type="date" />}
      {type === 'text' && <input {...said} />}
    </div>
  );
};

/** Names as options, each its own label. */
export const same = (names: string[]): Option[] => names.map((name) => [name, name]);

const makers = ({ posts }: Council): Option[] =>
  posts.filter(({ kind }) => kind === 'executive-member' || kind === 'body' || kind === 'officer').map(({ id, title }) => [id, title]);

type FiltersOf = { council: Council; asked: Asked; hasStandings: boolean; hasUrgency?: boolean; children?: ComponentChildren };

/** What a list can be narrowed by; a form that works without JavaScript. */
export const Filters = ({ council, asked, hasStandings, hasUrgency = true, children }: FiltersOf): JSX.Element => (
  <div class="app-filters">
    {children}
    <Choice id="decisionMaker" label="Decision maker" value={asked.decisionMaker} options={makers(council)} any="Anybody" />
    <Choice id="department" label="Department" value={asked.department} options={same(council.departments)} any="All departments" />
    <Choice
      id="division"
      label={`Electoral ${council.areaWord}`}
      value={asked.division}
      options={same(council.divisions.map(({ name }) => name).sort())}
      any={`All ${council.areaWord}s`}
    />
    <Choice
      id="key"
      label="Key decision"
      value={asked.key}
      options={[
        ['true', 'Key'],
        ['false', 'Not key'],
      ]}
      any="Key or not"
    />
    {hasUrgency && <Choice id="urgency" label="Urgency" value={asked.urgency} options={urgencies} any="Any notice" />}
    {hasStandings && <Choice id="status" label="Where it stands" value={asked.status} options={standings} any="Anywhere" />}
  </div>
);

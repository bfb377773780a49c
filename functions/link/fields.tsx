import type { ComponentChildren, JSX } from 'preact';
import { describedBy, ErrorMessage, groupClass, problemAt } from '../page/error-summary.tsx';
import type { Fields } from './answer.schema.ts';
import type { Fault } from '../rules/fault.ts';

/** What a form is drawn from: what was typed so far, and what is wrong with it. */
export type Filled = { fields: Fields; problems: Fault[] };

export type Option = { value: string; label: string; hint?: string };

type ChoiceOf = { name: string; legend: string; hint?: string; options: Option[]; required?: boolean; filled: Filled };

// The first has the group's own name for an id, because that is where the error summary's link goes.
const idOf = (name: string, at: number): string => (at === 0 ? name : `${name}-${at + 1}`);

const Radio = ({
  name,
  at,
  option,
  required,
  chosen,
}: {
  name: string;
  at: number;
  option: Option;
  required: boolean;
  chosen: boolean;
}): JSX.Element => (
  <div class="govuk-radios__item">
    <input
      class="govuk-radios__input"
      type="radio"
      id={idOf(name, at)}
      name={name}
      value={option.value}
      required={required}
      checked={chosen}
      aria-describedby={option.hint ? `${idOf(name, at)}-hint` : undefined}
    />
    <label class="govuk-label govuk-radios__label" for={idOf(name, at)}>
      {option.label}
    </label>
    {option.hint && (
      <div id={`${idOf(name, at)}-hint`} class="govuk-hint govuk-radios__hint">
        {option.hint}
      </div>
    )}
  </div>
);

/** One choice of several, none of them chosen beforehand: only what the reader chose and sent comes back chosen. */
export const Choice = ({ name, legend, hint, options, required = true, filled }: ChoiceOf): JSX.Element => {
  const message = problemAt(filled.problems, name);
  return (
    <div class={groupClass(message)}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(hint && `${name}-hint`, message && `${name}-error`)}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
        {hint && (
          <div id={`${name}-hint`} class="govuk-hint">
            {hint}
          </div>
        )}
        <ErrorMessage at={name} message={message} />
        <div class="govuk-radios">
          {options.map((option, at) => (
            <Radio name={name} at={at} option={option} required={required} chosen={filled.fields[name] === option.value} />
          ))}
        </div>
      </fieldset>
    </div>
  );
};

type TextOf = { name: string; label: string; hint: string; rows?: number; filled: Filled };

/** Words to be typed: one line, or several where `rows` says how many. */
export const Text = ({ name, label, hint, rows, filled }: TextOf): JSX.Element => {
  const message = problemAt(filled.problems, name);
  const common = { id: name, name, 'aria-describedby': describedBy(`${name}-hint`, message && `${name}-error`) };
  const fault = (kind: string): string => `govuk-${kind}${message ? ` govuk-${kind}--error` : ''}`;
  return (
    <div class={groupClass(message)}>
      <label class="govuk-label govuk-label--s" for={name}>
        {label}
      </label>
      <div id={`${name}-hint`} class="govuk-hint">
        {hint}
      </div>
      <ErrorMessage at={name} message={message} />
      {rows ? (
        <textarea {...common} class={fault('textarea')} rows={rows}>
          {filled.fields[name] ?? ''}
        </textarea>
      ) : (
        <input {...common} class={fault('input')} type="text" value={filled.fields[name] ?? ''} />
      )}
    </div>
  );
};

/** By whom and when somebody who declares an interest was granted a dispensation (regs 12(2)(e) and 13(2)(e) of SI 2012/2089). */
export const Dispensation = ({ filled }: { filled: Filled }): JSX.Element => (
  <Text name="dispensation" label="Dispensation" hint="If you were granted one: by whom and when." filled={filled} />
);

/** The form: posted to the very address of the page, which names no decision. */
export const AnswerForm = ({ button, hash, children }: { button: string; hash: string; children: ComponentChildren }): JSX.Element => (
  <form method="post" class="app-answers app-no-print">
    {children}
    {hash !== '' && <input type="hidden" name="fingerprint" value={hash} />}
    <button type="submit" class="govuk-button">
      {button}
    </button>
  </form>
);

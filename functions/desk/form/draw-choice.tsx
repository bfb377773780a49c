import type { JSX } from 'preact';
import type { Option } from './field.ts';
import { type At, common, fault, type LeafAs, Labelled, Many, problemAt } from './labelled.tsx';

// A value that is no longer among the options is still what the proposal says, and must not be lost by saving it.
const withTyped = (options: Option[], typed: string[]): Option[] => [
  ...options.filter(({ value, gone }) => !gone || typed.includes(value)),
  ...typed.filter((value) => value !== '' && !options.some((option) => option.value === value)).map((value) => ({ value, label: value })),
];

/** One of many, from a list that opens. */
export const Select = ({ leaf, at, of }: At<LeafAs<'select'>>): JSX.Element => {
  const [message, typed] = [problemAt(of, at), of.form.get(at) ?? ''];
  return (
    <Labelled leaf={leaf} at={at} message={message}>
      <select {...common({ leaf, at, of }, message)} class={fault('select', message)}>
        <option value="" selected={typed === ''}>
          Choose
        </option>
        {withTyped(leaf.options, [typed]).map(({ value, label }) => (
          <option value={value} selected={value === typed}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  );
};

type BoxOf = { kind: 'radios' | 'checkboxes'; id: string; name: string; option: Option; chosen: boolean };

const Box = ({ kind, id, name, option, chosen }: BoxOf): JSX.Element => (
  <div class={`govuk-${kind}__item`}>
    <input
      class={`govuk-${kind}__input`}
      type={kind === 'radios' ? 'radio' : 'checkbox'}
      id={id}
      name={name}
      value={option.value}
      checked={chosen}
      aria-describedby={option.hint ? `${id}-hint` : undefined}
    />
    <label class={`govuk-label govuk-${kind}__label`} for={id}>
      {option.label}
    </label>
    {option.hint && (
      <div id={`${id}-hint`} class={`govuk-hint govuk-${kind}__hint`}>
        {option.hint}
      </div>
    )}
  </div>
);

// The first has the field's own path for an id, because that is where the error summary's link goes.
const Boxes = ({
  kind,
  at,
  name = at,
  options,
  chosen,
}: {
  kind: BoxOf['kind'];
  at: string;
  name?: string;
  options: Option[];
  chosen: string[];
}): JSX.Element => (
  <div class={`govuk-${kind} govuk-${kind}--small`}>
    {options.map((option, index) => (
      <Box kind={kind} id={index === 0 ? at : `${at}-${index + 1}`} name={name} option={option} chosen={chosen.includes(option.value)} />
    ))}
  </div>
);

/** One or some of a few, all of them in sight. */
export const Choice = ({ leaf, at, of }: At<LeafAs<'radios' | 'yes-no' | 'ticks'>>): JSX.Element => {
  const message = problemAt(of, at, true);
  const typed = of.form.getAll(at);
  // Not said is an answer where it is among the options; nothing else is chosen beforehand.
  const chosen = leaf.as === 'yes-no' && typed.length === 0 ? [''] : typed;
  const options = leaf.as === 'ticks' ? withTyped(leaf.options, typed) : leaf.options;
  return (
    <Many at={at} legend={leaf.label} hint={leaf.hint} message={message}>
      <Boxes kind={leaf.as === 'ticks' ? 'checkboxes' : 'radios'} at={at} options={options} chosen={chosen} />
    </Many>
  );
};

/** A single box to tick. */
export const Tick = ({ leaf, at, of }: At<LeafAs<'tick'>>): JSX.Element => (
  <div class="govuk-form-group">
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <Box kind="checkboxes" id={at} name={at} option={{ value: 'yes', label: leaf.label }} chosen={of.form.get(at) === 'yes'} />
    </div>
  </div>
);

/** All divisions or wards, or those named. */
export const Areas = ({ leaf, at, of }: At<LeafAs<'areas'>>): JSX.Element => {
  const named = of.form.getAll(at);
  return (
    <Many at={at} legend={leaf.label} hint={leaf.hint} message={problemAt(of, at, true)}>
      <Boxes
        kind="radios"
        at={at}
        name={`${at}.all`}
        options={[
          { value: 'all', label: 'All of them' },
          { value: 'some', label: 'These only' },
        ]}
        chosen={of.form.getAll(`${at}.all`)}
      />
      <details class="govuk-details" open={named.length > 0}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Name them</span>
        </summary>
        <div class="govuk-details__text app-columns">
          <Boxes kind="checkboxes" at={`${at}.names`} name={at} options={withTyped(leaf.options, named)} chosen={named} />
        </div>
      </details>
    </Many>
  );
};

import type { ComponentChildren, JSX } from 'preact';
import type { Form, Leaf, Option, Problem } from './field.ts';

/** What fields are drawn from: what was typed, what is wrong with it, and where the cursor is to stand. */
export type Drawing = { form: Form; problems: Problem[]; focus?: string | null };

type At<L extends Leaf = Leaf> = { leaf: L; at: string; of: Drawing };
type LeafAs<K extends Leaf['as']> = Extract<Leaf, { as: K }>;

/** What is wrong at a path; with `below`, or anywhere under it. */
export const problemAt = ({ problems }: Drawing, at: string, below = false): string | undefined =>
  problems.find(({ path }) => path === at || (below && path.startsWith(`${at}.`)))?.message;

const describedBy = (...ids: (string | false | undefined)[]): string | undefined => ids.filter(Boolean).join(' ') || undefined;
const groupClass = (message: string | undefined): string => (message ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group');

/** The words beside a field that something is wrong with. */
export const Fault = ({ at, message }: { at: string; message: string | undefined }): JSX.Element | null =>
  message === undefined ? null : <p id={`${at}-error`} class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {message}</p>;

const Hint = ({ at, hint }: { at: string; hint?: string | undefined }): JSX.Element | null => (hint ? <div id={`${at}-hint`} class="govuk-hint">{hint}</div> : null);

const fault = (name: string, message: string | undefined): string => `govuk-${name}${message ? ` govuk-${name}--error` : ''}`;

const Labelled = ({ leaf, at, message, children }: { leaf: Leaf; at: string; message: string | undefined; children: ComponentChildren }): JSX.Element => (
  <div class={groupClass(message)}>
    <label class="govuk-label govuk-label--s" for={at}>{leaf.label}</label>
    <Hint at={at} hint={leaf.hint} />
    <Fault at={at} message={message} />
    {children}
  </div>
);

const common = ({ leaf, at, of }: At, message: string | undefined) => ({
  id: at, name: at, autofocus: of.focus === at, 'aria-describedby': describedBy(leaf.hint && `${at}-hint`, message && `${at}-error`),
});

const Line = ({ leaf, at, of }: At<LeafAs<'line' | 'number' | 'pounds'>>): JSX.Element => {
  const message = problemAt(of, at);
  const width = leaf.as === 'line' ? leaf.width : leaf.as === 'pounds' ? 20 : 5;
  const input = <input {...common({ leaf, at, of }, message)} class={`${fault('input', message)}${width ? ` govuk-input--width-${width}` : ''}`} type="text" inputMode={leaf.as === 'number' ? 'numeric' : undefined} value={of.form.get(at) ?? ''} />;
  return (
    <Labelled leaf={leaf} at={at} message={message}>
      {leaf.as === 'pounds' ? <div class="govuk-input__wrapper"><div class="govuk-input__prefix" aria-hidden="true">£</div>{input}</div> : input}
    </Labelled>
  );
};

const Words = ({ leaf, at, of }: At<LeafAs<'words' | 'lines'>>): JSX.Element => {
  const message = problemAt(of, at, leaf.as === 'lines');
  return <Labelled leaf={leaf} at={at} message={message}><textarea {...common({ leaf, at, of }, message)} class={fault('textarea', message)} rows={leaf.rows}>{of.form.get(at) ?? ''}</textarea></Labelled>;
};

// A value that is no longer among the options is still what the proposal says, and must not be lost by saving it.
const withTyped = (options: Option[], typed: string[]): Option[] => [...options, ...typed.filter((value) => value !== '' && !options.some((option) => option.value === value)).map((value) => ({ value, label: value }))];

const Select = ({ leaf, at, of }: At<LeafAs<'select'>>): JSX.Element => {
  const [message, typed] = [problemAt(of, at), of.form.get(at) ?? ''];
  return (
    <Labelled leaf={leaf} at={at} message={message}>
      <select {...common({ leaf, at, of }, message)} class={fault('select', message)}>
        <option value="" selected={typed === ''}>Choose</option>
        {withTyped(leaf.options, [typed]).map(({ value, label }) => <option value={value} selected={value === typed}>{label}</option>)}
      </select>
    </Labelled>
  );
};

type ManyOf = { at: string; legend: string; hint?: string | undefined; message: string | undefined; children: ComponentChildren };

const Many = ({ at, legend, hint, message, children }: ManyOf): JSX.Element => (
  <div class={groupClass(message)}>
    <fieldset class="govuk-fieldset" aria-describedby={describedBy(hint && `${at}-hint`, message && `${at}-error`)}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
      <Hint at={at} hint={hint} />
      <Fault at={at} message={message} />
      {children}
    </fieldset>
  </div>
);

type BoxOf = { kind: 'radios' | 'checkboxes'; id: string; name: string; option: Option; chosen: boolean };

const Box = ({ kind, id, name, option, chosen }: BoxOf): JSX.Element => (
  <div class={`govuk-${kind}__item`}>
    <input class={`govuk-${kind}__input`} type={kind === 'radios' ? 'radio' : 'checkbox'} id={id} name={name} value={option.value} checked={chosen} aria-describedby={option.hint ? `${id}-hint` : undefined} />
    <label class={`govuk-label govuk-${kind}__label`} for={id}>{option.label}</label>
    {option.hint && <div id={`${id}-hint`} class={`govuk-hint govuk-${kind}__hint`}>{option.hint}</div>}
  </div>
);

// The first has the field's own path for an id, because that is where the error summary's link goes.
const Boxes = ({ kind, at, name = at, options, chosen }: { kind: BoxOf['kind']; at: string; name?: string; options: Option[]; chosen: string[] }): JSX.Element => (
  <div class={`govuk-${kind} govuk-${kind}--small`}>
    {options.map((option, index) => <Box kind={kind} id={index === 0 ? at : `${at}-${index + 1}`} name={name} option={option} chosen={chosen.includes(option.value)} />)}
  </div>
);

const Choice = ({ leaf, at, of }: At<LeafAs<'radios' | 'yes-no' | 'ticks'>>): JSX.Element => {
  const message = problemAt(of, at, true);
  const typed = of.form.getAll(at);
  // Not said is an answer where it is among the options; nothing else is chosen beforehand.
  const chosen = leaf.as === 'yes-no' && typed.length === 0 ? [''] : typed;
  const options = leaf.as === 'ticks' ? withTyped(leaf.options, typed) : leaf.options;
  return <Many at={at} legend={leaf.label} hint={leaf.hint} message={message}><Boxes kind={leaf.as === 'ticks' ? 'checkboxes' : 'radios'} at={at} options={options} chosen={chosen} /></Many>;
};

const Tick = ({ leaf, at, of }: At<LeafAs<'tick'>>): JSX.Element => (
  <div class="govuk-form-group"><div class="govuk-checkboxes govuk-checkboxes--small"><Box kind="checkboxes" id={at} name={at} option={{ value: 'yes', label: leaf.label }} chosen={of.form.get(at) === 'yes'} /></div></div>
);

const PartOfDate = ({ at, part, width, of, message }: { at: string; part: string; width: number; of: Drawing; message: string | undefined }): JSX.Element => (
  <div class="govuk-date-input__item">
    <label class="govuk-label govuk-date-input__label" for={part === 'day' ? at : `${at}.${part}`}>{part.charAt(0).toUpperCase() + part.slice(1)}</label>
    <input class={`${fault('input', message)} govuk-date-input__input govuk-input--width-${width}`} id={part === 'day' ? at : `${at}.${part}`} name={`${at}.${part}`} type="text" inputMode="numeric" value={of.form.get(`${at}.${part}`) ?? ''} />
  </div>
);

const DateField = ({ leaf, at, of }: At<LeafAs<'date'>>): JSX.Element => {
  const message = problemAt(of, at);
  const part = (name: string, width: number) => <PartOfDate at={at} part={name} width={width} of={of} message={message} />;
  return <Many at={at} legend={leaf.label} hint={leaf.hint} message={message}><div class="govuk-date-input">{part('day', 2)}{part('month', 2)}{part('year', 4)}</div></Many>;
};

const Areas = ({ leaf, at, of }: At<LeafAs<'areas'>>): JSX.Element => {
  const named = of.form.getAll(at);
  return (
    <Many at={at} legend={leaf.label} hint={leaf.hint} message={problemAt(of, at, true)}>
      <Boxes kind="radios" at={at} name={`${at}.all`} options={[{ value: 'all', label: 'All of them' }, { value: 'some', label: 'These only' }]} chosen={of.form.getAll(`${at}.all`)} />
      <details class="govuk-details" open={named.length > 0}>
        <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Name them</span></summary>
        <div class="govuk-details__text app-columns"><Boxes kind="checkboxes" at={`${at}.names`} name={at} options={withTyped(leaf.options, named)} chosen={named} /></div>
      </details>
    </Many>
  );
};

const Limit = ({ leaf, at, of }: At<LeafAs<'limit'>>): JSX.Element => (
  <>
    <Line leaf={{ ...leaf, as: 'number' }} at={at} of={of} />
    <Tick leaf={{ as: 'tick', name: 'none', label: 'No limit' }} at={`${at}.none`} of={of} />
  </>
);

const Person = ({ leaf, at, of }: At<LeafAs<'person'>>): JSX.Element => (
  <>
    <Select leaf={{ as: 'select', name: 'post', label: 'Post in the directory', options: leaf.posts }} at={`${at}.post`} of={of} />
    <Line leaf={{ as: 'line', name: 'name', label: 'or name' }} at={`${at}.name`} of={of} />
    <Line leaf={{ as: 'line', name: 'email', label: 'and email address' }} at={`${at}.email`} of={of} />
    {leaf.outside && <Select leaf={{ as: 'select', name: 'external', label: 'Outside the council?', options: [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }] }} at={`${at}.external`} of={of} />}
  </>
);

/** One field as it is typed in, its faults beside it. */
export const DrawnLeaf = ({ leaf, at, of }: At): JSX.Element => {
  switch (leaf.as) {
    case 'line': case 'number': case 'pounds': return <Line leaf={leaf} at={at} of={of} />;
    case 'words': case 'lines': return <Words leaf={leaf} at={at} of={of} />;
    case 'select': return <Select leaf={leaf as LeafAs<'select'>} at={at} of={of} />;
    case 'radios': case 'yes-no': case 'ticks': return <Choice leaf={leaf as LeafAs<'radios' | 'yes-no' | 'ticks'>} at={at} of={of} />;
    case 'tick': return <Tick leaf={leaf} at={at} of={of} />;
    case 'date': return <DateField leaf={leaf} at={at} of={of} />;
    case 'areas': return <Areas leaf={leaf} at={at} of={of} />;
    case 'limit': return <Limit leaf={leaf} at={at} of={of} />;
    case 'person': return <Person leaf={leaf} at={at} of={of} />;
    default: return leaf satisfies never;
  }
};

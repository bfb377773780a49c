import type { JSX } from 'preact';
import { Areas, Choice, Select, Tick } from './draw-choice.tsx';
import { type At, common, type Drawing, fault, type LeafAs, Labelled, Many, problemAt } from './labelled.tsx';

const Line = ({ leaf, at, of }: At<LeafAs<'line' | 'number' | 'pounds'>>): JSX.Element => {
  const message = problemAt(of, at);
  const width = leaf.as === 'line' ? leaf.width : leaf.as === 'pounds' ? 20 : 5;
  const input = (
    <input
      {...common({ leaf, at, of }, message)}
      class={`${fault('input', message)}${width ? ` govuk-input--width-${width}` : ''}`}
      type="text"
      inputMode={leaf.as === 'number' ? 'numeric' : undefined}
      value={of.form.get(at) ?? ''}
    />
  );
  return (
    <Labelled leaf={leaf} at={at} message={message}>
      {leaf.as === 'pounds' ? (
        <div class="govuk-input__wrapper">
          <div class="govuk-input__prefix" aria-hidden="true">
            £
          </div>
          {input}
        </div>
      ) : (
        input
      )}
    </Labelled>
  );
};

const Words = ({ leaf, at, of }: At<LeafAs<'words' | 'lines'>>): JSX.Element => {
  const message = problemAt(of, at, leaf.as === 'lines');
  return (
    <Labelled leaf={leaf} at={at} message={message}>
      <textarea {...common({ leaf, at, of }, message)} class={fault('textarea', message)} rows={leaf.rows}>
        {of.form.get(at) ?? ''}
      </textarea>
    </Labelled>
  );
};

const PartOfDate = ({
  at,
  part,
  width,
  of,
  message,
}: {
  at: string;
  part: string;
  width: number;
  of: Drawing;
  message: string | undefined;
}): JSX.Element => (
  <div class="govuk-date-input__item">
    <label class="govuk-label govuk-date-input__label" for={part === 'day' ? at : `${at}.${part}`}>
      {part.charAt(0).toUpperCase() + part.slice(1)}
    </label>
    <input
      class={`${fault('input', message)} govuk-date-input__input govuk-input--width-${width}`}
      id={part === 'day' ? at : `${at}.${part}`}
      name={`${at}.${part}`}
      type="text"
      inputMode="numeric"
      value={of.form.get(`${at}.${part}`) ?? ''}
    />
  </div>
);

const DateField = ({ leaf, at, of }: At<LeafAs<'date'>>): JSX.Element => {
  const message = problemAt(of, at);
  const part = (name: string, width: number) => <PartOfDate at={at} part={name} width={width} of={of} message={message} />;
  return (
    <Many at={at} legend={leaf.label} hint={leaf.hint} message={message}>
      <div class="govuk-date-input">
        {part('day', 2)}
        {part('month', 2)}
        {part('year', 4)}
      </div>
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
    {leaf.outside && (
      <Select
        leaf={{
          as: 'select',
          name: 'external',
          label: 'Outside the council?',
          options: [
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ],
        }}
        at={`${at}.external`}
        of={of}
      />
    )}
  </>
);

/** One field as it is typed in, its faults beside it. */
export const DrawnLeaf = ({ leaf, at, of }: At): JSX.Element => {
  switch (leaf.as) {
    case 'line':
    case 'number':
    case 'pounds':
      return <Line leaf={leaf} at={at} of={of} />;
    case 'words':
    case 'lines':
      return <Words leaf={leaf} at={at} of={of} />;
    case 'select':
      return <Select leaf={leaf as LeafAs<'select'>} at={at} of={of} />;
    case 'radios':
    case 'yes-no':
    case 'ticks':
      return <Choice leaf={leaf as LeafAs<'radios' | 'yes-no' | 'ticks'>} at={at} of={of} />;
    case 'tick':
      return <Tick leaf={leaf} at={at} of={of} />;
    case 'date':
      return <DateField leaf={leaf} at={at} of={of} />;
    case 'areas':
      return <Areas leaf={leaf} at={at} of={of} />;
    case 'limit':
      return <Limit leaf={leaf} at={at} of={of} />;
    case 'person':
      return <Person leaf={leaf} at={at} of={of} />;
    default:
      return leaf satisfies never;
  }
};

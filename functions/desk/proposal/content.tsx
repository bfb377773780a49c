import type { ComponentChildren, JSX } from 'preact';
import { Row } from '../../record/page/parts.tsx';
import { inWords } from '../../rules/local-date.ts';
import { inPounds } from '../../rules/money.ts';
import type { Field, Leaf, Option } from '../form/field.ts';
import type { Part } from './proposal-form.ts';

const labelOf = (options: Option[], value: unknown): string =>
  options.find((option) => option.value === String(value))?.label ?? String(value);

const list = (values: unknown): unknown[] => (Array.isArray(values) ? values : []);
const members = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {});

const personWords = (value: unknown, posts: Option[]): string => {
  if (typeof value === 'string') return labelOf(posts, value);
  const { name, email, external } = members(value);
  return `${name}, ${email}${external === false ? '' : ', outside the council'}`;
};

const leafWords = (leaf: Leaf, value: unknown): string => {
  switch (leaf.as) {
    case 'pounds':
      return inPounds(Number(value));
    case 'date':
      return inWords(String(value));
    case 'select':
    case 'radios':
      return labelOf(leaf.options, value);
    case 'ticks':
      return list(value)
        .map((each) => labelOf(leaf.options, each))
        .join('; ');
    case 'lines':
      return list(value).join('; ');
    case 'tick':
      return value === true ? 'Yes' : 'No';
    case 'yes-no':
      return labelOf(leaf.options, value === true ? 'yes' : 'no');
    case 'areas':
      return value === 'all' ? 'All of them' : list(value).join(', ') || 'None more than another';
    case 'limit':
      return value === null ? 'No limit' : String(value);
    case 'person':
      return personWords(value, leaf.posts);
    default:
      return String(value);
  }
};

const Value = ({ field, value }: { field: Field; value: unknown }): ComponentChildren => {
  if (field.as === 'list')
    return (
      <ol class="govuk-list govuk-list--number">
        {list(value).map((row) => (
          <li>
            <Value field={field.item} value={row} />
          </li>
        ))}
      </ol>
    );
  if (field.as !== 'group') return <span class="app-words">{leafWords(field, value)}</span>;
  const held = members(value);
  return (
    <dl class="govuk-list">
      {field.fields
        .filter(({ name }) => isSaid(held[name]))
        .map((inner) => (
          <div>
            <dt>
              <strong>{inner.label.replace(' (optional)', '')}</strong>
            </dt>
            <dd>
              <Value field={inner} value={held[inner.name]} />
            </dd>
          </div>
        ))}
    </dl>
  );
};

const isSaid = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);

/** What a proposal says, part by part, under the same headings as its form; what it does not say is left out. */
export const Content = ({ parts, of }: { parts: Part[]; of: object }): JSX.Element => {
  const held: Record<string, unknown> = { ...of };
  return (
    <>
      {parts
        .filter(({ fields }) => fields.some(({ name }) => isSaid(held[name])))
        .map(({ title, fields }) => (
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{title}</span>
            </summary>
            <div class="govuk-details__text">
              <dl class="govuk-summary-list">
                {fields
                  .filter(({ name }) => isSaid(held[name]))
                  .map((field) => (
                    <Row name={field.label}>
                      <Value field={field} value={held[field.name]} />
                    </Row>
                  ))}
              </dl>
            </div>
          </details>
        ))}
    </>
  );
};

/** One field's value as a single text, to be compared word by word with another. */
export const asText = (field: Field, value: unknown): string => {
  if (!isSaid(value)) return '';
  if (field.as === 'list')
    return list(value)
      .map((row) => asText(field.item, row))
      .join('\n');
  if (field.as !== 'group') return leafWords(field, value);
  const held = members(value);
  return field.fields
    .filter(({ name }) => isSaid(held[name]))
    .map((inner) => `${inner.label}: ${asText(inner, held[inner.name])}`)
    .join('; ');
};

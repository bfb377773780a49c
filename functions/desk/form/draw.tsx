import type { ComponentChildren, JSX } from 'preact';
import { ErrorSummary } from '../../page/error-summary.tsx';
import { DrawnLeaf } from './draw-leaf.tsx';
import { type Drawing, Group, problemAt } from './labelled.tsx';
import { anchorOf, type Field, inPageOrder, type List, nameOf, rowsOf } from './field.ts';
import type { Fault } from '../../rules/fault.ts';

type At<F> = { field: F; at: string; of: Drawing /** Under which heading it stands. */; depth: 3 | 4 | 5 };

const deeper = (depth: 3 | 4 | 5): 3 | 4 | 5 => (depth === 3 ? 4 : 5);

const sizeAt = (depth: number): 'm' | 's' => (depth === 3 ? 'm' : 's');

const Framed = ({ field, at, of, depth, children }: At<Field> & { children: ComponentChildren }): JSX.Element => (
  <Group at={at} id={at} class="app-group" legend={field.label} size={sizeAt(depth)} hint={field.hint} message={problemAt(of, at)}>
    {children}
  </Group>
);

type RowOf = { list: List; at: string; index: number; of: Drawing; depth: 3 | 4 | 5 };

// The page comes back at the list that lost a row; after adding one the cursor is in it, which a fragment would forbid.
const Remove = ({ list, path, name }: { list: string; path: string; name: string }): JSX.Element => (
  <button type="submit" class="govuk-button govuk-button--secondary app-row-button" formaction={`#${list}`} name="remove" value={path}>
    Remove <span class="govuk-visually-hidden">{name.toLowerCase()}</span>
  </button>
);

/** A row of several fields under its own legend; a row of one field is that field, named as the row is. */
const Row = ({ list: { item, itemName }, at, index, of, depth }: RowOf): JSX.Element => {
  const [path, name] = [`${at}.${index}`, `${itemName} ${index + 1}`];
  const remove = <Remove list={at} path={path} name={name} />;
  if (item.as !== 'group' && item.as !== 'person')
    return (
      <div class="app-row">
        <Drawn field={{ ...item, label: name }} at={path} of={of} depth={depth} />
        {remove}
      </div>
    );
  return (
    <Group at={path} id={path} class="app-row" legend={name} size={sizeAt(depth + 1)} message={problemAt(of, path)}>
      {item.as === 'group' ? (
        <DrawnFields fields={item.fields} under={path} of={of} depth={deeper(depth)} />
      ) : (
        <DrawnLeaf leaf={item} at={path} of={of} />
      )}
      {remove}
    </Group>
  );
};

const DrawnList = ({ field, at, of, depth }: At<List>): JSX.Element => {
  const given = rowsOf(of.form, at);
  const rows = Math.max(given ?? 0, field.least ?? 0);
  return (
    <Framed field={field} at={at} of={of} depth={depth}>
      {(given !== null || rows > 0) && <input type="hidden" name={`${at}.rows`} value={String(rows)} />}
      {Array.from({ length: rows }, (_, index) => (
        <Row list={field} at={at} index={index} of={of} depth={depth} />
      ))}
      <button type="submit" class="govuk-button govuk-button--secondary app-row-button" name="add" value={at}>
        Add {rows > 0 ? 'another' : /^[aeiou]/i.test(field.itemName) ? 'an' : 'a'}{' '}
        {field.itemName.charAt(0).toLowerCase() + field.itemName.slice(1)}
      </button>
    </Framed>
  );
};

const Drawn = ({ field, at, of, depth }: At<Field>): JSX.Element => {
  if (field.as === 'list') return <DrawnList field={field} at={at} of={of} depth={depth} />;
  if (field.as !== 'group' && field.as !== 'person') return <DrawnLeaf leaf={field} at={at} of={of} />;
  const inside =
    field.as === 'group' ? (
      <DrawnFields fields={field.fields} under={at} of={of} depth={deeper(depth)} />
    ) : (
      <DrawnLeaf leaf={field} at={at} of={of} />
    );
  return (
    <Framed field={field} at={at} of={of} depth={depth}>
      {inside}
    </Framed>
  );
};

/** Fields one below the other; each carries its path for a name, and the faults that the API gives that path. */
export const DrawnFields = ({
  fields,
  under = '',
  of,
  depth = 3,
}: {
  fields: Field[];
  under?: string;
  of: Drawing;
  depth?: 3 | 4 | 5;
}): JSX.Element => (
  <>
    {fields.map((field) => (
      <Drawn field={field} at={under === '' ? field.name : `${under}.${field.name}`} of={of} depth={depth} />
    ))}
  </>
);

/** The first place to type in of a row just added, where the cursor then stands. */
export const firstOf = (fields: Field[], row: string): string => {
  const list = fieldsAt(fields, row);
  if (list?.as === 'group') return `${row}.${list.fields[0]?.name ?? ''}`;
  return list?.as === 'person' ? `${row}.post` : row;
};

const fieldsAt = (fields: Field[], path: string): Field | undefined => {
  let field: Field | undefined = { as: 'group', name: '', label: '', fields };
  for (const segment of path.split('.'))
    field = field?.as === 'group' ? field.fields.find(({ name }) => name === segment) : field?.as === 'list' ? field.item : undefined;
  return field;
};

const said = (name: string, message: string): string => {
  if (name === '') return message;
  return `${name}${name.endsWith('?') ? '' : ':'} ${message}`;
};

/** Every problem at the top of the page in the order of the fields, each named as its field is and a link to it. */
export const Problems = ({ fields, problems }: { fields: Field[]; problems: Fault[] }): JSX.Element => (
  <ErrorSummary
    problems={inPageOrder(fields, problems).map(({ path, message }) => ({
      path: anchorOf(fields, path),
      message: said(nameOf(fields, path), message),
    }))}
  />
);

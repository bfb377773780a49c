import type { Fault } from '../../rules/fault.ts';

/** One answer that may be chosen; one that is `gone` no longer, but stands where it was chosen before. */
export type Option = { value: string; label: string; hint?: string; gone?: true };

type Named = { name: string; label: string; hint?: string };

/** A place where one thing is typed or chosen. What each is read as stands beside it. */
export type Leaf = Named &
  (
    | { as: 'line'; width?: number }
    | { as: 'words'; rows: number }
    /** Several short texts, one a line. */
    | { as: 'lines'; rows: number }
    /** Pounds as typed, whole pence as read. */
    | { as: 'pounds' }
    | { as: 'number' }
    | { as: 'date' }
    | { as: 'select'; options: Option[]; numeric?: boolean }
    | { as: 'radios'; options: Option[]; numeric?: boolean }
    /** Any number of the options; none at all is an empty list, or nothing where it is `optional`. */
    | { as: 'ticks'; options: Option[]; numeric?: boolean; optional?: boolean }
    | { as: 'tick' }
    /** `yes` is true, `no` is false; an option whose value is empty is nothing said. */
    | { as: 'yes-no'; options: Option[] }
    /** `all`, or a list of names. */
    | { as: 'areas'; options: Option[] }
    /** A whole number, or null for "without limit". */
    | { as: 'limit' }
    /** A post of the directory, or somebody named with an email address; `outside` asks whether they are outside the council. */
    | { as: 'person'; posts: Option[]; outside?: boolean }
  );

/** Fields that belong together: read as an object, or as nothing while all of them are blank. */
export type Group = Named & { as: 'group'; fields: Field[] };

/** Rows that can be added and removed: read as a list. With `least`, an empty list is nothing. */
export type List = Named & { as: 'list'; item: Field; itemName: string; least?: 1 };

export type Field = Leaf | Group | List;

/** A form as it was typed: every value a text, each under the path that the API gives its faults. */
export type Form = URLSearchParams;

/** Most rows of one list: as many as any list of a proposal may have, so that a forged count builds no endless page. */
export const mostRows = 500;

/** How many rows a list has; null where the form says nothing of the list. */
export const rowsOf = (form: Form, path: string): number | null => {
  const typed = form.get(`${path}.rows`);
  return typed !== null && /^\d{1,4}$/.test(typed) ? Math.min(Number(typed), mostRows) : null;
};

/** Whether a field, by its name and its value, has nothing typed in it: a count of no rows is nothing. */
export const isBlankField = ([name, value]: [name: string, value: string]): boolean =>
  value.trim() === '' || (name.endsWith('.rows') && value === '0');

/** Whether nothing is typed at a path or below it. */
export const isBlank = (form: Form, path: string): boolean =>
  [...form].every((field) => (field[0] !== path && !field[0].startsWith(`${path}.`)) || isBlankField(field));

const ofSomebody: Leaf[] = [
  { as: 'line', name: 'name', label: 'Name' },
  { as: 'line', name: 'email', label: 'Email address' },
];

const stepInto = (field: Field | undefined, segment: string): Field | undefined => {
  if (field?.as === 'person') return ofSomebody.find(({ name }) => name === segment);
  if (field?.as === 'group') return field.fields.find(({ name }) => name === segment);
  return field?.as === 'list' && /^\d+$/.test(segment) ? field.item : undefined;
};

/** The fields on the way to a path, from the outermost in; it ends with the deepest that is drawn. */
const fieldsTo = (fields: Field[], path: string): { field: Field; path: string }[] => {
  const way: { field: Field; path: string }[] = [];
  let field: Field | undefined = { as: 'group', name: '', label: '', fields };
  let at = '';
  for (const segment of path.split('.')) {
    field = stepInto(field, segment);
    if (!field) return way;
    at = at === '' ? segment : `${at}.${segment}`;
    way.push({ field, path: at });
  }
  return way;
};

/** Where on the page a fault is: the id of the deepest field that its path names. */
export const anchorOf = (fields: Field[], path: string): string => fieldsTo(fields, path).at(-1)?.path ?? 'main-content';

const placeOf = (fields: Field[], path: string): number[] =>
  fieldsTo(fields, path).map(({ field, path: at }, index, way) => {
    const within = way[index - 1]?.field;
    if (within?.as === 'list') return Number(at.split('.').at(-1));
    const beside: Field[] = within === undefined ? fields : within.as === 'group' ? within.fields : ofSomebody;
    return beside.indexOf(field);
  });

const comesBefore = (a: number[], b: number[]): number => {
  const apart = a.findIndex((place, index) => place !== b[index]);
  return apart < 0 ? a.length - b.length : (a[apart] ?? 0) - (b[apart] ?? -1);
};

/** Problems as their fields stand on the page, from the top down, whoever found them. */
export const inPageOrder = (fields: Field[], problems: Fault[]): Fault[] =>
  problems
    .map((problem) => ({ problem, place: placeOf(fields, problem.path) }))
    .sort((a, b) => comesBefore(a.place, b.place))
    .map(({ problem }) => problem);

const rowName = (before: Field | undefined, path: string): string | null =>
  before?.as === 'list' ? `${before.itemName} ${Number(path.split('.').at(-1)) + 1}` : null;

/** What a path is called on the page: `Expenditure 2, amount`. Empty for a path that no field has. */
export const nameOf = (fields: Field[], path: string): string => {
  const way = fieldsTo(fields, path);
  const names = way.map(({ field, path: at }, index) => rowName(way[index - 1]?.field, at) ?? field.label);
  // A list is named by its row, and a row of one field by the row alone.
  return names
    .filter((_, index) => way[index]?.field.as !== 'list' || index === way.length - 1)
    .map((name, index) => (index === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1)))
    .join(', ');
};

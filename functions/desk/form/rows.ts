import { type Form, isBlankField, mostRows, rowsOf } from './field.ts';

const setRows = (form: Form, list: string, rows: number): void => form.set(`${list}.rows`, String(rows));

/** The form with one more row at the end of a list. */
const withRow = (form: Form, list: string): Form => {
  const next = new URLSearchParams(form);
  setRows(next, list, Math.min((rowsOf(form, list) ?? 0) + 1, mostRows));
  return next;
};

const indexIn = (name: string, list: string): string | null => {
  const [index = ''] = name.startsWith(`${list}.`) ? name.slice(list.length + 1).split('.', 1) : [];
  return /^\d+$/.test(index) ? index : null;
};

/** The form without some rows of a list: those after them move up, with all that stands below them. */
const withoutRows = (form: Form, list: string, gone: ReadonlySet<number>): Form => {
  if (gone.size === 0) return form;
  const ups: number[] = [];
  for (let row = 0, up = 0; row < mostRows; row += 1) {
    ups.push(up);
    if (gone.has(row)) up += 1;
  }
  const moved = (name: string): string | null => {
    const index = indexIn(name, list);
    if (index === null) return name;
    const up = ups[Number(index)] ?? gone.size;
    if (gone.has(Number(index))) return null;
    return up === 0 ? name : `${list}.${Number(index) - up}${name.slice(list.length + 1 + index.length)}`;
  };
  const next = new URLSearchParams(
    [...form].flatMap(([name, value]) => {
      const at = moved(name);
      return at === null ? [] : [[at, value]];
    }),
  );
  setRows(next, list, (rowsOf(form, list) ?? 0) - gone.size);
  return next;
};

const withoutRow = (form: Form, list: string, gone: number): Form =>
  gone < (rowsOf(form, list) ?? 0) ? withoutRows(form, list, new Set([gone])) : form;

const blankRows = (form: Form, list: string): Set<number> => {
  const typed = new Set([...form].filter((field) => !isBlankField(field)).map(([name]) => indexIn(name, list)));
  return new Set(Array.from({ length: rowsOf(form, list) ?? 0 }, (_, index) => index).filter((index) => !typed.has(String(index))));
};

const deepestFirst = (a: string, b: string): number => b.split('.').length - a.split('.').length;

// As many as every contract of a proposal could have between them. A form with more is none of ours, and is read as it stands.
const mostLists = 1000;

/** The form without the rows in which nothing was typed, so that the API's faults and the rows on the page count alike. */
export const withoutBlankRows = (form: Form): Form => {
  const lists = [...new Set(form.keys())].filter((name) => name.endsWith('.rows')).map((name) => name.slice(0, -'.rows'.length));
  if (lists.length > mostLists) return form;
  return lists.sort(deepestFirst).reduce((left, list) => withoutRows(left, list, blankRows(left, list)), form);
};

const rowOf = (path: string): [string, number] => [path.slice(0, path.lastIndexOf('.')), Number(path.slice(path.lastIndexOf('.') + 1))];

/** The form after its own `add` or `remove` button was pressed; null when neither was. Nothing is saved by either. */
export const rearranged = (form: Form): { form: Form; added: string | null } | null => {
  const [add, remove] = [form.get('add'), form.get('remove')];
  if (add) return { form: withRow(form, add), added: `${add}.${rowsOf(form, add) ?? 0}` };
  if (!remove) return null;
  const [list, row] = rowOf(remove);
  return { form: Number.isInteger(row) ? withoutRow(form, list, row) : form, added: null };
};

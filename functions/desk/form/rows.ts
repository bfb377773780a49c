import { type Form, isBlank, mostRows, rowsOf } from './field.ts';

const setRows = (form: Form, list: string, rows: number): void => form.set(`${list}.rows`, String(rows));

/** The form with one more row at the end of a list. */
const withRow = (form: Form, list: string): Form => {
  const next = new URLSearchParams(form);
  setRows(next, list, Math.min((rowsOf(form, list) ?? 0) + 1, mostRows));
  return next;
};

// Rows after the one removed move up by one, with all that stands below them.
const movedUp = (name: string, list: string, gone: number): string | null => {
  if (!name.startsWith(`${list}.`)) return name;
  const [index = '', ...rest] = name.slice(list.length + 1).split('.');
  if (!/^\d+$/.test(index)) return name;
  if (Number(index) === gone) return null;
  return Number(index) < gone ? name : [list, Number(index) - 1, ...rest].join('.');
};

/** The form without one row of a list. */
const withoutRow = (form: Form, list: string, gone: number): Form => {
  const rows = rowsOf(form, list) ?? 0;
  if (gone >= rows) return form;
  const next = new URLSearchParams(
    [...form].flatMap(([name, value]) => {
      const moved = movedUp(name, list, gone);
      return moved === null ? [] : [[moved, value]];
    }),
  );
  setRows(next, list, rows - 1);
  return next;
};

const blankRows = (form: Form, list: string): number[] =>
  Array.from({ length: rowsOf(form, list) ?? 0 }, (_, index) => index).filter((index) => isBlank(form, `${list}.${index}`));

const deepestFirst = (a: string, b: string): number => b.split('.').length - a.split('.').length;

/** The form without the rows in which nothing was typed, so that the API's faults and the rows on the page count alike. */
export const withoutBlankRows = (form: Form): Form => {
  const lists = [...new Set(form.keys())]
    .filter((name) => name.endsWith('.rows'))
    .map((name) => name.slice(0, -'.rows'.length))
    .sort(deepestFirst);
  return lists.reduce(
    (left, list) =>
      blankRows(left, list)
        .toReversed()
        .reduce((next, row) => withoutRow(next, list, row), left),
    form,
  );
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

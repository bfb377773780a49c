import type { Field, Form, Leaf } from './field.ts';
import { typedPounds } from './pounds.ts';
import { partsOf } from '../../rules/typed-date.ts';

const membersOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {});
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const writeDate = (value: unknown, at: string, form: Form): void => {
  for (const [part, text] of Object.entries(partsOf(String(value)))) form.append(`${at}.${part}`, text);
};

const writePerson = (value: unknown, at: string, form: Form): void => {
  if (typeof value === 'string') {
    form.append(`${at}.post`, value);
    return;
  }
  const { name, email, external } = membersOf(value);
  form.append(`${at}.name`, String(name));
  form.append(`${at}.email`, String(email));
  if (external !== undefined) form.append(`${at}.external`, external ? 'yes' : 'no');
};

const writeAreas = (value: unknown, at: string, form: Form): void => {
  form.append(`${at}.all`, value === 'all' ? 'all' : 'some');
  for (const name of listOf(value)) form.append(at, String(name));
};

const textOf = (leaf: Leaf, value: unknown): string => {
  if (leaf.as === 'lines') return listOf(value).map(String).join('\n');
  return leaf.as === 'pounds' ? typedPounds(Number(value)) : String(value);
};

const writeLeaf = (leaf: Leaf, value: unknown, at: string, form: Form): void => {
  switch (leaf.as) {
    case 'date':
      writeDate(value, at, form);
      break;
    case 'ticks':
      for (const each of listOf(value)) form.append(at, String(each));
      break;
    case 'tick':
      if (value === true) form.append(at, 'yes');
      break;
    case 'yes-no':
      form.append(at, value === true ? 'yes' : 'no');
      break;
    case 'areas':
      writeAreas(value, at, form);
      break;
    case 'limit':
      if (value === null) form.append(`${at}.none`, 'yes');
      else form.append(at, String(value));
      break;
    case 'person':
      writePerson(value, at, form);
      break;
    default:
      form.append(at, textOf(leaf, value));
  }
};

const writeList = (item: Field, rows: unknown[], at: string, form: Form): void => {
  form.append(`${at}.rows`, String(rows.length));
  for (const [index, row] of rows.entries()) writeField(item, row, `${at}.${index}`, form);
};

const writeField = (field: Field, value: unknown, at: string, form: Form): void => {
  if (value === undefined) return;
  if (field.as === 'group') writeGroup(field.fields, membersOf(value), at, form);
  else if (field.as === 'list') writeList(field.item, listOf(value), at, form);
  else writeLeaf(field, value, at, form);
};

const writeGroup = (fields: Field[], value: Record<string, unknown>, at: string, form: Form): void => {
  for (const field of fields) writeField(field, value[field.name], at === '' ? field.name : `${at}.${field.name}`, form);
};

/** A form filled in with what the API says: what `readForm` reads back as it was. */
export const writeForm = (fields: Field[], value: object): Form => {
  const form = new URLSearchParams();
  writeGroup(fields, { ...value }, '', form);
  return form;
};

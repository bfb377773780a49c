import { type Field, type Form, isBlank, type Leaf, rowsOf } from './field.ts';
import { penceOf } from './pounds.ts';
import { dateOf } from '../../rules/typed-date.ts';
import type { Fault } from '../../rules/fault.ts';

type Reading = { form: Form; problems: Fault[] };

/** Stands where something was typed that cannot be read; no schema takes it, and its problem is told already. */
const unreadable = Number.NaN;

// Browsers send line breaks as CR LF, and an empty field as empty text.
const textAt = ({ form }: Reading, at: string): string => (form.get(at) ?? '').replaceAll(/\r\n?/g, '\n').trim();

const read = <T>(reading: Reading, at: string, reader: (text: string) => T | null, fault: string): T | number | undefined => {
  const text = textAt(reading, at);
  if (text === '') return undefined;
  const value = reader(text);
  if (value !== null) return value;
  reading.problems.push({ path: at, message: fault });
  return unreadable;
};

const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text.replaceAll(',', '')) ? Number(text.replaceAll(',', '')) : null);
const readNumber = (reading: Reading, at: string) => read(reading, at, wholeNumber, 'Use a whole number in figures');
const readPounds = (reading: Reading, at: string) => read(reading, at, penceOf, 'Write pounds in figures, such as 1,600,000.00');

const readDate = (reading: Reading, at: string): string | number | undefined => {
  const part = (name: string) => textAt(reading, `${at}.${name}`);
  const { date, fault } = dateOf({ day: part('day'), month: part('month'), year: part('year') });
  if (!fault) return date;
  reading.problems.push({ path: at, message: fault });
  return unreadable;
};

const readLimit = (reading: Reading, at: string): number | null | undefined => {
  const typed = readNumber(reading, at);
  if (reading.form.get(`${at}.none`) !== 'yes') return typed;
  if (typed === undefined) return null;
  reading.problems.push({ path: at, message: 'Give a number or choose “No limit”, not both' });
  return unreadable;
};

const readAreas = (reading: Reading, at: string): unknown => {
  const named = reading.form.getAll(at);
  const which = reading.form.get(`${at}.all`);
  if (which !== 'all') return which === 'some' || named.length > 0 ? named : undefined;
  if (named.length === 0) return 'all';
  reading.problems.push({ path: at, message: 'Choose all of them or name some, not both' });
  return unreadable;
};

const said = (members: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

const readPerson = (reading: Reading, at: string): unknown => {
  const [post, name, email] = ['post', 'name', 'email'].map((part) => textAt(reading, `${at}.${part}`) || undefined);
  if (post === undefined)
    return isBlank(reading.form, at) ? undefined : said({ name, email, external: readYesNo(reading, `${at}.external`) });
  if (name === undefined && email === undefined) return post;
  reading.problems.push({ path: at, message: 'Choose a post or name a person, not both' });
  return unreadable;
};

const readYesNo = ({ form }: Reading, at: string): boolean | undefined => ({ yes: true, no: false })[form.get(at) ?? ''];

const readTicks = ({ form }: Reading, at: string, { numeric, optional }: { numeric?: boolean; optional?: boolean }): unknown => {
  const chosen = form.getAll(at).filter((value) => value !== '');
  if (chosen.length === 0 && optional) return undefined;
  return numeric ? chosen.map(Number) : chosen;
};

const readLeaf = (leaf: Leaf, at: string, reading: Reading): unknown => {
  const text = () => textAt(reading, at) || undefined;
  switch (leaf.as) {
    case 'line':
    case 'words':
      return text();
    case 'lines':
      return textAt(reading, at)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    case 'pounds':
      return readPounds(reading, at);
    case 'number':
      return readNumber(reading, at);
    case 'date':
      return readDate(reading, at);
    case 'select':
    case 'radios':
      return leaf.numeric ? readNumber(reading, at) : text();
    case 'ticks':
      return readTicks(reading, at, leaf);
    case 'tick':
      return reading.form.get(at) === 'yes';
    case 'yes-no':
      return readYesNo(reading, at);
    case 'areas':
      return readAreas(reading, at);
    case 'limit':
      return readLimit(reading, at);
    case 'person':
      return readPerson(reading, at);
    default:
      return leaf satisfies never;
  }
};

const readField = (field: Field, at: string, reading: Reading): unknown => {
  if (field.as === 'group') return isBlank(reading.form, at) ? undefined : readGroup(field.fields, at, reading);
  if (field.as !== 'list') return readLeaf(field, at, reading);
  const rows = rowsOf(reading.form, at);
  if (rows === null || (rows === 0 && field.least)) return undefined;
  return Array.from({ length: rows }, (_, index) => readField(field.item, `${at}.${index}`, reading));
};

const readGroup = (fields: Field[], at: string, reading: Reading): Record<string, unknown> => {
  const members = fields.map((field) => [field.name, readField(field, at === '' ? field.name : `${at}.${field.name}`, reading)] as const);
  return said(Object.fromEntries(members));
};

/** What was read out of a form, and what could not be. */
export type Read = { value: Record<string, unknown>; problems: Fault[] };

/** Of what the API’s schemas find wrong, all but what comes of a text that could not be read, which is told already. */
export const besides = (told: Fault[], found: Fault[]): Fault[] =>
  found.filter(({ path }) => !told.some((own) => `${path}.`.startsWith(`${own.path}.`)));

/** What a form says, as the API takes it: money in whole pence, dates as `YYYY-MM-DD`; and every text in it that cannot be read. */
export const readForm = (fields: Field[], form: Form): Read => {
  const reading: Reading = { form, problems: [] };
  return { value: readGroup(fields, '', reading), problems: reading.problems };
};

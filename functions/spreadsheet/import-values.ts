import type { ImportColumn } from './import-columns.ts';

/** What a cell says, or why it cannot be used. */
export type Read = { ok: true; value: unknown } | { ok: false; reason: string };

const value = (found: unknown): Read => ({ ok: true, value: found });
const fault = (reason: string): Read => ({ ok: false, reason });

const readDate = (text: string): Read => {
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (iso) return value(iso);
  return british
    ? value(`${british[3]}-${british[2]?.padStart(2, '0')}-${british[1]?.padStart(2, '0')}`)
    : fault('Use a date as 2026-03-31 or 31/03/2026');
};

// Read digit by digit: a decimal number in binary would lose pennies.
const readMoney = (text: string): Read => {
  const found = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (!found) return fault('Use pounds, such as 1234567.89 or £1,234,567.89');
  return value(Number((found[1] ?? '').replaceAll(',', '')) * 100 + Number((found[2] ?? '0').padEnd(2, '0')));
};

const yes = new Set(['yes', 'y', 'true', '1']);
const no = new Set(['no', 'n', 'false', '0']);

const readYesNo = (text: string): Read => {
  const word = text.toLowerCase();
  return yes.has(word) || no.has(word) ? value(yes.has(word)) : fault('Use yes or no');
};

const pieces = (text: string): string[] =>
  text
    .split(';')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

const chosen = (text: string): string => text.toLowerCase().replaceAll(/[\s_]+/g, '-');

// No option is longer; a cell of spaces would hold the reading of a whole file.
const mostOfOption = 100;

const readOption = (text: string): Read => {
  const found = text.length > mostOfOption ? null : /^(\d+)\s*months?\s*:\s*([^:]+?)(?:\s*:\s*(\d+)\s*months?(?: notice)?)?$/i.exec(text);
  const money = found ? readMoney((found[2] ?? '').trim()) : null;
  if (!found || !money?.ok) return fault('Use options such as "12 months: £400,000: 3 months notice; 12 months: £400,000"');
  return value({ months: Number(found[1]), amountPence: money.value, ...(found[3] ? { noticeMonths: Number(found[3]) } : {}) });
};

const readOptions = (text: string): Read => {
  const read = pieces(text).map(readOption);
  return read.find(({ ok }) => !ok) ?? value(read.map((each) => (each.ok ? each.value : null)));
};

/** Reads one cell as its column asks. Money becomes whole pence, dates become YYYY-MM-DD; whether they exist the schema says. */
export const readCell = ({ read }: ImportColumn, text: string): Read => {
  switch (read) {
    case 'text':
      return value(text);
    case 'date':
      return readDate(text);
    case 'money':
      return readMoney(text);
    case 'yes-no':
      return readYesNo(text);
    case 'whole':
      return /^\d{1,9}$/.test(text) ? value(Number(text)) : fault('Use a whole number');
    case 'list':
      return value(/^all( divisions| wards)?$/i.test(text) ? 'all' : pieces(text));
    case 'options':
      return readOptions(text);
    case 'choice':
      return value(chosen(text));
    case 'choices':
      return value([...new Set(pieces(text).map(chosen))]);
    default:
      return read satisfies never;
  }
};

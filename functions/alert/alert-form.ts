import type { Fields } from '../link/answer.schema.ts';
import { parseWhole } from '../platform/http/issues.ts';
import { type DateRead, dateOf } from '../rules/typed-date.ts';
import { type AlertAnswer, alertAnswerRequest } from '../contract/api/contract-requests.schema.ts';
import type { Fault } from '../rules/fault.ts';

const tidy = (text: string | undefined): string => (text ?? '').replace(/\r\n?/g, '\n').trim();

// People write 5 April 2027, 05/04/2027 or 5.4.2027 as they are used to; a browser's date field sends 2027-04-05.
const dayTyped = (fields: Fields): DateRead => {
  const [first = '', month = '', ...rest] = tidy(fields.until).split(/[\s/.-]+/);
  const last = rest.join(' ');
  return dateOf(first.length === 4 ? { year: first, month, day: last } : { day: first, month, year: last });
};

const asked = (fields: Fields): { answer: Record<string, unknown>; missing: Fault[] } => {
  const words = tidy(fields.words);
  const { date, fault = 'Give the day on which to be told again' } = dayTyped(fields);
  switch (fields.response) {
    case 'acknowledge':
      return { answer: { response: 'acknowledge', ...(words ? { words } : {}) }, missing: [] };
    case 'snooze':
      return {
        answer: { response: 'snooze', until: date, words },
        missing: [
          ...(date ? [] : [{ path: 'until', message: fault }]),
          ...(words ? [] : [{ path: 'words', message: 'Say why this can wait' }]),
        ],
      };
    case 'in-hand':
      return {
        answer: { response: 'in-hand', number: tidy(fields.number) },
        missing: tidy(fields.number) ? [] : [{ path: 'number', message: 'Give the number of the decision' }],
      };
    default:
      return { answer: {}, missing: [{ path: 'response', message: 'Choose one answer' }] };
  }
};

/** The answer that a posted form stands for, or every problem in it beside its field. */
export const alertAnswerIn = (fields: Fields): { ok: true; answer: AlertAnswer } | { ok: false; problems: Fault[] } => {
  const { answer, missing } = asked(fields);
  const read = parseWhole(alertAnswerRequest, answer);
  if (read.ok && missing.length === 0) return { ok: true, answer: read.value };
  const others = read.ok ? [] : read.faults.filter(({ path }) => !missing.some((named) => named.path === path));
  return { ok: false, problems: [...missing, ...others] };
};

import type { Fields, Problem } from '../link/answer.schema.ts';
import { parseWhole } from '../platform/http/issues.ts';
import { type AlertAnswer, alertAnswerRequest } from '../contract/api/contract-requests.schema.ts';

const tidy = (text: string | undefined): string => (text ?? '').replace(/\r\n?/g, '\n').trim();

// People write 23/00022, 5 April 2027 and 05/04/2027 as they are used to; a browser's date field sends 2027-04-05.
const dayTyped = (fields: Fields): string => {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(tidy(fields.until)) ?? [];
  return day && month ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : tidy(fields.until);
};

const asked = (fields: Fields): { answer: Record<string, unknown>; missing: Problem[] } => {
  const words = tidy(fields.words);
  switch (fields.response) {
    case 'acknowledge':
      return { answer: { response: 'acknowledge', ...(words ? { words } : {}) }, missing: [] };
    case 'snooze':
      return {
        answer: { response: 'snooze', until: dayTyped(fields), words },
        missing: [
          ...(tidy(fields.until) ? [] : [{ path: 'until', message: 'Give the day on which to be told again' }]),
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
export const alertAnswerIn = (fields: Fields): { ok: true; answer: AlertAnswer } | { ok: false; problems: Problem[] } => {
  const { answer, missing } = asked(fields);
  if (missing.length > 0) return { ok: false, problems: missing };
  const read = parseWhole(alertAnswerRequest, answer);
  return read.ok ? { ok: true, answer: read.value } : { ok: false, problems: read.faults };
};

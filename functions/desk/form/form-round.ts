import type { Answered, Refusal } from '../api-call.ts';
import { type Field, type Form, rowsOf } from './field.ts';
import { type DeskAnswer, goTo, htmlAnswer } from '../frame.tsx';
import { besides, type Read, readForm } from './read-form.ts';
import { rearranged, withoutBlankRows } from './rows.ts';
import type { Since } from './stale-edit.tsx';
import type { Visit } from '../visit.ts';
import { writeForm } from './write-form.ts';
import type { Fault } from '../../rules/fault.ts';

/** What a form is shown again with. */
export type Redrawn = {
  form: Form;
  problems?: Fault[];
  refusal?: Refusal;
  added?: string | null;
  key?: string;
  since?: Since | null;
  version?: string;
};
type Draw = (of: Redrawn) => string;

/** What sending a form does. */
export type Sending = {
  /** What is sent, where not all that the form holds. */
  sends?: (value: Record<string, unknown>) => Record<string, unknown>;
  send: (value: Record<string, unknown>, form: Form, key: string) => Promise<Answered<unknown>>;
  /** Where a reader goes once it is done. */
  after: (answered: { body: unknown; location: string | null }) => string;
  /** What overtook the form and the version that it then stands on, so that sending it again is meant. */
  overtaken?: (form: Form, value: Record<string, unknown>) => Promise<{ since: Since | null; version: string }>;
};

/** A form filled in. A list that it begins without would otherwise be no list at all when nothing is added to it. */
export const begun = (fields: Field[], from: object): Form => {
  const form = writeForm(fields, from);
  for (const field of fields)
    if (field.as === 'list' && rowsOf(form, field.name) === null) form.append(`${field.name}.rows`, String(field.least ?? 0));
  return form;
};

/**
 * A form that the API refused, with why. After a silence nobody knows whether it was done, so what is sent again goes under the same key.
 */
export const refusedForm = (draw: Draw, form: Form, refusal: Refusal, key?: string): DeskAnswer =>
  htmlAnswer(
    refusal.status === 400 ? 422 : refusal.status,
    draw({ form, problems: refusal.problems, refusal, ...(key && refusal.status >= 500 ? { key } : {}) }),
  );

/**
 * Shows a form again after a row was added or removed, or where it was opened in an earlier session; has any other carried out, without its
 * blank rows.
 */
export const takeForm = async (
  { request, staleForm }: Visit,
  draw: Draw,
  carryOut: (form: Form) => DeskAnswer | Promise<DeskAnswer>,
): Promise<DeskAnswer> => {
  const moved = rearranged(request.form);
  if (moved) return htmlAnswer(200, draw(moved));
  const form = withoutBlankRows(request.form);
  return staleForm ? htmlAnswer(200, draw({ form })) : carryOut(form);
};

const whole = (value: Record<string, unknown>) => value;

/** Sends what a form says, or shows it again with why the API refused it or what overtook it. */
export const sendForm = async (
  { freshKey }: Visit,
  draw: Draw,
  form: Form,
  value: Record<string, unknown>,
  { sends = whole, send, after, overtaken }: Sending,
): Promise<DeskAnswer> => {
  const key = form.get('key') || freshKey();
  const answered = await send(sends(value), form, key);
  if (answered.ok) return goTo(after(answered));
  const { refusal } = answered;
  return refusal.status === 412 && overtaken
    ? htmlAnswer(412, draw({ form, refusal, ...(await overtaken(form, value)) }))
    : refusedForm(draw, form, refusal, key);
};

// Nothing is carried out by asking: the API takes no field of this name, in anything.
const foundBesides = async ({ freshKey }: Visit, form: Form, { value, problems }: Read, { sends = whole, send }: Sending) => {
  const answered = await send({ ...sends(value), unreadable: true }, form, freshKey());
  return answered.ok ? [] : besides([...problems, { path: 'unreadable', message: '' }], answered.refusal.problems);
};

/** Takes a form and sends what it says, or shows it again with every row, fault and refusal. */
export const takeAndSend = (visit: Visit, fields: Field[], draw: Draw, sending: Sending): Promise<DeskAnswer> =>
  takeForm(visit, draw, async (form) => {
    const read = readForm(fields, form);
    if (read.problems.length === 0) return sendForm(visit, draw, form, read.value, sending);
    return htmlAnswer(422, draw({ form, problems: [...read.problems, ...(await foundBesides(visit, form, read, sending))] }));
  });

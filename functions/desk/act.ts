import type { CouncilResponse } from '../council/council-response.schema.ts';
import { type Acting, actPage } from './act.page.tsx';
import { type Action, actions, stepActions } from './actions.ts';
import type { Proposal, Refusal } from './desk-api.ts';
import { type Field, type Form, type Problem, rowsOf } from './field.ts';
import { type DeskAnswer, goTo, htmlAnswer } from './frame.tsx';
import { readForm } from './read-form.ts';
import { rearranged, withoutBlankRows } from './rows.ts';
import { councilOf, must, Refused, type Visit, visitorOf } from './visit.ts';
import { writeForm } from './write-form.ts';

type Opened = { visit: Visit; council: CouncilResponse; proposal: Proposal; action: Action; fields: Field[]; step: Proposal['steps'][number] | null };
type Redrawn = { form: Form; problems?: Problem[]; refusal?: Refusal; added?: string | null; key?: string };

const nothingHere = (): Refused => new Refused({ status: 404, words: 'There is nothing at this address.', rule: null, source: null, problems: [], facts: {} });

const open = async (visit: Visit): Promise<Opened> => {
  const { id = '', action: name, stepId } = visit.request.params;
  const action = (stepId ? stepActions : actions).find((each) => each.name === name);
  if (!action) throw nothingHere();
  const [council, answered] = await Promise.all([councilOf(visit), visit.api.proposal(id)]);
  const proposal = must(answered);
  const step = stepId ? proposal.steps.find((each) => each.id === stepId) : null;
  if (step === undefined) throw nothingHere();
  return { visit, council, proposal, action, fields: action.fields(council, proposal, step), step };
};

// A list that a form begins without would otherwise be no list at all when nothing is added to it.
const begun = ({ action, fields, proposal }: Opened): Form => {
  const form = writeForm(fields, action.from?.(proposal) ?? {});
  for (const field of fields) if (field.as === 'list' && rowsOf(form, field.name) === null) form.append(`${field.name}.rows`, String(field.least ?? 0));
  return form;
};

const drawn = ({ visit, council, proposal, action, fields, step }: Opened, { form, problems = [], refusal, added = null, key }: Redrawn): string => {
  const acting: Acting = {
    visitor: visitorOf(visit, council), proposal, action, fields, form, problems, refusal: refusal ?? null, key: key ?? visit.freshKey(),
    path: visit.request.path, about: step?.title ?? null, stale: visit.staleForm, added,
  };
  return actPage(acting);
};

/** The form for one action. */
export const showAction = async (visit: Visit): Promise<DeskAnswer> => {
  const opened = await open(visit);
  return htmlAnswer(200, drawn(opened, { form: begun(opened) }));
};

const pathOf = ({ action, step }: Opened): string => (step ? `steps/${encodeURIComponent(step.id)}/${action.name}` : action.name);

// After a silence nobody knows whether it was done, so what is sent again goes under the same key.
const keyAfter = ({ status }: Refusal, key: string): { key?: string } => (status >= 500 ? { key } : {});

const carriedOut = async (opened: Opened, form: Form): Promise<DeskAnswer> => {
  const { visit, proposal, action, fields } = opened;
  const { value, problems } = readForm(fields, form);
  if (problems.length > 0) return htmlAnswer(422, drawn(opened, { form, problems }));
  const key = form.get('key') || visit.freshKey();
  const answered = await visit.api.act(proposal.id, pathOf(opened), action.sends?.(value, proposal) ?? value, key);
  if (answered.ok) return goTo(`/desk/proposals/${proposal.id}?done=${action.name}`);
  const { refusal } = answered;
  return htmlAnswer(refusal.status === 400 ? 422 : refusal.status, drawn(opened, { form, problems: refusal.problems, refusal, ...keyAfter(refusal, key) }));
};

/** Carries an action out, or shows its form again with every row, fault and refusal. */
export const takeAction = async (visit: Visit): Promise<DeskAnswer> => {
  const opened = await open(visit);
  const moved = rearranged(visit.request.form);
  if (moved) return htmlAnswer(200, drawn(opened, { form: moved.form, added: moved.added }));
  const form = withoutBlankRows(visit.request.form);
  return visit.staleForm ? htmlAnswer(200, drawn(opened, { form })) : carriedOut(opened, form);
};

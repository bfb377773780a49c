import type { CouncilResponse } from '../../council/council-response.schema.ts';
import { type Acting, actPage } from './act.page.tsx';
import type { Action } from './action.ts';
import { actions } from './actions.ts';
import { stepActions } from './step-actions.ts';
import type { Proposal } from '../desk-api.ts';
import type { Field } from '../form/field.ts';
import { begun, type Redrawn, takeAndSend } from '../form/form-round.ts';
import { type DeskAnswer, htmlAnswer } from '../frame.tsx';
import { councilOf, must, nothingHere, type Visit, visitorOf } from '../visit.ts';

type Opened = {
  visit: Visit;
  council: CouncilResponse;
  proposal: Proposal;
  action: Action;
  fields: Field[];
  step: Proposal['steps'][number] | null;
};

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

const drawn = (
  { visit, council, proposal, action, fields, step }: Opened,
  { form, problems = [], refusal, added = null, key, version }: Redrawn,
): string => {
  const acting: Acting = {
    visitor: visitorOf(visit, council),
    proposal,
    action,
    fields,
    form,
    problems,
    refusal: refusal ?? null,
    key: key ?? visit.freshKey(),
    version: version ?? form.get('version') ?? undefined,
    path: visit.request.path,
    about: step?.title ?? null,
    stale: visit.staleForm,
    added,
  };
  return actPage(acting);
};

/** The form for one action. */
export const showAction = async (visit: Visit): Promise<DeskAnswer> => {
  const opened = await open(visit);
  const { proposal, action, fields } = opened;
  const form = begun(fields, action.from?.(proposal) ?? {});
  if (action.asShown) form.set('version', String(proposal.version));
  return htmlAnswer(200, drawn(opened, { form }));
};

const pathOf = ({ action, step }: Opened): string => (step ? `steps/${encodeURIComponent(step.id)}/${action.name}` : action.name);

/** Carries an action out, or shows its form again with every row, fault and refusal. */
export const takeAction = async (visit: Visit): Promise<DeskAnswer> => {
  const opened = await open(visit);
  const { proposal, action, fields } = opened;
  return takeAndSend(visit, fields, (of) => drawn(opened, of), {
    sends: (value) => action.sends?.(value, proposal) ?? value,
    send: (value, form, key) =>
      visit.api.act(proposal.id, pathOf(opened), value, key, (action.asShown && form.get('version')) || undefined),
    after: () => `/desk/proposals/${proposal.id}?done=${action.name}`,
    overtaken: async () => ({ since: null, version: String(proposal.version) }),
  });
};

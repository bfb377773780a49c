import type { ComponentChildren, JSX } from 'preact';
import type { Refusal } from '../api-call.ts';
import { DrawnFields } from '../form/draw.tsx';
import type { Field, Form } from '../form/field.ts';
import type { PlanItem } from './forward-plan.ts';
import { Carried, type Visitor } from '../frame.tsx';
import type { RegisterTold } from './register-parts.ts';
import type { Fault } from '../../rules/fault.ts';

/** What became of one item that was to be saved. */
export type Saved = { subject: string; path: string | null; words: string };

/** What the page on which things are brought in is drawn from. */
export type Importing = {
  visitor: Visitor;
  form: Form;
  key: string;
  stale: boolean;
  problems?: Fault[];
  refusal?: Refusal | null;
  items?: PlanItem[] | null;
  saved?: Saved[];
  register?: RegisterTold | null;
};

/** The form into which one kind of thing is pasted, with its buttons. */
export const Sent = ({
  of: { visitor, form, key, problems = [] },
  field,
  children,
}: {
  of: Importing;
  field: Field;
  children: ComponentChildren;
}): JSX.Element => (
  <form method="post" action="/desk/import" novalidate>
    <Carried csrf={visitor.csrf} idempotencyKey={key} />
    <DrawnFields fields={[field]} of={{ form, problems }} />
    {children}
  </form>
);

import type { ComponentChildren, JSX } from 'preact';
import type { Form, Leaf } from './field.ts';
import { describedBy, ErrorMessage, groupClass } from '../../page/error-summary.tsx';
import type { Fault } from '../../rules/fault.ts';

/** What fields are drawn from: what was typed, what is wrong with it, and where the cursor is to stand. */
export type Drawing = { form: Form; problems: Fault[]; focus?: string | null };

/** One field, the path by which it is known in the form, and what it is drawn from. */
export type At<L extends Leaf = Leaf> = { leaf: L; at: string; of: Drawing };

/** The fields of one kind. */
export type LeafAs<K extends Leaf['as']> = Extract<Leaf, { as: K }>;

/** What is wrong at a path; with `below`, or anywhere under it. */
export const problemAt = ({ problems }: Drawing, at: string, below = false): string | undefined =>
  problems.find(({ path }) => path === at || (below && path.startsWith(`${at}.`)))?.message;

const Hint = ({ at, hint }: { at: string; hint?: string | undefined }): JSX.Element | null =>
  hint ? (
    <div id={`${at}-hint`} class="govuk-hint">
      {hint}
    </div>
  ) : null;

/** The class of an element, which shows whether something is wrong with it. */
export const fault = (name: string, message: string | undefined): string => `govuk-${name}${message ? ` govuk-${name}--error` : ''}`;

/** A field under its label, with its hint and what is wrong with it. */
export const Labelled = ({
  leaf,
  at,
  message,
  children,
}: {
  leaf: Leaf;
  at: string;
  message: string | undefined;
  children: ComponentChildren;
}): JSX.Element => (
  <div class={groupClass(message)}>
    <label class="govuk-label govuk-label--s" for={at}>
      {leaf.label}
    </label>
    <Hint at={at} hint={leaf.hint} />
    <ErrorMessage at={at} message={message} />
    {children}
  </div>
);

/** What every field that is typed in has in common. */
export const common = ({ leaf, at, of }: At, message: string | undefined) => ({
  id: at,
  name: at,
  autofocus: of.focus === at,
  'aria-describedby': describedBy(leaf.hint && `${at}-hint`, message && `${at}-error`),
});

type GroupOf = {
  at: string;
  id?: string;
  class?: string;
  legend: string;
  size: string;
  hint?: string | undefined;
  message: string | undefined;
  children: ComponentChildren;
};

/** Fields under one legend, which is read out with their hint and with what is wrong with them together. */
export const Group = ({ at, id, class: more, legend, size, hint, message, children }: GroupOf): JSX.Element => (
  <fieldset
    class={`govuk-fieldset${more ? ` ${more}` : ''}`}
    id={id}
    aria-describedby={describedBy(hint && `${at}-hint`, message && `${at}-error`)}
  >
    <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${size}`}>{legend}</legend>
    <Hint at={at} hint={hint} />
    <ErrorMessage at={at} message={message} />
    {children}
  </fieldset>
);

type ManyOf = Pick<GroupOf, 'at' | 'legend' | 'hint' | 'message' | 'children'>;

/** A field of several parts, under one legend. */
export const Many = (of: ManyOf): JSX.Element => (
  <div class={groupClass(of.message)}>
    <Group {...of} size="s" />
  </div>
);

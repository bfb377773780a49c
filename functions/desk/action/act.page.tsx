import type { JSX } from 'preact';
import type { Action } from './action.ts';
import type { Refusal } from '../api-call.ts';
import type { Proposal } from '../desk-api.ts';
import { DrawnFields, firstOf, Problems } from '../form/draw.tsx';
import type { Field, Form } from '../form/field.ts';
import { Carried, deskPage, type Visitor } from '../frame.tsx';
import { ImportantBanner, ProposalLink, RefusedBox, staleWords } from '../shown.tsx';
import type { Fault } from '../../rules/fault.ts';

/** What a form for one action is drawn from. */
export type Acting = {
  visitor: Visitor;
  proposal: Proposal;
  action: Action;
  fields: Field[];
  form: Form;
  problems: Fault[];
  refusal: Refusal | null;
  key: string;
  version: string | undefined;
  path: string;
  about: string | null;
  stale: boolean;
  added: string | null;
};

/**
 * The button that Enter presses: the first in a form, so that Enter in a field never presses a button that adds or
 * removes a row. It is for the keyboard's Enter alone, so it is seen, read out and reached by nobody.
 */
export const EnterButton = ({ value }: { value: string }): JSX.Element => (
  <button type="submit" name="do" value={value} class="app-default-button" tabIndex={-1} aria-hidden="true">
    Go on
  </button>
);

/** A page with one form that does one thing to a proposal. */
export const actPage = ({
  visitor,
  proposal,
  action,
  fields,
  form,
  problems,
  refusal,
  key,
  version,
  path,
  about,
  stale,
  added,
}: Acting): string =>
  deskPage({
    title: `${action.title}: ${proposal.number ?? proposal.subject ?? 'draft'}`,
    visitor,
    wrong: problems.length > 0 || refusal !== null,
    children: (
      <>
        {stale && <ImportantBanner words={staleWords} />}
        <Problems fields={fields} problems={problems} />
        {refusal && problems.length === 0 && <RefusedBox refusal={refusal} />}
        <span class="govuk-caption-l">
          <ProposalLink of={proposal} />
        </span>
        <h1 class="govuk-heading-l">
          {action.title}
          {about && `: ${about}`}
        </h1>
        <p class="govuk-body">{action.does}</p>
        <form method="post" action={path} novalidate>
          <EnterButton value="send" />
          <Carried csrf={visitor.csrf} idempotencyKey={key} {...(version ? { version } : {})} />
          <DrawnFields fields={fields} of={{ form, problems, focus: added && firstOf(fields, added) }} />
          <button type="submit" name="do" value="send" class={`govuk-button${action.grave ? ' govuk-button--warning' : ''}`}>
            {action.button}
          </button>
        </form>
        <p class="govuk-body">
          <a class="govuk-link" href={`/desk/proposals/${proposal.id}`}>
            Go back without doing it
          </a>
        </p>
      </>
    ),
  });

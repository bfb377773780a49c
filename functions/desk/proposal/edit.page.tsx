import type { JSX } from 'preact';
import type { CouncilResponse } from '../../council/council-response.schema.ts';
import { EnterButton } from '../action/act.page.tsx';
import { AssessmentBox } from './assessment.tsx';
import type { Refusal } from '../api-call.ts';
import type { Assessment, Proposal } from '../desk-api.ts';
import { DrawnFields, firstOf, Problems } from '../form/draw.tsx';
import type { Form } from '../form/field.ts';
import { Carried, deskPage, type Visitor } from '../frame.tsx';
import { proposalFields, proposalParts } from './proposal-form.ts';
import { DoneBanner, ImportantBanner, ProposalLink, RefusedBox, staleWords } from '../shown.tsx';
import { Overtaken, type Since } from '../form/stale-edit.tsx';
import type { Fault } from '../../rules/fault.ts';

/** What the proposal form is drawn from. A proposal that is not there yet is a new one. */
export type Editing = {
  visitor: Visitor;
  council: CouncilResponse;
  proposal: Proposal | null;
  form: Form;
  problems: Fault[];
  refusal: Refusal | null;
  assessment: Assessment | null;
  since: Since | null;
  key: string;
  version: string | undefined;
  stale: boolean;
  added: string | null;
  done: string | null;
};

// Before the form, so that the buttons that stay in sight, which are its own, never cover one of these links.
const Contents = ({ council }: { council: CouncilResponse }): JSX.Element => (
  <nav aria-label="Parts of the form">
    <ol class="govuk-list">
      {proposalParts(council).map(({ id, title }) => (
        <li>
          <a class="govuk-link" href={`#${id}`}>
            {title}
          </a>
        </li>
      ))}
    </ol>
  </nav>
);

const WholeForm = ({ visitor, council, proposal, form, problems, key, version, added }: Editing): JSX.Element => {
  const focus = added && firstOf(proposalFields(council), added);
  return (
    <form method="post" action={proposal ? `/desk/proposals/${proposal.id}/edit` : '/desk/proposals/new'} novalidate>
      <EnterButton value="check" />
      <Carried csrf={visitor.csrf} idempotencyKey={key} {...(version ? { version } : {})} />
      {proposalParts(council).map(({ id, title, fields }) => (
        <section class="app-part" id={id}>
          <h2 class="govuk-heading-m">{title}</h2>
          <DrawnFields fields={fields} of={{ form, problems, focus }} />
        </section>
      ))}
      <div class="app-save">
        <button type="submit" name="do" value="save" class="govuk-button">
          Save
        </button>
        <button type="submit" name="do" value="check" class="govuk-button govuk-button--secondary">
          Check
        </button>
      </div>
    </form>
  );
};

const isUnderWay = (proposal: Proposal | null): boolean => proposal !== null && proposal.status !== 'draft';

/** The proposal form, with what the rules make of it beside it. */
export const editPage = (editing: Editing): string => {
  const { visitor, council, proposal, problems, refusal, assessment, since, stale, done } = editing;
  const fields = proposalFields(council);
  const title = proposal ? (isUnderWay(proposal) ? 'Change the proposal' : 'Write the proposal') : 'New proposal';
  return deskPage({
    title,
    visitor,
    ...(proposal ? {} : { here: 'new' as const }),
    wrong: problems.length > 0 || refusal !== null,
    children: (
      <>
        {stale && <ImportantBanner words={staleWords} />}
        <DoneBanner words={done} />
        <Problems fields={fields} problems={problems} />
        {since ? <Overtaken since={since} /> : refusal && problems.length === 0 && <RefusedBox refusal={refusal} />}
        {proposal && (
          <span class="govuk-caption-l">
            <ProposalLink of={proposal} />
          </span>
        )}
        <h1 class="govuk-heading-l">{title}</h1>
        {isUnderWay(proposal) && (
          <div class="govuk-inset-text">
            A material change (subject, wording, decision maker, a higher value, an earlier date, areas, public access) voids the approvals
            given so far and goes back to clearance; it may start the notice again. Correcting a slip does neither.
          </div>
        )}
        <div class="app-beside">
          <AssessmentBox of={assessment} fields={fields} />
          <div>
            <Contents council={council} />
            <WholeForm {...editing} />
          </div>
        </div>
      </>
    ),
  });
};

import type { ComponentChildren, JSX } from 'preact';
import type { CouncilResponse } from '../../council/council-response.schema.ts';
import type { Action } from '../action/action.ts';
import { actions, doneWords, isOpenTo, mayEdit } from '../action/actions.ts';
import { StillToDo } from './assessment.tsx';
import { Content } from './content.tsx';
import type { Email, HistoryLine, Proposal } from '../desk-api.ts';
import { Emails, History, Steps } from './file-history.tsx';
import { KeyStatus, Proceedings, Timetable } from './file-parts.tsx';
import { deskPage, type DeskAnswer, htmlAnswer, type Visitor } from '../frame.tsx';
import { proposalFields, proposalParts } from './proposal-form.ts';
import { DoneBanner, StatusTag, Waiting } from '../shown.tsx';
import { councilOf, must, type Visit, visitorOf } from '../visit.ts';
import type { Fault } from '../../rules/fault.ts';

type FileOf = {
  visitor: Visitor;
  council: CouncilResponse;
  proposal: Proposal;
  history: HistoryLine[];
  emails: Email[];
  done: string | null;
};

const Part = ({ title, children }: { title: string; children: ComponentChildren }): JSX.Element => (
  <section class="app-part">
    <h2 class="govuk-heading-m">{title}</h2>
    {children}
  </section>
);

const heldBy = ({ submittedBy, heldBefore = [] }: Proposal): string =>
  `${submittedBy.name}${heldBefore.length > 0 ? `, held before by ${heldBefore.map(({ name }) => name).join(', ')}` : ''}`;

const DoIt = ({ proposal: { id }, action: { name, title, grave } }: { proposal: Proposal; action: Action }): JSX.Element => (
  <li>
    <a class={grave ? 'govuk-link' : 'govuk-link govuk-!-font-weight-bold'} href={`/desk/proposals/${id}/${name}`}>
      {title}
    </a>
  </li>
);

const CanDo = ({ visitor: { who }, council, proposal }: Pick<FileOf, 'visitor' | 'council' | 'proposal'>): JSX.Element => {
  const open = actions.filter((action) => isOpenTo(action, proposal, who, council));
  const edits = mayEdit(proposal, who);
  if (open.length === 0 && !edits) return <p class="govuk-body">Nothing that is yours to do.</p>;
  return (
    <ul class="govuk-list govuk-list--spaced">
      {edits && (
        <li>
          <a class="govuk-link" href={`/desk/proposals/${proposal.id}/edit`}>
            {proposal.status === 'draft' ? 'Write and check it' : 'Change it'}
          </a>
        </li>
      )}
      {open.map((action) => (
        <DoIt proposal={proposal} action={action} />
      ))}
    </ul>
  );
};

// The API says where a draft is not complete by its own name for the place; here it is called what the form calls it.
const lackedBy = ({ blockers }: Proposal): Fault[] =>
  blockers.flatMap(({ rule, words }) => {
    const [, path = '', message = ''] = /^([\w.]+): (.*)$/s.exec(words) ?? [];
    return rule === 'incomplete' ? [{ path, message }] : [];
  });

const WaitsFor = ({ visitor: { who }, council, proposal }: Pick<FileOf, 'visitor' | 'council' | 'proposal'>): JSX.Element => {
  const missing = lackedBy(proposal);
  if (missing.length === 0) return <Waiting blockers={proposal.blockers} />;
  const form = mayEdit(proposal, who) ? `/desk/proposals/${proposal.id}/edit` : null;
  return <StillToDo missing={missing} fields={proposalFields(council)} form={form} />;
};

const isPublic = ({ notice, number }: Proposal): boolean => notice !== undefined && number !== null;

/** A proposal's file: where it stands, what it waits for, what may be done now, and everything that has happened to it. */
const filePage = ({ visitor, council, proposal, history, emails, done }: FileOf): string =>
  deskPage({
    title: [proposal.number, proposal.subject ?? 'Draft'].filter(Boolean).join(' '),
    visitor,
    children: (
      <>
        <DoneBanner words={done} />
        <span class="govuk-caption-l">{proposal.number ? `Decision ${proposal.number}` : 'Not numbered until it is submitted'}</span>
        <h1 class="govuk-heading-l">{proposal.subject ?? 'No subject yet'}</h1>
        <p class="govuk-body">
          <StatusTag status={proposal.status} /> {heldBy(proposal)}
        </p>
        <Part title="What it waits for">
          <WaitsFor visitor={visitor} council={council} proposal={proposal} />
        </Part>
        <Part title="What you can do">
          <CanDo visitor={visitor} council={council} proposal={proposal} />
        </Part>
        <Part title="Key decision">
          <KeyStatus of={proposal} />
        </Part>
        <Part title="Timetable">
          <Timetable of={proposal} />
        </Part>
        <Part title="Who was asked">
          <Steps proposal={proposal} isClerk={visitor.who.roles.includes('clerk')} />
        </Part>
        <Part title="Proceedings">
          <Proceedings of={proposal} />
        </Part>
        <Part title="The proposal">
          <Content parts={proposalParts(council)} of={proposal} />
          {isPublic(proposal) && (
            <p class="govuk-body">
              <a class="govuk-link" href={`/decisions/${proposal.number}`}>
                Its public page
              </a>
            </p>
          )}
        </Part>
        <Part title="Emails">
          <Emails emails={emails} />
        </Part>
        <Part title="History">
          <History lines={history} steps={proposal.steps} />
        </Part>
      </>
    ),
  });

/** Shows a proposal's file to anybody signed in. */
export const showFile = async (visit: Visit): Promise<DeskAnswer> => {
  const { api, request } = visit;
  const id = request.params.id ?? '';
  const [council, proposal, history, emails] = await Promise.all([councilOf(visit), api.proposal(id), api.history(id), api.emails(id)]);
  const body = filePage({
    visitor: visitorOf(visit, council),
    council,
    proposal: must(proposal),
    history: must(history).items,
    emails: must(emails).items,
    done: doneWords(request.query.get('done')),
  });
  return htmlAnswer(200, body);
};

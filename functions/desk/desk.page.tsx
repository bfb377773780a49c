import type { ComponentChildren, JSX } from 'preact';
import { inWordsWithDay, type LocalDate } from '../rules/local-date.ts';
import { clerksDay, comingDates, openToCallIn, type TaskList } from './clerks-day.ts';
import type { Proposal } from './desk-api.ts';
import { deskPage, type Visitor } from './frame.tsx';
import { LeftOut, ProposalLink, StatusTag, Waiting } from './shown.tsx';

/** What a desk is made from: one's own proposals, and those of everybody that are on their way. */
export type DeskOf = { visitor: Visitor; today: LocalDate; mine: Proposal[]; underWay: Proposal[]; unreadable: number; more: boolean };

const Part = ({ title, count, children }: { title: string; count?: number; children: ComponentChildren }): JSX.Element => (
  <section>
    <h2 class="govuk-heading-m">
      {title}
      {count !== undefined && count > 0 && <span class="app-count">{` (${count})`}</span>}
    </h2>
    {children}
  </section>
);

const Mine = ({ mine }: Pick<DeskOf, 'mine'>): JSX.Element => (
  <Part title="My proposals" count={mine.length}>
    {mine.length === 0 ? (
      <p class="govuk-body">
        You have none.{' '}
        <a class="govuk-link" href="/desk/proposals/new">
          Write a proposal
        </a>
      </p>
    ) : (
      <ul class="govuk-list app-cards">
        {mine.map((proposal) => (
          <li>
            <ProposalLink of={proposal} /> <StatusTag status={proposal.status} />
            <Brief of={proposal} />
          </li>
        ))}
      </ul>
    )}
  </Part>
);

// A draft may lack twenty things: its page names them all.
const Brief = ({ of: { blockers } }: { of: Proposal }): JSX.Element | null => {
  const lacking = blockers.filter(({ rule }) => rule === 'incomplete').length;
  if (lacking > 0)
    return (
      <p class="govuk-body">
        Not complete: {lacking} {lacking === 1 ? 'thing' : 'things'} to add or put right.
      </p>
    );
  return blockers.length === 0 ? null : <Waiting blockers={blockers} />;
};

const Tasks = ({ list: { title, empty, tasks } }: { list: TaskList }): JSX.Element => (
  <Part title={title} count={tasks.length}>
    {tasks.length === 0 ? (
      <p class="govuk-body">{empty}</p>
    ) : (
      <ul class="govuk-list app-cards">
        {tasks.map(({ proposal, words, action, verb }) => (
          <li>
            <ProposalLink of={proposal} />
            <p class="govuk-body">
              {words}{' '}
              <a class="govuk-link" href={`/desk/proposals/${proposal.id}${action && `/${action}`}`}>
                {verb}
                <span class="govuk-visually-hidden">
                  : {proposal.number}, {words}
                </span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    )}
  </Part>
);

const Coming = ({ underWay, today }: Pick<DeskOf, 'underWay' | 'today'>): JSX.Element => {
  const coming = comingDates(underWay, today);
  return (
    <Part title="The next 14 days" count={coming.length}>
      {coming.length === 0 ? (
        <p class="govuk-body">No date falls in them.</p>
      ) : (
        <ul class="govuk-list app-cards">
          {coming.map(({ date, proposal, words }) => (
            <li>
              <strong>{inWordsWithDay(date)}</strong>
              <p class="govuk-body">
                {words}: <ProposalLink of={proposal} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
};

const CallIn = ({ underWay, today }: Pick<DeskOf, 'underWay' | 'today'>): JSX.Element => {
  const open = openToCallIn(underWay, today);
  return (
    <Part title="Decisions open to call-in" count={open.length}>
      {open.length === 0 ? (
        <p class="govuk-body">None today.</p>
      ) : (
        <ul class="govuk-list app-cards">
          {open.map((proposal) => (
            <li>
              <ProposalLink of={proposal} />
              <p class="govuk-body">
                Until the end of {inWordsWithDay(proposal.record?.callInClosesOn ?? '')}.{' '}
                <a class="govuk-link" href={`/desk/proposals/${proposal.id}/call-in`}>
                  {proposal.status === 'called-in' ? 'Join the call-in' : 'Call it in'}
                  <span class="govuk-visually-hidden">: {proposal.number}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
};

/** Somebody's desk: their own proposals with what each waits for, and by their roles what else waits for them today. */
export const deskHome = ({ visitor, today, mine, underWay, unreadable, more }: DeskOf): string => {
  const { roles } = visitor.who;
  const isClerk = roles.includes('clerk');
  return deskPage({
    title: 'Your desk',
    visitor,
    here: 'desk',
    children: (
      <>
        <span class="govuk-caption-l">{inWordsWithDay(today)}</span>
        <h1 class="govuk-heading-l">Your desk</h1>
        <LeftOut unreadable={unreadable} />
        {more && (
          <p class="govuk-body">
            There are more proposals than these lists were made from.{' '}
            <a class="govuk-link" href="/desk/proposals">
              See all proposals
            </a>
          </p>
        )}
        {roles.includes('officer') && <Mine mine={mine} />}
        {isClerk && clerksDay(underWay, today).map((list) => <Tasks list={list} />)}
        {isClerk && (
          <ul class="govuk-list">
            <li>
              <a class="govuk-link" href="/desk/undelivered">
                Every email that came back
              </a>
            </li>
            <li>
              <a class="govuk-link" href="/urgency-report">
                The report to council on special urgency
              </a>
            </li>
          </ul>
        )}
        {(roles.includes('scrutiny') || isClerk) && <CallIn underWay={underWay} today={today} />}
        {(roles.includes('scrutiny') || isClerk) && <Coming underWay={underWay} today={today} />}
        {roles.includes('contracts') && (
          <p class="govuk-body">
            <a class="govuk-link" href="/desk/contracts">
              Contracts by urgency
            </a>
          </p>
        )}
      </>
    ),
  });
};

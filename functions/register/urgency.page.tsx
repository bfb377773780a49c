import type { JSX } from 'preact';
import { ErrorSummary, problemAt } from '../page/error-summary.tsx';
import { page, type PageCouncil } from '../page/page.tsx';
import { nameAndTitle } from '../record/in-words.ts';
import { Row } from '../record/page/parts.tsx';
import { inWords } from '../rules/local-date.ts';
import { TextField } from './filters.tsx';
import type { UrgencyReport, UrgentDecision } from './urgency-report.ts';
import type { Fault } from '../rules/fault.ts';

const Urgent = ({ of }: { of: UrgentDecision }): JSX.Element => (
  <li>
    <h2 class="govuk-heading-s">
      <a class="govuk-link" href={of.path}>{`${of.number} ${of.subject}`}</a>
    </h2>
    <dl class="govuk-summary-list">
      <Row name="Decided">{`${inWords(of.decidedOn)}, by ${nameAndTitle(of.decisionMaker)}`}</Row>
      <Row name="Decision">
        {of.decision ? (
          <ol class="govuk-list govuk-list--number">
            {of.decision.map((item) => (
              <li class="app-words">{item}</li>
            ))}
          </ol>
        ) : (
          of.withheld
        )}
      </Row>
      <Row name="Why it could not wait">{of.reason && <span class="app-words">{of.reason}</span>}</Row>
      <Row name="Agreed by">{of.agreedBy ? `${nameAndTitle(of.agreedBy)}, on ${inWords(of.agreedBy.on)}` : 'No agreement is recorded'}</Row>
    </dl>
  </li>
);

const periodOf = ({ from, to }: UrgencyReport): string => {
  if (from === null && to === null) return '';
  if (from !== null && to !== null) return ` from ${inWords(from)} to ${inWords(to)}`;
  return from !== null ? ` since ${inWords(from)}` : ` until ${inWords(to ?? '')}`;
};

const countOf = (count: number): string => (count === 0 ? 'No decision was' : count === 1 ? '1 decision was' : `${count} decisions were`);

const Report = ({ of }: { of: UrgencyReport }): JSX.Element => (
  <>
    <p class="govuk-body">{`${countOf(of.items.length)} taken under special urgency${periodOf(of)}.`}</p>
    <ol class="govuk-list app-list">
      {of.items.map((each) => (
        <Urgent of={each} />
      ))}
    </ol>
  </>
);

type Asked = { from?: string | undefined; to?: string | undefined };

/**
 * The report of decisions taken under special urgency, as a page that can be printed and laid before the council; in place of a report
 * what is wrong with the period that was asked for.
 */
export const urgencyPage = (council: PageCouncil, { from, to }: Asked, found: UrgencyReport | Fault[]): string => {
  const problems = Array.isArray(found) ? found : [];
  return page({
    title: `${problems.length > 0 ? 'Error: ' : ''}Decisions taken under special urgency`,
    council,
    section: 'decisions',
    description: `Executive decisions of ${council.name} that were too urgent for any notice period.`,
    children: (
      <>
        <ErrorSummary problems={problems} />
        <h1 class="govuk-heading-l">Decisions taken under special urgency</h1>
        <p class="govuk-body">{`Some key decisions cannot wait for five clear working days. One of these may be taken at once if the scrutiny chair agrees. The chair must find that it is urgent and cannot fairly be put off (regulation 11 of SI 2012/2089). The leader tells full council of each one, at least once a year (regulation 19).`}</p>
        <form class="app-no-print" action="/urgency-report" method="get">
          <div class="app-filters">
            <TextField id="from" label="From" value={from} fault={problemAt(problems, 'from')} type="date" />
            <TextField id="to" label="To" value={to} fault={problemAt(problems, 'to')} type="date" />
          </div>
          <button class="govuk-button" type="submit">
            Show
          </button>
        </form>
        {!Array.isArray(found) && <Report of={found} />}
      </>
    ),
  });
};
